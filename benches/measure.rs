//! Times, memory, and what is made of many measurements.
//!
//! CPU time is what counts wherever one thread works: it is nearly the same on a busy machine. The clock counts for several threads and for turnaround.

use rustix::time::{ClockId, clock_gettime};
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// Seconds of CPU time that this process, with all its threads, has used.
pub fn cpu_seconds() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9
}

/// Both times of one piece of work.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Times {
    /// Seconds of CPU time, of all threads.
    pub cpu: f64,
    /// Seconds by the clock.
    pub wall: f64,
}

/// Does `work` and measures it.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Times) {
    let (cpu, wall) = (cpu_seconds(), Instant::now());
    let result = work();
    let times = Times { cpu: cpu_seconds() - cpu, wall: wall.elapsed().as_secs_f64() };
    (result, times)
}

/// The most memory that this process has had, in bytes; 0 where the system does not tell.
pub fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|value| value.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// Measurements of the same thing, one of each round.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// Adds a measurement.
    pub fn push(&mut self, value: f64) {
        self.0.push(value);
    }

    /// The smallest; infinite if there is none.
    pub fn min(&self) -> f64 {
        self.0.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// All of them together.
    pub fn sum(&self) -> f64 {
        self.0.iter().sum()
    }

    /// The median: of an even number, the mean of the two in the middle; infinite if there is none.
    pub fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        match sorted.len() {
            0 => f64::INFINITY,
            n if n % 2 == 1 => sorted[n / 2],
            n => f64::midpoint(sorted[n / 2 - 1], sorted[n / 2]),
        }
    }
}

/// The geometric mean; `None` of nothing.
pub fn geometric_mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0);
    for value in values {
        sum += value.ln();
        count += 1;
    }
    (count > 0).then(|| (sum / f64::from(count)).exp())
}

/// What the machine is, for the heads of tables.
pub fn machine() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        info.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split(": ").nth(1));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown");
    format!(
        "{}, {} cores, {}; load {load}",
        model.unwrap_or("unknown processor"),
        cores,
        std::env::consts::ARCH
    )
}

#[cfg(test)]
mod tests {
    use super::{Samples, geometric_mean};

    #[test]
    fn the_median_is_in_the_middle() {
        let median = |values: &[f64]| Samples(values.to_vec()).median();
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(&[]).is_infinite());
    }

    #[test]
    fn twice_and_half_are_the_same_in_the_mean() {
        let mean = geometric_mean([2.0, 0.5]).unwrap();
        assert!((mean - 1.0).abs() < 1e-12);
        assert_eq!(geometric_mean([]), None);
    }
}
