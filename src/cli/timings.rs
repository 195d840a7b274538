//! `--timings`: where the time and the memory of a build went.

use crate::args::TimingsFormat;
use beeline_codegen::CompiledModule;
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Duration;

/// Measurements of one build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measured {
    /// The compiler's own measurements.
    compiler: beeline_codegen::Timings,
    /// Bytes of machine code; 0 where they are not known.
    text: usize,
    /// Bytes of the module.
    input: usize,
    /// Bytes of the output.
    pub output: usize,
    /// Writing the object.
    pub object: Duration,
    /// Linking.
    pub link: Duration,
    /// All of the above, with reading and writing of files.
    pub total: Duration,
}

impl Measured {
    /// Starts with what the compiler has measured, for a module of `input` bytes.
    pub fn new(module: &CompiledModule, input: usize) -> Self {
        Self { compiler: module.timings, text: module.text.len(), input, ..Self::default() }
    }

    /// The measurements of a module that was compiled to be run here.
    pub fn in_memory(compiler: beeline_codegen::Timings, input: usize, total: Duration) -> Self {
        Self { compiler, input, total, ..Self::default() }
    }

    /// Prints to standard error.
    pub fn print(&self, format: TimingsFormat) {
        let text = match format {
            TimingsFormat::Table => self.table(),
            TimingsFormat::Json => self.json(),
        };
        let _ = anstream::stderr().write_all(text.as_bytes());
    }

    /// The phases. Validation and emission are sums over the threads, the other times are those of a clock.
    fn phases(&self) -> [(&'static str, Duration); 7] {
        [
            ("validate", self.compiler.validate),
            ("emit", self.compiler.emit),
            ("other", self.compiler.rest),
            ("compile", self.compiler.total),
            ("object", self.object),
            ("link", self.link),
            ("total", self.total),
        ]
    }

    /// The phases but those that a command does not have.
    fn done(&self) -> impl Iterator<Item = (&'static str, Duration)> {
        self.phases().into_iter().filter(|(_, time)| !time.is_zero())
    }

    /// MB of code section per second.
    fn speed(&self, time: Duration) -> f64 {
        if time.is_zero() { 0.0 } else { self.compiler.code_section as f64 / 1e6 / time.as_secs_f64() }
    }

    /// Bytes of machine code per byte of code section.
    fn ratio(&self) -> f64 {
        if self.compiler.code_section == 0 {
            0.0
        } else {
            self.text as f64 / self.compiler.code_section as f64
        }
    }

    fn table(&self) -> String {
        let mut table = String::new();
        let _ = writeln!(table, "{:<14}{:>12}{:>12}", "phase", "ms", "MB/s");
        for (phase, time) in self.done() {
            let milliseconds = time.as_secs_f64() * 1e3;
            let summed = matches!(phase, "validate" | "emit");
            let note = if summed { "   summed over the threads" } else { "" };
            let _ = writeln!(table, "{phase:<14}{milliseconds:>12.3}{:>12.1}{note}", self.speed(time));
        }
        let memory = peak_memory();
        let traffic = (self.input + self.output) as f64;
        let sizes = [
            ("input", self.input as u64, String::new()),
            ("code section", self.compiler.code_section as u64, String::new()),
            ("machine code", self.text as u64, format!("{:.2} of code section", self.ratio())),
            ("output", self.output as u64, String::new()),
            ("peak memory", memory, format!("{:.2} of input and output", memory as f64 / traffic.max(1.0))),
        ];
        let _ = writeln!(table, "{:<14}{:>12}{:>12}", "size", "bytes", "");
        for (what, bytes, note) in sizes.into_iter().filter(|&(_, bytes, _)| bytes > 0) {
            let line = format!("{what:<14}{bytes:>12}   {note}");
            let _ = writeln!(table, "{}", line.trim_end());
        }
        table
    }

    fn json(&self) -> String {
        let mut json = String::from("{");
        for (phase, time) in self.done() {
            let _ = write!(json, "\"{phase}_ms\":{:.3},", time.as_secs_f64() * 1e3);
        }
        let sizes = [
            ("input", self.input as u64),
            ("code_section", self.compiler.code_section as u64),
            ("text", self.text as u64),
            ("output", self.output as u64),
            ("peak_memory", peak_memory()),
        ];
        for (what, bytes) in sizes.into_iter().filter(|&(_, bytes)| bytes > 0) {
            let _ = write!(json, "\"{what}_bytes\":{bytes},");
        }
        let _ = write!(json, "\"compile_mb_per_s\":{:.3}", self.speed(self.compiler.total));
        if self.text > 0 {
            let _ = write!(json, ",\"text_per_code_byte\":{:.4}", self.ratio());
        }
        json.push_str("}\n");
        json
    }
}

/// The most memory that this process has had, in bytes; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|value| value.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}
