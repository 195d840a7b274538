//! Truth values on their way from what makes them to what uses them: masks of one and inversions between the two, which compilers that do not optimise put there.

use beeline::{Engine, Instance, Module, Store};
use std::fmt::Write as _;

/// Text, and what it leaves of `$a` and `$b`.
type Source = (&'static str, fn(i32, i32) -> i32);

/// Text, and what it makes of a number.
type Step = (&'static str, fn(i32) -> i32);

/// What makes a number of the parameters `$a` and `$b`: comparisons of all kinds, and others that are not 0 or 1.
const SOURCES: [Source; 13] = [
    ("(i32.lt_s (local.get $a) (local.get $b))", |a, b| i32::from(a < b)),
    ("(i32.eqz (i32.ge_u (local.get $a) (local.get $b)))", |a, b| i32::from((a as u32) < b as u32)),
    ("(i64.eq (i64.extend_i32_s (local.get $a)) (i64.extend_i32_s (local.get $b)))", |a, b| {
        i32::from(a == b)
    }),
    ("(f64.gt (call $float (local.get $a)) (call $float (local.get $b)))", |a, b| {
        i32::from(float(a) > float(b))
    }),
    ("(f64.ne (call $float (local.get $a)) (call $float (local.get $b)))", |a, b| {
        i32::from(float(a) != float(b))
    }),
    ("(i32.xor (i32.lt_s (local.get $a) (local.get $b)) (i32.lt_s (local.get $b) (i32.const 0)))", |a, b| {
        i32::from((a < b) != (b < 0))
    }),
    ("(i32.add (local.get $a) (local.get $b))", i32::wrapping_add),
    ("(local.get $a)", |a, _| a),
    ("(i32.const 6)", |_, _| 6),
    ("(global.set $g (local.get $a)) (global.get $g)", |a, _| a),
    ("(global.set $g (local.get $a)) (i32.eqz (global.get $g))", |a, _| i32::from(a == 0)),
    ("(global.set $g (local.get $a)) (i32.lt_s (global.get $g) (i32.const 2))", |a, _| i32::from(a < 2)),
    (
        "(global.set $g (i32.sub (local.get $a) (local.get $b))) (i32.gt_u (global.get $g) (i32.const -3))",
        |a, b| i32::from(a.wrapping_sub(b) as u32 > -3_i32 as u32),
    ),
];

/// What lies between: constants and operators.
const STEPS: [Step; 7] = [
    ("", |n| n),
    ("i32.const 1 i32.and", |n| n & 1),
    ("i32.const -1 i32.xor i32.const 1 i32.and", |n| !n & 1),
    ("i32.const 1 i32.and i32.const -1 i32.xor i32.const 1 i32.and i32.eqz", |n| i32::from(n & 1 != 0)),
    ("i32.const -1 i32.xor i32.const 1 i32.and i32.eqz", |n| i32::from(!n & 1 == 0)),
    ("i32.const -1 i32.xor", |n| !n),
    ("i32.const -1 i32.xor i32.const 3 i32.and", |n| !n & 3),
];

/// What uses it, and leaves 10 for true and 20 for false, or the number.
const USES: [Step; 6] = [
    ("(block $out (param i32) (br_if $out) (return (i32.const 20))) (i32.const 10)", choose),
    ("(if (result i32) (then (i32.const 10)) (else (i32.const 20)))", choose),
    ("(local.set $c) (select (i32.const 10) (i32.const 20) (local.get $c))", choose),
    ("(local.set $c) (i32.const 10) (i32.const 20) (local.get $c) select", choose),
    ("", |n| n),
    ("(local.tee $c) (i32.add (local.get $c))", |n| n.wrapping_mul(2)),
];

fn choose(n: i32) -> i32 {
    if n == 0 { 20 } else { 10 }
}

/// Among the numbers is one that stands for no number.
fn float(n: i32) -> f64 {
    if n == i32::MAX { f64::NAN } else { f64::from(n) }
}

#[test]
fn reach_their_uses() {
    let mut text = String::from(
        "(module (global $g (mut i32) (i32.const 0)) (func $float (param i32) (result f64)
           (select (f64.const nan) (f64.convert_i32_s (local.get 0)) (i32.eq (local.get 0) (i32.const 0x7fffffff))))",
    );
    let cases: Vec<_> = (0..SOURCES.len())
        .flat_map(|source| (0..STEPS.len()).map(move |step| (source, step)))
        .flat_map(|(source, step)| (0..USES.len()).map(move |used| (source, step, used)))
        .collect();
    for &(source, step, used) in &cases {
        let _ = write!(
            text,
            "(func (export \"{source} {step} {used}\") (param $a i32) (param $b i32) (result i32) (local $c i32) {} {} {})",
            SOURCES[source].0, STEPS[step].0, USES[used].0
        );
    }
    text.push(')');
    let engine = Engine::default();
    let module = Module::new(&engine, &text).unwrap_or_else(|error| panic!("{error}"));
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    let numbers = [0, 1, 2, 3, -1, -2, 77, i32::MIN, i32::MAX];
    for &(source, step, used) in &cases {
        let name = format!("{source} {step} {used}");
        let func = instance.get_typed_func::<(i32, i32), i32>(&mut store, &name).unwrap();
        for (a, b) in numbers.into_iter().flat_map(|a| numbers.map(|b| (a, b))) {
            let wanted = USES[used].1(STEPS[step].1(SOURCES[source].1(a, b)));
            let found = func.call(&mut store, (a, b)).unwrap();
            assert_eq!(
                found, wanted,
                "{} {} {} of {a} and {b}",
                SOURCES[source].0, STEPS[step].0, USES[used].0
            );
        }
    }
}
