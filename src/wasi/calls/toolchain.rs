//! What toolchains import into every module whatever it does, beside WASI: `abort` of AssemblyScript, and Emscripten's notice that
//! memory has grown.

use alloc::string::String;
use alloc::vec::Vec;

use crate::ctx::WasiCtx;
use crate::fds::Handle;
use crate::guest::Guest;
use crate::types::rights;
use beeline_abi::text::{write_name, write_number};

/// Code units of a string that are shown.
const SHOWN: u32 = 32 << 10;

/// Says on standard error why the program ends: message and file are strings of AssemblyScript's, or null. Its standard library calls this
/// when something is asserted that does not hold, or an exception is thrown. That it cannot be said is no reason to go on.
pub fn abort(ctx: &mut WasiCtx, mem: &Guest<'_>, message: u32, file: u32, line: u32, column: u32) {
    let mut text = String::from("abort: ");
    // A message may quote what the program was given.
    write_name(&string(mem, message).unwrap_or_default(), &mut text);
    if let Some(file) = string(mem, file) {
        text.push_str(" in ");
        write_name(&file, &mut text);
        for (before, number) in [("(", line), (":", column)] {
            text.push_str(before);
            write_number(number as usize, 10, &mut text);
        }
        text.push(')');
    }
    text.push('\n');
    let Ok(stderr) = ctx.fds.with(2, rights::FD_WRITE) else { return };
    if let (Handle::Owned(_) | Handle::Inherited(_), Ok(host)) = (&stderr.handle, stderr.host()) {
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            match rustix::io::write(host, rest) {
                Ok(done) if done > 0 => rest = rest.get(done..).unwrap_or_default(),
                Err(rustix::io::Errno::INTR) => {}
                _ => break,
            }
        }
    }
}

/// A string of AssemblyScript's: UTF-16 code units, whose bytes are counted in the word in front of them. `None` for null and for what
/// is no string.
fn string(mem: &Guest<'_>, at: u32) -> Option<String> {
    let bytes = mem.read_u32(at.checked_sub(4)?).ok()?;
    let units = mem.bytes(at, bytes.min(2 * SHOWN) & !1).ok()?;
    let units: Vec<u16> = units.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}
