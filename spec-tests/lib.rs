//! What the tests share: random modules that are the same on every machine, and the programs that are compiled and run.
//!
//! The tests themselves are in `tests/`: `spec` (the specification's suite), `differential` (random modules against another engine), `hostile` (bad input), `determinism`
//! (same input, same bytes), `division`, `addresses` and `switches` (what is special-cased), `large` (nothing is too large), `e2e` (whole programs), `api` (the library).

pub mod engines;
pub mod generate;
pub mod locals;
pub mod machine;
pub mod portions;
pub mod programs;
pub mod rng;

/// A number from the environment, for the sizes of tests.
///
/// # Panics
///
/// The variable is set to something else.
#[must_use]
pub fn env_number(name: &str, default: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`")),
        Err(_) => default,
    }
}

/// Prints a line that is of interest even when the test passes: figures, and what was skipped. It is also added to the file that `BEELINE_NOTES`
/// names, from which `scripts/test` shows it.
pub fn note(line: &str) {
    use std::io::Write;
    println!("{line}");
    if let Some(path) = std::env::var_os("BEELINE_NOTES") {
        // One write for the whole line, since several tests may be at it. A note that is lost is no reason to fail.
        let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
        let _ = file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
    }
}
