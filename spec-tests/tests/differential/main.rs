//! Random modules run by Beeline and by another engine, wasmi: results, traps, calls of host functions, exported globals, memories and tables must be the same.
//!
//! A case is a seed. The module is brought to life with imports made up from their types, once for each exported function, which is called with several
//! lists of arguments; what can be seen of it is written into a trace, and the two traces must be equal. Deterministic: the module and all values come
//! from the seed. A failing case prints its seed and saves the module as text. A process takes some cases only: one that dies names its last.
//!
//! `BEELINE_DIFFERENTIAL_CASES` sets the number of cases per test, `BEELINE_DIFFERENTIAL_SEED` the first seed.

mod ours;
mod plan;
mod theirs;

use beeline_spec_tests::portions::{Tally, add, in_portions};
use beeline_spec_tests::{env_number, generate, note};
use plan::Trace;
use std::ops::Range;
use std::path::PathBuf;

/// Cases of a test unless the environment says otherwise.
const CASES: u64 = 1500;
/// Cases that a process takes.
const PORTION: u64 = 25;

/// What the names of counts of traps, and of reasons for not taking a module, begin with.
const TRAPPED: &str = "calls trapped: ";
const REFUSED: &str = "refused ";

/// How a case ended.
enum Verdict {
    Same(Trace),
    /// One of the engines ran out of stack, whose size is its own affair.
    Exhausted,
    /// An engine refuses the module.
    Refused(String),
    Different(String),
}

fn compare(wasm: &[u8], seed: u64, explicit_checks: bool) -> Verdict {
    let ours = match ours::run(wasm, seed, explicit_checks) {
        Ok(trace) => trace,
        Err(error) => return Verdict::Refused(format!("by Beeline: {error}")),
    };
    let theirs = match theirs::run(wasm, seed) {
        Ok(trace) => trace,
        Err(error) => return Verdict::Refused(format!("by wasmi: {error}")),
    };
    if ours.exhausted() || theirs.exhausted() {
        return Verdict::Exhausted;
    }
    let first = ours.events.iter().zip(&theirs.events).position(|(ours, theirs)| ours != theirs);
    let Some(first) = first else {
        if ours.events.len() == theirs.events.len() {
            return Verdict::Same(ours);
        }
        return Verdict::Different(format!(
            "{} events by Beeline, {} by wasmi",
            ours.events.len(),
            theirs.events.len()
        ));
    };
    let before: String =
        ours.events[first.saturating_sub(4)..first].iter().map(|e| format!("  both:    {e:?}\n")).collect();
    Verdict::Different(format!(
        "event {first}:\n{before}  beeline: {:?}\n  wasmi:   {:?}",
        ours.events[first], theirs.events[first]
    ))
}

/// A place for files of failing cases.
fn scratch(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Runs cases and counts how they ended.
fn cases(name: &str, seeds: Range<u64>, explicit_checks: bool) -> Tally {
    let mut tally = Tally::from([("same".to_owned(), 0)]);
    let current = scratch(&format!("{name}-seed"));
    for seed in seeds {
        let Some(generated) = generate::generate(seed) else {
            add(&mut tally, "barren", 1);
            continue;
        };
        // Should the process die, this file says of which case.
        std::fs::write(&current, seed.to_string()).expect("the scratch directory is writable");
        match compare(&generated.wasm, seed, explicit_checks) {
            Verdict::Same(trace) => {
                add(&mut tally, "same", 1);
                add(&mut tally, "calls", trace.calls() as u64);
                add(&mut tally, "host calls", trace.host_calls() as u64);
                trace.traps().for_each(|trap| add(&mut tally, format!("{TRAPPED}{trap}"), 1));
            }
            Verdict::Exhausted => add(&mut tally, "exhausted", 1),
            Verdict::Refused(reason) => add(&mut tally, format!("{REFUSED}{reason}"), 1),
            Verdict::Different(report) => {
                add(&mut tally, "different", 1);
                let path = scratch(&format!("{name}-{seed}.wat"));
                let text = wasmprinter::print_bytes(&generated.wasm).unwrap_or_else(|e| format!(";; {e}"));
                std::fs::write(&path, text).expect("the scratch directory is writable");
                println!("seed {seed} ({}, {}): {report}", generated.shape, path.display());
            }
        }
    }
    let _ = std::fs::remove_file(&current);
    tally
}

fn run(test: &str, name: &str, first_seed: u64, explicit_checks: bool) {
    let count = env_number("BEELINE_DIFFERENTIAL_CASES", CASES);
    let first = env_number("BEELINE_DIFFERENTIAL_SEED", first_seed);
    let work = |seeds| cases(name, seeds, explicit_checks);
    let Some((tally, failures)) = in_portions(test, first..first + count, PORTION, work) else { return };
    let of = |name: &str| tally.get(name).copied().unwrap_or(0);
    let those = |prefix: &'static str| tally.iter().filter(move |(name, _)| name.starts_with(prefix));
    let sum = |prefix| those(prefix).map(|(_, count)| count).sum::<u64>();
    note(&format!(
        "differential, {name}: {} cases the same ({} calls, {} trapped, {} calls of the host), {} differ, {} out of stack, {} refused, \
         {} seeds without a module",
        of("same"),
        of("calls"),
        sum(TRAPPED),
        of("host calls"),
        of("different"),
        of("exhausted"),
        sum(REFUSED),
        of("barren")
    ));
    for (what, count) in those(TRAPPED).chain(those(REFUSED)) {
        println!("  {count} {what}");
    }
    let current = std::fs::read_to_string(scratch(&format!("{name}-seed"))).unwrap_or_default();
    assert!(failures.is_empty(), "processes died, the last with seed {current}: {}", failures.join("\n"));
    assert_eq!(of("different"), 0, "cases that differ");
    assert!(
        of("same") * 10 > (count - of("barren")) * 9,
        "more than a tenth of the cases did not really run"
    );
}

#[test]
fn same_results_with_guard_pages() {
    run("same_results_with_guard_pages", "guard-pages", 0, false);
}

#[test]
fn same_results_with_explicit_checks() {
    run("same_results_with_explicit_checks", "explicit-checks", 1_000_000, true);
}
