//! Functions with large frames: many operands at once, many locals, many parameters and results, with all values checked.
//!
//! What they must return is worked out beside them, since the other engine refuses more than some thousands of values; where it does not, it is asked
//! as well.

use crate::module::{Body, FIRST, Func, NOISE, module, noise_of};
use wasm_encoder::{Instruction, ValType};

type Op = Instruction<'static>;

/// Parameters and results of a function at most.
const MANY: u32 = 1000;

/// `count` operands of two types that are all alive across a call, then taken off one by one. Parameters: a, b.
pub fn operands(count: i64) -> Vec<u8> {
    module(&[Func::of_two(operands_body(count).end())])
}

fn operands_body(count: i64) -> Body {
    use Instruction::*;
    let mut body = Body::new(&[(1, ValType::I64), (1, ValType::I64)]);
    let (result, call) = (2, 3);
    for number in 0..count {
        // A loop would not have all of them at once.
        body.ops([LocalGet(0), I64Const(number * 3), I64Xor]);
        if number % 3 == 1 {
            body.ops([LocalGet(1), I64Add, I32WrapI64, F64ConvertI32S]);
        }
    }
    body.ops([LocalGet(1), Call(NOISE), LocalSet(call)]);
    for number in (0..count).rev() {
        if number % 3 == 1 {
            body.op(I64TruncSatF64S);
        }
        body.ops([LocalGet(result), I64Sub, LocalSet(result)]);
    }
    body.ops([LocalGet(result), LocalGet(call), I64Xor]);
    body
}

/// What [`operands`] returns.
pub fn operands_of(count: i64, (a, b): (i64, i64), counter: &mut i64) -> i64 {
    let mut result = 0i64;
    for number in (0..count).rev() {
        let value = a ^ (number * 3);
        let value = if number % 3 == 1 { i64::from(value.wrapping_add(b) as i32) } else { value };
        result = value.wrapping_sub(result);
    }
    result ^ noise_of(b, counter)
}

/// Types by turns.
const TYPES: [ValType; 4] = [ValType::I32, ValType::I64, ValType::F32, ValType::F64];

/// Conversions of an i64 to the type of this number, and back. Floats hold numbers of 20 bits, which all of them hold exactly.
fn conversions(ty: usize) -> (Vec<Op>, Vec<Op>) {
    use Instruction::*;
    let small = [I64Const(0xf_ffff), I64And];
    match ty {
        0 => (vec![I32WrapI64], vec![I64ExtendI32S]),
        1 => (vec![], vec![]),
        2 => ([&small[..], &[F32ConvertI64U]].concat(), vec![I64TruncSatF32S]),
        _ => ([&small[..], &[F64ConvertI64U]].concat(), vec![I64TruncSatF64S]),
    }
}

/// Whether local number `number` is set; the others must be found to be zero.
fn is_set(number: i64) -> bool {
    number % 5 != 2
}

/// `count` locals of four types, set, kept across a call and read. A first function leaves something else than zeros where the frame will be.
pub fn locals(count: u32) -> Vec<u8> {
    use Instruction::*;
    let runs = TYPES.map(|ty| (count / 4, ty));
    let mut body = Body::new(&[&runs[..], &[(2, ValType::I64)]].concat());
    let count = i64::from(count / 4 * 4);
    let (result, call) = (count as u32 + 2, count as u32 + 3);
    for number in (0..count).filter(|&number| is_set(number)) {
        body.ops([LocalGet(0), I64Const(number * 7), I64Add]);
        body.ops(conversions((number / (count / 4)) as usize).0).op(LocalSet(number as u32 + 2));
    }
    body.ops([LocalGet(1), Call(NOISE), LocalSet(call)]);
    for number in 0..count {
        body.ops([LocalGet(result), I64Const(1), I64Rotl, LocalGet(number as u32 + 2)]);
        body.ops(conversions((number / (count / 4)) as usize).1).ops([I64Xor, LocalSet(result)]);
    }
    body.ops([LocalGet(result), LocalGet(call), I64Xor]);

    let mut main = Body::new(&[]);
    main.ops([LocalGet(0), LocalGet(1), Call(FIRST + 1), Drop]);
    main.ops([LocalGet(0), LocalGet(1), Call(FIRST + 2)]);
    // More operands than the locals' frame is large.
    let dirt = operands_body(count + 200);
    module(&[main, dirt, body].map(|body| Func::of_two(body.end())))
}

/// What [`locals`] returns.
pub fn locals_of(count: u32, (a, b): (i64, i64), counter: &mut i64) -> i64 {
    let count = i64::from(count / 4 * 4);
    noise_of(b, counter);
    let mut result = 0i64;
    for number in 0..count {
        let value = if is_set(number) { a.wrapping_add(number * 7) } else { 0 };
        let value = match number / (count / 4) {
            0 => i64::from(value as i32),
            1 => value,
            _ => value & 0xf_ffff,
        };
        result = result.rotate_left(1) ^ value;
    }
    result ^ noise_of(b, counter)
}

/// A function of 1,000 parameters that returns them in another order, called by one that has `below` operands on its stack meanwhile.
pub fn parameters(below: i64) -> Vec<u8> {
    use Instruction::*;
    let types: Vec<ValType> = (0..MANY as usize).map(|number| TYPES[number % 4]).collect();
    // By pairs of halves, so that each result has its type.
    let half = MANY / 2;
    let mut turned = Body::new(&[]);
    turned.ops((0..MANY).map(|number| LocalGet((number + half) % MANY)));

    let locals: Vec<(u32, ValType)> = types.iter().map(|&ty| (1, ty)).chain([(1, ValType::I64)]).collect();
    let mut main = Body::new(&locals);
    for number in 0..below {
        main.ops([LocalGet(0), I64Const(number), I64Mul]);
    }
    for number in 0..MANY {
        main.ops([LocalGet(1), I64Const(i64::from(number) * 11), I64Add]);
        main.ops(conversions(number as usize % 4).0);
    }
    main.op(Call(FIRST + 1));
    main.ops((0..MANY).rev().map(|number| LocalSet(number + 2)));
    let result = MANY + 2;
    for _ in 0..below {
        main.ops([LocalGet(result), I64Const(3), I64Rotl, I64Add, LocalSet(result)]);
    }
    for number in 0..MANY {
        main.ops([LocalGet(result), I64Const(1), I64Rotl, LocalGet(number + 2)]);
        main.ops(conversions(number as usize % 4).1).ops([I64Xor, LocalSet(result)]);
    }
    main.op(LocalGet(result));
    let turned = Func { params: types.clone(), results: types, body: turned.end() };
    module(&[Func::of_two(main.end()), turned])
}

/// What [`parameters`] returns.
pub fn parameters_of(below: i64, (a, b): (i64, i64)) -> i64 {
    let mut result = 0i64;
    for number in (0..below).rev() {
        // The operator rotates the result so far and adds the operand below it.
        result = result.rotate_left(3).wrapping_add(a.wrapping_mul(number));
    }
    let many = i64::from(MANY);
    for number in 0..many {
        let value = b.wrapping_add((number + many / 2) % many * 11);
        let value = match number % 4 {
            0 => i64::from(value as i32),
            1 => value,
            _ => value & 0xf_ffff,
        };
        result = result.rotate_left(1) ^ value;
    }
    result
}

/// A function `f0(depth, small)` that calls itself `depth` times with `count` operands on its stack, after `small` calls with a small frame; its result is
/// the number of calls. `f1` is the small one.
pub fn recursion(count: i64) -> Vec<u8> {
    use Instruction::*;
    use wasm_encoder::BlockType;
    let int = BlockType::Result(ValType::I64);
    let mut large = Body::new(&[]);
    // Either function calls the other or itself until both numbers are 0.
    large.ops([LocalGet(0), I64Eqz, If(int), I64Const(0), Else]);
    large.ops((0..count).flat_map(|number| [LocalGet(0), I64Const(number), I64Mul]));
    large.ops([LocalGet(0), I64Const(1), I64Sub, LocalGet(1), Call(FIRST)]);
    // Operand number n is depth * n; their sum is taken off again.
    large.ops((0..count).map(|_| I64Add));
    large.ops([LocalGet(0), I64Const(count * (count - 1) / 2), I64Mul, I64Sub, I64Const(1), I64Add, End]);
    let mut small = Body::new(&[]);
    small.ops([LocalGet(1), I64Eqz, If(int), LocalGet(0), I64Const(0), Call(FIRST), Else]);
    small.ops([LocalGet(0), LocalGet(1), I64Const(1), I64Sub, Call(FIRST + 1), I64Const(1), I64Add, End]);
    module(&[large, small].map(|body| Func::of_two(body.end())))
}
