//! Messages on standard error.

use crate::arch::exit;
use beeline_launch::TRAPPED;

/// Writes to standard error, as far as it goes.
pub(crate) fn write_error(mut bytes: &[u8]) {
    // SAFETY: a standard stream's number is a valid descriptor's, or the call fails.
    let fd = unsafe { rustix::fd::BorrowedFd::borrow_raw(2) };
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
    write_error(b"error: internal error at ");
    if let Some(location) = info.location() {
        write_error(location.file().as_bytes());
        let mut digits = [b' '; 10];
        let mut line = location.line();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (line % 10) as u8;
            line /= 10;
        }
        write_error(b":");
        write_error(&digits);
    }
    write_error(b"\n");
    exit(TRAPPED)
}

/// Precompiled parts of the core library name it, but nothing unwinds here.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}
