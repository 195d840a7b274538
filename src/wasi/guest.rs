//! The guest's memory, as the functions see it: every pointer and length that comes from the guest is checked here and
//! nowhere else. Also the layouts of the structures in it, for both snapshots, one function per structure.
//!
//! A pointer out of bounds is [`Errno::Fault`]. Alignment is not required. The memory cannot change its size while a
//! function runs, for the guest is not running then.

use core::mem::MaybeUninit;
use rustix::fs::Stat;
use rustix::io::{IoSlice, IoSliceMut};

use crate::errno::{Errno, Result};
use crate::types::{Abi, EVENT_SIZE, FileType, IOVEC_SIZE};

/// At most so many buffers go into one system call (Linux's `IOV_MAX`); what is behind them is left for the guest's next call.
pub const MAX_IOVECS: usize = 1024;

/// Room for the buffers of one system call, on the host's stack.
pub type IoVecs<T> = [MaybeUninit<T>; MAX_IOVECS];

/// A buffer as the kernel takes it: `struct iovec` of `include/uapi/linux/uio.h` in its source, and what [`IoSliceMut`] is made of.
#[repr(C)]
struct RawBuffer {
    base: *mut u8,
    len: usize,
}

const _: () = assert!(size_of::<RawBuffer>() == size_of::<IoSliceMut<'_>>());
const _: () = assert!(align_of::<RawBuffer>() == align_of::<IoSliceMut<'_>>());

/// The linear memory of the calling instance.
pub struct Guest<'a> {
    memory: &'a mut [u8],
    /// The layouts in force.
    pub abi: Abi,
}

/// A subscription of `poll_oneoff`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subscription {
    /// Returned with the event.
    pub userdata: u64,
    /// What is waited for.
    pub event: SubscriptionEvent,
}

/// What a [`Subscription`] waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SubscriptionEvent {
    /// A clock to reach a time.
    Clock {
        /// Number of the clock.
        id: u32,
        /// Nanoseconds, absolute or from now on.
        timeout: u64,
        /// `subclockflags`.
        flags: u16,
    },
    /// A descriptor to be readable.
    Read(u32),
    /// A descriptor to be writable.
    Write(u32),
}

/// An event that `poll_oneoff` reports.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// From the subscription.
    pub userdata: u64,
    /// What went wrong with the subscription.
    pub error: Errno,
    /// `eventtype`.
    pub kind: u8,
    /// Bytes that can be read or written.
    pub nbytes: u64,
    /// `eventrwflags`.
    pub flags: u16,
}

impl<'a> Guest<'a> {
    /// A view of `memory`. Pointers have 32 bits: what lies beyond is out of reach.
    pub fn new(memory: &'a mut [u8], abi: Abi) -> Self {
        let reach = memory.len().min(1 << 32);
        Self { memory: &mut memory[..reach], abi }
    }

    /// The bytes at `ptr`.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if they are not all in the memory.
    pub fn bytes(&self, ptr: u32, len: u32) -> Result<&[u8]> {
        let (start, len) = (ptr as usize, len as usize);
        self.memory.get(start..).and_then(|tail| tail.get(..len)).ok_or(Errno::Fault)
    }

    /// The bytes at `ptr`, to be written to.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if they are not all in the memory.
    pub fn bytes_mut(&mut self, ptr: u32, len: u32) -> Result<&mut [u8]> {
        let (start, len) = (ptr as usize, len as usize);
        self.memory.get_mut(start..).and_then(|tail| tail.get_mut(..len)).ok_or(Errno::Fault)
    }

    /// Checks an array of `count` items of `size` bytes.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if it is not all in the memory.
    pub fn check_array(&self, ptr: u32, count: u32, size: u32) -> Result<()> {
        let end = u64::from(ptr) + u64::from(count) * u64::from(size);
        if end <= self.memory.len() as u64 { Ok(()) } else { Err(Errno::Fault) }
    }

    fn array<const N: usize>(&self, ptr: u32) -> Result<[u8; N]> {
        let bytes = self.bytes(ptr, N as u32)?;
        bytes.try_into().map_err(|_| Errno::Fault)
    }

    fn read_u16(&self, ptr: u32) -> Result<u16> {
        Ok(u16::from_le_bytes(self.array(ptr)?))
    }

    /// Reads a `u32`.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if it is not in the memory.
    pub fn read_u32(&self, ptr: u32) -> Result<u32> {
        Ok(u32::from_le_bytes(self.array(ptr)?))
    }

    fn read_u64(&self, ptr: u32) -> Result<u64> {
        Ok(u64::from_le_bytes(self.array(ptr)?))
    }

    /// Writes bytes.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if there is no room for them in the memory.
    pub fn write(&mut self, ptr: u32, bytes: &[u8]) -> Result<()> {
        self.bytes_mut(ptr, bytes.len() as u32)?.copy_from_slice(bytes);
        Ok(())
    }

    /// Writes a `u32`.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if there is no room for it in the memory.
    pub fn write_u32(&mut self, ptr: u32, value: u32) -> Result<()> {
        self.write(ptr, &value.to_le_bytes())
    }

    /// Writes a `u64`.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if there is no room for it in the memory.
    pub fn write_u64(&mut self, ptr: u32, value: u64) -> Result<()> {
        self.write(ptr, &value.to_le_bytes())
    }

    /// Address and length of buffer number `index` of the array at `iovs`, checked.
    fn iovec(&self, iovs: u32, index: u32) -> Result<(u32, u32)> {
        let at = iovs + index * IOVEC_SIZE;
        let (ptr, len) = (self.read_u32(at)?, self.read_u32(at + 4)?);
        self.bytes(ptr, len)?;
        Ok((ptr, len))
    }

    /// The buffers of a gathered write, as many as fit into `room`; empty ones are left out.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if the array or a buffer that was looked at is not in the memory.
    pub fn gather<'b>(
        &'b self,
        iovs: u32,
        count: u32,
        room: &'b mut IoVecs<IoSlice<'b>>,
    ) -> Result<&'b [IoSlice<'b>]> {
        self.check_array(iovs, count, IOVEC_SIZE)?;
        let mut used = 0;
        for index in 0..count {
            let (ptr, len) = self.iovec(iovs, index)?;
            if len == 0 {
                continue;
            }
            let Some(slot) = room.get_mut(used) else { break };
            slot.write(IoSlice::new(self.bytes(ptr, len)?));
            used += 1;
        }
        // SAFETY: the first `used` items have been written.
        Ok(unsafe { core::slice::from_raw_parts(room.as_ptr().cast(), used) })
    }

    /// The buffers of a scattered read, as many as fit into `room`; empty ones are left out.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if the array or a buffer that was looked at is not in the memory.
    pub fn scatter<'b>(
        &'b mut self,
        iovs: u32,
        count: u32,
        room: &'b mut IoVecs<IoSliceMut<'b>>,
    ) -> Result<&'b mut [IoSliceMut<'b>]> {
        self.check_array(iovs, count, IOVEC_SIZE)?;
        // What the kernel is given, without references: the guest's buffers may overlap, which references to them must not. Nobody but the
        // kernel goes through them.
        let room: *mut RawBuffer = room.as_mut_ptr().cast();
        let mut used = 0;
        for index in 0..count {
            let (ptr, len) = self.iovec(iovs, index)?;
            if len == 0 {
                continue;
            }
            if used == MAX_IOVECS {
                break;
            }
            let base = self.memory.as_mut_ptr();
            // SAFETY: there is room for `MAX_IOVECS` buffers; `iovec` has checked that the bytes are in the memory, which stays borrowed for 'b.
            unsafe { room.add(used).write(RawBuffer { base: base.add(ptr as usize), len: len as usize }) };
            used += 1;
        }
        // SAFETY: the first `used` items have been written, in the form of `iovec` that an `IoSliceMut` has.
        Ok(unsafe { core::slice::from_raw_parts_mut(room.cast(), used) })
    }

    /// Bytes in all buffers of an array together.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if the array or a buffer is not in the memory.
    pub fn total(&self, iovs: u32, count: u32) -> Result<u32> {
        self.check_array(iovs, count, IOVEC_SIZE)?;
        (0..count).try_fold(0, |total: u32, index| Ok(total.saturating_add(self.iovec(iovs, index)?.1)))
    }

    /// The only buffer of an array of one, for a plain write.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if it is not in the memory.
    pub fn single(&self, iovs: u32) -> Result<&[u8]> {
        self.check_array(iovs, 1, IOVEC_SIZE)?;
        let (ptr, len) = self.iovec(iovs, 0)?;
        self.bytes(ptr, len)
    }

    /// The only buffer of an array of one, for a plain read.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if it is not in the memory.
    pub fn single_mut(&mut self, iovs: u32) -> Result<&mut [u8]> {
        self.check_array(iovs, 1, IOVEC_SIZE)?;
        let (ptr, len) = self.iovec(iovs, 0)?;
        self.bytes_mut(ptr, len)
    }

    /// Writes a `filestat`: 64 bytes, or 56 in snapshot 0, whose link count has 32 bits.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if there is no room for it in the memory.
    pub fn write_filestat(&mut self, ptr: u32, stat: &FileStat) -> Result<()> {
        let mut bytes = [0; 64];
        bytes[0..8].copy_from_slice(&stat.dev.to_le_bytes());
        bytes[8..16].copy_from_slice(&stat.ino.to_le_bytes());
        bytes[16] = stat.filetype as u8;
        let rest = match self.abi {
            Abi::Preview1 => {
                bytes[24..32].copy_from_slice(&stat.nlink.to_le_bytes());
                32
            }
            Abi::Unstable => {
                let nlink = u32::try_from(stat.nlink).unwrap_or(u32::MAX);
                bytes[20..24].copy_from_slice(&nlink.to_le_bytes());
                24
            }
        };
        for (index, word) in [stat.size, stat.atim, stat.mtim, stat.ctim].into_iter().enumerate() {
            let at = rest + index * 8;
            bytes[at..at + 8].copy_from_slice(&word.to_le_bytes());
        }
        self.write(ptr, &bytes[..rest + 32])
    }

    /// Writes an `fdstat`.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if there is no room for it in the memory.
    pub fn write_fdstat(
        &mut self,
        ptr: u32,
        filetype: FileType,
        flags: u16,
        base: u64,
        inheriting: u64,
    ) -> Result<()> {
        let mut bytes = [0; 24];
        bytes[0] = filetype as u8;
        bytes[2..4].copy_from_slice(&flags.to_le_bytes());
        bytes[8..16].copy_from_slice(&base.to_le_bytes());
        bytes[16..24].copy_from_slice(&inheriting.to_le_bytes());
        self.write(ptr, &bytes)
    }

    /// Writes a `prestat` of a directory whose guest path has `name_len` bytes.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if there is no room for it in the memory.
    pub fn write_prestat(&mut self, ptr: u32, name_len: u32) -> Result<()> {
        let mut bytes = [0; 8];
        bytes[4..8].copy_from_slice(&name_len.to_le_bytes());
        self.write(ptr, &bytes)
    }

    /// Bytes of a `subscription`. In snapshot 0 that of a clock starts with an identifier of its own.
    #[must_use]
    pub fn subscription_size(&self) -> u32 {
        match self.abi {
            Abi::Preview1 => 48,
            Abi::Unstable => 56,
        }
    }

    /// Reads a `subscription`.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if it is not in the memory, [`Errno::Inval`] if its tag has no meaning.
    pub fn read_subscription(&self, ptr: u32) -> Result<Subscription> {
        self.bytes(ptr, self.subscription_size())?;
        let union = ptr + 16;
        let event = match self.bytes(ptr + 8, 1)?[0] {
            crate::types::eventtype::CLOCK => {
                let clock = match self.abi {
                    Abi::Preview1 => union,
                    Abi::Unstable => union + 8,
                };
                SubscriptionEvent::Clock {
                    id: self.read_u32(clock)?,
                    timeout: self.read_u64(clock + 8)?,
                    flags: self.read_u16(clock + 24)?,
                }
            }
            crate::types::eventtype::FD_READ => SubscriptionEvent::Read(self.read_u32(union)?),
            crate::types::eventtype::FD_WRITE => SubscriptionEvent::Write(self.read_u32(union)?),
            _ => return Err(Errno::Inval),
        };
        Ok(Subscription { userdata: self.read_u64(ptr)?, event })
    }

    /// Writes an `event`.
    ///
    /// # Errors
    ///
    /// [`Errno::Fault`] if there is no room for it in the memory.
    pub fn write_event(&mut self, ptr: u32, event: &Event) -> Result<()> {
        let mut bytes = [0; EVENT_SIZE as usize];
        bytes[0..8].copy_from_slice(&event.userdata.to_le_bytes());
        bytes[8..10].copy_from_slice(&(event.error as u16).to_le_bytes());
        bytes[10] = event.kind;
        bytes[16..24].copy_from_slice(&event.nbytes.to_le_bytes());
        bytes[24..26].copy_from_slice(&event.flags.to_le_bytes());
        self.write(ptr, &bytes)
    }
}

/// Attributes of a file, in WASI's terms. Times are nanoseconds since 1970, 0 for what was before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the fields of `filestat`")]
pub struct FileStat {
    pub dev: u64,
    pub ino: u64,
    pub filetype: FileType,
    pub nlink: u64,
    pub size: u64,
    pub atim: u64,
    pub mtim: u64,
    pub ctim: u64,
}

impl From<&Stat> for FileStat {
    #[allow(clippy::unnecessary_cast, reason = "the widths of `stat` differ between machines")]
    fn from(stat: &Stat) -> Self {
        let nanoseconds = |seconds: i64, rest: u64| {
            u64::try_from(seconds).unwrap_or(0).saturating_mul(1_000_000_000).saturating_add(rest)
        };
        Self {
            dev: stat.st_dev as u64,
            ino: stat.st_ino as u64,
            filetype: rustix::fs::FileType::from_raw_mode(stat.st_mode).into(),
            nlink: stat.st_nlink as u64,
            size: stat.st_size as u64,
            atim: nanoseconds(stat.st_atime as i64, stat.st_atime_nsec as u64),
            mtim: nanoseconds(stat.st_mtime as i64, stat.st_mtime_nsec as u64),
            ctim: nanoseconds(stat.st_ctime as i64, stat.st_ctime_nsec as u64),
        }
    }
}
