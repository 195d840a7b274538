//! Divisions by constants, for which no division is emitted: all four operators and both widths, by many divisors, of numbers next to where quotients change.

use beeline::{Engine, Instance, Module, Store};
use std::fmt::Write as _;

const OPERATORS: [&str; 4] = ["div_s", "div_u", "rem_s", "rem_u"];

fn divisors(width: u32) -> Vec<i64> {
    let mut divisors: Vec<i64> =
        (1..=66).chain([100, 125, 127, 255, 360, 641, 1000, 3600, 10_000, 65_535, 65_537]).collect();
    divisors.extend([86_400, 1_000_000, 1_000_000_007, 1_000_000_000]);
    divisors.extend((0..width).flat_map(|bit| {
        [1i64 << bit, (1i64 << bit).wrapping_sub(1), (1i64 << bit).wrapping_add(1), 3i64.wrapping_shl(bit)]
    }));
    divisors.extend([-1, -2, -3, -7, -10, -1000]);
    if width == 32 {
        divisors.iter_mut().for_each(|divisor| *divisor = i64::from(*divisor as i32));
    }
    divisors.sort_unstable();
    divisors.dedup();
    divisors
}

fn numbers(divisor: i64) -> Vec<i64> {
    let mut numbers = vec![
        0,
        1,
        -1,
        2,
        -2,
        i64::MIN,
        i64::MAX,
        i64::from(i32::MIN),
        i64::from(i32::MAX),
        0x1234_5678_9abc_def0,
    ];
    for factor in [1, 2, 3, 1000, 0x7fff_ffff, i64::MAX / divisor.unsigned_abs().max(1) as i64] {
        let product = divisor.wrapping_mul(factor);
        numbers.extend([
            product.wrapping_sub(1),
            product,
            product.wrapping_add(1),
            product.wrapping_neg(),
            product.wrapping_neg().wrapping_sub(1),
        ]);
        let unsigned = (u64::MAX / divisor.unsigned_abs().max(1)).wrapping_mul(divisor as u64) as i64;
        numbers.extend([
            unsigned,
            unsigned.wrapping_sub(1),
            (u64::from(u32::MAX) / divisor.unsigned_abs().max(1)).wrapping_mul(divisor as u64) as i64,
        ]);
    }
    numbers
}

/// `None` for a trap.
fn wanted(operator: &str, width: u32, a: i64, b: i64) -> Option<i64> {
    match (operator, width) {
        ("div_s", 32) => (a as i32).checked_div(b as i32).map(i64::from),
        ("rem_s", 32) => (b as i32 != 0).then(|| i64::from((a as i32).wrapping_rem(b as i32))),
        ("div_u", 32) => (a as u32).checked_div(b as u32).map(|n| i64::from(n as i32)),
        ("rem_u", 32) => (a as u32).checked_rem(b as u32).map(|n| i64::from(n as i32)),
        ("div_s", _) => a.checked_div(b),
        ("rem_s", _) => (b != 0).then(|| a.wrapping_rem(b)),
        ("div_u", _) => (a as u64).checked_div(b as u64).map(|n| n as i64),
        _ => (a as u64).checked_rem(b as u64).map(|n| n as i64),
    }
}

/// How the number reaches the division and the result leaves it: a parameter; a temporary register; a local that is overwritten while an older value of
/// it waits; the register that counts of shifts are in, with all others in use. Each takes the number as `n`, of type `t`, and leaves the result.
const SHAPES: [&str; 4] = [
    "(local.get $n) DIVIDE",
    "(t.add (t.xor (local.get $n) (t.const 5)) (t.const 0)) (t.const 5) t.xor DIVIDE",
    "(local.get $n) (local.set $n (local.get $n) DIVIDE) drop (local.get $n)",
    "(t.rotl (local.get $n) (t.and (local.get $n) (t.const 0))) DIVIDE (t.rotl (t.const 0) (local.get $n)) t.or",
];

fn check(width: u32) {
    let ty = format!("i{width}");
    let divisors = divisors(width);
    let mut text = String::from("(module");
    for (shape, divisor, operator) in cases(&divisors) {
        let body = SHAPES[shape]
            .replace("DIVIDE", &format!("(t.const {divisor}) t.{operator}"))
            .replace("t.", &format!("{ty}."));
        let _ = write!(
            text,
            "(func (export \"{shape} {divisor} {operator}\") (param $n {ty}) (result {ty}) {body})"
        );
    }
    text.push(')');
    let engine = Engine::default();
    let module = Module::new(&engine, &text).unwrap_or_else(|error| panic!("{error}"));
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    for (shape, divisor, operator) in cases(&divisors) {
        let name = format!("{shape} {divisor} {operator}");
        for n in numbers(divisor) {
            let found = if width == 32 {
                let func = instance.get_typed_func::<i32, i32>(&mut store, &name).unwrap();
                func.call(&mut store, n as i32).ok().map(i64::from)
            } else {
                instance.get_typed_func::<i64, i64>(&mut store, &name).unwrap().call(&mut store, n).ok()
            };
            assert_eq!(
                found,
                wanted(operator, width, n, divisor),
                "{ty}.{operator} of {n} by {divisor}, shape {shape}"
            );
        }
    }
}

fn cases(divisors: &[i64]) -> impl Iterator<Item = (usize, i64, &'static str)> {
    (0..SHAPES.len())
        .flat_map(move |shape| divisors.iter().map(move |&divisor| (shape, divisor)))
        .flat_map(|(shape, divisor)| OPERATORS.map(|operator| (shape, divisor, operator)))
}

#[test]
fn of_32_bits() {
    check(32);
}

#[test]
fn of_64_bits() {
    check(64);
}
