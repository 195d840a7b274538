//! One measurement in a process of its own, and how the parent asks for it.
//!
//! A child prints one line of JSON, `{"Ok": measurement}` or `{"Err": "why not"}`. A child that dies without one has been refused, too: its last words are the reason.

use crate::engines::{self, Engine};
use crate::guests::{self, Guest};
use anyhow::Context;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the child measures.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Args {
    /// Compiling a module
    Compile {
        /// The compiler
        engine: Engine,
        /// The module
        path: PathBuf,
    },
    /// Calling a kernel
    Run {
        /// The engine
        engine: Engine,
        /// The kernel
        path: PathBuf,
        /// Its argument
        scale: i32,
    },
    /// Running a whole program
    Guest {
        /// The engine
        engine: Engine,
        /// The program
        name: PathBuf,
    },
}

/// The child's side.
pub fn main(args: &Args) -> anyhow::Result<()> {
    let line = match args {
        Args::Compile { engine, path } => line(&engines::compile(*engine, path)),
        Args::Guest { engine, name } => {
            let guest = name.to_str().and_then(Guest::named);
            line(&guest.context("there is no such program").and_then(|guest| guests::run(*engine, &guest)))
        }
        Args::Run { engine, path, scale } => line(&engines::call(*engine, path, *scale)),
    };
    println!("{}", line?);
    Ok(())
}

fn line<T: serde::Serialize>(result: &anyhow::Result<T>) -> serde_json::Result<String> {
    serde_json::to_string(&result.as_ref().map_err(|error| format!("{error:#}")))
}

/// Has a child of this program measure; the reason if the engine cannot.
///
/// # Errors
///
/// The child cannot be started.
pub fn measure<T: DeserializeOwned>(
    args: &[&str],
    path: &Path,
    scale: Option<i32>,
) -> anyhow::Result<Result<T, String>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("child").args(args).arg(path).args(scale.map(|scale| scale.to_string()));
    answer(&mut command)
}

/// Runs a command that measures, and reads its answer.
///
/// # Errors
///
/// The command cannot be started.
pub fn answer<T: DeserializeOwned>(command: &mut Command) -> anyhow::Result<Result<T, String>> {
    let output =
        command.output().with_context(|| format!("cannot run {}", command.get_program().display()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().last().unwrap_or_default();
    Ok(serde_json::from_str(line).unwrap_or_else(|_| {
        let errors = String::from_utf8_lossy(&output.stderr);
        let said = errors.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
        Err(format!("{}: {said}", output.status))
    }))
}
