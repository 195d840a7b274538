//! Functions whose branches, conditional ones of every shape, go over a distance: forward, backward, over the arms of an `if`, through tables, to traps.
//!
//! The first argument's lower half says in each call which branch is tested (see [`Shape`]'s numbers), so that all of them are seen taken and not taken.
//! What lies between is a chain of one operator, of whose code the size is known to be proportional to its length.

use crate::engines::Call;
use crate::module::{Body, COUNTER, Func, NOISE, TABLE, at, module};
use beeline_spec_tests::rng::Rng;
use std::iter::repeat_n;
use wasm_encoder::{BlockType, Ieee32, Ieee64, Instruction, MemArg, ValType};

type Op = Instruction<'static>;

/// Operators that leave an i32, from the locals [`A`] to [`E`].
pub type Shape = Vec<Op>;

/// The arguments: which shape, and values. `A` is made from both.
const WHICH: u32 = 0;
const GIVEN: u32 = 1;
/// Two i64, their lower halves, and two f32 and f64 that are often equal, sometimes not a number.
const A: u32 = 2;
const B: u32 = 3;
const X: u32 = 4;
const Y: u32 = 5;
const F: u32 = 6;
const G: u32 = 7;
const D: u32 = 8;
const E: u32 = 9;
/// What is returned: a trace of the branches that were taken.
const TRACE: u32 = 10;
const PASSES: u32 = 11;

const LOCALS: [(u32, ValType); 6] = [
    (2, ValType::I64),
    (2, ValType::I32),
    (2, ValType::F32),
    (2, ValType::F64),
    (1, ValType::I64),
    (1, ValType::I32),
];

const BYTE: MemArg = at(0);

/// A function's head: sets the locals from the arguments.
fn begin() -> Body {
    use Instruction::*;
    let mut body = Body::new(&LOCALS);
    // The upper half of the first argument, moved down, is an argument of its own.
    body.ops([LocalGet(WHICH), I64Const(32), I64ShrS, LocalTee(A), I32WrapI64, LocalSet(X)]);
    body.ops([LocalGet(GIVEN), LocalTee(B), I32WrapI64, LocalSet(Y)]);
    body.ops([LocalGet(X), F32ReinterpretI32, LocalSet(F), LocalGet(Y), F32ReinterpretI32, LocalSet(G)]);
    body.ops([LocalGet(A), I64Const(32), I64Shl, F64ReinterpretI64, LocalSet(D)]);
    body.ops([LocalGet(B), I64Const(32), I64Shl, F64ReinterpretI64, LocalSet(E)]);
    body.ops([I32Const(4), LocalGet(X), I32Store8(BYTE)]);
    body
}

/// Conditions of every shape.
pub fn shapes() -> Vec<Shape> {
    use Instruction::*;
    let mut shapes: Vec<Shape> = Vec::new();
    let ints = [I32Eq, I32Ne, I32LtS, I32LtU, I32GtS, I32GtU, I32LeS, I32LeU, I32GeS, I32GeU];
    let longs = [I64Eq, I64Ne, I64LtS, I64LtU, I64GtS, I64GtU, I64LeS, I64LeU, I64GeS, I64GeU];
    for (number, (int, long)) in ints.into_iter().zip(longs).enumerate() {
        shapes.push(vec![LocalGet(X), LocalGet(Y), int.clone()]);
        shapes.push(vec![LocalGet(A), LocalGet(B), long.clone()]);
        shapes.push(vec![LocalGet(X), I32Const(0), int.clone()]);
        shapes.push(vec![LocalGet(A), I64Const(0), long.clone()]);
        let constant = [1, -1, 4095, 4096, 0x12_3456][number % 5];
        shapes.push(vec![LocalGet(X), I32Const(constant), int.clone()]);
        shapes.push(vec![LocalGet(B), I64Const(constant.into()), long]);
        shapes.push(vec![LocalGet(X), LocalGet(Y), int, I32Eqz]);
    }
    for float in [F32Eq, F32Ne, F32Lt, F32Gt, F32Le, F32Ge] {
        shapes.push(vec![LocalGet(F), LocalGet(G), float.clone()]);
        shapes.push(vec![LocalGet(F), F32Const(Ieee32::from(0.0)), float.clone()]);
        shapes.push(vec![LocalGet(F), LocalGet(G), float, I32Eqz]);
    }
    for float in [F64Eq, F64Ne, F64Lt, F64Gt, F64Le, F64Ge] {
        shapes.push(vec![LocalGet(D), LocalGet(E), float.clone()]);
        shapes.push(vec![F64Const(Ieee64::from(1.0)), LocalGet(E), float.clone()]);
        shapes.push(vec![LocalGet(D), LocalGet(E), float, I32Eqz]);
    }
    // Values and bits.
    shapes.push(vec![LocalGet(X)]);
    shapes.push(vec![LocalGet(X), I32Eqz]);
    shapes.push(vec![LocalGet(A), I64Eqz]);
    shapes.push(vec![LocalGet(X), I32Eqz, I32Eqz]);
    shapes.push(vec![LocalGet(A), I64Eqz, I32Eqz]);
    shapes.push(vec![LocalGet(A), I32WrapI64]);
    for bit in [0, 5, 31] {
        shapes.push(vec![LocalGet(X), I32Const(1 << bit), I32And]);
        shapes.push(vec![LocalGet(X), I32Const(1 << bit), I32And, I32Eqz]);
        shapes.push(vec![LocalGet(B), I64Const(1 << bit << 32), I64And, I64Eqz]);
        shapes.push(vec![LocalGet(B), I64Const(1 << bit << 32), I64And, I64Const(0), I64Ne]);
    }
    shapes.push(vec![LocalGet(X), I32Const(0xff0), I32And]);
    shapes.push(vec![LocalGet(X), LocalGet(Y), I32And, I32Eqz]);
    shapes.push(vec![LocalGet(A), LocalGet(B), I64And, I64Eqz]);
    shapes.push(vec![LocalGet(X), LocalGet(Y), I32Sub]);
    // From memory, a global, a call, and by a choice.
    shapes.push(vec![I32Const(4), I32Load8U(BYTE)]);
    shapes.push(vec![I32Const(4), I32Load8S(BYTE), LocalGet(X), I32Eq]);
    shapes.push(vec![I32Const(2), I32Load(BYTE), I32Const(0), I32GtS]);
    shapes.push(vec![GlobalGet(COUNTER), I64Const(9), I64And, I64Eqz]);
    shapes.push(vec![LocalGet(A), Call(NOISE), I64Const(0), I64LtS]);
    shapes.push(vec![LocalGet(X), LocalGet(Y), LocalGet(F), LocalGet(G), F32Lt, Select]);
    shapes.push(vec![LocalGet(X), LocalGet(Y), I32LtU, LocalGet(D), LocalGet(E), F64Gt, I32And]);
    shapes.push(vec![I32Const(0)]);
    shapes.push(vec![I32Const(1)]);
    shapes.push(vec![I32Const(7), I32Const(8), I32Eq]);
    shapes
}

/// Operators that trap for some values, each leaving an i64.
fn traps() -> Vec<Shape> {
    use Instruction::*;
    let mut shapes: Vec<Shape> = Vec::new();
    for division in [I32DivS, I32DivU, I32RemS, I32RemU] {
        shapes.push(vec![LocalGet(X), LocalGet(Y), division, I64ExtendI32S]);
    }
    for division in [I64DivS, I64DivU, I64RemS, I64RemU] {
        shapes.push(vec![LocalGet(A), LocalGet(B), division]);
    }
    shapes.push(vec![LocalGet(X), I32Const(-1), I32DivS, I64ExtendI32S]);
    for truncation in [I32TruncF32S, I32TruncF32U] {
        shapes.push(vec![LocalGet(F), truncation, I64ExtendI32S]);
    }
    for truncation in [I32TruncF64S, I32TruncF64U] {
        shapes.push(vec![LocalGet(D), truncation, I64ExtendI32S]);
    }
    shapes.push(vec![LocalGet(F), I64TruncF32S]);
    shapes.push(vec![LocalGet(F), I64TruncF32U]);
    shapes.push(vec![LocalGet(D), I64TruncF64S]);
    shapes.push(vec![LocalGet(D), I64TruncF64U]);
    let far = at(0xffff);
    shapes.push(vec![LocalGet(X), I64Load8U(BYTE)]);
    shapes.push(vec![LocalGet(X), I64Load(far)]);
    shapes.push(vec![LocalGet(X), LocalGet(Y), I32Store(far), LocalGet(A)]);
    // The second element is of another type, the third is null, the eleventh does not exist.
    shapes.push(vec![LocalGet(B), LocalGet(X), CallIndirect { type_index: 0, table_index: 0 }]);
    shapes.push(vec![LocalGet(X), TableGet(0), RefIsNull, I64ExtendI32U]);
    shapes.push(vec![LocalGet(X), RefNull(wasm_encoder::HeapType::FUNC), TableSet(0), LocalGet(B)]);
    shapes.push(vec![LocalGet(X), LocalGet(Y), I32Const(3), MemoryFill(0), LocalGet(B)]);
    let empty = BlockType::Empty;
    shapes.push(vec![LocalGet(X), If(empty), Unreachable, End, LocalGet(B)]);
    shapes
}

/// `length` operators whose code is of `length` times some size.
fn filler(body: &mut Body, length: usize) {
    use Instruction::{I32Popcnt, LocalGet, LocalSet};
    body.op(LocalGet(Y));
    body.ops(repeat_n(I32Popcnt, length));
    body.op(LocalSet(Y));
}

/// A filler that the function steps over.
fn skipped_filler(body: &mut Body, length: usize) {
    use Instruction::*;
    // No shape has such a number, so this branch is always taken.
    body.op(Block(BlockType::Empty)).ops([LocalGet(WHICH), I32WrapI64, I32Const(-1), I32Ne, BrIf(0)]);
    filler(body, length);
    body.op(End);
}

/// `shape` if it is the one that is asked for, then `then` with it on the stack.
fn when_asked(body: &mut Body, number: usize, shape: &Shape, then: &[Op]) {
    use Instruction::*;
    body.ops([LocalGet(WHICH), I32WrapI64, I32Const(number as i32), I32Eq, If(BlockType::Empty)]);
    body.ops(shape.iter().cloned()).ops(then.iter().cloned()).op(End);
}

fn mark(number: usize) -> [Op; 6] {
    use Instruction::*;
    [LocalGet(TRACE), I64Const(31), I64Mul, I64Const(number as i64 + 1), I64Add, LocalSet(TRACE)]
}

/// Nested blocks, one for each shape, left from the inside over the filler.
pub fn forward(length: usize) -> Vec<u8> {
    use Instruction::*;
    let shapes = shapes();
    let mut body = begin();
    body.ops(repeat_n(Block(BlockType::Empty), shapes.len()));
    for (number, shape) in shapes.iter().enumerate() {
        when_asked(&mut body, number, shape, &[BrIf(number as u32 + 1)]);
    }
    body.ops(mark(1000));
    skipped_filler(&mut body, length);
    for number in 0..shapes.len() {
        body.op(End).ops(mark(number));
    }
    body.ops([LocalGet(TRACE)]);
    module(&[Func::of_two(body.end())])
}

/// The same with a value that the branch carries, and one below it that it drops.
pub fn forward_with_value(length: usize) -> Vec<u8> {
    use Instruction::*;
    let shapes = shapes();
    let mut body = begin();
    body.ops(repeat_n(Block(BlockType::Result(ValType::I64)), shapes.len()));
    for (number, shape) in shapes.iter().enumerate() {
        body.ops([LocalGet(WHICH), I32WrapI64, I32Const(number as i32), I32Eq, If(BlockType::Empty)]);
        body.ops([LocalGet(A), I64Const(number as i64), LocalGet(B), I64Add]).ops(shape.iter().cloned());
        body.ops([BrIf(number as u32 + 1), Drop, Drop, End]);
    }
    body.ops(mark(1000));
    skipped_filler(&mut body, length);
    body.op(I64Const(5));
    for number in 0..shapes.len() {
        body.ops([End, I64Const(number as i64), I64Add, Call(NOISE)]);
    }
    body.ops([LocalGet(TRACE), I64Xor]);
    module(&[Func::of_two(body.end())])
}

/// Nested loops, one for each shape, begun again over the filler.
pub fn backward(length: usize) -> Vec<u8> {
    use Instruction::*;
    let shapes = shapes();
    let mut body = begin();
    body.op(Block(BlockType::Empty));
    for number in (0..shapes.len()).rev() {
        body.op(Loop(BlockType::Empty)).ops(mark(number));
    }
    body.ops([LocalGet(PASSES), I32Const(1), I32Add, LocalTee(PASSES), I32Const(2), I32GtU]);
    body.op(BrIf(shapes.len() as u32));
    skipped_filler(&mut body, length);
    for (number, shape) in shapes.iter().enumerate() {
        when_asked(&mut body, number, shape, &[BrIf(number as u32 + 1)]);
    }
    body.ops(mark(1000));
    body.ops(repeat_n(End, shapes.len()));
    body.op(End).op(LocalGet(TRACE));
    module(&[Func::of_two(body.end())])
}

/// For each of these shapes a function with an `if` whose arms are both long.
pub fn ifs(shapes: &[Shape], length: usize) -> Vec<u8> {
    use Instruction::*;
    let func = |(number, shape): (usize, &Shape)| {
        let mut body = begin();
        body.ops(shape.iter().cloned());
        if number % 2 == 0 {
            body.op(If(BlockType::Empty));
            skipped_filler(&mut body, length);
            body.ops(mark(1)).op(Else).ops(mark(2));
            skipped_filler(&mut body, length);
            body.op(End);
        } else {
            body.op(If(BlockType::Result(ValType::I64)));
            skipped_filler(&mut body, length);
            body.op(LocalGet(B)).op(Else);
            skipped_filler(&mut body, length);
            body.ops([LocalGet(A), I64Const(-1), I64Xor, End, LocalSet(TRACE)]);
        }
        body.op(LocalGet(TRACE));
        Func::of_two(body.end())
    };
    module(&shapes.iter().enumerate().map(func).collect::<Vec<_>>())
}

/// All operators that trap, in front of the filler: the code of their traps is behind it.
pub fn trapping(length: usize) -> Vec<u8> {
    use Instruction::*;
    let mut body = begin();
    for (number, shape) in traps().iter().enumerate() {
        when_asked(&mut body, number, shape, &[LocalSet(TRACE)]);
    }
    skipped_filler(&mut body, length);
    body.op(LocalGet(TRACE));
    module(&[Func::of_two(body.end())])
}

/// A `br_table` of `entries` to `labels` blocks, each with some filler behind it, within a loop.
pub fn table(entries: usize, labels: u32, length: usize, with_value: bool) -> Vec<u8> {
    use Instruction::*;
    let mut body = begin();
    let ty = if with_value { BlockType::Result(ValType::I64) } else { BlockType::Empty };
    body.ops([Block(BlockType::Empty), Loop(BlockType::Empty)]);
    body.ops([LocalGet(PASSES), I32Const(1), I32Add, LocalTee(PASSES), I32Const(2), I32GtU, BrIf(1)]);
    body.ops(repeat_n(Block(ty), labels as usize));
    let mut rng = Rng::new(entries as u64);
    // One is the loop, unless it takes no value.
    let reach = u64::from(labels + u32::from(!with_value));
    let targets: Vec<u32> = (0..entries).map(|_| rng.below(reach) as u32).collect();
    if with_value {
        body.ops([I64Const(3), LocalGet(B)]);
    }
    body.ops([LocalGet(X), BrTable(targets.into(), labels / 2)]);
    for number in 0..labels as usize {
        body.op(End);
        if with_value {
            body.ops([I64Const(number as i64), I64Add]);
        } else {
            body.ops(mark(number));
        }
        skipped_filler(&mut body, length);
    }
    if with_value {
        body.op(LocalSet(TRACE));
    }
    // The next pass takes another entry.
    body.ops([LocalGet(X), I32Const(7), I32Add, LocalSet(X), Br(0), End, End, LocalGet(TRACE)]);
    module(&[Func::of_two(body.end())])
}

fn call(func: usize, which: usize, upper: i64, given: i64) -> Call {
    Call { func, args: (upper << 32 | which as i64, given) }
}

/// Values that conditions differ for.
const VALUES: [(i64, i64); 14] = [
    (0, 0),
    (1, 1),
    (-1, -1),
    (0, 1),
    (1, 0),
    (-1, 1),
    (0x20, 0x21_0000_0000),
    (i32::MIN as i64, i32::MAX as i64),
    (4095, 4096),
    (0x3f80_0000, 0x3f80_0000),
    (0x3ff0_0000, 0x3ff0_0000),
    (0x7fc0_0000, 0x7fc0_0000),
    (0x7ff8_0000, 0xbf80_0000),
    (0x4f00_0000, 0x1_0000_0000),
];

/// Calls that ask for each of `count` shapes with all values, of one function.
pub fn calls_of_one(count: usize) -> Vec<Call> {
    (0..count).flat_map(|which| VALUES.map(|(upper, given)| call(0, which, upper, given))).collect()
}

/// Calls of `count` functions with all values.
pub fn calls_of_each(count: usize) -> Vec<Call> {
    (0..count).flat_map(|func| VALUES.map(|(upper, given)| call(func, 0, upper, given))).collect()
}

/// Calls that meet the operators that trap with values for which they do, and do not.
pub fn calls_of_traps() -> Vec<Call> {
    let values = [(2, 3), (0x1_0000, 4), (0x7fff_fff0, 0), (1, 7), (TABLE as i64 - 1, 1), (TABLE as i64, 2)];
    let all = move |which| {
        let values = values.into_iter().chain(VALUES);
        values.map(move |(upper, given)| call(0, which, upper, given))
    };
    (0..traps().len()).flat_map(all).collect()
}

/// Calls that take entries of a table: the first, the last, those behind it, and others.
pub fn calls_of_table(entries: usize) -> Vec<Call> {
    let mut rng = Rng::new(7);
    let entries = entries as u64;
    let edges = [0, 1, entries - 1, entries, entries + 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
    let others = (0..200).map(|_| rng.below(entries));
    edges.into_iter().chain(others).map(|entry| call(0, 0, entry.cast_signed(), 11)).collect()
}
