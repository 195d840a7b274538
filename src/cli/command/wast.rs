//! `beeline wast`: spec test scripts.

use crate::args::WastArgs;
use crate::input;
use crate::report::{self, Failure, Outcome};
use beeline::Config;
use beeline::wast::{WastOptions, run_file};
use std::io::{self, Write};
use std::process::ExitCode;

/// Runs the command: all scripts, whatever fails in the others.
pub fn wast(args: &WastArgs) -> Outcome {
    let options = WastOptions { config: Config::from(args.compile.options(None, false)?) };
    let mut failed = false;
    let (mut passed, mut failures) = (0, 0);
    for path in &args.files {
        let bytes = match input::read(path) {
            Ok(bytes) => bytes,
            Err(failure) => {
                failure.print();
                failed = true;
                continue;
            }
        };
        let script = String::from_utf8_lossy(&bytes);
        let result = run_file(report::name(path), &script, &options);
        failed |= !result.is_success();
        passed += result.passed;
        failures += result.failures.len();
        if !result.is_success() || !report::quiet() {
            writeln!(io::stdout(), "{result}").map_err(|error| Failure::stdout(&error))?;
        }
    }
    if args.files.len() > 1 && !report::quiet() {
        writeln!(io::stdout(), "total: {passed} passed, {failures} failed")
            .map_err(|error| Failure::stdout(&error))?;
    }
    if failed { Err(Failure::reported()) } else { Ok(ExitCode::SUCCESS) }
}
