//! Waiting for clocks and descriptors.
//!
//! The subscriptions are read from the guest's memory whenever they are needed rather than copied: the only thing that is allocated is
//! the kernel's list of descriptors. Relative times count from the call on the monotonic clock. A wait for an absolute time of day looks at
//! that clock again each second, for it can be set.

use alloc::vec::Vec;
use rustix::event::{PollFd, PollFlags};
use rustix::io::Errno as Os;
use rustix::time::ClockId;

use crate::calls::clock::{SECOND, host_clock, now, timespec};
use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::fds::{Entry, Fds, Handle};
use crate::guest::{Event, Guest, Subscription, SubscriptionEvent};
use crate::types::{CLOCK_ABSTIME, EVENT_SIZE, FileType, READWRITE_HANGUP, clockid, eventtype, rights};

/// Waits until at least one of `count` subscriptions has something to report, and writes an event for each that has.
pub fn poll_oneoff(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    subscriptions: u32,
    events: u32,
    count: u32,
    stored: u32,
) -> Result<()> {
    if count == 0 {
        return Err(Errno::Inval);
    }
    mem.check_array(stored, 1, 4)?;
    mem.check_array(subscriptions, count, mem.subscription_size())?;
    mem.check_array(events, count, EVENT_SIZE)?;
    let start = now(ClockId::Monotonic);
    let (mut fds, ready) = descriptors(mem, &ctx.fds, subscriptions, count)?;
    loop {
        let wait = match ready {
            true => Some(0),
            false => shortest_wait(mem, subscriptions, count, start)?,
        };
        let timeout = wait.map(timespec);
        match rustix::event::poll(&mut fds, timeout.as_ref()) {
            Ok(_) => {}
            Err(Os::INTR) => continue,
            Err(error) => return Err(error.into()),
        }
        let written = report(mem, &ctx.fds, &fds, start, subscriptions, events, count)?;
        if written != 0 {
            return mem.write_u32(stored, written);
        }
    }
}

fn subscription(mem: &Guest<'_>, subscriptions: u32, index: u32) -> Result<Subscription> {
    mem.read_subscription(subscriptions + index * mem.subscription_size())
}

/// The kernel's list, one item for each subscription to a descriptor that can be waited for, in order; and whether another subscription has
/// something to report at once.
fn descriptors<'a>(
    mem: &Guest<'_>,
    table: &'a Fds,
    subscriptions: u32,
    count: u32,
) -> Result<(Vec<PollFd<'a>>, bool)> {
    let mut fds = Vec::new();
    let mut ready = false;
    for index in 0..count {
        let (fd, right, flags) = match subscription(mem, subscriptions, index)?.event {
            SubscriptionEvent::Read(fd) => (fd, rights::FD_READ, PollFlags::IN),
            SubscriptionEvent::Write(fd) => (fd, rights::FD_WRITE, PollFlags::OUT),
            SubscriptionEvent::Clock { id, .. } => {
                ready |= check_clock(id).is_err();
                continue;
            }
        };
        match waitable(table, fd, right) {
            Ok(Entry { handle: Handle::Null, .. }) | Err(_) => ready = true,
            Ok(entry) => {
                fds.try_reserve(1).map_err(|_| Errno::NoMem)?;
                fds.push(PollFd::from_borrowed_fd(entry.host()?, flags));
            }
        }
    }
    Ok((fds, ready))
}

fn waitable(table: &Fds, fd: u32, right: u64) -> Result<&Entry> {
    table.with(fd, rights::POLL_FD_READWRITE | right)
}

/// Clocks of CPU time stand still during a wait.
fn check_clock(id: u32) -> Result<()> {
    host_clock(id)?;
    if id == clockid::REALTIME || id == clockid::MONOTONIC { Ok(()) } else { Err(Errno::NotSup) }
}

/// Nanoseconds until a clock has reached the time of a subscription.
fn remaining(id: u32, timeout: u64, flags: u16, start: u64) -> Result<u64> {
    check_clock(id)?;
    if flags & CLOCK_ABSTIME != 0 {
        return Ok(timeout.saturating_sub(now(host_clock(id)?)));
    }
    Ok(start.saturating_add(timeout).saturating_sub(now(ClockId::Monotonic)))
}

/// How long to wait, or for ever.
fn shortest_wait(mem: &Guest<'_>, subscriptions: u32, count: u32, start: u64) -> Result<Option<u64>> {
    let mut shortest: Option<u64> = None;
    for index in 0..count {
        if let SubscriptionEvent::Clock { id, timeout, flags } =
            subscription(mem, subscriptions, index)?.event
        {
            let mut wait = remaining(id, timeout, flags, start)?;
            if id == clockid::REALTIME && flags & CLOCK_ABSTIME != 0 {
                wait = wait.min(SECOND);
            }
            shortest = Some(shortest.map_or(wait, |other| other.min(wait)));
        }
    }
    Ok(shortest)
}

/// Writes an event for each subscription that has something to report, and returns how many there are. An event is smaller than a subscription, so
/// a guest that uses one array for both gets what it asked for.
fn report(
    mem: &mut Guest<'_>,
    table: &Fds,
    fds: &[PollFd<'_>],
    start: u64,
    subscriptions: u32,
    events: u32,
    count: u32,
) -> Result<u32> {
    let mut written = 0;
    let mut polled = fds.iter();
    for index in 0..count {
        let Subscription { userdata, event } = subscription(mem, subscriptions, index)?;
        let result = match event {
            SubscriptionEvent::Clock { id, timeout, flags } => match remaining(id, timeout, flags, start) {
                Ok(0) => Ok((0, 0)),
                Ok(_) => continue,
                Err(error) => Err(error),
            },
            SubscriptionEvent::Read(fd) | SubscriptionEvent::Write(fd) => {
                let reading = matches!(event, SubscriptionEvent::Read(_));
                match waitable(table, fd, if reading { rights::FD_READ } else { rights::FD_WRITE }) {
                    Err(error) => Err(error),
                    Ok(Entry { handle: Handle::Null, .. }) => Ok((u64::from(!reading), 0)),
                    Ok(entry) => match polled.next().map_or(PollFlags::empty(), PollFd::revents) {
                        PollFlags::NVAL => Err(Errno::Badf),
                        revents if revents.is_empty() => continue,
                        revents => Ok(readiness(entry, reading, revents)),
                    },
                }
            }
        };
        let kind = match event {
            SubscriptionEvent::Clock { .. } => eventtype::CLOCK,
            SubscriptionEvent::Read(_) => eventtype::FD_READ,
            SubscriptionEvent::Write(_) => eventtype::FD_WRITE,
        };
        let (error, nbytes, flags) = match result {
            Ok((nbytes, flags)) => (Errno::Success, nbytes, flags),
            Err(error) => (error, 0, 0),
        };
        mem.write_event(events + written * EVENT_SIZE, &Event { userdata, error, kind, nbytes, flags })?;
        written += 1;
    }
    Ok(written)
}

/// Bytes that can be read or written without waiting, and `eventrwflags`.
fn readiness(entry: &Entry, reading: bool, revents: PollFlags) -> (u64, u16) {
    let hangup = revents.intersects(PollFlags::HUP | PollFlags::ERR);
    let nbytes = match (reading, entry.host()) {
        (true, Ok(host)) if entry.filetype() == Ok(FileType::RegularFile) => {
            let size = rustix::fs::fstat(host).map_or(0, |stat| stat.st_size as u64);
            size.saturating_sub(rustix::fs::tell(host).unwrap_or(0))
        }
        (true, Ok(host)) => rustix::io::ioctl_fionread(host).unwrap_or(1),
        // Linux does not tell how much: it takes at least one byte.
        _ => 1,
    };
    (nbytes, if hangup { READWRITE_HANGUP } else { 0 })
}
