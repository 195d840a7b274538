//! What goes to standard error: `error: FILE: WHAT (at offset 0x..)`, a `hint:` line, and the exit code that belongs to it.

use crate::args::Color;
use anstyle::{AnsiColor, Style};
use beeline_image::{Error as ImageError, printable};
use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

static QUIET: AtomicBool = AtomicBool::new(false);

/// Takes note of the flags that all commands have.
pub fn set_up(quiet: bool, color: Color) {
    QUIET.store(quiet, Ordering::Relaxed);
    match color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

/// Whether only errors are to be printed.
pub fn quiet() -> bool {
    QUIET.load(Ordering::Relaxed)
}

/// Why a command did not do what it was asked to.
#[derive(Debug)]
pub struct Failure {
    /// The file concerned.
    file: Option<String>,
    /// What is wrong with it.
    what: String,
    /// What to do about it.
    hint: Option<String>,
    code: u8,
    /// Nothing is printed: the reader of our output has gone, or everything has been said.
    silent: bool,
}

/// How to get the runtime of a target that is not carried.
pub const GET_RUNTIME: &str = "run scripts/build-runtimes in the source of beeline";

/// The result of a command.
pub type Outcome = Result<ExitCode, Failure>;

impl Failure {
    /// A failure that concerns no file.
    pub fn new(what: impl Display) -> Self {
        Self { file: None, what: what.to_string(), hint: None, code: 1, silent: false }
    }

    /// A failure that concerns a file.
    pub fn of(file: &Path, what: impl Display) -> Self {
        Self { file: Some(name(file)), ..Self::new(what) }
    }

    /// What can be done about it.
    pub fn hint(self, hint: impl Display) -> Self {
        Self { hint: Some(hint.to_string()), ..self }
    }

    /// With another exit code than 1.
    pub fn code(self, code: u8) -> Self {
        Self { code, ..self }
    }

    /// A wrong combination of arguments.
    pub fn usage(what: impl Display) -> Self {
        Self { code: 2, ..Self::new(what) }
    }

    /// A failure that has been reported already.
    pub fn reported() -> Self {
        Self { silent: true, ..Self::new("") }
    }

    /// A failure to write to standard output. When its reader has gone, it has seen enough, and that is no failure.
    pub fn stdout(error: &io::Error) -> Self {
        let silent = error.kind() == io::ErrorKind::BrokenPipe;
        let code = if silent { 0 } else { 1 };
        Self { silent, code, ..Self::new(format!("cannot write to standard output: {}", plain(error))) }
    }

    /// What an I/O error on a file means.
    pub fn io(file: &Path, doing: &str, error: &io::Error) -> Self {
        let failure = Self::of(file, format!("cannot {doing}: {}", plain(error)));
        match error.kind() {
            io::ErrorKind::NotFound if doing == "write" => failure.hint("the directory does not exist"),
            io::ErrorKind::StorageFull => failure.hint("make room on the device, or write elsewhere with -o"),
            _ => failure,
        }
    }

    /// What the library of executables found wrong.
    pub fn image(file: &Path, error: ImageError) -> Self {
        let hint: Option<String> = match &error {
            ImageError::UnknownImports(_) => Some(
                "programs are provided WASI's functions (preview 1); with --unknown-imports trap (or default) \
                 the others may stay unknown"
                    .into(),
            ),
            ImageError::ImportKind { .. } => Some("compile the module so that it defines it itself".into()),
            ImageError::ImportType { .. } => Some("the module was built for another version of the interface".into()),
            ImageError::NoEntry { exports, .. } if exports.is_empty() => {
                Some("it exports nothing; build it as a program, not as a library".into())
            }
            ImageError::NoEntry { exports, .. } => {
                let mut shown = exports.iter().take(20).map(|e| format!("\n  {e}")).collect::<String>();
                if exports.len() > 20 {
                    shown += &format!("\n  and {} more", exports.len() - 20);
                }
                Some(format!("name a function to call with --invoke; the exports are:{shown}"))
            }
            ImageError::EntryType { .. } => Some("name another function with --invoke".into()),
            ImageError::ExternalLinker { .. } => Some("without --linker the built-in linker is used".into()),
            ImageError::NoRuntime(_) => Some(format!("{GET_RUNTIME} to get one; --emit obj and --emit asm need none")),
            _ => None,
        };
        let failure = Self::of(file, error);
        match hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }

    /// Prints it. Nothing can be done when standard error is closed.
    pub fn print(&self) {
        if self.silent {
            return;
        }
        let red = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
        let cyan = Style::new().bold().fg_color(Some(AnsiColor::Cyan.into()));
        let mut err = anstream::stderr().lock();
        let file = self.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
        let _ = writeln!(err, "{red}error:{red:#} {}", lines(&(file + &self.what)));
        if let Some(hint) = &self.hint {
            let _ = writeln!(err, "{cyan}hint:{cyan:#} {}", lines(hint));
        }
    }

    /// The exit code of the command.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

/// How a file is called in messages.
pub fn name(file: &Path) -> String {
    if file == Path::new("-") { "<stdin>".into() } else { printable(&file.to_string_lossy()) }
}

/// Text of several lines with names from modules in it, which must not reach the terminal as control characters.
fn lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// An I/O error without the number that Rust adds.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(end) => text[..end].to_string(),
        None => text,
    }
}
