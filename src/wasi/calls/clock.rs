//! Clocks.

use rustix::time::{ClockId, Timespec};

use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::guest::Guest;
use crate::types::clockid;

/// Nanoseconds in a second.
pub const SECOND: u64 = 1_000_000_000;

/// Writes the resolution of a clock.
pub fn clock_res_get(_: &mut WasiCtx, mem: &mut Guest<'_>, id: u32, resolution: u32) -> Result<()> {
    let time = rustix::time::clock_getres(host_clock(id)?);
    mem.write_u64(resolution, nanoseconds(time))
}

/// Writes the time of a clock; it is always exact, whatever `_precision` would allow.
pub fn clock_time_get(
    _: &mut WasiCtx,
    mem: &mut Guest<'_>,
    id: u32,
    _precision: u64,
    time: u32,
) -> Result<()> {
    let now = now(host_clock(id)?);
    mem.write_u64(time, now)
}

/// The host's clock for a number.
///
/// # Errors
///
/// [`Errno::Inval`] if there is none.
pub fn host_clock(id: u32) -> Result<ClockId> {
    match id {
        clockid::REALTIME => Ok(ClockId::Realtime),
        clockid::MONOTONIC => Ok(ClockId::Monotonic),
        clockid::PROCESS_CPUTIME => Ok(ClockId::ProcessCPUTime),
        clockid::THREAD_CPUTIME => Ok(ClockId::ThreadCPUTime),
        _ => Err(Errno::Inval),
    }
}

/// The time of a clock in nanoseconds.
#[must_use]
pub fn now(clock: ClockId) -> u64 {
    nanoseconds(rustix::time::clock_gettime(clock))
}

fn nanoseconds(time: Timespec) -> u64 {
    u64::try_from(time.tv_sec).unwrap_or(0).saturating_mul(SECOND).saturating_add(time.tv_nsec as u64)
}

/// The host's form of a time in nanoseconds.
#[must_use]
pub fn timespec(nanoseconds: u64) -> Timespec {
    Timespec { tv_sec: (nanoseconds / SECOND) as i64, tv_nsec: (nanoseconds % SECOND) as _ }
}
