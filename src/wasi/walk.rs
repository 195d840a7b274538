//! Path resolution for hosts without `openat2`: one component at a time, never following a link that was not looked at.
//!
//! Each directory on the way is opened with `O_NOFOLLOW` and kept, so `..` goes back to the descriptor it came from: nothing that others
//! rename meanwhile can lead above the start. Targets of symbolic links are put in front of what is left of the
//! path; absolute ones are refused. Called by [`crate::path`] only. Needs as many descriptors as the path is deep, which the kernel's
//! own resolution does not.

use alloc::ffi::CString;
use alloc::vec::Vec;
use core::mem::MaybeUninit;
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{FileType, Mode, OFlags};
use rustix::io::Errno as Os;

use crate::errno::{Errno, Result};
use crate::path::{Dir, Name, Place};

/// Symbolic links that may be followed in one path, as in Linux.
const MAX_LINKS: usize = 40;

/// Bytes of the longest link target that is followed: `PATH_MAX`.
const MAX_TARGET: usize = 4096;

/// How often a path is walked again when its last component became a link in between.
const RETRIES: usize = 16;

/// Opens `path` beneath `dir`. `flags` say `O_NOFOLLOW` unless `follow` is set.
///
/// # Errors
///
/// [`Errno::Perm`] if it leads out of `dir`; otherwise as the host says.
pub fn open(dir: BorrowedFd<'_>, path: &[u8], flags: OFlags, mode: Mode, follow: bool) -> Result<OwnedFd> {
    let exclusive = flags.contains(OFlags::CREATE | OFlags::EXCL);
    for _ in 0..RETRIES {
        let (place, slash) = find(dir, path, follow && !exclusive)?;
        let mut flags = flags | OFlags::NOFOLLOW;
        if slash {
            if flags.contains(OFlags::CREATE) {
                return Err(Errno::IsDir);
            }
            flags |= OFlags::DIRECTORY;
        }
        match rustix::fs::openat(&place.dir, place.name(), flags, mode) {
            Err(Os::LOOP) if follow => {}
            // With O_PATH a link is opened rather than refused.
            Ok(fd) if follow && flags.contains(OFlags::PATH) && is_link(&fd)? => {}
            result => return Ok(result?),
        }
    }
    Err(Errno::Loop)
}

/// The directory that holds what `path` names, and its name there. With `follow`, a symbolic link in the last place has been followed.
///
/// # Errors
///
/// As for [`open`].
pub fn locate<'a>(dir: BorrowedFd<'a>, path: &[u8], follow: bool) -> Result<Place<'a>> {
    Ok(find(dir, path, follow)?.0)
}

/// [`locate`], and whether a slash followed the last component, so that it has to be a directory.
fn find<'a>(base: BorrowedFd<'a>, path: &[u8], follow: bool) -> Result<(Place<'a>, bool)> {
    match path.first() {
        None => return Err(Errno::NoEnt),
        Some(b'/') => return Err(Errno::Perm),
        Some(_) => {}
    }
    let mut rest = path.to_vec();
    let mut dirs: Vec<OwnedFd> = Vec::new();
    let mut links = 0;
    loop {
        let start = rest.iter().position(|&byte| byte != b'/').unwrap_or(rest.len());
        let end = rest[start..].iter().position(|&byte| byte == b'/').map_or(rest.len(), |len| start + len);
        let component = CString::new(&rest[start..end]).map_err(|_| Errno::Inval)?;
        let tail = rest.split_off(end);
        let last = tail.iter().all(|&byte| byte == b'/');
        let slash = !tail.is_empty();
        rest = tail;
        match component.as_bytes() {
            // Nothing is left, or the path ended in `.` or `..`: it names the directory that was reached.
            b"" => return Ok((place(base, dirs, c".".into()), false)),
            b"." => continue,
            b".." => {
                dirs.pop().ok_or(Errno::Perm)?;
                continue;
            }
            _ => {}
        }
        if last && !slash && !follow {
            return Ok((place(base, dirs, component), false));
        }
        let current = dirs.last().map_or(base, AsFd::as_fd);
        let flags = OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let found = match rustix::fs::openat(current, component.as_c_str(), flags, Mode::empty()) {
            Err(Os::NOENT) if last => return Ok((place(base, dirs, component), slash)),
            result => result?,
        };
        match FileType::from_raw_mode(rustix::fs::fstat(&found)?.st_mode) {
            FileType::Symlink => {
                links += 1;
                if links > MAX_LINKS {
                    return Err(Errno::Loop);
                }
                let mut target = read_link(&found)?;
                match target.first() {
                    None => return Err(Errno::NoEnt),
                    Some(b'/') => return Err(Errno::Perm),
                    Some(_) => {}
                }
                target.extend_from_slice(&rest);
                rest = target;
            }
            FileType::Directory if !last => dirs.push(found),
            FileType::Directory => return Ok((place(base, dirs, component), slash)),
            _ if last && !slash => return Ok((place(base, dirs, component), false)),
            _ => return Err(Errno::NotDir),
        }
    }
}

fn place(base: BorrowedFd<'_>, mut dirs: Vec<OwnedFd>, name: CString) -> Place<'_> {
    Place { dir: dirs.pop().map_or(Dir::Given(base), Dir::Opened), name: Name::Found(name) }
}

fn is_link(fd: &OwnedFd) -> Result<bool> {
    Ok(FileType::from_raw_mode(rustix::fs::fstat(fd)?.st_mode) == FileType::Symlink)
}

/// The target of the link that `link` was opened on.
fn read_link(link: &OwnedFd) -> Result<Vec<u8>> {
    let mut buffer = [MaybeUninit::uninit(); MAX_TARGET];
    let (target, _) = rustix::fs::readlinkat_raw(link, c"", &mut buffer)?;
    Ok(target.to_vec())
}
