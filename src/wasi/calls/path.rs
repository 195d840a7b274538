//! What is done by path, relative to a directory's descriptor. [`crate::path`] keeps it beneath the directory.

use rustix::fs::{AtFlags, Mode, OFlags};

use crate::calls::fd::timestamps;
use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::fds::{Entry, Handle};
use crate::guest::{FileStat, Guest};
use crate::path::CPath;
use crate::types::{FileType, SYMLINK_FOLLOW, fdflags, oflags, rights};

/// Takes a path out of the guest's memory.
fn load(mem: &Guest<'_>, path: &mut CPath, ptr: u32, len: u32) -> Result<()> {
    path.set(mem.bytes(ptr, len)?)
}

/// Makes a directory.
pub fn path_create_directory(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    path: u32,
    path_len: u32,
) -> Result<()> {
    let mut room = CPath::new();
    load(mem, &mut room, path, path_len)?;
    let dir = ctx.fds.directory(fd, rights::PATH_CREATE_DIRECTORY)?.host()?;
    let place = ctx.resolver.parent(dir, &mut room)?;
    Ok(rustix::fs::mkdirat(&place.dir, place.name(), Mode::from_raw_mode(0o777))?)
}

/// Writes a file's attributes.
pub fn path_filestat_get(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    flags: u32,
    path: u32,
    path_len: u32,
    stat: u32,
) -> Result<()> {
    let mut room = CPath::new();
    load(mem, &mut room, path, path_len)?;
    let dir = ctx.fds.directory(fd, rights::PATH_FILESTAT_GET)?.host()?;
    let attributes = ctx.resolver.stat(dir, &mut room, flags & SYMLINK_FOLLOW != 0)?;
    mem.write_filestat(stat, &FileStat::from(&attributes))
}

/// Sets a file's times.
pub fn path_filestat_set_times(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    flags: u32,
    path: u32,
    path_len: u32,
    atim: u64,
    mtim: u64,
    fst_flags: u32,
) -> Result<()> {
    let times = timestamps(atim, mtim, fst_flags)?;
    let mut room = CPath::new();
    load(mem, &mut room, path, path_len)?;
    let dir = ctx.fds.directory(fd, rights::PATH_FILESTAT_SET_TIMES)?.host()?;
    let place = ctx.resolver.existing(dir, &mut room, flags & SYMLINK_FOLLOW != 0)?;
    Ok(rustix::fs::utimensat(&place.dir, place.name(), &times, AtFlags::SYMLINK_NOFOLLOW)?)
}

/// Makes a hard link.
pub fn path_link(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    old_fd: u32,
    old_flags: u32,
    old_path: u32,
    old_path_len: u32,
    new_fd: u32,
    new_path: u32,
    new_path_len: u32,
) -> Result<()> {
    let (mut old_room, mut new_room) = (CPath::new(), CPath::new());
    load(mem, &mut old_room, old_path, old_path_len)?;
    load(mem, &mut new_room, new_path, new_path_len)?;
    let old_dir = ctx.fds.directory(old_fd, rights::PATH_LINK_SOURCE)?.host()?;
    let new_dir = ctx.fds.directory(new_fd, rights::PATH_LINK_TARGET)?.host()?;
    let old = ctx.resolver.existing(old_dir, &mut old_room, old_flags & SYMLINK_FOLLOW != 0)?;
    let new = ctx.resolver.parent(new_dir, &mut new_room)?;
    Ok(rustix::fs::linkat(&old.dir, old.name(), &new.dir, new.name(), AtFlags::empty())?)
}

/// Opens a file or directory.
///
/// Rights that the directory does not pass on are dropped, except for reading and writing: a file that was to be read or written
/// and cannot be is not opened at all. A directory gets all that the one has and passes on through which it is opened, whatever is asked for: programs
/// name the rights that they mean to use of a directory, not those that they want for what is in it (Go's `os.Root` is one), and
/// other runtimes let them. A directory has less only where the guest has given rights up, or was granted it for reading only.
pub fn path_open(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    dirflags: u32,
    path: u32,
    path_len: u32,
    open_flags: u32,
    base: u64,
    inheriting: u64,
    fd_flags: u32,
    opened: u32,
) -> Result<()> {
    mem.check_array(opened, 1, 4)?;
    let asked = OpenRequest::new(open_flags, fd_flags, base)?;
    let mut room = CPath::new();
    load(mem, &mut room, path, path_len)?;
    let dir = ctx.fds.directory(fd, asked.needed)?;
    if dir.read_only && asked.mutates {
        return Err(Errno::Perm);
    }
    if asked.access & !dir.inheriting != 0 {
        return Err(Errno::NotCapable);
    }
    let (mode, follow) = (Mode::from_raw_mode(0o666), dirflags & SYMLINK_FOLLOW != 0);
    let host = ctx.resolver.open(dir.host()?, &room, asked.host, mode, follow)?;
    let mut entry = Entry::new(Handle::Owned(host), base & dir.inheriting, inheriting & dir.inheriting);
    if asked.host.contains(OFlags::DIRECTORY) {
        entry.set_filetype(FileType::Directory);
    }
    // What is opened to be written is no directory.
    if asked.access & rights::FD_WRITE == 0 && entry.filetype()? == FileType::Directory {
        (entry.base, entry.inheriting) = (entry.base | (dir.base & dir.inheriting), dir.inheriting);
    }
    entry.read_only = dir.read_only;
    if entry.read_only {
        entry.base &= !rights::MUTATE;
    }
    entry.flags = asked.fd_flags;
    let number = ctx.fds.insert(entry)?;
    mem.write_u32(opened, number)
}

/// What the arguments of `path_open` mean.
struct OpenRequest {
    /// The host's flags.
    host: OFlags,
    /// `fdflags`.
    fd_flags: u16,
    /// Rights that the directory must have.
    needed: u64,
    /// Rights to read and write that are asked for.
    access: u64,
    /// Something may be changed.
    mutates: bool,
}

impl OpenRequest {
    fn new(open_flags: u32, fd_flags: u32, base: u64) -> Result<Self> {
        let known = |flags: u32, all: u16| match u16::try_from(flags) {
            Ok(flags) if flags & !all == 0 => Ok(flags),
            _ => Err(Errno::Inval),
        };
        let (open_flags, fd_flags) = (known(open_flags, oflags::ALL)?, known(fd_flags, fdflags::ALL)?);
        let mut needed = rights::PATH_OPEN;
        let mut host = OFlags::empty();
        let is = |flag| open_flags & flag != 0;
        if is(oflags::CREAT) {
            // The kernel's answer to both has changed over time.
            if is(oflags::DIRECTORY) {
                return Err(Errno::Inval);
            }
            needed |= rights::PATH_CREATE_FILE;
            host |= OFlags::CREATE;
        }
        if is(oflags::TRUNC) {
            needed |= rights::PATH_FILESTAT_SET_SIZE;
            host |= OFlags::TRUNC;
        }
        host.set(OFlags::EXCL, is(oflags::EXCL));
        host.set(OFlags::DIRECTORY, is(oflags::DIRECTORY));
        let access = base & (rights::FD_READ | rights::FD_WRITE);
        let (read, write) = (access & rights::FD_READ != 0, access & rights::FD_WRITE != 0);
        host |= match (read, write) {
            (_, false) => OFlags::RDONLY,
            (false, true) => OFlags::WRONLY,
            (true, true) => OFlags::RDWR,
        };
        for (flag, to) in [
            (fdflags::APPEND, OFlags::APPEND),
            (fdflags::NONBLOCK, OFlags::NONBLOCK),
            (fdflags::DSYNC, OFlags::DSYNC),
            (fdflags::RSYNC, OFlags::RSYNC),
            (fdflags::SYNC, OFlags::SYNC),
        ] {
            if fd_flags & flag != 0 {
                host |= to;
            }
        }
        let mutates = write || is(oflags::CREAT) || is(oflags::TRUNC);
        Ok(Self { host, fd_flags, needed, access, mutates })
    }
}

/// Writes the target of a symbolic link, cut off where the buffer ends, and how long what was written is.
pub fn path_readlink(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    path: u32,
    path_len: u32,
    buf: u32,
    buf_len: u32,
    used: u32,
) -> Result<()> {
    mem.check_array(used, 1, 4)?;
    let mut room = CPath::new();
    load(mem, &mut room, path, path_len)?;
    let dir = ctx.fds.directory(fd, rights::PATH_READLINK)?.host()?;
    let place = ctx.resolver.existing(dir, &mut room, false)?;
    let buffer = mem.bytes_mut(buf, buf_len)?;
    let len = rustix::fs::readlinkat_raw(&place.dir, place.name(), buffer)?;
    mem.write_u32(used, len as u32)
}

/// Removes an empty directory.
pub fn path_remove_directory(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    path: u32,
    path_len: u32,
) -> Result<()> {
    let mut room = CPath::new();
    load(mem, &mut room, path, path_len)?;
    let dir = ctx.fds.directory(fd, rights::PATH_REMOVE_DIRECTORY)?.host()?;
    let place = ctx.resolver.parent(dir, &mut room)?;
    Ok(rustix::fs::unlinkat(&place.dir, place.name(), AtFlags::REMOVEDIR)?)
}

/// Renames a file or directory, replacing what has the new name.
pub fn path_rename(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    old_path: u32,
    old_path_len: u32,
    new_fd: u32,
    new_path: u32,
    new_path_len: u32,
) -> Result<()> {
    let (mut old_room, mut new_room) = (CPath::new(), CPath::new());
    load(mem, &mut old_room, old_path, old_path_len)?;
    load(mem, &mut new_room, new_path, new_path_len)?;
    let old_dir = ctx.fds.directory(fd, rights::PATH_RENAME_SOURCE)?.host()?;
    let new_dir = ctx.fds.directory(new_fd, rights::PATH_RENAME_TARGET)?.host()?;
    let old = ctx.resolver.parent(old_dir, &mut old_room)?;
    let new = ctx.resolver.parent(new_dir, &mut new_room)?;
    Ok(rustix::fs::renameat(&old.dir, old.name(), &new.dir, new.name())?)
}

/// Makes a symbolic link. An absolute target is refused: it would mean something else to the host.
pub fn path_symlink(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    old_path: u32,
    old_path_len: u32,
    fd: u32,
    new_path: u32,
    new_path_len: u32,
) -> Result<()> {
    let (mut target, mut room) = (CPath::new(), CPath::new());
    load(mem, &mut target, old_path, old_path_len)?;
    load(mem, &mut room, new_path, new_path_len)?;
    let dir = ctx.fds.directory(fd, rights::PATH_SYMLINK)?.host()?;
    if target.as_bytes().first() == Some(&b'/') {
        return Err(Errno::Perm);
    }
    let place = ctx.resolver.parent(dir, &mut room)?;
    Ok(rustix::fs::symlinkat(target.as_c_str(), &place.dir, place.name())?)
}

/// Removes a file.
pub fn path_unlink_file(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    path: u32,
    path_len: u32,
) -> Result<()> {
    let mut room = CPath::new();
    load(mem, &mut room, path, path_len)?;
    let dir = ctx.fds.directory(fd, rights::PATH_UNLINK_FILE)?.host()?;
    let place = ctx.resolver.parent(dir, &mut room)?;
    Ok(rustix::fs::unlinkat(&place.dir, place.name(), AtFlags::empty())?)
}
