//! Pass 2's reader: operators of a body that has been validated, read without checks.
//!
//! Everything it reads was accepted in pass 1 over the same bytes, so numbers are well formed and end within the body. That is what the type
//! [`Operators`] stands for: only validation can make one. In
//! debug builds every read is checked against the body's end, and the emitter runs wasmparser's own reader beside it, comparing positions at each operator.

use super::validate::Operators;
use std::marker::PhantomData;

/// A position in a validated body.
#[derive(Clone, Copy, Debug)]
pub struct Decoder<'a> {
    at: *const u8,
    end: *const u8,
    /// The byte that was there when [`Self::look`] was asked to look.
    next: u8,
    /// What makes an address an offset in the module, in 32 bits.
    bias: u32,
    body: PhantomData<&'a [u8]>,
}

/// The type of a block.
#[derive(Clone, Copy, Debug)]
pub enum BlockType {
    /// Nothing to nothing.
    Empty,
    /// Nothing to one value, by its byte in the binary format.
    Value(u8),
    /// A function type.
    Func(u32),
}

/// A memory access's immediates.
#[derive(Clone, Copy, Debug)]
pub struct MemArg {
    /// Constant offset.
    pub offset: u64,
}

impl<'a> Decoder<'a> {
    /// A decoder at the first of these operators.
    pub fn new(operators: Operators<'a>) -> Self {
        let range = operators.bytes().as_ptr_range();
        let bias = operators.end_offset().wrapping_sub(range.end.addr() as u32);
        Self { at: range.start, end: range.end, next: 0, bias, body: PhantomData }
    }

    /// Moves to where another decoder of the same body is.
    #[inline(always)]
    pub fn go_to(&mut self, other: Self) {
        (self.at, self.next) = (other.at, other.next);
    }

    /// Goes to the last `end` of the body.
    pub fn go_to_last(&mut self) {
        debug_assert!(self.at < self.end, "a step back in a validated body");
        // SAFETY: operators end with an `end`, of one byte, and this is in front of that or at it.
        self.at = unsafe { self.end.sub(1) };
        self.look();
    }

    /// Whether the body has been read.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.end
    }

    /// Offset in the module of what is read next.
    #[inline]
    pub fn offset(&self) -> u32 {
        self.bias.wrapping_add(self.at.addr() as u32)
    }

    /// Offsets, counted from somewhere else: less to compute.
    #[inline(always)]
    pub fn place(&self) -> u32 {
        self.at.addr() as u32
    }

    /// The place with this offset in the module.
    pub fn place_of(&self, offset: u32) -> u32 {
        offset.wrapping_sub(self.bias)
    }

    /// The place behind the last operator.
    pub fn end_place(&self) -> u32 {
        self.end.addr() as u32
    }

    /// The next byte, which is not consumed. Not to be asked for at the end.
    #[inline]
    pub fn peek(&self) -> u8 {
        debug_assert!(self.at < self.end, "a look past the end of a validated body");
        // SAFETY: as in [`Self::byte`]. Behind every operator but the last `end`, which looks no further, there is another.
        unsafe { *self.at }
    }

    /// Reads the opcode of the next operator, without passing over it: [`Self::next`].
    ///
    /// To be called as soon as the operator in front of it has been read: the sooner it is known, the sooner is a jump by it found to have been foretold wrongly.
    #[inline(always)]
    pub fn look(&mut self) {
        self.next = self.peek();
    }

    /// The opcode of the next operator.
    #[inline(always)]
    pub fn next(&self) -> u8 {
        debug_assert_eq!(self.next, self.peek(), "what is next has not been looked at");
        self.next
    }

    /// Passes over the opcode of the next operator.
    #[inline(always)]
    pub fn step(&mut self) {
        debug_assert!(self.at < self.end, "a step past the end of a validated body");
        // SAFETY: as in [`Self::byte`].
        self.at = unsafe { self.at.add(1) };
    }

    /// Reads a byte.
    #[inline]
    pub fn byte(&mut self) -> u8 {
        debug_assert!(self.at < self.end, "read past the end of a validated body");
        // SAFETY: a byte follows, for `Operators` are well formed up to their last `end` and the emitter reads no further.
        unsafe {
            let byte = *self.at;
            self.at = self.at.add(1);
            byte
        }
    }

    /// Reads an unsigned LEB128 number of up to 32 bits.
    #[inline]
    pub fn u32(&mut self) -> u32 {
        let first = self.byte();
        if first < 0x80 {
            return u32::from(first);
        }
        self.leb(first).0 as u32
    }

    /// Reads an unsigned LEB128 number of up to 64 bits.
    #[inline]
    pub fn u64(&mut self) -> u64 {
        let first = self.byte();
        if first < 0x80 {
            return u64::from(first);
        }
        self.leb(first).0
    }

    /// Reads a signed LEB128 number of up to 64 bits.
    #[inline]
    pub fn s64(&mut self) -> i64 {
        let first = self.byte();
        let (value, bits) = if first < 0x80 { (u64::from(first), 7) } else { self.leb(first) };
        let unused = 64u32.saturating_sub(bits);
        (value << unused) as i64 >> unused
    }

    /// Reads a signed LEB128 number of up to 32 bits.
    #[inline]
    pub fn s32(&mut self) -> i32 {
        self.s64() as i32
    }

    /// The rest of a number that starts with `first`, and how many bits were read.
    fn leb(&mut self, first: u8) -> (u64, u32) {
        let (mut value, mut bits) = (u64::from(first & 0x7f), 7);
        loop {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f).wrapping_shl(bits);
            bits += 7;
            if byte < 0x80 {
                return (value, bits);
            }
        }
    }

    /// Reads four bytes.
    pub fn f32_bits(&mut self) -> u32 {
        u32::from_le_bytes(std::array::from_fn(|_| self.byte()))
    }

    /// Reads eight bytes.
    pub fn f64_bits(&mut self) -> u64 {
        u64::from_le_bytes(std::array::from_fn(|_| self.byte()))
    }

    /// Reads a block type.
    pub fn block_type(&mut self) -> BlockType {
        let first = self.peek();
        match first {
            0x40 => {
                self.byte();
                BlockType::Empty
            }
            // One-byte negative numbers are value types.
            0x41..=0x7f => {
                self.byte();
                BlockType::Value(first)
            }
            _ => BlockType::Func(self.s64() as u32),
        }
    }

    /// Reads the immediates of a memory access. Bit 6 of the alignment says that a memory index follows; there is only memory 0.
    #[inline(always)]
    pub fn mem_arg(&mut self) -> MemArg {
        /// Bits that none of the two bytes of the usual immediates has.
        const LONGER: u16 = 0x80c0;
        debug_assert!(self.end as usize - self.at as usize >= 2, "a look past the end of a validated body");
        // SAFETY: as in [`Self::byte`]. Both immediates follow, each of a byte at least.
        let both = u16::from_le(unsafe { self.at.cast::<u16>().read_unaligned() });
        if both & LONGER != 0 {
            let (offset, at) = Self::longer_mem_arg(self.at, self.end);
            self.at = at;
            return MemArg { offset };
        }
        // SAFETY: these are the two bytes.
        self.at = unsafe { self.at.add(2) };
        MemArg { offset: u64::from(both >> 8) }
    }

    /// Immediates of any length: the offset, and where they end. Positions in place of a decoder: one whose address is taken is in no register anywhere.
    #[inline(never)]
    fn longer_mem_arg(at: *const u8, end: *const u8) -> (u64, *const u8) {
        let mut decoder = Self { at, end, next: 0, bias: 0, body: PhantomData };
        if decoder.u32() & 0x40 != 0 {
            decoder.u32();
        }
        (decoder.u64(), decoder.at)
    }

    /// Skips the immediates of the operator with opcode `op`.
    pub fn skip_immediates(&mut self, op: u8) {
        match op {
            0x02..=0x04 => drop(self.block_type()),
            0x0c | 0x0d | 0x10 | 0x20..=0x26 | 0xd2 => drop(self.u32()),
            0x0e => {
                for _ in 0..=self.u32() {
                    self.u32();
                }
            }
            0x11 => {
                self.u32();
                self.u32();
            }
            0x1c => {
                for _ in 0..self.u32() {
                    self.byte();
                }
            }
            0x28..=0x3e => drop(self.mem_arg()),
            0x3f | 0x40 => drop(self.u32()),
            0x41 => drop(self.s32()),
            0x42 => drop(self.s64()),
            0x43 => drop(self.f32_bits()),
            0x44 => drop(self.f64_bits()),
            0xd0 => drop(self.s64()),
            0xfc => match self.u32() {
                0..=7 => {}
                8 | 10 | 12 | 14 => {
                    self.u32();
                    self.u32();
                }
                _ => drop(self.u32()),
            },
            _ => {}
        }
    }
}

/// The checked twin of a [`Decoder`]: wasmparser's reader over the same operators. It fails if the decoder is ever at an offset where no operator starts.
#[cfg(debug_assertions)]
pub struct Twin<'a> {
    reader: wasmparser::OperatorsReader<'a>,
    offset: u32,
}

#[cfg(debug_assertions)]
impl<'a> Twin<'a> {
    /// A twin that starts where `decoder` is.
    pub fn new(decoder: Decoder<'a>) -> Self {
        let offset = decoder.offset();
        // SAFETY: both pointers are of the slice that the decoder was made from.
        let bytes =
            unsafe { std::slice::from_raw_parts(decoder.at, decoder.end.offset_from(decoder.at) as usize) };
        let reader = wasmparser::BinaryReader::new(bytes, u64::from(offset));
        Self { reader: wasmparser::OperatorsReader::new(reader), offset }
    }

    /// Reads operators up to one that starts at `offset`.
    pub fn advance_to(&mut self, offset: u32) {
        while self.offset < offset {
            self.reader.read().expect("an operator of a validated body");
            self.offset = self.reader.original_position() as u32;
        }
        assert_eq!(self.offset, offset, "the decoder lost its place");
    }
}
