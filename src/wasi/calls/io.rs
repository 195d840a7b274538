//! Reading, writing and seeking.
//!
//! One buffer is one plain `read` or `write` into or out of the guest's memory; several are one `readv` or `writev`. A call that a signal
//! of the host interrupts is made again. Writing to a pipe that nobody reads answers [`Errno::Pipe`], provided that the process ignores
//! SIGPIPE, which is up to whoever starts it (Rust's standard library does; executables must do it in their start code).

use core::mem::MaybeUninit;
use rustix::event::{PollFd, PollFlags};
use rustix::fs::SeekFrom;
use rustix::io::retry_on_intr;

use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::fds::{Entry, Handle, Role};
use crate::guest::{Guest, MAX_IOVECS};
use crate::types::{FileType, Whence, fdflags, rights};

/// Reads from the present position.
pub fn fd_read(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    iovs: u32,
    iovs_len: u32,
    nread: u32,
) -> Result<()> {
    mem.check_array(nread, 1, 4)?;
    let entry = ctx.fds.with(fd, rights::FD_READ)?;
    if let Handle::Null = entry.handle {
        return mem.write_u32(nread, 0);
    }
    let host = entry.host()?;
    would_block(entry, PollFlags::IN)?;
    let done = if iovs_len == 1 {
        let buffer = mem.single_mut(iovs)?;
        retry_on_intr(|| rustix::io::read(host, &mut *buffer))?
    } else {
        let mut room = [const { MaybeUninit::uninit() }; MAX_IOVECS];
        let buffers = mem.scatter(iovs, iovs_len, &mut room)?;
        retry_on_intr(|| rustix::io::readv(host, buffers))?
    };
    mem.write_u32(nread, done as u32)
}

/// Reads from `offset`, leaving the position alone.
pub fn fd_pread(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    iovs: u32,
    iovs_len: u32,
    offset: u64,
    nread: u32,
) -> Result<()> {
    mem.check_array(nread, 1, 4)?;
    let host = ctx.fds.with(fd, rights::FD_READ | rights::FD_SEEK)?.host()?;
    let done = if iovs_len == 1 {
        let buffer = mem.single_mut(iovs)?;
        retry_on_intr(|| rustix::io::pread(host, &mut *buffer, offset))?
    } else {
        let mut room = [const { MaybeUninit::uninit() }; MAX_IOVECS];
        let buffers = mem.scatter(iovs, iovs_len, &mut room)?;
        retry_on_intr(|| rustix::io::preadv(host, buffers, offset))?
    };
    mem.write_u32(nread, done as u32)
}

/// Writes at the present position.
pub fn fd_write(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    iovs: u32,
    iovs_len: u32,
    nwritten: u32,
) -> Result<()> {
    mem.check_array(nwritten, 1, 4)?;
    let entry = ctx.fds.with(fd, rights::FD_WRITE)?;
    let done = match entry.handle {
        Handle::Null => mem.total(iovs, iovs_len)? as usize,
        _ => {
            let host = entry.host()?;
            would_block(entry, PollFlags::OUT)?;
            if iovs_len == 1 {
                let buffer = mem.single(iovs)?;
                retry_on_intr(|| rustix::io::write(host, buffer))?
            } else {
                let mut room = [const { MaybeUninit::uninit() }; MAX_IOVECS];
                let buffers = mem.gather(iovs, iovs_len, &mut room)?;
                retry_on_intr(|| rustix::io::writev(host, buffers))?
            }
        }
    };
    mem.write_u32(nwritten, done as u32)
}

/// Writes at `offset`, leaving the position alone.
pub fn fd_pwrite(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    iovs: u32,
    iovs_len: u32,
    offset: u64,
    nwritten: u32,
) -> Result<()> {
    mem.check_array(nwritten, 1, 4)?;
    let entry = ctx.fds.with(fd, rights::FD_WRITE | rights::FD_SEEK)?;
    entry.require_position()?;
    let host = entry.host()?;
    let done = if iovs_len == 1 {
        let buffer = mem.single(iovs)?;
        retry_on_intr(|| rustix::io::pwrite(host, buffer, offset))?
    } else {
        let mut room = [const { MaybeUninit::uninit() }; MAX_IOVECS];
        let buffers = mem.gather(iovs, iovs_len, &mut room)?;
        retry_on_intr(|| rustix::io::pwritev(host, buffers, offset))?
    };
    mem.write_u32(nwritten, done as u32)
}

/// Moves the position and writes where it then is.
pub fn fd_seek(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    offset: i64,
    whence: u32,
    position: u32,
) -> Result<()> {
    mem.check_array(position, 1, 8)?;
    let entry = ctx.fds.get(fd)?;
    let to = match Whence::from_number(mem.abi, whence).ok_or(Errno::Inval)? {
        Whence::Set => SeekFrom::Start(u64::try_from(offset).map_err(|_| Errno::Inval)?),
        Whence::Cur => SeekFrom::Current(offset),
        Whence::End => SeekFrom::End(offset),
    };
    if to == SeekFrom::Current(0) {
        return tell(mem, entry, position);
    }
    entry.require(rights::FD_SEEK)?;
    seek(mem, entry, to, position)
}

/// Writes where the position is.
pub fn fd_tell(ctx: &mut WasiCtx, mem: &mut Guest<'_>, fd: u32, position: u32) -> Result<()> {
    mem.check_array(position, 1, 8)?;
    tell(mem, ctx.fds.get(fd)?, position)
}

/// The right to seek includes the right to tell.
fn tell(mem: &mut Guest<'_>, entry: &Entry, position: u32) -> Result<()> {
    if entry.base & rights::POSITION == 0 {
        return Err(Errno::NotCapable);
    }
    seek(mem, entry, SeekFrom::Current(0), position)
}

fn seek(mem: &mut Guest<'_>, entry: &Entry, to: SeekFrom, position: u32) -> Result<()> {
    entry.require_position()?;
    let host = entry.host().map_err(|_| Errno::Spipe)?;
    // The position of a directory belongs to `fd_readdir`.
    if entry.filetype()? == FileType::Directory {
        return Err(Errno::Badf);
    }
    let at = rustix::fs::seek(host, to)?;
    mem.write_u64(position, at)
}

/// Non-blocking mode of a stream that the host shares with others, whose own mode is left alone: looks before it leaps.
fn would_block(entry: &Entry, events: PollFlags) -> Result<()> {
    if entry.flags & fdflags::NONBLOCK == 0 || entry.role == Role::File {
        return Ok(());
    }
    let host = entry.host()?;
    let mut fds = [PollFd::from_borrowed_fd(host, events)];
    let none = rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 };
    match retry_on_intr(|| rustix::event::poll(&mut fds, Some(&none)))? {
        0 => Err(Errno::Again),
        _ => Ok(()),
    }
}
