//! [`Buffer`]: bytes that are written once, front to back; large ones in huge pages where the kernel has them.
//!
//! A page fault takes as long as compiling 80 bytes of a body, and what a whole program is compiled to has thousands of pages: with huge pages a program like
//! python takes 0.94 of the time. They are had only from a mapping's own start on, which in a `Vec` is the allocator's. What is in a buffer never depends on this.

#![forbid(unsafe_code)]

use memmap2::MmapMut;
use std::fmt;
use std::io;
use std::ops::{Deref, DerefMut};

/// Bytes of a huge page, or of most of them: elsewhere the advice is taken for less, or not at all.
const HUGE: usize = 2 << 20;

/// A buffer of fewer bytes is no mapping: at most half of the memory that one costs is not written.
const LARGE: usize = HUGE / 2;

/// A vector of bytes.
#[derive(Default)]
pub struct Buffer {
    storage: Storage,
}

enum Storage {
    /// On the heap.
    Small(Vec<u8>),
    /// A mapping of its own, and how many of its bytes are used. Those behind them are zero.
    Large(MmapMut, usize),
}

impl Default for Storage {
    fn default() -> Self {
        Self::Small(Vec::new())
    }
}

/// A mapping of so many bytes, or some more, in huge pages where the kernel has them.
///
/// # Errors
///
/// The system has none.
#[doc(hidden)]
pub fn map_large(len: usize) -> io::Result<MmapMut> {
    // The kernel puts a mapping to where its pages can be huge if its length is a multiple of theirs.
    let len = len.checked_next_multiple_of(HUGE).ok_or(io::ErrorKind::OutOfMemory)?;
    let map = MmapMut::map_anon(len)?;
    // A kernel without huge pages has small ones.
    #[cfg(target_os = "linux")]
    let _ = map.advise(memmap2::Advice::HugePage);
    Ok(map)
}

impl Buffer {
    /// An empty buffer for `len` bytes, which are sure to be written, and for `room` more, which may cost addresses, but no memory.
    pub fn with_room(len: usize, room: usize) -> Self {
        let large = (len >= LARGE).then(|| map_large(len + room).ok()).flatten();
        let small = || Storage::Small(Vec::with_capacity(len + room));
        Self { storage: large.map_or_else(small, |map| Storage::Large(map, 0)) }
    }

    /// Puts bytes behind what is there.
    ///
    /// # Panics
    ///
    /// There is no memory for them.
    pub fn extend_from_slice(&mut self, bytes: &[u8]) {
        match &mut self.storage {
            Storage::Large(map, used) => {
                if let Some(room) = map[*used..].get_mut(..bytes.len()) {
                    room.copy_from_slice(bytes);
                    *used += bytes.len();
                } else {
                    self.grow(bytes.len());
                    self.extend_from_slice(bytes);
                }
            }
            Storage::Small(vec) => vec.extend_from_slice(bytes),
        }
    }

    /// Puts zeros behind what is there, up to `len` bytes. It must not be less than there is.
    ///
    /// # Panics
    ///
    /// There is no memory for them.
    pub fn extend_to(&mut self, len: usize) {
        debug_assert!(len >= self.len());
        match &mut self.storage {
            Storage::Large(map, used) => {
                if len <= map.len() {
                    *used = len;
                } else {
                    self.grow(len - self.len());
                    self.extend_to(len);
                }
            }
            Storage::Small(vec) => vec.resize(len, 0),
        }
    }

    /// Moves to where there is room for so many more bytes, and as many again as there are.
    #[cold]
    fn grow(&mut self, more: usize) {
        let (len, room) = (self.len() + more, self.len());
        let mut larger = Self::with_room(len, room);
        larger.extend_from_slice(self);
        *self = larger;
    }
}

impl From<Vec<u8>> for Buffer {
    fn from(bytes: Vec<u8>) -> Self {
        Self { storage: Storage::Small(bytes) }
    }
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.storage {
            Storage::Small(vec) => vec,
            Storage::Large(map, used) => &map[..*used],
        }
    }
}

impl DerefMut for Buffer {
    fn deref_mut(&mut self) -> &mut [u8] {
        match &mut self.storage {
            Storage::Small(vec) => vec,
            Storage::Large(map, used) => &mut map[..*used],
        }
    }
}

impl Clone for Buffer {
    fn clone(&self) -> Self {
        let mut clone = Self::with_room(self.len(), 0);
        clone.extend_from_slice(self);
        clone
    }
}

impl PartialEq for Buffer {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Buffer {}

impl fmt::Debug for Buffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{Buffer, HUGE, LARGE};

    #[test]
    fn a_buffer_is_a_vector() {
        for len in [0, 5, LARGE - 1, LARGE, HUGE - 3, HUGE, 2 * HUGE + 1] {
            let (mut buffer, mut vec) = (Buffer::with_room(len, 0), Vec::new());
            let pattern: Vec<u8> = (0..=250).collect();
            while vec.len() < len + len / 2 + 10_000 {
                buffer.extend_from_slice(&pattern);
                vec.extend_from_slice(&pattern);
                buffer.extend_to(vec.len() + 1000);
                vec.resize(vec.len() + 1000, 0);
            }
            assert!(*buffer == *vec);
            buffer[0] = 9;
            let clone = buffer.clone();
            assert!(clone == buffer && clone[0] == 9 && clone[1..] == vec[1..]);
        }
    }
}
