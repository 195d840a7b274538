//! `beeline completion`: what shells need to complete the command's arguments.

use crate::args::{Cli, CompletionArgs};
use crate::output;
use crate::report::Outcome;
use std::path::Path;
use std::process::ExitCode;

/// Runs the command.
pub fn completion(args: &CompletionArgs) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::all(), "beeline", &mut script);
    output::write(Path::new("-"), false, |out| out.write_all(&script))?;
    Ok(ExitCode::SUCCESS)
}
