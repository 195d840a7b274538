//! Beeline beside other compilers, in one run on one machine: `cargo run --release -p beeline-benches -- COMMAND`.
//!
//! ```text
//!   compile      how fast whole modules are compiled, how large their code is, how much memory that takes
//!   run          how fast the code of small kernels and of whole programs is; all engines must agree on what they compute
//!   ablation     what each technique of the code generator brings
//!   turnaround   from the start of a command to the first byte that its program prints
//!   readme       all of them; their tables and charts replace those of README.md
//! ```
//!
//! Every measurement is taken in a process of its own: this program starts itself again with the hidden command `child` (`child`), so that peak memory, caches
//! and allocator states of one engine are not another's. Measurements of all engines are interleaved round by round (`measure`), so that a busy minute of the
//! machine falls on all of them. Only ratios within one run are results.
//!
//! Reading order: `programs`, `kernels` and `guests` (what is measured), `engines` and `liftoff` (what measures), `child`, `measure`, the commands, `table` and `chart`.

#![deny(unsafe_code)]

mod ablation;
mod chart;
mod child;
mod compile;
mod engines;
mod guests;
mod kernels;
mod liftoff;
mod measure;
mod programs;
mod readme;
mod run;
mod table;
mod turnaround;

use anyhow::Context;
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use table::Table;

/// Measures Beeline beside other compilers.
#[derive(Parser)]
#[command(name = "beeline-benches")]
struct Args {
    #[command(subcommand)]
    command: Command,
}

/// What is measured.
#[derive(Subcommand)]
enum Command {
    /// Compilers on whole programs: speed, size of the code, memory
    Compile(compile::Args),
    /// The code that they make, on kernels and in whole programs
    Run(run::Args),
    /// Commands, from their start to the first output of a program
    Turnaround(turnaround::Args),
    /// What each technique of the code generator brings
    Ablation(ablation::Args),
    /// All of the above, into README.md
    Readme(readme::Args),
    /// One measurement, for the commands above
    #[command(hide = true, subcommand)]
    Child(child::Args),
}

/// Where results go, and how many of them are taken.
#[derive(Clone, Debug, clap::Args)]
pub struct Output {
    /// Measure only these
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Interleaved rounds; the best of them counts, the median for memory and turnaround
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    pub rounds: u32,
    /// Write all measurements to this file
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Draw them (SVG)
    #[arg(long, value_name = "FILE")]
    pub chart: Option<PathBuf>,
    /// Replace the table and the chart of this command in README.md
    #[arg(long)]
    pub readme: bool,
}

impl Output {
    /// The items whose names were asked for; all of them if none were.
    ///
    /// # Errors
    ///
    /// A name is not that of an item.
    pub fn choose<T>(&self, all: Vec<T>, name: impl Fn(&T) -> &str) -> anyhow::Result<Vec<T>> {
        let known: Vec<_> = all.iter().map(&name).collect();
        if let Some(unknown) = self.only.iter().find(|only| !known.contains(&only.as_str())) {
            anyhow::bail!("there is no {unknown}; there are: {}", known.join(", "));
        }
        let wanted = |item: &T| self.only.is_empty() || self.only.iter().any(|only| only == name(item));
        Ok(all.into_iter().filter(wanted).collect())
    }

    /// Writes the files that were asked for.
    ///
    /// # Errors
    ///
    /// A file cannot be written.
    pub fn write(
        &self,
        command: &str,
        results: &impl serde::Serialize,
        chart: &chart::Chart,
        table: Table,
    ) -> anyhow::Result<()> {
        if let Some(path) = &self.json {
            write_file(path, &(serde_json::to_string_pretty(results)? + "\n"))?;
        }
        if let Some(path) = &self.chart {
            write_file(path, &chart.svg())?;
        }
        if self.readme { readme::update(command, chart, &table) } else { Ok(()) }
    }
}

fn write_file(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).map_err(|error| anyhow::anyhow!("cannot write {}: {error}", path.display()))
}

/// Builds another program of this repository, beside this one and with its optimisations, and says where it is.
///
/// # Errors
///
/// It does not compile, or this program is not where cargo puts programs.
fn build(program: &str) -> anyhow::Result<PathBuf> {
    let this = std::env::current_exe()?;
    let profile = this.parent().context("this program lies in no directory")?;
    let target = profile.parent().context("this program lies in no target directory")?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = std::process::Command::new(cargo);
    let package = if program == "beeline" { "beeline-cli" } else { program };
    build
        .args(["build", "--release", "--package", package, "--target-dir"])
        .arg(target)
        .current_dir(programs::root());
    programs::succeed(&mut build)?;
    Ok(target.join("release").join(program))
}

fn main() -> ExitCode {
    let result = match Args::parse().command {
        Command::Compile(args) => compile::main(&args),
        Command::Run(args) => run::main(&args),
        Command::Turnaround(args) => turnaround::main(&args),
        Command::Ablation(args) => ablation::main(&args),
        Command::Readme(args) => readme::main(&args),
        Command::Child(args) => child::main(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
