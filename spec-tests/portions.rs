//! Tests in portions, each in a process of its own: one that dies takes only its portion along and is named, and what an emulator never gives back (qemu 7 keeps
//! 50 MB for each guarded memory that ever was) does not pile up.
//!
//! The test function is the same in both: it calls [`in_portions`], which starts this program again for that test and a portion, with the range in
//! `BEELINE_PORTION`; there it does the work and prints what it counted, and the test ends.

use crate::machine;
use std::collections::BTreeMap;
use std::ops::Range;

const VARIABLE: &str = "BEELINE_PORTION";
/// What lines with a count begin with.
const COUNT: &str = "count: ";

/// What was counted, by name.
pub type Tally = BTreeMap<String, u64>;

/// Adds to a count.
pub fn add(tally: &mut Tally, name: impl Into<String>, number: u64) {
    *tally.entry(name.into()).or_default() += number;
}

/// Does `work` for all `items`, `portion` of them in a process: what they counted together, and what became of those that did not end well. `None` in
/// such a process: the test is then to end.
///
/// `test` is the full name of the test that calls this.
///
/// # Panics
///
/// The process cannot be started.
pub fn in_portions(
    test: &str,
    items: Range<u64>,
    portion: u64,
    work: impl Fn(Range<u64>) -> Tally,
) -> Option<(Tally, Vec<String>)> {
    if let Ok(range) = std::env::var(VARIABLE) {
        let ends: Vec<u64> = range.split("..").filter_map(|end| end.parse().ok()).collect();
        let &[start, end] = ends.as_slice() else { panic!("{VARIABLE} must be a range, not `{range}`") };
        // Behind whatever the test harness has left on the line.
        println!();
        for (name, number) in work(start..end) {
            println!("{COUNT}{number} {name}");
        }
        return None;
    }
    let (mut tally, mut failures) = (Tally::new(), Vec::new());
    for start in items.clone().step_by(portion as usize) {
        let range = format!("{start}..{}", (start + portion).min(items.end));
        let mut command = machine::this_program();
        command.args([test, "--exact", "--nocapture", "--test-threads=1"]).env(VARIABLE, &range);
        let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let stdout = String::from_utf8_lossy(&output.stdout);
        let (counts, others): (Vec<&str>, Vec<&str>) =
            stdout.lines().partition(|line| line.starts_with(COUNT));
        for count in &counts {
            if let Some((number, name)) = count[COUNT.len()..].split_once(' ')
                && let Ok(number) = number.parse()
            {
                add(&mut tally, name, number);
            }
        }
        let harness =
            |line: &&&str| !line.is_empty() && !line.starts_with("test ") && !line.starts_with("running ");
        others.iter().filter(harness).for_each(|line| println!("{line}"));
        if !output.status.success() || counts.is_empty() {
            let stderr = String::from_utf8_lossy(&output.stderr);
            failures.push(format!("portion {range}: {}\n{stderr}", output.status));
        }
    }
    Some((tally, failures))
}
