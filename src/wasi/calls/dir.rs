//! Directories: what was granted, and what is in them.

use alloc::boxed::Box;

use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::fds::Entry;
use crate::guest::Guest;
use crate::types::{FileType, rights};

/// Writes the kind of a preopened descriptor, and how long its path is. C libraries ask from 3 on until they get [`Errno::Badf`].
pub fn fd_prestat_get(ctx: &mut WasiCtx, mem: &mut Guest<'_>, fd: u32, prestat: u32) -> Result<()> {
    let path = ctx.fds.get(fd)?.preopen.as_deref().ok_or(Errno::Badf)?;
    mem.write_prestat(prestat, path.len() as u32)
}

/// Writes the path of a preopened directory, without a zero byte.
pub fn fd_prestat_dir_name(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    path: u32,
    path_len: u32,
) -> Result<()> {
    let name = ctx.fds.get(fd)?.preopen.as_deref().ok_or(Errno::Badf)?;
    let room = mem.bytes_mut(path, path_len)?;
    room.get_mut(..name.len()).ok_or(Errno::NameTooLong)?.copy_from_slice(name);
    Ok(())
}

/// Fills a buffer with entries of a directory, starting with number `cookie`. See [`crate::readdir`].
pub fn fd_readdir(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    buf: u32,
    buf_len: u32,
    cookie: u64,
    used: u32,
) -> Result<()> {
    mem.check_array(used, 1, 4)?;
    let entry = ctx.fds.get_mut(fd)?;
    if entry.filetype()? != FileType::Directory {
        return Err(Errno::NotDir);
    }
    entry.require(rights::FD_READDIR)?;
    let mut stream = entry.dir.take().unwrap_or_default();
    let filled = fill(entry, &mut stream, cookie, mem.bytes_mut(buf, buf_len)?);
    entry.dir = Some(stream);
    mem.write_u32(used, filled? as u32)
}

fn fill(
    entry: &Entry,
    stream: &mut Box<crate::readdir::DirStream>,
    cookie: u64,
    out: &mut [u8],
) -> Result<usize> {
    stream.read(entry.host()?, cookie, out)
}
