//! The guest's descriptors: numbers to host descriptors, with the rights that each has.
//!
//! A number that was closed is used again, lowest first, but never 0, 1 or 2: a guest without standard streams must not find a file
//! there. Rights are kept as they were asked for and granted, and enforced when a function is called; what does not
//! apply to the type of the file is left out when they are reported. The type is looked up when it is first needed.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::Cell;
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{FileType as HostType, OFlags};

use crate::errno::{Errno, Result};
use crate::readdir::DirStream;
use crate::types::{FileType, fdflags, rights};

/// The first number that is not a standard stream.
pub const FIRST_FREE: u32 = 3;

/// What stands behind a number.
#[derive(Debug)]
pub enum Handle {
    /// A descriptor that is closed together with the guest's.
    Owned(OwnedFd),
    /// A standard stream of the host. It is shared with others, so it is never closed.
    Inherited(BorrowedFd<'static>),
    /// Nothing to read, and nowhere to write to.
    Null,
}

/// Whether a descriptor is one of the standard streams that the host gave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A file, directory or socket.
    File,
    /// Standard input. It can be positioned where the host's file can: reading moves the position as well.
    Input,
    /// Standard output or error. What stands behind it may be a file with content of others, which a guest can add to but not
    /// replace: it has no position, and its flags, which others may share, are never changed.
    Output,
}

/// A descriptor.
#[derive(Debug)]
pub struct Entry {
    /// What it stands for.
    pub handle: Handle,
    /// What it may be used for.
    pub base: u64,
    /// What descriptors opened through it may be used for.
    pub inheriting: u64,
    /// `fdflags`.
    pub flags: u16,
    /// What it is to the guest.
    pub role: Role,
    /// It was opened through a directory that was granted for reading only.
    pub read_only: bool,
    /// The guest's path, for a directory that was granted.
    pub preopen: Option<Box<[u8]>>,
    /// Where reading of the directory stands.
    pub dir: Option<Box<DirStream>>,
    kind: Cell<Option<Kind>>,
}

/// Type of a file, and whether it is a terminal.
#[derive(Clone, Copy, Debug)]
struct Kind {
    filetype: FileType,
    positioned: bool,
}

impl Entry {
    /// An entry with the given rights.
    #[must_use]
    pub fn new(handle: Handle, base: u64, inheriting: u64) -> Self {
        let kind = match handle {
            // As for `/dev/null`: a character device with a position, so no terminal.
            Handle::Null => Some(Kind { filetype: FileType::CharacterDevice, positioned: true }),
            _ => None,
        };
        let (flags, role, kind) = (0, Role::File, Cell::new(kind));
        Self { handle, base, inheriting, flags, role, read_only: false, preopen: None, dir: None, kind }
    }

    /// An entry for a standard stream.
    #[must_use]
    pub fn stream(handle: Handle, role: Role) -> Self {
        let base = if role == Role::Input { rights::INPUT } else { rights::OUTPUT };
        Self { role, ..Self::new(handle, base, 0) }
    }

    /// The host's descriptor.
    ///
    /// # Errors
    ///
    /// [`Errno::NotSup`] for the null stream.
    pub fn host(&self) -> Result<BorrowedFd<'_>> {
        match &self.handle {
            Handle::Owned(fd) => Ok(fd.as_fd()),
            Handle::Inherited(fd) => Ok(*fd),
            Handle::Null => Err(Errno::NotSup),
        }
    }

    /// Checks that all of `needed` may be done.
    ///
    /// # Errors
    ///
    /// [`Errno::Badf`] for reading and writing, as for a file that was not opened for it, and for anything that standard streams cannot
    /// do; [`Errno::Perm`] for what was opened through a directory granted for reading only; else [`Errno::NotCapable`].
    pub fn require(&self, needed: u64) -> Result<()> {
        let missing = needed & !self.base;
        if missing == 0 {
            Ok(())
        } else if missing & (rights::FD_READ | rights::FD_WRITE) != 0 || self.lacks_by_role(missing) {
            Err(Errno::Badf)
        } else if self.read_only {
            Err(Errno::Perm)
        } else {
            Err(Errno::NotCapable)
        }
    }

    /// Whether one of these rights is one that no standard stream in this place has.
    fn lacks_by_role(&self, missing: u64) -> bool {
        match self.role {
            Role::File => false,
            Role::Input => missing & !rights::INPUT != 0,
            Role::Output => missing & !rights::OUTPUT != 0,
        }
    }

    /// Checks that there is a position.
    ///
    /// # Errors
    ///
    /// [`Errno::Spipe`] for standard output and error.
    pub fn require_position(&self) -> Result<()> {
        if self.role == Role::Output { Err(Errno::Spipe) } else { Ok(()) }
    }

    /// The type of the file.
    ///
    /// # Errors
    ///
    /// The host cannot say.
    pub fn filetype(&self) -> Result<FileType> {
        Ok(self.kind()?.filetype)
    }

    /// The rights that apply to the type of the file.
    ///
    /// # Errors
    ///
    /// The host cannot say what it is.
    pub fn effective_base(&self) -> Result<u64> {
        let kind = self.kind()?;
        let applicable = match kind.filetype {
            FileType::Directory => rights::DIRECTORY,
            FileType::SocketDgram | FileType::SocketStream => rights::FILE | rights::SOCKET_ONLY,
            _ => rights::FILE,
        };
        // C libraries take a character device without a position for a terminal, so that `/dev/null` keeps it even as an output.
        let positioned =
            kind.positioned && (self.role != Role::Output || kind.filetype == FileType::CharacterDevice);
        Ok(self.base & applicable & if positioned { !0 } else { !rights::POSITION })
    }

    /// The rights to inherit, which a file has nobody to pass on to.
    ///
    /// # Errors
    ///
    /// The host cannot say what it is.
    pub fn effective_inheriting(&self) -> Result<u64> {
        Ok(match self.kind()?.filetype {
            FileType::Directory | FileType::SocketDgram | FileType::SocketStream => self.inheriting,
            _ => 0,
        })
    }

    /// Notes the type, where it is known without asking.
    pub fn set_filetype(&self, filetype: FileType) {
        let positioned = match filetype {
            FileType::RegularFile | FileType::BlockDevice => true,
            FileType::Directory => false,
            // Terminals and FIFOs are told from the rest only by asking.
            _ => return,
        };
        self.kind.set(Some(Kind { filetype, positioned }));
    }

    fn kind(&self) -> Result<Kind> {
        if let Some(kind) = self.kind.get() {
            return Ok(kind);
        }
        let fd = self.host()?;
        let kind = match HostType::from_raw_mode(rustix::fs::fstat(fd)?.st_mode) {
            HostType::CharacterDevice => {
                Kind { filetype: FileType::CharacterDevice, positioned: !rustix::termios::isatty(fd) }
            }
            HostType::Socket => {
                let filetype = match rustix::net::sockopt::socket_type(fd)? {
                    rustix::net::SocketType::DGRAM => FileType::SocketDgram,
                    _ => FileType::SocketStream,
                };
                Kind { filetype, positioned: false }
            }
            host @ (HostType::RegularFile | HostType::BlockDevice) => {
                Kind { filetype: host.into(), positioned: true }
            }
            host => Kind { filetype: host.into(), positioned: false },
        };
        self.kind.set(Some(kind));
        Ok(kind)
    }

    /// Takes over the flags that the host's descriptor has.
    pub fn adopt_flags(&mut self) {
        let Ok(host) = self.host().and_then(|fd| Ok(rustix::fs::fcntl_getfl(fd)?)) else { return };
        let mut flags = 0;
        if host.contains(OFlags::APPEND) {
            flags |= fdflags::APPEND;
        }
        if host.contains(OFlags::NONBLOCK) {
            flags |= fdflags::NONBLOCK;
        }
        if host.contains(OFlags::SYNC) {
            flags |= fdflags::SYNC | fdflags::RSYNC;
        } else if host.contains(OFlags::DSYNC) {
            flags |= fdflags::DSYNC;
        }
        self.flags = flags;
    }

    /// Takes away what the host's descriptor was not opened for.
    pub fn adopt_access(&mut self) {
        let Ok(host) = self.host().and_then(|fd| Ok(rustix::fs::fcntl_getfl(fd)?)) else { return };
        match host & OFlags::RWMODE {
            OFlags::RDONLY => self.base &= !rights::WRITE,
            OFlags::WRONLY => self.base &= !rights::FD_READ,
            _ => {}
        }
    }
}

/// The table.
#[derive(Debug)]
pub struct Fds {
    entries: Vec<Option<Entry>>,
    /// No number from [`FIRST_FREE`] up to here is free.
    used_below: u32,
}

impl Fds {
    /// A table with nothing open.
    #[must_use]
    pub fn new() -> Self {
        Self { entries: Vec::new(), used_below: FIRST_FREE }
    }

    /// The entry of a number.
    ///
    /// # Errors
    ///
    /// [`Errno::Badf`] if it is not open.
    pub fn get(&self, fd: u32) -> Result<&Entry> {
        self.entries.get(fd as usize).and_then(Option::as_ref).ok_or(Errno::Badf)
    }

    /// The entry of a number, to be changed.
    ///
    /// # Errors
    ///
    /// [`Errno::Badf`] if it is not open.
    pub fn get_mut(&mut self, fd: u32) -> Result<&mut Entry> {
        self.entries.get_mut(fd as usize).and_then(Option::as_mut).ok_or(Errno::Badf)
    }

    /// The entry of a number that may be used for all of `needed`.
    ///
    /// # Errors
    ///
    /// [`Errno::Badf`] if it is not open, and as for [`Entry::require`].
    pub fn with(&self, fd: u32, needed: u64) -> Result<&Entry> {
        let entry = self.get(fd)?;
        entry.require(needed)?;
        Ok(entry)
    }

    /// The directory under a number, which may be used for all of `needed`.
    ///
    /// # Errors
    ///
    /// [`Errno::Badf`] if it is not open, [`Errno::NotDir`] if it lacks the rights for it is no directory, otherwise [`Errno::Perm`].
    pub fn directory(&self, fd: u32, needed: u64) -> Result<&Entry> {
        let entry = self.get(fd)?;
        if needed & !entry.base != 0 {
            return Err(if entry.filetype()? == FileType::Directory { Errno::Perm } else { Errno::NotDir });
        }
        Ok(entry)
    }

    /// Puts an entry under the lowest number that is free.
    ///
    /// # Errors
    ///
    /// [`Errno::Mfile`] if there are too many, [`Errno::NoMem`].
    pub fn insert(&mut self, entry: Entry) -> Result<u32> {
        let mut fd = self.used_below;
        while self.get(fd).is_ok() {
            fd += 1;
        }
        if fd >= i32::MAX as u32 {
            return Err(Errno::Mfile);
        }
        self.put(fd, entry)?;
        self.used_below = fd + 1;
        Ok(fd)
    }

    /// Puts an entry under a number of the host's choice, in the place of what is there.
    ///
    /// # Errors
    ///
    /// [`Errno::NoMem`].
    pub fn put(&mut self, fd: u32, entry: Entry) -> Result<()> {
        let len = fd as usize + 1;
        if self.entries.len() < len {
            self.entries.try_reserve(len - self.entries.len()).map_err(|_| Errno::NoMem)?;
            self.entries.resize_with(len, || None);
        }
        if let Some(slot) = self.entries.get_mut(fd as usize) {
            *slot = Some(entry);
        }
        Ok(())
    }

    /// Takes an entry out of the table.
    ///
    /// # Errors
    ///
    /// [`Errno::Badf`] if it is not open.
    pub fn remove(&mut self, fd: u32) -> Result<Entry> {
        let entry = self.entries.get_mut(fd as usize).and_then(Option::take).ok_or(Errno::Badf)?;
        self.used_below = self.used_below.min(fd.max(FIRST_FREE));
        Ok(entry)
    }

    /// Gives the entry of `from` the number `to`, closing what was there.
    ///
    /// # Errors
    ///
    /// [`Errno::Badf`] if either is not open; both then stay as they are.
    pub fn renumber(&mut self, from: u32, to: u32) -> Result<()> {
        self.get(from)?;
        self.get(to)?;
        if from != to {
            let entry = self.remove(from)?;
            self.put(to, entry)?;
        }
        Ok(())
    }
}

impl Default for Fds {
    fn default() -> Self {
        Self::new()
    }
}
