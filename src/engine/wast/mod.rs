//! Runs scripts of the WebAssembly specification's test suite (`.wast` files).
//!
//! [`run_file`] runs all directives of a script in one store and goes on after failures. Assertions are counted one by one. Trap and link messages must contain the text that
//! the script expects; texts of refused modules are the parser's own and are not compared.

mod run;
mod spectest;
mod values;

use crate::Config;
use beeline_abi::text::printable;
use std::fmt;
use std::path::{Path, PathBuf};

/// How scripts are run.
#[derive(Clone, Debug, Default)]
pub struct WastOptions {
    /// Options of the compiler.
    pub config: Config,
}

/// What came of a script.
#[derive(Clone, Debug)]
pub struct WastReport {
    /// The script's path, as it was given.
    pub path: PathBuf,
    /// Assertions that held.
    pub passed: usize,
    /// Everything that did not go as the script says, in its order.
    pub failures: Vec<WastFailure>,
}

/// A directive that failed.
#[derive(Clone, Debug)]
pub struct WastFailure {
    /// Line in the script, from 1.
    pub line: usize,
    /// Column in the line, from 1.
    pub column: usize,
    /// What was wrong.
    pub message: String,
}

impl WastReport {
    /// Whether everything went as the script says.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.failures.is_empty()
    }
}

/// One line for each failure, then a line of counts.
impl fmt::Display for WastReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        for WastFailure { line, column, message } in &self.failures {
            // One line each: what follows is a backtrace.
            let message = message.lines().next().unwrap_or_default();
            writeln!(f, "{path}:{line}:{column}: {}", printable(message))?;
        }
        let (passed, failed) = (self.passed, self.failures.len());
        let ending = |count: usize| if count == 1 { "" } else { "s" };
        write!(f, "{path}: {passed} assertion{} passed, {failed} failure{}", ending(passed), ending(failed))
    }
}

/// Runs a script. `path` is only for messages.
#[must_use]
pub fn run_file(path: impl AsRef<Path>, contents: &str, options: &WastOptions) -> WastReport {
    let (passed, failures) = run::script(contents, options);
    WastReport { path: path.as_ref().to_owned(), passed, failures }
}
