//! Functions that once ran out of registers or overflowed in the compiler, by what went wrong.

use beeline_codegen::{Arch, Options, compile};

fn compiles(text: &str) {
    let wasm = wat::parse_str(text).expect("the text is well formed");
    for arch in [Arch::X86_64, Arch::Aarch64] {
        for explicit_checks in [false, true] {
            let options = Options { arch, explicit_checks, ..Options::default() };
            compile(&wasm, &options).expect("the module is valid");
        }
    }
}

#[test]
fn many_float_constants_as_stack_arguments() {
    let params = "f64 ".repeat(30);
    let constants = "f64.const 0.5 ".repeat(30);
    compiles(&format!("(module (func $f (param {params})) (func {constants} call $f))"));
}

#[test]
fn remainder_by_the_greatest_power_of_two() {
    compiles(
        "(module (func (param i64) (result i64) (i64.rem_u (local.get 0) (i64.const 0x8000000000000000))))",
    );
}

#[test]
fn set_of_an_imported_table_in_a_leaf_with_all_homes_taken() {
    compiles(
        "(module
            (import \"m\" \"t\" (table $t 10 externref))
            (func (param i32 externref i32 i32)
                (table.set $t (local.get 0) (local.get 1))
                (drop (i32.add
                    (i32.mul (local.get 2) (local.get 2))
                    (i32.mul (local.get 3) (local.get 3))))))",
    );
}

#[test]
fn store_to_an_imported_memory_in_a_leaf_with_all_homes_taken() {
    compiles(
        "(module
            (import \"m\" \"m\" (memory 1))
            (func (param i32 i32 i32 i32 i64) (local i32 i32 i32 i32 i32 i32)
                (i64.store offset=0xfffffff0
                    (i32.popcnt (local.get 0))
                    (i64.shl (local.get 4) (i64.extend_i32_u (i32.clz (local.get 1)))))
                (local.set 5 (i32.add (local.get 0) (local.get 1)))
                (local.set 6 (i32.sub (local.get 5) (local.get 1)))
                (local.set 7 (i32.xor (local.get 6) (local.get 5)))
                (local.set 8 (i32.or (local.get 7) (local.get 6)))
                (local.set 9 (i32.and (local.get 8) (local.get 7)))
                (drop (select
                    (i32.rotl (local.get 5) (local.get 6))
                    (i32.rem_s (local.get 7) (local.get 8))
                    (i32.lt_s (i32.mul (local.get 9) (local.get 5)) (i32.popcnt (local.get 6)))))))",
    );
}
