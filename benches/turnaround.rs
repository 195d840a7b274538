//! `turnaround`: from the start of a command that compiles and runs a module to the first byte that the program prints.
//!
//! By the clock, with all cores, and without caches: it is what a developer waits for after a build. The peers are the commands `wasmtime` and `wasmer`, where they are installed.

use crate::chart::{Chart, Series};
use crate::measure::{Samples, geometric_mean, machine};
use crate::programs::{self, Program};
use crate::table::{Table, figure};
use crate::{Output, build};
use anyhow::{Context, bail};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Arguments of `turnaround`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    output: Output,
    /// The command of Beeline; built when it is not given
    #[arg(long, value_name = "PATH")]
    beeline: Option<PathBuf>,
    /// The command of wasmtime
    #[arg(long, value_name = "PATH", default_value = "wasmtime")]
    wasmtime: PathBuf,
    /// The command of wasmer
    #[arg(long, value_name = "PATH", default_value = "wasmer")]
    wasmer: PathBuf,
}

/// A program that prints something at once, and the arguments with which it does.
struct Case {
    name: &'static str,
    path: PathBuf,
    args: &'static [&'static str],
}

/// A command that compiles and runs a module.
struct Runner {
    name: &'static str,
    command: PathBuf,
    /// What stands before the module.
    args: &'static [&'static str],
    /// What stands between the module and its arguments.
    separator: Option<&'static str>,
}

/// All measurements of a run.
#[derive(Serialize)]
struct Results {
    machine: String,
    /// For each program, seconds of each command.
    programs: Vec<(&'static str, BTreeMap<&'static str, Samples>)>,
}

/// Measures and prints.
///
/// # Errors
///
/// No program is to be had, Beeline does not run one of them, or a result cannot be written.
pub fn main(args: &Args) -> anyhow::Result<()> {
    let cases = args.output.choose(cases(), |case| case.name)?;
    if cases.is_empty() {
        bail!("there is no program to run: run scripts/fetch-programs --benches");
    }
    let runners = runners(args)?;
    let mut results = Results { machine: machine(), programs: Vec::new() };
    for case in &cases {
        eprintln!("running {}", case.name);
        let mut times: BTreeMap<&'static str, Samples> = BTreeMap::new();
        let mut refused = Vec::new();
        for _ in 0..args.output.rounds {
            for runner in &runners {
                if refused.contains(&runner.name) {
                    continue;
                }
                match first_byte(runner, case) {
                    Ok(time) => times.entry(runner.name).or_default().push(time),
                    Err(error) if runner.name == BEELINE => return Err(error),
                    Err(error) => {
                        eprintln!("refused: {error:#}");
                        refused.push(runner.name);
                    }
                }
            }
        }
        results.programs.push((case.name, times));
    }
    results.print(&runners);
    args.output.write("turnaround", &results, &results.chart(&runners), results.readme(&runners))
}

const BEELINE: &str = "beeline run";

/// The programs that are there.
fn cases() -> Vec<Case> {
    let found = ["php", "python", "ruby"].iter().filter_map(|name| Program::named(name));
    let wanted: Vec<Program> = found.chain([programs::CLANG]).collect();
    let args = |name| -> &'static [&'static str] {
        match name {
            "php" => &["-v"],
            _ => &["--version"],
        }
    };
    let case = |program: Program| Case { name: program.name, path: program.path(), args: args(program.name) };
    programs::fetched(wanted).into_iter().map(case).collect()
}

/// Beeline, and the peers that are installed.
fn runners(args: &Args) -> anyhow::Result<Vec<Runner>> {
    let command = args.beeline.clone().map_or_else(|| build("beeline"), Ok)?;
    let beeline = Runner { name: BEELINE, command, args: &["run"], separator: None };
    let peers = [
        Runner {
            name: "wasmtime run (Winch)",
            command: args.wasmtime.clone(),
            args: &["run", "-C", "compiler=winch", "-C", "cache=n"],
            separator: None,
        },
        Runner {
            name: "wasmtime run (Cranelift)",
            command: args.wasmtime.clone(),
            args: &["run", "-C", "cache=n"],
            separator: None,
        },
        Runner {
            name: "wasmer run (singlepass)",
            command: args.wasmer.clone(),
            args: &["run", "--singlepass"],
            separator: Some("--"),
        },
    ];
    let installed = |runner: &Runner| {
        let version = Command::new(&runner.command).arg("--version").stdout(Stdio::null()).status();
        if version.is_err() {
            eprintln!("skipped: {}: there is no command {}", runner.name, runner.command.display());
        }
        version.is_ok()
    };
    Ok(std::iter::once(beeline).chain(peers.into_iter().filter(installed)).collect())
}

/// Seconds from the start of the command to the first byte of its standard output.
fn first_byte(runner: &Runner, case: &Case) -> anyhow::Result<f64> {
    let shown = || format!("{} {}", runner.name, case.name);
    // wasmer has a cache; it finds an empty one.
    let cache = tempfile::tempdir()?;
    let start = Instant::now();
    let mut child = Command::new(&runner.command)
        .env("WASMER_CACHE_DIR", cache.path())
        .args(runner.args)
        .arg(&case.path)
        .args(runner.separator)
        .args(case.args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run {}", runner.command.display()))?;
    let mut stdout = child.stdout.take().context("standard output is a pipe")?;
    let mut byte = [0];
    let read = stdout.read(&mut byte)?;
    let time = start.elapsed().as_secs_f64();
    if read == 0 {
        let output = child.wait_with_output()?;
        bail!("{} prints nothing, but: {}", shown(), String::from_utf8_lossy(&output.stderr).trim());
    }
    // The rest is taken, so that the program can end.
    stdout.read_to_end(&mut Vec::new())?;
    child.wait()?;
    Ok(time)
}

impl Results {
    fn print(&self, runners: &[Runner]) {
        println!("{}\n", self.machine);
        let mut table = Table::new(
            "milliseconds from the start to the first byte of output, median (best)",
            runners.iter().map(|runner| runner.name),
        );
        for (name, times) in &self.programs {
            let cell = |runner: &Runner| {
                times.get(runner.name).map_or_else(
                    || "-".into(),
                    |times| format!("{:.1} ({:.1})", times.median() * 1e3, times.min() * 1e3),
                )
            };
            table.row(name, runners.iter().map(cell));
        }
        table.print();
        let peers = &runners[1..];
        if peers.is_empty() {
            return;
        }
        let mut table = Table::new("Beeline's time divided by theirs", peers.iter().map(|peer| peer.name));
        for (name, times) in &self.programs {
            table.row(name, peers.iter().map(|peer| figure(ratio(times, peer.name))));
        }
        let mean = |peer: &Runner| {
            geometric_mean(self.programs.iter().filter_map(|(_, times)| ratio(times, peer.name)))
        };
        table.row("mean", peers.iter().map(|peer| figure(mean(peer))));
        table.print();
    }

    /// Milliseconds, and how often Beeline's time goes into each.
    fn readme(&self, runners: &[Runner]) -> Table {
        let mut table = Table::new("", runners.iter().map(|runner| format!("`{}`", runner.name)));
        for (name, times) in &self.programs {
            let cell = |runner: &Runner| match times.get(runner.name) {
                Some(time) if runner.name == BEELINE => format!("{:.0} ms", time.median() * 1e3),
                Some(time) => {
                    let times_slower = figure(ratio(times, runner.name).map(|ratio| 1.0 / ratio));
                    format!("{:.0} ms ({times_slower} times)", time.median() * 1e3)
                }
                None => "-".into(),
            };
            table.row(name, runners.iter().map(cell));
        }
        table
    }

    fn chart(&self, runners: &[Runner]) -> Chart {
        let series = runners.iter().map(|runner| Series {
            title: runner.name.into(),
            values: self
                .programs
                .iter()
                .map(|(_, times)| times.get(runner.name).map(|times| times.median() * 1e3))
                .collect(),
        });
        Chart {
            title: "Milliseconds from the start to the first output (further left is faster)".into(),
            rows: self.programs.iter().map(|(name, _)| (*name).to_owned()).collect(),
            series: series.collect(),
        }
    }
}

/// Beeline's time divided by a peer's.
fn ratio(times: &BTreeMap<&'static str, Samples>, peer: &str) -> Option<f64> {
    Some(times.get(BEELINE)?.median() / times.get(peer)?.median())
}
