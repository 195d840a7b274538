//! Error numbers: WASI's own, and the one table from Linux's to WASI's.
//!
//! Every system call's failure passes through `From<Os> for Errno`, so what a guest can see is decided here. A Linux
//! error without a counterpart becomes [`Errno::Io`].

use rustix::io::Errno as Os;

/// Defines [`Errno`]: names in the order of their numbers, each with the Linux error that means it, if there is one.
macro_rules! errnos {
    ($($name:ident $(= $os:ident)?,)*) => {
        /// An error number of WASI preview 1; `wasi_unstable` has the same (`errno` in both `typenames.witx`).
        #[allow(missing_docs, reason = "the names are those of POSIX")]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Errno { Success, $($name,)* }

        /// WASI's number for each Linux error number.
        static FROM_LINUX: [u8; 134] = {
            let mut table = [Errno::Io as u8; 134];
            $($(table[Os::$os.raw_os_error() as usize] = Errno::$name as u8;)?)*
            table
        };

        /// Every error, in the order of their numbers from 1.
        static ALL: [Errno; 76] = [$(Errno::$name,)*];
    };
}

errnos! {
    TooBig = TOOBIG,
    Acces = ACCESS,
    AddrInUse = ADDRINUSE,
    AddrNotAvail = ADDRNOTAVAIL,
    AfNoSupport = AFNOSUPPORT,
    Again = AGAIN,
    Already = ALREADY,
    Badf = BADF,
    BadMsg = BADMSG,
    Busy = BUSY,
    Canceled = CANCELED,
    Child = CHILD,
    ConnAborted = CONNABORTED,
    ConnRefused = CONNREFUSED,
    ConnReset = CONNRESET,
    Deadlk = DEADLK,
    DestAddrReq = DESTADDRREQ,
    Dom = DOM,
    Dquot = DQUOT,
    Exist = EXIST,
    Fault = FAULT,
    Fbig = FBIG,
    HostUnreach = HOSTUNREACH,
    Idrm = IDRM,
    Ilseq = ILSEQ,
    InProgress = INPROGRESS,
    Intr = INTR,
    Inval = INVAL,
    Io = IO,
    IsConn = ISCONN,
    IsDir = ISDIR,
    Loop = LOOP,
    Mfile = MFILE,
    Mlink = MLINK,
    MsgSize = MSGSIZE,
    Multihop = MULTIHOP,
    NameTooLong = NAMETOOLONG,
    NetDown = NETDOWN,
    NetReset = NETRESET,
    NetUnreach = NETUNREACH,
    Nfile = NFILE,
    NoBufs = NOBUFS,
    NoDev = NODEV,
    NoEnt = NOENT,
    NoExec = NOEXEC,
    NoLck = NOLCK,
    NoLink = NOLINK,
    NoMem = NOMEM,
    NoMsg = NOMSG,
    NoProtoOpt = NOPROTOOPT,
    NoSpc = NOSPC,
    NoSys = NOSYS,
    NotConn = NOTCONN,
    NotDir = NOTDIR,
    NotEmpty = NOTEMPTY,
    NotRecoverable = NOTRECOVERABLE,
    NotSock = NOTSOCK,
    NotSup = NOTSUP,
    NotTty = NOTTY,
    Nxio = NXIO,
    Overflow = OVERFLOW,
    OwnerDead = OWNERDEAD,
    Perm = PERM,
    Pipe = PIPE,
    Proto = PROTO,
    ProtoNoSupport = PROTONOSUPPORT,
    Prototype = PROTOTYPE,
    Range = RANGE,
    Rofs = ROFS,
    Spipe = SPIPE,
    Srch = SRCH,
    Stale = STALE,
    TimedOut = TIMEDOUT,
    TxtBsy = TXTBSY,
    Xdev = XDEV,
    NotCapable,
}

impl Errno {
    /// The error with this number; none for 0, which is success.
    #[must_use]
    pub fn from_number(number: u32) -> Option<Self> {
        ALL.get((number as usize).wrapping_sub(1)).copied()
    }
}

impl From<Os> for Errno {
    fn from(error: Os) -> Self {
        let number = FROM_LINUX.get(error.raw_os_error() as usize).copied().unwrap_or(Self::Io as u8);
        Self::from_number(number.into()).unwrap_or(Self::Io)
    }
}

/// The result of a WASI function.
pub type Result<T> = core::result::Result<T, Errno>;
