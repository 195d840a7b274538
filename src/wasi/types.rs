//! Constants of the interface, from `typenames.witx` of snapshot 1 (`wasi_snapshot_preview1`) and snapshot 0
//! (`wasi_unstable`). What differs between the two is in [`crate::guest`] (layouts) and [`Whence`]; all else is the same.

/// Which of the two module names a function was imported under.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Abi {
    /// `wasi_snapshot_preview1`.
    Preview1,
    /// `wasi_unstable`, snapshot 0.
    Unstable,
}

/// What a seek is relative to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whence {
    /// The start of the file.
    Set,
    /// The present position.
    Cur,
    /// The end of the file.
    End,
}

impl Whence {
    /// The meaning of a number, which the two snapshots order differently.
    #[must_use]
    pub fn from_number(abi: Abi, number: u32) -> Option<Self> {
        Some(match (abi, number) {
            (Abi::Preview1, 0) | (Abi::Unstable, 2) => Self::Set,
            (Abi::Preview1, 1) | (Abi::Unstable, 0) => Self::Cur,
            (Abi::Preview1, 2) | (Abi::Unstable, 1) => Self::End,
            _ => return None,
        })
    }
}

/// `rights`: what a descriptor may be used for.
#[allow(missing_docs, reason = "each names the function it allows; groups have their own comments")]
pub mod rights {
    pub const FD_DATASYNC: u64 = 1 << 0;
    pub const FD_READ: u64 = 1 << 1;
    pub const FD_SEEK: u64 = 1 << 2;
    pub const FD_FDSTAT_SET_FLAGS: u64 = 1 << 3;
    pub const FD_SYNC: u64 = 1 << 4;
    pub const FD_TELL: u64 = 1 << 5;
    pub const FD_WRITE: u64 = 1 << 6;
    pub const FD_ADVISE: u64 = 1 << 7;
    pub const FD_ALLOCATE: u64 = 1 << 8;
    pub const PATH_CREATE_DIRECTORY: u64 = 1 << 9;
    pub const PATH_CREATE_FILE: u64 = 1 << 10;
    pub const PATH_LINK_SOURCE: u64 = 1 << 11;
    pub const PATH_LINK_TARGET: u64 = 1 << 12;
    pub const PATH_OPEN: u64 = 1 << 13;
    pub const FD_READDIR: u64 = 1 << 14;
    pub const PATH_READLINK: u64 = 1 << 15;
    pub const PATH_RENAME_SOURCE: u64 = 1 << 16;
    pub const PATH_RENAME_TARGET: u64 = 1 << 17;
    pub const PATH_FILESTAT_GET: u64 = 1 << 18;
    pub const PATH_FILESTAT_SET_SIZE: u64 = 1 << 19;
    pub const PATH_FILESTAT_SET_TIMES: u64 = 1 << 20;
    pub const FD_FILESTAT_GET: u64 = 1 << 21;
    pub const FD_FILESTAT_SET_SIZE: u64 = 1 << 22;
    pub const FD_FILESTAT_SET_TIMES: u64 = 1 << 23;
    pub const PATH_SYMLINK: u64 = 1 << 24;
    pub const PATH_REMOVE_DIRECTORY: u64 = 1 << 25;
    pub const PATH_UNLINK_FILE: u64 = 1 << 26;
    pub const POLL_FD_READWRITE: u64 = 1 << 27;
    pub const SOCK_SHUTDOWN: u64 = 1 << 28;
    pub const SOCK_ACCEPT: u64 = 1 << 29;

    /// Every right.
    pub const ALL: u64 = (1 << 30) - 1;
    /// What applies to sockets only.
    pub const SOCKET_ONLY: u64 = SOCK_SHUTDOWN | SOCK_ACCEPT;
    /// What applies to a directory.
    pub const DIRECTORY: u64 = ALL
        & !(FD_READ | FD_WRITE | FD_SEEK | FD_TELL | FD_ADVISE | FD_ALLOCATE | FD_FILESTAT_SET_SIZE)
        & !(POLL_FD_READWRITE | SOCKET_ONLY);
    /// What applies to anything but a directory or a socket.
    pub const FILE: u64 = FD_DATASYNC
        | FD_READ
        | FD_SEEK
        | FD_FDSTAT_SET_FLAGS
        | FD_SYNC
        | FD_TELL
        | FD_WRITE
        | FD_ADVISE
        | FD_ALLOCATE
        | FD_FILESTAT_GET
        | FD_FILESTAT_SET_SIZE
        | FD_FILESTAT_SET_TIMES
        | POLL_FD_READWRITE;
    /// What standard streams can do, apart from reading and writing: nothing that changes the file behind them, or how others
    /// use it, as to shut a socket down does.
    const STREAM: u64 = FILE & !(FD_READ | WRITE | FD_ADVISE | FD_FILESTAT_SET_TIMES);
    /// What standard input can do.
    pub const INPUT: u64 = STREAM | FD_READ;
    /// What standard output and error can do.
    pub const OUTPUT: u64 = STREAM | FD_WRITE;
    /// What needs a position: not for terminals, pipes and sockets.
    pub const POSITION: u64 = FD_SEEK | FD_TELL;
    /// What can only be asked for when a file is opened for writing.
    pub const WRITE: u64 = FD_WRITE | FD_ALLOCATE | FD_FILESTAT_SET_SIZE;
    /// What changes a file or directory, or gives away a link through which it can be changed.
    pub const MUTATE: u64 = WRITE
        | PATH_CREATE_DIRECTORY
        | PATH_CREATE_FILE
        | PATH_LINK_SOURCE
        | PATH_LINK_TARGET
        | PATH_RENAME_SOURCE
        | PATH_RENAME_TARGET
        | PATH_FILESTAT_SET_SIZE
        | PATH_FILESTAT_SET_TIMES
        | FD_FILESTAT_SET_TIMES
        | PATH_SYMLINK
        | PATH_REMOVE_DIRECTORY
        | PATH_UNLINK_FILE;
}

/// `fdflags`.
#[allow(missing_docs, reason = "the names are those of POSIX")]
pub mod fdflags {
    pub const APPEND: u16 = 1 << 0;
    pub const DSYNC: u16 = 1 << 1;
    pub const NONBLOCK: u16 = 1 << 2;
    pub const RSYNC: u16 = 1 << 3;
    pub const SYNC: u16 = 1 << 4;
    /// Every flag.
    pub const ALL: u16 = (1 << 5) - 1;
}

/// `oflags` of `path_open`.
#[allow(missing_docs, reason = "the names are those of POSIX")]
pub mod oflags {
    pub const CREAT: u16 = 1 << 0;
    pub const DIRECTORY: u16 = 1 << 1;
    pub const EXCL: u16 = 1 << 2;
    pub const TRUNC: u16 = 1 << 3;
    /// Every flag.
    pub const ALL: u16 = (1 << 4) - 1;
}

/// `fstflags`: which times to set, and to what.
#[allow(missing_docs, reason = "the names say it")]
pub mod fstflags {
    pub const ATIM: u16 = 1 << 0;
    pub const ATIM_NOW: u16 = 1 << 1;
    pub const MTIM: u16 = 1 << 2;
    pub const MTIM_NOW: u16 = 1 << 3;
    /// Every flag.
    pub const ALL: u16 = (1 << 4) - 1;
}

/// `lookupflags`: the last component is followed if it is a symbolic link.
pub const SYMLINK_FOLLOW: u32 = 1;

/// `filetype`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names say it")]
pub enum FileType {
    Unknown,
    BlockDevice,
    CharacterDevice,
    Directory,
    RegularFile,
    SocketDgram,
    SocketStream,
    SymbolicLink,
}

impl From<rustix::fs::FileType> for FileType {
    fn from(host: rustix::fs::FileType) -> Self {
        use rustix::fs::FileType as Host;
        match host {
            Host::RegularFile => Self::RegularFile,
            Host::Directory => Self::Directory,
            Host::Symlink => Self::SymbolicLink,
            Host::CharacterDevice => Self::CharacterDevice,
            Host::BlockDevice => Self::BlockDevice,
            Host::Socket => Self::SocketStream,
            // WASI has no number for a FIFO.
            _ => Self::Unknown,
        }
    }
}

/// `clockid`.
pub mod clockid {
    /// Wall-clock time since 1970.
    pub const REALTIME: u32 = 0;
    /// A clock that never jumps.
    pub const MONOTONIC: u32 = 1;
    /// CPU time of the process.
    pub const PROCESS_CPUTIME: u32 = 2;
    /// CPU time of the thread.
    pub const THREAD_CPUTIME: u32 = 3;
}

/// `eventtype`, the tag of a subscription.
pub mod eventtype {
    /// A clock reached a time.
    pub const CLOCK: u8 = 0;
    /// A descriptor can be read.
    pub const FD_READ: u8 = 1;
    /// A descriptor can be written.
    pub const FD_WRITE: u8 = 2;
}

/// `subclockflags`: the time is absolute.
pub const CLOCK_ABSTIME: u16 = 1;
/// `eventrwflags`: the other side hung up.
pub const READWRITE_HANGUP: u16 = 1;

/// `riflags`: leave what was received in the queue.
pub const RECV_PEEK: u32 = 1;
/// `riflags`: wait until the buffers are full.
pub const RECV_WAITALL: u32 = 2;
/// `roflags`: the message was longer than the buffers.
pub const RECV_DATA_TRUNCATED: u16 = 1;
/// `sdflags`: receive no more.
pub const SHUT_RD: u32 = 1;
/// `sdflags`: send no more.
pub const SHUT_WR: u32 = 2;

/// Bytes of a `dirent`, which its name follows.
pub const DIRENT_SIZE: usize = 24;
/// Bytes of an `event`.
pub const EVENT_SIZE: u32 = 32;
/// Bytes of an `iovec` and a `ciovec`.
pub const IOVEC_SIZE: u32 = 8;
