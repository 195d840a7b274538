//! Nothing is too large: long functions with branches all over them, branches of every shape over every distance, large tables, large frames, many locals, and more
//! machine code than a call reaches.
//!
//! Each module is compiled for all machines and run on this one, and the results are those of wasmi, or worked out where wasmi refuses. The machines have
//! limits of their own (a byte and 32 bits; 32 KiB, 1 MiB and 128 MiB; offsets of 4 KiB and 32 KiB in frames), and all are passed here whichever
//! machine it is.

mod bodies;
mod branches;
mod engines;
mod frames;
mod module;
mod reach;

use beeline::TrapCode;
use beeline_codegen::Options;
use beeline_spec_tests::machine::HOST;
use engines::{Call, Outcome, agree, assert_same, compile_for_others, ours, text_len, theirs};

/// Lengths of filler for which a module's code has about these sizes.
fn lengths_for(sizes: &[usize], module: &dyn Fn(usize) -> Vec<u8>) -> Vec<usize> {
    let options = Options { arch: HOST, ..Options::default() };
    let empty = text_len(&module(0), &options);
    // Long enough that a machine's form for long functions is in both.
    let (some, more) = (text_len(&module(1 << 17), &options), text_len(&module(1 << 18), &options));
    let each = (more - some) >> 17;
    sizes.iter().map(|size| size.saturating_sub(empty) / each).collect()
}

/// Sizes of code: from small to beyond every limit of branches, closer to each other near these.
fn sizes() -> Vec<usize> {
    let mut sizes: Vec<usize> =
        (0..).map(|n| 4000 * 4usize.pow(n)).take_while(|&size| size < 4 << 20).collect();
    for limit in [16 << 10, 32 << 10, 64 << 10, 1 << 20] {
        // What the conditions themselves take up lies in front of or behind the distance.
        sizes.extend((0..8).map(|n| limit + n * 1000));
    }
    sizes
}

/// What lies between the branches is not run, so that the results are the same over all distances. Those over a short one are wasmi's: it panics at some
/// far branches.
fn at_all_distances(what: &str, module: &dyn Fn(usize) -> Vec<u8>, calls: &[Call], explicit_checks: bool) {
    let right = theirs(&module(0), calls);
    for length in lengths_for(&sizes(), module).into_iter().chain(0..12) {
        let wasm = module(length);
        compile_for_others(&wasm, explicit_checks);
        assert_same(&format!("{what} over {length}"), calls, &ours(&wasm, calls, explicit_checks), &right);
    }
}

#[test]
fn conditions_of_every_shape_branch_forward_over_every_distance() {
    let calls = branches::calls_of_one(branches::shapes().len());
    at_all_distances("forward", &branches::forward, &calls, false);
}

#[test]
fn branches_carry_values_forward_over_every_distance() {
    let calls = branches::calls_of_one(branches::shapes().len());
    at_all_distances("forward with a value", &branches::forward_with_value, &calls, false);
}

#[test]
fn conditions_of_every_shape_branch_backward_over_every_distance() {
    let calls = branches::calls_of_one(branches::shapes().len());
    at_all_distances("backward", &branches::backward, &calls, false);
}

#[test]
fn ifs_of_every_shape_have_long_arms() {
    let shapes = branches::shapes();
    let check = |shapes: &[branches::Shape], lengths: &[usize]| {
        let calls = branches::calls_of_each(shapes.len());
        let right = theirs(&branches::ifs(shapes, 0), &calls);
        for &length in lengths {
            let wasm = branches::ifs(shapes, length);
            compile_for_others(&wasm, false);
            assert_same(&format!("if over {length}"), &calls, &ours(&wasm, &calls, false), &right);
        }
    };
    check(&shapes, &[0, 1, 2, 3, 5, 8, 30, 40, 500, 2500]);
    // Arms longer than a megabyte, for some.
    let some: Vec<_> = shapes.into_iter().step_by(17).collect();
    check(&some, &[300_000]);
}

#[test]
fn traps_are_reached_over_every_distance() {
    let calls = branches::calls_of_traps();
    for explicit_checks in [false, true] {
        let what = format!("traps, explicit checks: {explicit_checks},");
        at_all_distances(&what, &branches::trapping, &calls, explicit_checks);
    }
}

#[test]
fn tables_of_twenty_thousand_entries() {
    let entries = 20_000;
    let calls = branches::calls_of_table(entries);
    for with_value in [false, true] {
        for (labels, length) in [(3, 0), (1000, 0), (1000, 20), (1000, 300)] {
            let wasm = branches::table(entries, labels, length, with_value);
            let what = format!("{entries} entries, {labels} labels, {length} between, value: {with_value}");
            agree(&what, &wasm, &calls, false);
        }
    }
}

#[test]
fn long_functions_with_branches_all_over_them() {
    for (len, seeds) in [(3_000, 40), (40_000, 10), (400 << 10, 3), (1_500_000, 2)] {
        for seed in 0..seeds {
            let wasm = bodies::of_length(len, seed);
            for explicit_checks in [false, true] {
                agree(&format!("{len} bytes, seed {seed}"), &wasm, &bodies::calls(), explicit_checks);
            }
        }
    }
}

/// Arguments for frames.
const PAIRS: [(i64, i64); 3] = [(0, 0), (-1, 0x1234_5678_9abc), (0x7fff_ffff_0000_0001, -77)];

fn calls_of_pairs() -> Vec<Call> {
    PAIRS.map(|args| Call { func: 0, args }).to_vec()
}

/// Compares with what was worked out, and with wasmi if it takes `values` values.
fn check_frame(what: &str, wasm: &[u8], values: usize, right: impl FnMut((i64, i64)) -> i64) {
    let calls = calls_of_pairs();
    let right: Vec<Outcome> = PAIRS.into_iter().map(right).map(Ok).collect();
    compile_for_others(wasm, false);
    assert_same(what, &calls, &ours(wasm, &calls, false), &right);
    if values < 20_000 {
        assert_same(&format!("{what}, by wasmi"), &calls, &theirs(wasm, &calls), &right);
    }
}

/// Numbers of 8-byte slots around the sizes of frames at which something changes: offsets of 256 bytes, 504 bytes, 4 KiB, 32 KiB, the check of the stack's limit.
const SLOTS: [usize; 18] =
    [1, 30, 31, 32, 33, 34, 60, 64, 66, 500, 512, 520, 4090, 4100, 5000, 16_000, 65_500, 70_000];

#[test]
fn many_operands_are_kept_in_large_frames() {
    for count in SLOTS {
        let mut counter = 0;
        let count = count as i64;
        let right = |args| frames::operands_of(count, args, &mut counter);
        check_frame(&format!("{count} operands"), &frames::operands(count), count as usize, right);
    }
}

#[test]
fn many_locals_are_kept_in_large_frames() {
    for count in SLOTS.into_iter().filter(|count| (4..50_000).contains(count)).chain([49_990]) {
        let mut counter = 0;
        let right = |args| frames::locals_of(count as u32, args, &mut counter);
        check_frame(&format!("{count} locals"), &frames::locals(count as u32), count, right);
    }
}

#[test]
fn a_thousand_parameters_and_results_in_large_frames() {
    for below in [0, 400, 3500, 10_000, 70_000] {
        let right = |args| frames::parameters_of(below, args);
        check_frame(&format!("{below} below"), &frames::parameters(below), below as usize + 3000, right);
    }
}

/// A frame that is larger than the guard below the stack must not step over it, wherever on the stack it would begin.
#[test]
fn large_frames_overflow_the_stack_with_a_trap() {
    for operands in [10, 5000, 70_000, 200_000] {
        let wasm = frames::recursion(operands);
        compile_for_others(&wasm, false);
        let deep = 100_000_000;
        let mut calls: Vec<Call> = (0..3).map(|depth| Call { func: 0, args: (depth, 0) }).collect();
        let small = (0..40).map(|n| n * 4001).chain([deep]);
        calls.extend(small.map(|small| Call { func: 1, args: (deep, small) }));
        calls.extend((0..3).map(|depth| Call { func: 0, args: (depth, 0) }));
        let right: Vec<Outcome> = calls
            .iter()
            .map(|call| match call.args {
                (depth, _) if depth < deep => Ok(depth),
                _ => Err(TrapCode::StackOverflow.message()),
            })
            .collect();
        assert_same(&format!("recursion with {operands}"), &calls, &ours(&wasm, &calls, false), &right);
    }
}

#[test]
fn calls_reach_over_more_code_than_a_branch_does() {
    reach::check();
}
