//! What a guest is given: arguments, environment, streams and directories. Nothing that was not put in is there.
//!
//! A context belongs to one instance at a time; the functions of [`crate::calls`] work on it, and [`crate::glue`] finds it behind the
//! `env` pointer of a host function. Preopened directories get the descriptors from 3 on, in the order in which they are added.

use alloc::boxed::Box;
use alloc::ffi::CString;
use alloc::vec::Vec;
use core::fmt;
use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::fs::{CWD, Mode, OFlags};
use rustix::io::Errno as Os;

use crate::errno::{Errno, Result};
use crate::fds::{Entry, FIRST_FREE, Fds, Handle, Role};
use crate::path::Resolver;
use crate::strings::{Environ, Strings};
use crate::types::{FileType, rights};

/// The state of WASI for one guest.
#[derive(Debug)]
pub struct WasiCtx {
    pub(crate) args: Strings,
    pub(crate) environ: Environ,
    pub(crate) fds: Fds,
    pub(crate) resolver: Resolver,
    pub(crate) exit_status: Option<u32>,
}

impl WasiCtx {
    /// A context without arguments, environment or directories, whose standard streams read nothing and drop what is written.
    #[must_use]
    pub fn new() -> Self {
        let mut fds = Fds::new();
        for (fd, role) in [(0, Role::Input), (1, Role::Output), (2, Role::Output)] {
            // Fails only without memory; the stream is then closed.
            let _ = fds.put(fd, Entry::stream(Handle::Null, role));
        }
        Self {
            args: Strings::default(),
            environ: Environ::default(),
            fds,
            resolver: Resolver::default(),
            exit_status: None,
        }
    }

    /// Adds an argument; the first is the program's name. It ends at its first zero byte.
    pub fn arg(&mut self, arg: &[u8]) -> &mut Self {
        self.args.push(arg);
        self
    }

    /// Sets a variable of the environment: as [`WasiCtx::env_pair`].
    pub fn env(&mut self, key: &[u8], value: &[u8]) -> &mut Self {
        self.env_pair(&[key, b"=", value].concat())
    }

    /// Sets a variable of the environment, in the form `KEY=VALUE`. It takes the place of one with the same key. It ends at its
    /// first zero byte; without a key or a `=` it is none, and is left out.
    pub fn env_pair(&mut self, pair: &[u8]) -> &mut Self {
        self.environ.set(pair);
        self
    }

    /// Gives the guest the host's standard input.
    pub fn inherit_stdin(&mut self) -> &mut Self {
        self.inherit(0, Role::Input)
    }

    /// Gives the guest the host's standard output.
    pub fn inherit_stdout(&mut self) -> &mut Self {
        self.inherit(1, Role::Output)
    }

    /// Gives the guest the host's standard error.
    pub fn inherit_stderr(&mut self) -> &mut Self {
        self.inherit(2, Role::Output)
    }

    /// Gives the guest all three of the host's standard streams. One that is closed reads nothing, and drops what is written.
    pub fn inherit_stdio(&mut self) -> &mut Self {
        self.inherit_stdin().inherit_stdout().inherit_stderr()
    }

    fn inherit(&mut self, fd: u32, role: Role) -> &mut Self {
        // SAFETY: 0, 1 and 2 are numbers that a descriptor can have. Should the host have closed one, the call fails, and the guest does not get it.
        let host = unsafe { BorrowedFd::borrow_raw(fd as i32) };
        match rustix::fs::fcntl_getfl(host) {
            // Closed, or in the place of a closed one: see `occupy_streams`.
            Err(_) => self,
            Ok(flags) if flags.contains(OFlags::PATH) => self,
            Ok(_) => self.put_stream(fd, Handle::Inherited(host), role),
        }
    }

    /// Reads standard input from `fd`.
    pub fn stdin(&mut self, fd: OwnedFd) -> &mut Self {
        self.put_stream(0, Handle::Owned(fd), Role::Input)
    }

    /// Writes standard output to `fd`.
    pub fn stdout(&mut self, fd: OwnedFd) -> &mut Self {
        self.put_stream(1, Handle::Owned(fd), Role::Output)
    }

    /// Writes standard error to `fd`.
    pub fn stderr(&mut self, fd: OwnedFd) -> &mut Self {
        self.put_stream(2, Handle::Owned(fd), Role::Output)
    }

    fn put_stream(&mut self, fd: u32, handle: Handle, role: Role) -> &mut Self {
        let mut entry = Entry::stream(handle, role);
        entry.adopt_flags();
        // Fails only without memory; the stream then stays what it was.
        let _ = self.fds.put(fd, entry);
        self
    }

    /// Grants the directory at `host`, which the guest sees as `guest`.
    ///
    /// # Errors
    ///
    /// There is no such directory, or it cannot be opened.
    pub fn preopen(
        &mut self,
        host: &[u8],
        guest: &[u8],
        writable: bool,
    ) -> core::result::Result<&mut Self, PreopenError> {
        let failed = |error| PreopenError { path: host.to_vec(), error };
        let path = CString::new(host).map_err(|_| failed(Os::INVAL))?;
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let open = |flags| rustix::fs::openat(CWD, path.as_c_str(), flags, Mode::empty());
        // A directory that may be entered but not listed can still be granted.
        let fd = match open(flags) {
            Err(Os::ACCESS) => open(flags | OFlags::PATH),
            result => result,
        };
        self.preopen_fd(fd.map_err(failed)?, guest, writable).map_err(|_| failed(Os::NOMEM))?;
        Ok(self)
    }

    /// Grants an open directory, which the guest sees as `guest`.
    ///
    /// # Errors
    ///
    /// [`Errno::NoMem`].
    pub fn preopen_fd(&mut self, dir: OwnedFd, guest: &[u8], writable: bool) -> Result<&mut Self> {
        let mut entry = Entry::new(Handle::Owned(dir), rights::DIRECTORY, rights::ALL);
        if !writable {
            // What is opened through it keeps `rights::WRITE` among the rights to inherit: C libraries ask only for what is listed
            // there, and a file that is to be written must be refused when it is opened rather than at its first write.
            entry.base &= !rights::MUTATE;
            entry.inheriting &= !(rights::MUTATE & !rights::WRITE);
            entry.read_only = true;
        }
        entry.set_filetype(FileType::Directory);
        entry.preopen = Some(Box::from(guest));
        self.fds.insert(entry)?;
        Ok(self)
    }

    /// Gives the guest an open file or socket and returns its descriptor there. It may be used for what it was opened for.
    ///
    /// # Errors
    ///
    /// [`Errno::NoMem`].
    pub fn push_fd(&mut self, fd: OwnedFd) -> Result<u32> {
        let both = rights::FILE | rights::SOCKET_ONLY;
        let mut entry = Entry::new(Handle::Owned(fd), both, both);
        entry.adopt_flags();
        entry.adopt_access();
        self.fds.insert(entry)
    }

    /// What the guest gave to `proc_exit`, once it has called it.
    #[must_use]
    pub fn exit_status(&self) -> Option<u32> {
        self.exit_status
    }

    /// Resolves paths as on hosts without `openat2`. Slower, and for tests.
    pub fn force_walk(&mut self) -> &mut Self {
        self.resolver.force_walk();
        self
    }
}

impl Default for WasiCtx {
    fn default() -> Self {
        Self::new()
    }
}

/// Opens something for each standard stream that the process was started without: otherwise a file that is opened later would get the
/// number of one, and the guest's output, or a message, would go there. For who has no standard library that does it.
///
/// What is opened is the null device or, where there is none (in a directory that a process was locked into, say), a descriptor that can
/// neither be read nor written, which [`WasiCtx::inherit_stdio`] knows to be no stream.
pub fn occupy_streams() {
    for number in 0..FIRST_FREE {
        // SAFETY: the number is only asked about.
        let fd = unsafe { BorrowedFd::borrow_raw(number as i32) };
        if rustix::io::fcntl_getfd(fd).is_ok() {
            continue;
        }
        let null = rustix::fs::open(c"/dev/null", OFlags::RDWR, Mode::empty());
        let other = null.or_else(|_| rustix::fs::open(c"/", OFlags::PATH | OFlags::DIRECTORY, Mode::empty()));
        if let Ok(other) = other {
            // It has the lowest free number: this one.
            core::mem::forget(other);
        }
    }
}

/// A directory could not be granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreopenError {
    /// The host's path.
    pub path: Vec<u8>,
    /// What the host said.
    pub error: Os,
}

impl PreopenError {
    /// What the host said, in words.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match Errno::from(self.error) {
            Errno::NoEnt => "no such directory",
            Errno::NotDir => "not a directory",
            Errno::Acces | Errno::Perm => "permission denied",
            Errno::Loop => "too many levels of symbolic links",
            Errno::NameTooLong => "path too long",
            Errno::Inval => "path contains a zero byte",
            Errno::Mfile | Errno::Nfile => "too many open files",
            Errno::NoMem => "out of memory",
            _ => "it cannot be opened",
        }
    }
}

impl fmt::Display for PreopenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot grant directory `")?;
        for chunk in self.path.utf8_chunks() {
            f.write_str(chunk.valid())?;
            if !chunk.invalid().is_empty() {
                f.write_str("\u{fffd}")?;
            }
        }
        f.write_str("`: ")?;
        f.write_str(self.reason())
    }
}

impl core::error::Error for PreopenError {}
