//! `beeline targets`: what this binary can build executables for.

use crate::report::{Failure, Outcome};
use beeline_image::{Target, runtime};
use std::io::{self, Write};
use std::process::ExitCode;

/// Runs the command.
pub fn targets() -> Outcome {
    for target in runtime::targets() {
        let host = if Target::host() == Some(target) { " (this machine)" } else { "" };
        writeln!(io::stdout(), "{}{host}", target.triple()).map_err(|error| Failure::stdout(&error))?;
    }
    Ok(ExitCode::SUCCESS)
}
