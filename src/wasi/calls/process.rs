//! Arguments, environment, random bytes, and what concerns the whole process.

use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::guest::Guest;
use crate::strings::Strings;

/// Writes the addresses of the arguments to `argv`, and the arguments to `argv_buf`.
pub fn args_get(ctx: &mut WasiCtx, mem: &mut Guest<'_>, argv: u32, argv_buf: u32) -> Result<()> {
    write_strings(mem, &ctx.args, argv, argv_buf)
}

/// Writes the number of arguments and the bytes they take.
pub fn args_sizes_get(ctx: &mut WasiCtx, mem: &mut Guest<'_>, count: u32, size: u32) -> Result<()> {
    write_sizes(mem, &ctx.args, count, size)
}

/// Writes the addresses of the variables to `environ`, and the variables to `environ_buf`.
pub fn environ_get(ctx: &mut WasiCtx, mem: &mut Guest<'_>, environ: u32, environ_buf: u32) -> Result<()> {
    write_strings(mem, &ctx.environ.strings, environ, environ_buf)
}

/// Writes the number of variables and the bytes they take.
pub fn environ_sizes_get(ctx: &mut WasiCtx, mem: &mut Guest<'_>, count: u32, size: u32) -> Result<()> {
    write_sizes(mem, &ctx.environ.strings, count, size)
}

fn write_sizes(mem: &mut Guest<'_>, strings: &Strings, count: u32, size: u32) -> Result<()> {
    let (number, bytes) = strings.sizes()?;
    mem.write_u32(count, number)?;
    mem.write_u32(size, bytes)
}

fn write_strings(mem: &mut Guest<'_>, strings: &Strings, pointers: u32, buffer: u32) -> Result<()> {
    let (number, bytes) = strings.sizes()?;
    mem.check_array(pointers, number, 4)?;
    mem.check_array(buffer, bytes, 1)?;
    let mut at = buffer;
    for (index, string) in strings.iter().enumerate() {
        mem.write(at, string)?;
        mem.write(at + string.len() as u32, b"\0")?;
        mem.write_u32(pointers + index as u32 * 4, at)?;
        // The last string may end where the numbers do.
        at = at.wrapping_add(string.len() as u32 + 1);
    }
    Ok(())
}

/// Fills a buffer with random bytes.
pub fn random_get(_: &mut WasiCtx, mem: &mut Guest<'_>, buf: u32, buf_len: u32) -> Result<()> {
    let mut rest = mem.bytes_mut(buf, buf_len)?;
    while !rest.is_empty() {
        let flags = rustix::rand::GetRandomFlags::empty();
        let done = rustix::io::retry_on_intr(|| rustix::rand::getrandom(&mut *rest, flags))?;
        rest = &mut rest[done..];
    }
    Ok(())
}

/// Lets other threads of the host run.
pub fn sched_yield(_: &mut WasiCtx, _: &mut Guest<'_>) -> Result<()> {
    rustix::thread::sched_yield();
    Ok(())
}

/// Refused: a signal would reach the host's process, which a guest may share with others.
pub fn proc_raise(_: &mut WasiCtx, _: &mut Guest<'_>, _signal: u32) -> Result<()> {
    Err(Errno::NoSys)
}
