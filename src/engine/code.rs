//! [`CodeMemory`]: memory of its own for machine code, which the compiler puts it into directly.
//!
//! Large code gets the kernel's huge pages where they are to be had: php's 11 MB then take 6 page faults instead of 2,600, and the processor's table of
//! recent pages reaches further while the code runs. Pages of 2 MiB would be waste for small code.

use beeline_codegen::{TextBuffer, map_large};
use beeline_runtime::arch::publish_code;
use memmap2::{Mmap, MmapMut};
use std::io;

/// Smallest mapping that is worth huge pages.
const LARGE: usize = 4 << 20;

/// Memory for code, writable until it is [made executable](Self::into_executable).
pub struct CodeMemory {
    map: Option<MmapMut>,
    len: usize,
    /// Why there was no memory.
    error: Option<io::Error>,
}

impl CodeMemory {
    /// Nothing.
    pub fn new() -> Self {
        Self { map: None, len: 0, error: None }
    }

    /// Why the compiler got no more memory, if it did not.
    pub fn take_error(&mut self) -> Option<io::Error> {
        self.error.take()
    }

    /// The code, ready to be run; `None` if there is none.
    pub fn into_executable(self) -> io::Result<Option<(Mmap, usize)>> {
        let Some(map) = self.map.filter(|_| self.len != 0) else { return Ok(None) };
        let map = map.make_exec()?;
        // SAFETY: the mapping is readable, too.
        unsafe { publish_code(map.as_ptr(), self.len) };
        Ok(Some((map, self.len)))
    }

    /// Makes the mapping at least this large.
    fn grow(&mut self, capacity: usize) -> io::Result<()> {
        let mut map = if capacity >= LARGE { map_large(capacity)? } else { MmapMut::map_anon(capacity)? };
        if let Some(old) = &self.map {
            map[..self.len].copy_from_slice(&old[..self.len]);
        }
        self.map = Some(map);
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> Option<()> {
        let end = self.len + bytes.len();
        if end > self.map.as_ref().map_or(0, |map| map.len())
            && let Err(error) = self.grow(end * 2)
        {
            self.error = Some(error);
            return None;
        }
        if let Some(map) = &mut self.map {
            map[self.len..end].copy_from_slice(bytes);
        }
        self.len = end;
        Some(())
    }
}

impl TextBuffer for CodeMemory {
    fn reserve(&mut self, bytes: usize) {
        // Code is about as long as the bodies; what is not written costs addresses, but no memory. If there are none, `put` tries again with less and tells.
        if bytes > 0 {
            let _ = self.grow(bytes * 2);
        }
    }

    fn append(&mut self, code: &[u8], padding: &[u8]) -> Option<()> {
        self.put(code)?;
        self.put(padding)
    }

    fn bytes(&mut self) -> &mut [u8] {
        match &mut self.map {
            Some(map) => &mut map[..self.len],
            None => &mut [],
        }
    }
}
