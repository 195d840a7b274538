//! Paths: from a descriptor and a guest's string to something that a system call may be given without leaving the directory.
//!
//! The kernel resolves paths: `openat2` with `RESOLVE_BENEATH` refuses whatever would leave the directory, by `..`, by an
//! absolute path or by a symbolic link. Calls without such a mode (`mkdirat`, `unlinkat`, ...) get the last component only, with the directory
//! that holds it opened that way, and never follow that component. Where `openat2` is not to be had, [`crate::walk`] does
//! the same step by step.

use core::cell::Cell;
use core::ffi::CStr;
use core::mem::MaybeUninit;
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{AtFlags, FileType, Mode, OFlags, ResolveFlags, Stat};
use rustix::io::Errno as Os;

use crate::errno::{Errno, Result};
use crate::walk;

/// Linux's `PATH_MAX`: bytes of the longest path, with its zero byte.
const PATH_MAX: usize = 4096;

/// How often an `openat2` is tried again after a rename elsewhere disturbed it.
const RETRIES: usize = 64;

/// A path from the guest, as a C string on the stack.
pub struct CPath {
    bytes: [MaybeUninit<u8>; PATH_MAX],
    /// Bytes before the zero byte.
    len: usize,
}

impl CPath {
    /// Room for a path.
    #[must_use]
    pub fn new() -> Self {
        let mut path = Self { bytes: [const { MaybeUninit::uninit() }; PATH_MAX], len: 0 };
        path.bytes[0].write(0);
        path
    }

    /// Takes a path over.
    ///
    /// # Errors
    ///
    /// [`Errno::Ilseq`] if it is not UTF-8, [`Errno::Inval`] if it contains a zero byte, [`Errno::NameTooLong`], [`Errno::NoEnt`] if it is empty.
    pub fn set(&mut self, path: &[u8]) -> Result<()> {
        // First, since a guest's path may be its whole memory.
        if path.len() >= PATH_MAX {
            return Err(Errno::NameTooLong);
        }
        if core::str::from_utf8(path).is_err() {
            return Err(Errno::Ilseq);
        }
        for (to, &from) in self.bytes.iter_mut().zip(path) {
            if from == 0 {
                return Err(Errno::Inval);
            }
            to.write(from);
        }
        self.bytes[path.len()].write(0);
        self.len = path.len();
        if path.is_empty() { Err(Errno::NoEnt) } else { Ok(()) }
    }

    /// The path as the host takes it.
    #[must_use]
    pub fn as_c_str(&self) -> &CStr {
        c_str(&self.bytes[..=self.len])
    }

    /// The bytes of the path.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.as_c_str().to_bytes()
    }

    /// The directory part, or `None` if there is none, and the last component with the slashes behind it.
    fn split(&mut self) -> (Option<&CStr>, &CStr) {
        let bytes = self.as_bytes();
        let end = bytes.iter().rposition(|&byte| byte != b'/').map_or(0, |last| last + 1);
        let Some(slash) = bytes[..end].iter().rposition(|&byte| byte == b'/') else {
            return (None, self.as_c_str());
        };
        self.bytes[slash].write(0);
        let (dir, last) = self.bytes.split_at(slash + 1);
        (Some(c_str(dir)), c_str(&last[..self.len - slash]))
    }
}

impl Default for CPath {
    fn default() -> Self {
        Self::new()
    }
}

/// A C string out of bytes that [`CPath`] has written, the last of them zero.
fn c_str(bytes: &[MaybeUninit<u8>]) -> &CStr {
    // SAFETY: `CPath` writes all bytes up to and with its zero byte before it sets `len`, and nobody asks for more.
    let bytes = unsafe { core::slice::from_raw_parts(bytes.as_ptr().cast::<u8>(), bytes.len()) };
    CStr::from_bytes_until_nul(bytes).unwrap_or_default()
}

/// A directory to start from: that of the guest's descriptor, or one below it.
#[derive(Debug)]
pub enum Dir<'a> {
    /// The guest's own.
    Given(BorrowedFd<'a>),
    /// One that was opened on the way.
    Opened(OwnedFd),
}

impl AsFd for Dir<'_> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Given(fd) => *fd,
            Self::Opened(fd) => fd.as_fd(),
        }
    }
}

/// A directory and a name in it, for a system call that does not follow the name. The name has no slash in it, except at its end.
pub struct Place<'a> {
    /// The directory.
    pub dir: Dir<'a>,
    /// The name.
    pub name: Name<'a>,
}

/// A name: a part of the guest's path, or one that a symbolic link led to.
pub enum Name<'a> {
    /// Of the guest's path.
    Given(&'a CStr),
    /// From elsewhere.
    Found(alloc::ffi::CString),
}

impl Place<'_> {
    /// The name as the host takes it.
    #[must_use]
    pub fn name(&self) -> &CStr {
        match &self.name {
            Name::Given(name) => name,
            Name::Found(name) => name,
        }
    }

    /// Attributes of what is there, which may be a symbolic link.
    ///
    /// # Errors
    ///
    /// As the host says.
    pub fn stat(&self) -> Result<Stat> {
        Ok(rustix::fs::statat(&self.dir, self.name(), AtFlags::SYMLINK_NOFOLLOW)?)
    }

    /// Whether there is a symbolic link.
    pub fn is_symlink(&self) -> bool {
        self.stat().is_ok_and(|stat| is_symlink(&stat))
    }
}

/// Whether these are the attributes of a symbolic link.
#[must_use]
pub fn is_symlink(stat: &Stat) -> bool {
    FileType::from_raw_mode(stat.st_mode) == FileType::Symlink
}

/// How paths are resolved on this host: finds out for itself.
#[derive(Debug, Default)]
pub struct Resolver {
    walk: Cell<bool>,
}

impl Resolver {
    /// From now on, does as if there were no `openat2`.
    pub fn force_walk(&self) {
        self.walk.set(true);
    }

    /// Whether paths are resolved step by step.
    #[must_use]
    pub fn is_walking(&self) -> bool {
        self.walk.get()
    }

    /// Opens a path beneath `dir`.
    ///
    /// # Errors
    ///
    /// [`Errno::Perm`] if it leads out of the directory; otherwise as the host says.
    pub fn open(
        &self,
        dir: BorrowedFd<'_>,
        path: &CPath,
        flags: OFlags,
        mode: Mode,
        follow: bool,
    ) -> Result<OwnedFd> {
        self.open_c_str(dir, path.as_c_str(), flags, mode, follow)
    }

    fn open_c_str(
        &self,
        dir: BorrowedFd<'_>,
        path: &CStr,
        mut flags: OFlags,
        mode: Mode,
        follow: bool,
    ) -> Result<OwnedFd> {
        if path.to_bytes().first() == Some(&b'/') {
            return Err(Errno::Perm);
        }
        flags |= OFlags::CLOEXEC;
        if !flags.contains(OFlags::PATH) {
            flags |= OFlags::NOCTTY;
        }
        if !follow {
            flags |= OFlags::NOFOLLOW;
        }
        let mode = if flags.contains(OFlags::CREATE) { mode } else { Mode::empty() };
        let beneath = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
        let mut tries = 0;
        while !self.walk.get() {
            match rustix::fs::openat2(dir, path, flags, mode, beneath) {
                Ok(fd) => return Ok(fd),
                Err(Os::XDEV) => return Err(Errno::Perm),
                Err(Os::AGAIN | Os::INTR) if tries < RETRIES => tries += 1,
                // Old kernels do not have the call and some sandboxes forbid it, which can look like a file's own EPERM.
                Err(Os::NOSYS | Os::PERM) if !has_openat2(dir) => self.walk.set(true),
                Err(error) => return Err(error.into()),
            }
        }
        walk::open(dir, path.to_bytes(), flags, mode, follow)
    }

    /// The place that a path names, for making, removing or renaming: the last component is kept as it is, with slashes behind it.
    ///
    /// # Errors
    ///
    /// [`Errno::Perm`] if it leads out of the directory; otherwise as the host says of the components before the last.
    pub fn parent<'a>(&self, dir: BorrowedFd<'a>, path: &'a mut CPath) -> Result<Place<'a>> {
        if path.as_bytes().first() == Some(&b'/') {
            return Err(Errno::Perm);
        }
        let flags = OFlags::PATH | OFlags::DIRECTORY;
        if ends_in_dotdot(path.as_bytes()) {
            let dir = Dir::Opened(self.open(dir, path, flags, Mode::empty(), true)?);
            return Ok(Place { dir, name: Name::Given(c".") });
        }
        let (parent, name) = path.split();
        let dir = match parent {
            None => Dir::Given(dir),
            Some(parent) => Dir::Opened(self.open_c_str(dir, parent, flags, Mode::empty(), true)?),
        };
        Ok(Place { dir, name: Name::Given(name) })
    }

    /// The place of something that exists, for calls that look at it or link to it. The name has no slash in it. If `follow` is
    /// asked for, symbolic links have been followed.
    ///
    /// # Errors
    ///
    /// As for [`Self::parent`].
    pub fn existing<'a>(&self, dir: BorrowedFd<'a>, path: &'a mut CPath, follow: bool) -> Result<Place<'a>> {
        // A slash at the end makes the kernel follow a link whatever it is told, so such a name is never handed on.
        if path.as_bytes().last() == Some(&b'/') {
            let flags = OFlags::PATH | OFlags::DIRECTORY;
            let dir = Dir::Opened(self.open(dir, path, flags, Mode::empty(), true)?);
            return Ok(Place { dir, name: Name::Given(c".") });
        }
        if follow {
            let mut copy = CPath::new();
            copy.set(path.as_bytes())?;
            if self.parent(dir, &mut copy)?.is_symlink() {
                return walk::locate(dir, path.as_bytes(), true);
            }
        }
        self.parent(dir, path)
    }

    /// Attributes of what a path names.
    ///
    /// # Errors
    ///
    /// As for [`Self::parent`].
    pub fn stat(&self, dir: BorrowedFd<'_>, path: &mut CPath, follow: bool) -> Result<Stat> {
        let bytes = path.as_bytes();
        let simple = !bytes.contains(&b'/') && bytes != b"..";
        if simple {
            let stat = rustix::fs::statat(dir, path.as_c_str(), AtFlags::SYMLINK_NOFOLLOW)?;
            if !(follow && is_symlink(&stat)) {
                return Ok(stat);
            }
        }
        let fd = self.open(dir, path, OFlags::PATH, Mode::empty(), follow)?;
        Ok(rustix::fs::fstat(fd)?)
    }
}

/// Whether the last component is `..`.
fn ends_in_dotdot(path: &[u8]) -> bool {
    let end = path.iter().rposition(|&byte| byte != b'/').map_or(0, |last| last + 1);
    path[..end].rsplit(|&byte| byte == b'/').next() == Some(b"..")
}

/// Whether `openat2` works here.
fn has_openat2(dir: BorrowedFd<'_>) -> bool {
    let flags = OFlags::PATH | OFlags::CLOEXEC;
    let result = rustix::fs::openat2(dir, c".", flags, Mode::empty(), ResolveFlags::BENEATH);
    !matches!(result, Err(Os::NOSYS | Os::PERM))
}
