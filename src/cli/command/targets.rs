//! `beeline targets`: what there is, and what this binary can build executables for.

use crate::report::{Failure, GET_RUNTIME, Outcome};
use anstyle::{AnsiColor, Style};
use beeline_image::{Target, runtime};
use std::io::{self, Write};
use std::process::ExitCode;

/// Runs the command.
pub fn targets() -> Outcome {
    list(&mut anstream::stdout().lock()).map_err(|error| Failure::stdout(&error))?;
    Ok(ExitCode::SUCCESS)
}

fn list(out: &mut dyn Write) -> io::Result<()> {
    let green = Style::new().fg_color(Some(AnsiColor::Green.into()));
    let yellow = Style::new().fg_color(Some(AnsiColor::Yellow.into()));
    for target in Target::ALL {
        let host = if Target::host() == Some(target) { ", this machine" } else { "" };
        write!(out, "{:<15} ", target.triple())?;
        if runtime::objects(target).is_ok() {
            writeln!(out, "{green}executables{green:#}{host}")?;
        } else {
            writeln!(out, "{yellow}objects and listings{yellow:#}{host}; for executables {GET_RUNTIME}")?;
        }
    }
    out.flush()
}
