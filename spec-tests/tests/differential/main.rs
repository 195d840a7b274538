//! Random modules run by Beeline and by another engine, wasmi: results, traps, calls of host functions, exported globals, memories and tables must be the same.
//!
//! A case is a seed. The module is brought to life with imports made up from their types, once for each exported function, which is called with several
//! lists of arguments; what can be seen of it is written into a trace, and the two traces must be equal. Deterministic: the module and all values come
//! from the seed. A failing case prints its seed and saves the module as text.
//!
//! `BEELINE_DIFFERENTIAL_CASES` sets the number of cases per test, `BEELINE_DIFFERENTIAL_SEED` the first seed.

mod ours;
mod plan;
mod theirs;

use beeline_spec_tests::{env_number, generate, note};
use plan::Trace;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Cases of a test unless the environment says otherwise.
const CASES: u64 = 1500;

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

fn run(name: &str, first_seed: u64, explicit_checks: bool) {
    let cases = env_number("BEELINE_DIFFERENTIAL_CASES", CASES);
    let first = env_number("BEELINE_DIFFERENTIAL_SEED", first_seed);
    let (mut same, mut exhausted, mut calls, mut host_calls) = (0u64, 0u64, 0, 0);
    let mut traps: BTreeMap<&str, u64> = BTreeMap::new();
    let mut refused: BTreeMap<String, u64> = BTreeMap::new();
    let (mut barren, mut different) = (0u64, 0u64);
    let current = scratch(&format!("{name}-seed"));
    for seed in first..first + cases {
        let Some(generated) = generate::generate(seed) else {
            barren += 1;
            continue;
        };
        // Should the process die, this file says of which case.
        std::fs::write(&current, seed.to_string()).expect("the scratch directory is writable");
        match compare(&generated.wasm, seed, explicit_checks) {
            Verdict::Same(trace) => {
                same += 1;
                calls += trace.calls();
                trace.traps().for_each(|trap| *traps.entry(trap).or_default() += 1);
                host_calls += trace.host_calls();
            }
            Verdict::Exhausted => exhausted += 1,
            Verdict::Refused(reason) => *refused.entry(reason).or_default() += 1,
            Verdict::Different(report) => {
                different += 1;
                let path = scratch(&format!("{name}-{seed}.wat"));
                let text = wasmprinter::print_bytes(&generated.wasm).unwrap_or_else(|e| format!(";; {e}"));
                std::fs::write(&path, text).expect("the scratch directory is writable");
                println!("seed {seed} ({}, {}): {report}", generated.shape, path.display());
            }
        }
    }
    let _ = std::fs::remove_file(&current);
    note(&format!(
        "differential, {name}: {same} cases the same ({calls} calls, {} trapped, {host_calls} calls of the host), \
         {different} differ, {exhausted} out of stack, {} refused, {barren} seeds without a module",
        traps.values().sum::<u64>(),
        refused.values().sum::<u64>()
    ));
    for (trap, count) in &traps {
        println!("  {count} calls trapped: {trap}");
    }
    for (reason, count) in &refused {
        println!("  {count} refused {reason}");
    }
    assert_eq!(different, 0, "cases that differ");
    assert!(same * 10 > (cases - barren) * 9, "more than a tenth of the cases did not really run");
}

#[test]
fn same_results_with_guard_pages() {
    run("guard-pages", 0, false);
}

#[test]
fn same_results_with_explicit_checks() {
    run("explicit-checks", 1_000_000, true);
}
