//! Compiles every case and compares its listing with the one beside it. With `BLESS=1` the listings are written instead.
//! How to add a case: `lib.rs`.

use beeline_asm_tests::{Case, ISAS, cases};
use beeline_codegen::Arch;
use beeline_image::listing::{ListingOptions, listing};
use similar::TextDiff;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{env, fs, io};

#[test]
fn listings() {
    let bless = env::var_os("BLESS").is_some_and(|value| value != "0");
    let (cases, others) = cases().expect("the cases can be read");
    assert!(!cases.is_empty(), "there are no cases");
    let mut failures: Vec<String> =
        others.iter().map(|path| format!("{}: belongs to no case", path.display())).collect();
    for case in &cases {
        for (arch, isa) in ISAS {
            // A panic says where in the compiler it is, but not for which case.
            let result = catch_unwind(AssertUnwindSafe(|| check(case, arch, isa, bless)));
            let result =
                result.unwrap_or_else(|_| Err(format!("{}.{isa}: the compiler panicked", case.name)));
            failures.extend(result.err());
        }
    }
    let count = failures.len();
    assert!(count == 0, "{}\n{count} of {} cases and files failed", failures.join("\n"), cases.len());
}

/// Compares the listing of a case, or writes it.
fn check(case: &Case, arch: Arch, isa: &str, bless: bool) -> Result<(), String> {
    let found = listing(&case.compile(arch)?, ListingOptions::default());
    let path = case.expected_path(isa);
    let expected = match fs::read_to_string(&path) {
        Ok(expected) if expected == found => return Ok(()),
        _ if bless => {
            return fs::write(&path, found).map_err(|error| format!("{}: {error}", path.display()));
        }
        Ok(expected) => expected,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(format!("{}: there is no listing; BLESS=1 writes it:\n{found}", path.display()));
        }
        Err(error) => return Err(format!("{}: {error}", path.display())),
    };
    let diff = TextDiff::from_lines(&expected, &found);
    let diff = diff.unified_diff().header("expected", "found").to_string();
    Err(format!("{}.{isa}: the listing differs; BLESS=1 takes it over:\n{diff}", case.name))
}
