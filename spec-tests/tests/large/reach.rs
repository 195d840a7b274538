//! A module of more machine code than the immediate of a call spans (128 MiB forward and backward on AArch64): functions at its two ends and in between call each other.
//!
//! `i32.popcnt` is one byte of WebAssembly and 16 of AArch64, which has no such instruction for integers, so that a chain of them is the cheapest way to so much code.

use crate::engines::{Call, Outcome, assert_same, compile_for_others, ours};
use crate::module::{Body, FIRST, Func, module};
use beeline_spec_tests::note;
use wasm_encoder::Instruction;

/// Functions, and operators in each: 160 MiB on AArch64.
const FUNCS: usize = 2000;
const LENGTH: usize = 5300;

/// Functions that call another one `distance` further on, around the end, as long as the second argument lasts, and count up.
fn wasm() -> Vec<u8> {
    use Instruction::{
        Call, Else, End, I32Popcnt, I32WrapI64, I64Add, I64Const, I64Eqz, I64ExtendI32U, I64Sub, If, LocalGet,
    };
    let int = wasm_encoder::BlockType::Result(wasm_encoder::ValType::I64);
    let func = |number: usize| {
        let callee = FIRST + ((number + distance(number)) % FUNCS) as u32;
        let mut body = Body::new(&[]);
        body.ops([LocalGet(1), I64Eqz, If(int), LocalGet(0), Else]);
        // Only the last steps of the popcounts' chain are known: they all end at 1, or 0 for 0.
        body.ops([LocalGet(0), I32WrapI64]);
        body.ops(std::iter::repeat_n(I32Popcnt, LENGTH));
        body.ops([I64ExtendI32U, I64Const(number as i64 * 2), I64Add, LocalGet(1), I64Const(1), I64Sub]);
        body.ops([Call(callee), I64Const(3), I64Add, End]);
        Func::of_two(body.end())
    };
    module(&(0..FUNCS).map(func).collect::<Vec<_>>())
}

/// How much further on the function is that this one calls: next to it, at the other end, and between.
fn distance(number: usize) -> usize {
    [FUNCS - 1, FUNCS / 2, 1, FUNCS * 4 / 5, FUNCS / 5][number % 5]
}

fn right(call: &Call) -> Outcome {
    let ((mut x, times), mut number) = (call.args, call.func);
    for _ in 0..times {
        x = i64::from(x as u32 != 0) + number as i64 * 2;
        number = (number + distance(number)) % FUNCS;
    }
    Ok(x + 3 * times)
}

pub fn check() {
    let wasm = wasm();
    compile_for_others(&wasm, false);
    let calls: Vec<Call> = (0..FUNCS)
        .step_by(37)
        .chain([0, 1, 2, 3, 4, FUNCS - 1])
        .map(|func| Call { func, args: (func as i64 * 3, 20) })
        .collect();
    let right: Vec<Outcome> = calls.iter().map(right).collect();
    assert_same("far calls", &calls, &ours(&wasm, &calls, false), &right);
    note(&format!("calls over {} functions of {LENGTH} operators: {} checked", FUNCS, calls.len()));
}
