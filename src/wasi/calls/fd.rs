//! Attributes and flags of descriptors, and their numbers.

use core::num::NonZeroU64;
use rustix::fs::{Advice, FallocateFlags, OFlags, Timespec, Timestamps, UTIME_NOW, UTIME_OMIT};

use crate::calls::clock;
use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::fds::{Handle, Role};
use crate::guest::{FileStat, Guest};
use crate::types::{FileType, fdflags, fstflags, rights};

/// Says how a part of a file will be used.
pub fn fd_advise(
    ctx: &mut WasiCtx,
    _: &mut Guest<'_>,
    fd: u32,
    offset: u64,
    len: u64,
    advice: u32,
) -> Result<()> {
    let entry = ctx.fds.with(fd, rights::FD_ADVISE)?;
    let advice = match advice {
        0 => Advice::Normal,
        1 => Advice::Sequential,
        2 => Advice::Random,
        3 => Advice::WillNeed,
        4 => Advice::DontNeed,
        5 => Advice::NoReuse,
        _ => return Err(Errno::Inval),
    };
    if offset.checked_add(len).is_none_or(|end| end > i64::MAX as u64) {
        return Err(Errno::Inval);
    }
    let host = entry.host()?;
    if entry.filetype()? == FileType::Directory {
        return Err(Errno::Badf);
    }
    Ok(rustix::fs::fadvise(host, offset, NonZeroU64::new(len), advice)?)
}

/// Makes sure that there is room for a part of a file, which grows if it has to.
pub fn fd_allocate(ctx: &mut WasiCtx, _: &mut Guest<'_>, fd: u32, offset: u64, len: u64) -> Result<()> {
    let host = ctx.fds.with(fd, rights::FD_ALLOCATE)?.host()?;
    Ok(rustix::fs::fallocate(host, FallocateFlags::empty(), offset, len)?)
}

/// Closes a descriptor.
pub fn fd_close(ctx: &mut WasiCtx, _: &mut Guest<'_>, fd: u32) -> Result<()> {
    ctx.fds.remove(fd).map(drop)
}

/// Gives the descriptor `fd` the number `to`, closing what had it.
pub fn fd_renumber(ctx: &mut WasiCtx, _: &mut Guest<'_>, fd: u32, to: u32) -> Result<()> {
    ctx.fds.renumber(fd, to)
}

/// Writes a file's data to its device.
pub fn fd_datasync(ctx: &mut WasiCtx, _: &mut Guest<'_>, fd: u32) -> Result<()> {
    let host = ctx.fds.with(fd, rights::FD_DATASYNC)?.host()?;
    Ok(rustix::fs::fdatasync(host)?)
}

/// Writes a file's data and attributes to its device.
pub fn fd_sync(ctx: &mut WasiCtx, _: &mut Guest<'_>, fd: u32) -> Result<()> {
    let host = ctx.fds.with(fd, rights::FD_SYNC)?.host()?;
    Ok(rustix::fs::fsync(host)?)
}

/// Writes type, flags and rights of a descriptor. Needs no system call for a descriptor that it was asked about before.
pub fn fd_fdstat_get(ctx: &mut WasiCtx, mem: &mut Guest<'_>, fd: u32, stat: u32) -> Result<()> {
    let entry = ctx.fds.get(fd)?;
    let (base, inheriting) = (entry.effective_base()?, entry.effective_inheriting()?);
    mem.write_fdstat(stat, entry.filetype()?, entry.flags, base, inheriting)
}

/// Sets appending and non-blocking mode. The synchronous modes are fixed when a file is opened.
pub fn fd_fdstat_set_flags(ctx: &mut WasiCtx, _: &mut Guest<'_>, fd: u32, flags: u32) -> Result<()> {
    let flags = u16::try_from(flags).ok().filter(|flags| flags & !fdflags::ALL == 0).ok_or(Errno::Inval)?;
    let entry = ctx.fds.get_mut(fd)?;
    entry.require(rights::FD_FDSTAT_SET_FLAGS)?;
    let changed = flags ^ entry.flags;
    match &entry.handle {
        Handle::Null => {}
        _ if entry.role != Role::File => {
            if changed & !fdflags::NONBLOCK != 0 {
                return Err(Errno::NotSup);
            }
        }
        Handle::Inherited(_) => return Err(Errno::NotSup),
        Handle::Owned(host) => {
            if changed & !(fdflags::APPEND | fdflags::NONBLOCK) != 0 {
                return Err(Errno::NotSup);
            }
            if changed != 0 {
                let mut to = OFlags::empty();
                to.set(OFlags::APPEND, flags & fdflags::APPEND != 0);
                to.set(OFlags::NONBLOCK, flags & fdflags::NONBLOCK != 0);
                rustix::fs::fcntl_setfl(host, to)?;
            }
        }
    }
    entry.flags = flags;
    Ok(())
}

/// Takes rights away from a descriptor.
pub fn fd_fdstat_set_rights(
    ctx: &mut WasiCtx,
    _: &mut Guest<'_>,
    fd: u32,
    base: u64,
    inheriting: u64,
) -> Result<()> {
    let entry = ctx.fds.get_mut(fd)?;
    if base & !entry.base != 0 || inheriting & !entry.inheriting != 0 {
        return Err(Errno::NotCapable);
    }
    (entry.base, entry.inheriting) = (base, inheriting);
    Ok(())
}

/// Writes a file's attributes.
pub fn fd_filestat_get(ctx: &mut WasiCtx, mem: &mut Guest<'_>, fd: u32, stat: u32) -> Result<()> {
    let entry = ctx.fds.with(fd, rights::FD_FILESTAT_GET)?;
    let attributes = match entry.handle {
        Handle::Null => FileStat {
            dev: 0,
            ino: 0,
            filetype: FileType::CharacterDevice,
            nlink: 1,
            size: 0,
            atim: 0,
            mtim: 0,
            ctim: 0,
        },
        _ => {
            let attributes = FileStat::from(&rustix::fs::fstat(entry.host()?)?);
            entry.set_filetype(attributes.filetype);
            attributes
        }
    };
    mem.write_filestat(stat, &attributes)
}

/// Cuts a file, or fills it up with zeros.
pub fn fd_filestat_set_size(ctx: &mut WasiCtx, _: &mut Guest<'_>, fd: u32, size: u64) -> Result<()> {
    let host = ctx.fds.with(fd, rights::FD_FILESTAT_SET_SIZE)?.host()?;
    Ok(rustix::fs::ftruncate(host, size)?)
}

/// Sets a file's times.
pub fn fd_filestat_set_times(
    ctx: &mut WasiCtx,
    _: &mut Guest<'_>,
    fd: u32,
    atim: u64,
    mtim: u64,
    fst_flags: u32,
) -> Result<()> {
    let times = timestamps(atim, mtim, fst_flags)?;
    let host = ctx.fds.with(fd, rights::FD_FILESTAT_SET_TIMES)?.host()?;
    Ok(rustix::fs::futimens(host, &times)?)
}

/// The host's form of times to set.
///
/// # Errors
///
/// [`Errno::Inval`] if a time is to be set to both a value and the present.
pub fn timestamps(atim: u64, mtim: u64, flags: u32) -> Result<Timestamps> {
    let flags = u16::try_from(flags).ok().filter(|flags| flags & !fstflags::ALL == 0).ok_or(Errno::Inval)?;
    let time = |value, set, now| match (flags & set != 0, flags & now != 0) {
        (true, true) => Err(Errno::Inval),
        (true, false) => Ok(clock::timespec(value)),
        (false, true) => Ok(Timespec { tv_sec: 0, tv_nsec: UTIME_NOW }),
        (false, false) => Ok(Timespec { tv_sec: 0, tv_nsec: UTIME_OMIT }),
    };
    Ok(Timestamps {
        last_access: time(atim, fstflags::ATIM, fstflags::ATIM_NOW)?,
        last_modification: time(mtim, fstflags::MTIM, fstflags::MTIM_NOW)?,
    })
}
