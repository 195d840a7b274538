//! Reading of directories: the kernel's entries turned into WASI's, a window at a time.
//!
//! A cookie is the number of the entry that comes next, counted from 0: it fits in the 32 bits that C libraries for WASI keep of it,
//! which the kernel's own offsets do not on ext4. Reading on is continuous whatever is created or removed meanwhile, for the window stays; going
//! back further than the window reads the directory again from its start.

use alloc::vec::Vec;
use core::mem::MaybeUninit;
use rustix::fd::BorrowedFd;
use rustix::fs::{AtFlags, FileType as HostType, RawDir, SeekFrom};
use rustix::io::Errno as Os;

use crate::errno::Result;
use crate::types::{DIRENT_SIZE, FileType};

/// Bytes that the kernel is asked for at a time.
const BLOCK: usize = 8192;

/// Where reading of a directory stands.
#[derive(Debug, Default)]
pub struct DirStream {
    /// Entries in the guest's form, one behind the other.
    window: Vec<u8>,
    /// Number of the first entry in the window.
    first: u64,
    /// How many there are in it.
    count: u64,
    /// The kernel has no more.
    ended: bool,
}

impl DirStream {
    /// Fills `out` with entries from number `cookie` on, the last of them cut off where `out` ends. Returns how much was
    /// filled: less than all only at the end of the directory.
    ///
    /// # Errors
    ///
    /// As the host says; [`crate::Errno::NotDir`] if it is no directory.
    pub fn read(&mut self, fd: BorrowedFd<'_>, cookie: u64, out: &mut [u8]) -> Result<usize> {
        if cookie == 0 || cookie < self.first {
            rustix::fs::seek(fd, SeekFrom::Start(0))?;
            self.window.clear();
            (self.first, self.count, self.ended) = (0, 0, false);
        }
        let mut next = cookie;
        let mut used = 0;
        loop {
            let mut at = self.offset_of(next);
            while next < self.first + self.count && used < out.len() {
                let entry = entry_at(&self.window, at);
                let room = &mut out[used..];
                let len = entry.len().min(room.len());
                room[..len].copy_from_slice(&entry[..len]);
                used += len;
                at += entry.len();
                next += 1;
            }
            if used == out.len() || self.ended {
                return Ok(used);
            }
            self.refill(fd)?;
        }
    }

    /// Where in the window entry number `cookie` starts.
    fn offset_of(&self, cookie: u64) -> usize {
        let mut at = 0;
        for _ in self.first..cookie.min(self.first + self.count) {
            at += entry_at(&self.window, at).len();
        }
        at
    }

    /// Replaces the window by the next block of the kernel.
    fn refill(&mut self, fd: BorrowedFd<'_>) -> Result<()> {
        let mut block = [MaybeUninit::uninit(); BLOCK];
        let mut entries = RawDir::new(fd, &mut block);
        let mut number = self.first + self.count;
        let mut item = match entries.next() {
            // A directory that has been removed has no entries, whatever Linux says.
            None | Some(Err(Os::NOENT)) => {
                self.ended = true;
                return Ok(());
            }
            Some(item) => item,
        };
        self.window.clear();
        self.first = number;
        self.count = 0;
        loop {
            let entry = item?;
            let name = entry.file_name();
            // Other names cannot be said in a path, whose strings are UTF-8: what cannot be opened is not listed.
            if name.to_str().is_ok() {
                let filetype = match entry.file_type() {
                    HostType::Unknown => rustix::fs::statat(fd, name, AtFlags::SYMLINK_NOFOLLOW)
                        .map_or(FileType::Unknown, |stat| HostType::from_raw_mode(stat.st_mode).into()),
                    known => known.into(),
                };
                number += 1;
                let name = name.to_bytes();
                let mut header = [0; DIRENT_SIZE];
                header[0..8].copy_from_slice(&number.to_le_bytes());
                header[8..16].copy_from_slice(&entry.ino().to_le_bytes());
                header[16..20].copy_from_slice(&(name.len() as u32).to_le_bytes());
                header[20] = filetype as u8;
                self.window.extend_from_slice(&header);
                self.window.extend_from_slice(name);
                self.count += 1;
            }
            if entries.is_buffer_empty() {
                return Ok(());
            }
            match entries.next() {
                Some(next) => item = next,
                None => return Ok(()),
            }
        }
    }
}

/// The entry that starts at `at`.
fn entry_at(window: &[u8], at: usize) -> &[u8] {
    let entry = &window[at..];
    let name = u32::from_le_bytes([entry[16], entry[17], entry[18], entry[19]]);
    &entry[..DIRENT_SIZE + name as usize]
}
