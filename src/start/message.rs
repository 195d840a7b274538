//! Messages on standard error, and ways to end with one.

use crate::arch::exit;
use alloc::vec::Vec;
use beeline_runtime::trap::write_number;
use core::fmt::{self, Write};

/// Exit status when the program cannot be started.
pub(crate) const FAILURE: u32 = 1;
/// Exit status of a trap: that of a process ended by SIGABRT, as shells report it.
pub(crate) const ABORTED: u32 = 134;

/// Text that is collected and then written at once. Bytes that are no UTF-8, in paths, go through as they
/// are.
pub(crate) struct Text(Vec<u8>);

impl Text {
    /// `error: ` to start with.
    pub(crate) fn error() -> Self {
        Self(b"error: ".to_vec())
    }

    /// Nothing to start with.
    pub(crate) fn empty() -> Self {
        Self(Vec::new())
    }

    /// What was collected.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Adds bytes.
    pub(crate) fn add(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// Adds a decimal number.
    pub(crate) fn number(&mut self, number: usize) -> &mut Self {
        // Writing to memory does not fail.
        let _ = write_number(number, 10, self);
        self
    }

    /// Adds a hexadecimal number.
    pub(crate) fn hexadecimal(&mut self, number: usize) -> &mut Self {
        let _ = write_number(number, 16, self);
        self
    }

    /// Writes it to standard error.
    pub(crate) fn print(&self) {
        write_all(2, &self.0);
    }

    /// Writes it with a line's end and exits.
    pub(crate) fn fail(&mut self, status: u32) -> ! {
        self.add(b"\n").print();
        exit(status)
    }
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Writes to descriptor 1 or 2, as far as it goes.
pub(crate) fn write_all(fd: i32, mut bytes: &[u8]) {
    // SAFETY: a standard stream's number is a valid descriptor's, or the call fails.
    let fd = unsafe { rustix::fd::BorrowedFd::borrow_raw(fd) };
    while !bytes.is_empty() {
        match rustix::io::write(fd, bytes) {
            Ok(done) if done > 0 => bytes = bytes.get(done..).unwrap_or(&[]),
            Err(rustix::io::Errno::INTR) => {}
            _ => break,
        }
    }
}

/// A bug in this program. Says where and nothing else: formatting the message would take a third of a small
/// executable.
#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    write_all(2, b"error: internal error at ");
    if let Some(location) = info.location() {
        write_all(2, location.file().as_bytes());
        let mut digits = [b' '; 10];
        let mut line = location.line();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (line % 10) as u8;
            line /= 10;
        }
        write_all(2, b":");
        write_all(2, &digits);
    }
    write_all(2, b"\n");
    exit(ABORTED)
}

/// Precompiled parts of the core library name it, but nothing unwinds here.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}
