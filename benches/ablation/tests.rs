//! What a module computes does not depend on the techniques.

use super::called;
use beeline_codegen::{Arch, Options, Technique, Techniques, compile};

/// Something of everything that a technique is about.
const MODULE: &str = r#"(module
    (memory 1)
    (global $calls (mut i32) (i32.const 1))
    (table funcref (elem $add $mix))
    (type $binary (func (param i64 i64) (result i64)))
    (func $add (param i64 i64) (result i64) (i64.add (local.get 0) (local.get 1)))
    (func $mix (param i64 i64) (result i64)
        (local f64 i64 i32)
        (local.set 2 (f64.mul (f64.const 1.5) (f64.convert_i64_s (local.get 0))))
        (local.set 3 (i64.trunc_sat_f64_s (f64.add (local.get 2) (f64.const 0.25))))
        (i64.xor (local.get 3) (i64.add (local.get 3) (i64.mul (local.get 0) (local.get 1)))))
    (func $fail (param i32) (if (local.get 0) (then (unreachable))))
    (func (export "run") (param $n i32) (result i64)
        (local $i i32) (local $sum i64) (local $u i32) (local $v i32) (local $w i32)
        (loop $next
            (local.set $u (i32.add (i32.mul (local.get $i) (i32.const 48271)) (i32.const 7)))
            (local.set $v (i32.add (local.get $i) (i32.shl (i32.and (local.get $u) (i32.const 255)) (i32.const 2))))
            (i32.store offset=16 (local.tee $v (i32.and (local.get $v) (i32.const 4092))) (local.get $u))
            (local.set $u (i32.load offset=16 (local.get $v)))
            (if (i32.ne (global.get $calls) (i32.const 0)) (then (global.set $calls (i32.const 0))))
            (i32.store8 offset=5000 (i32.sub (i32.const 30000) (local.get $i)) (i32.const 9))
            (local.set $w (i32.load offset=16 (i32.shl (i32.and (local.get $i) (i32.const 1023)) (i32.const 2))))
            (if (i32.and (local.get $w) (i32.const 4))
                (then (local.set $sum (i64.add (local.get $sum) (i64.extend_i32_u (i32.div_u (local.get $u) (i32.const 7))))))
                (else (local.set $sum (i64.sub (local.get $sum) (i64.extend_i32_s (i32.rem_s (local.get $u) (i32.const 16)))))))
            (local.set $sum (call_indirect (type $binary) (local.get $sum) (i64.extend_i32_u (i32.rem_u (local.get $w) (i32.const 1000)))
                (i32.and (local.get $i) (i32.const 1))))
            (local.set $sum (select (local.get $sum) (i64.rotl (local.get $sum) (i64.const 13)) (i32.lt_s (local.get $u) (local.get $v))))
            (block $done (br_if $done (i32.lt_s (local.get $u) (i32.const 99))) (local.set $v (i32.const 1)) (br $done))
            (block $ok
                (block $bad
                    (br_if $bad (i32.gt_u (local.get $i) (i32.const 1000000)))
                    (br_if $ok (i32.ge_u (local.get $u) (i32.const 5)))
                    (local.set $sum (i64.add (local.get $sum) (i64.const 5)))
                    (br $ok))
                (call $fail (local.get $i))
                (unreachable))
            (block $low
                (block $high
                    (br_table $low $low $low $low $low $high $high $high $high $high $high (i32.and (local.get $w) (i32.const 15))))
                (local.set $sum (i64.add (local.get $sum) (i64.const 1))))
            (block $even
                (block $odd (br_table $even $odd $even $odd $even $odd $even $odd $odd (i32.and (local.get $w) (i32.const 7))))
                (local.set $sum (i64.rotl (local.get $sum) (i64.const 3))))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
        (loop $down
            (local.set $sum (i64.rotl (local.get $sum) (i64.const 1)))
            (br_if $down (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        (local.get $sum)))"#;

fn options(techniques: Techniques) -> Options {
    Options { techniques, threads: 1, ..Options::default() }
}

#[test]
fn results_do_not_depend_on_techniques() {
    let module = wat::parse_str(MODULE).expect("the text is well formed");
    let run = |techniques| called(&module, options(techniques), 3000).expect("it runs").0;
    let expected = run(Techniques::default());
    for technique in Technique::ALL {
        assert_eq!(run(Techniques::default().without(technique)), expected, "without {technique:?}");
    }
    let none = Technique::ALL.into_iter().fold(Techniques::default(), Techniques::without);
    assert_eq!(run(none), expected, "without any");
}

/// The sum of address and offset has 33 bits: it lies beyond the memory, wherever it is computed.
#[test]
fn addresses_do_not_wrap() {
    let module = MODULE
        .replace("(i32.sub (i32.const 30000) (local.get $i))", "(i32.sub (local.get $i) (i32.const 1000))");
    let module = wat::parse_str(module).expect("the text is well formed");
    for technique in Technique::ALL {
        let techniques = Techniques::default().without(technique);
        called(&module, options(techniques), 1).expect_err("out of bounds");
    }
}

/// A technique that changes nothing is not switched off.
#[test]
fn every_technique_makes_a_difference() {
    let module = wat::parse_str(MODULE).expect("the text is well formed");
    for technique in Technique::ALL {
        let differs = |arch| {
            let text =
                |techniques| compile(&module, &Options { arch, ..options(techniques) }).expect("valid").text;
            text(Techniques::default()) != text(Techniques::default().without(technique))
        };
        assert!(differs(Arch::X86_64) || differs(Arch::Aarch64), "{technique:?}");
    }
}
