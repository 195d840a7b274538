//! The next bytes of a body: as many as an operator has at most, read without looking for the body's end.

/// Bytes of the longest operator but `br_table`: opcode, prefix and numbers.
pub const WINDOW: usize = 16;

/// The bytes from an operator on.
pub type Window = [u8; WINDOW];

/// Operators, read one after the other.
pub struct Reader<'a> {
    /// What has not been passed over.
    pub rest: &'a [u8],
    /// The next opcode, the first byte of `rest`.
    pub op: u8,
}

impl<'a> Reader<'a> {
    /// A reader of these operators.
    #[inline(always)]
    pub fn new(code: &'a [u8]) -> Self {
        Self { rest: code, op: code.first().copied().unwrap_or(0) }
    }

    /// The bytes of the next operator; `None` if there are too few.
    #[inline(always)]
    pub fn window(&self) -> Option<&'a Window> {
        self.rest.first_chunk()
    }

    /// Passes over so many bytes of the window.
    ///
    /// To be called as soon as their number is known: the opcode behind them is read here, and the sooner it is known, the sooner is a jump by it found to have been foretold
    /// wrongly. Read where it is needed, this pass takes 1.05 of the time.
    #[inline(always)]
    pub fn pass(&mut self, window: &Window, used: usize) {
        debug_assert!(used < WINDOW);
        // No check is left of this.
        let used = used % WINDOW;
        self.op = window[used];
        self.rest = &self.rest[used..];
    }
}

/// Reads the unsigned 32-bit LEB128 number at `at`. Returns it and where it ends.
#[inline(always)]
pub fn u32(window: &Window, at: usize) -> Option<(u32, usize)> {
    let first = window[at];
    if first < 0x80 {
        return Some((u32::from(first), at + 1));
    }
    let bytes = eight(window, at)?;
    let len = len(bytes);
    if len > 5 || len == 5 && window[at + 4] > 0x0f {
        return None;
    }
    let bytes = bytes & (u64::MAX >> (64 - 8 * len));
    let group = |n: u32| (bytes >> (8 * n) & 0x7f) << (7 * n);
    Some(((group(0) | group(1) | group(2) | group(3) | group(4)) as u32, at + len))
}

/// Where the unsigned 32-bit LEB128 number at `at` ends.
#[inline(always)]
pub fn skip_u32(window: &Window, at: usize) -> Option<usize> {
    if window[at] < 0x80 {
        return Some(at + 1);
    }
    let len = len(eight(window, at)?);
    (len < 5 || len == 5 && window[at + 4] <= 0x0f).then_some(at + len)
}

/// Where the signed 32-bit LEB128 number at `at` ends.
#[inline(always)]
pub fn skip_s32(window: &Window, at: usize) -> Option<usize> {
    if window[at] < 0x80 {
        return Some(at + 1);
    }
    let len = len(eight(window, at)?);
    // Of a fifth byte, the bits behind the number's 32 repeat its sign.
    (len < 5 || len == 5 && matches!(window[at + 4] & 0x78, 0 | 0x78)).then_some(at + len)
}

/// Where the signed 64-bit LEB128 number at `at` ends.
#[inline(always)]
pub fn skip_s64(window: &Window, at: usize) -> Option<usize> {
    if window[at] < 0x80 {
        return Some(at + 1);
    }
    let len = len(eight(window, at)?);
    if len <= 8 {
        return Some(at + len);
    }
    if window[at + 8] < 0x80 {
        return Some(at + 9);
    }
    // A tenth byte has one bit of the number, its sign, which the others repeat.
    matches!(window[at + 9], 0 | 0x7f).then_some(at + 10)
}

/// Eight bytes from `at` on; `None` if the window has fewer. It has them wherever the numbers in front of `at` are written as shortly as they can be.
#[inline(always)]
fn eight(window: &Window, at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*window.get(at..)?.first_chunk()?))
}

/// The bytes of the LEB128 number that these begin with, or 9 if it does not end in them.
#[inline(always)]
fn len(bytes: u64) -> usize {
    let ends = !bytes & 0x8080_8080_8080_8080;
    (ends.trailing_zeros() / 8 + 1) as usize
}
