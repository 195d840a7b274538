//! `beeline check`: validation only.

use crate::args::CheckArgs;
use crate::input;
use crate::progress::Progress;
use crate::report::{self, Failure, Outcome};
use beeline_codegen::Options;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Runs the command: every file is looked at, whatever is wrong with the others.
pub fn check(args: &CheckArgs) -> Outcome {
    let options = Options { threads: args.jobs, ..Options::default() };
    let mut failed = false;
    for path in &args.modules {
        match check_one(path, &options) {
            Ok(()) if report::quiet() => {}
            Ok(()) => {
                writeln!(io::stdout(), "{}: ok", report::name(path))
                    .map_err(|error| Failure::stdout(&error))?;
            }
            Err(failure) => {
                failure.print();
                failed = true;
            }
        }
    }
    if failed { Err(Failure::reported()) } else { Ok(ExitCode::SUCCESS) }
}

fn check_one(path: &Path, options: &Options) -> Result<(), Failure> {
    let wasm = input::module(path)?;
    let _progress = Progress::new(format!("checking {}", report::name(path)));
    beeline_codegen::validate(&wasm, options).map_err(|error| input::refused(path, &error))
}
