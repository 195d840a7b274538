//! The `beeline` command: arguments, messages, exit codes. What there is to decide about WebAssembly is decided in the
//! libraries.
//!
//! `args.rs` has every flag, `command/` one file per command, `input.rs` and `output.rs` the files, `report.rs` what goes to
//! standard error.

mod args;
mod command;
mod hints;
mod input;
mod memory;
mod output;
mod progress;
mod report;
mod timings;

use args::{Cli, Command};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: memory::Allocator = memory::Allocator;

fn main() -> ExitCode {
    let cli = Cli::from_command_line();
    report::set_up(cli.quiet, cli.color);
    // Scripts run guests all the time; `run` says when its guest starts.
    memory::set_fatal(!matches!(cli.command, Command::Wast(_)));
    let result = match cli.command {
        Command::Run(args) => command::run::run(&args),
        Command::Build(args) => command::build::build(&args),
        Command::CreateObj(args) => command::build::build(&args.into_object()),
        Command::Check(args) => command::check::check(&args),
        Command::Inspect(args) => command::inspect::inspect(&args),
        Command::Disasm(args) => command::disasm::disasm(&args),
        Command::Wast(args) => command::wast::wast(&args),
        Command::Targets => command::targets::targets(),
        Command::Completion(args) => command::completion::completion(&args),
    };
    match result {
        Ok(code) => code,
        Err(failure) => {
            failure.print();
            failure.exit_code()
        }
    }
}
