//! One function of a given size, made at random: arithmetic of all types, memory, calls, and blocks, loops, arms and tables whose branches go to any enclosing label,
//! the outermost included, which is as far away as the function is long.
//!
//! It ends, after it has been through most of itself some times: of the branches to the outermost labels every so many-th is taken, the arguments say which one, and each branch backward
//! counts down a fuel, and gives up when there is none left.

use crate::engines::Call;
use crate::module::{Body, COUNTER, Func, NOISE, TABLE, at, module};
use beeline_spec_tests::rng::Rng;
use wasm_encoder::{BlockType, Ieee64, Instruction, MemArg, ValType};

type Op = Instruction<'static>;

/// Locals: the arguments, which are i64 like some others, then i32, f64 and the fuel.
const LONGS: (u32, u64) = (0, 8);
const INTS: (u32, u64) = (8, 12);
const FLOATS: (u32, u64) = (20, 10);
/// What is left for branches backward to near loops, and to the outermost ones.
const NEAR_FUEL: u32 = 30;
const FAR_FUEL: u32 = 31;
/// Counts the branches to outermost labels, and which of them are taken.
const STEP: u32 = 32;
const TAKEN: u32 = 33;
const LOCALS: [(u32, ValType); 4] =
    [(6, ValType::I64), (12, ValType::I32), (10, ValType::F64), (4, ValType::I32)];

/// Branches backward in an outermost statement, and to the outermost loops in a call.
const NEAR: i32 = 4;
const FAR: i32 = 6;
/// Bytes of body for each branch to an outermost label, about.
const BYTES_PER_FAR_BRANCH: usize = 400;
/// Blocks within blocks, not counting the outermost ones.
const DEPTH: usize = 24;
/// Bytes of a statement with all that is in it.
const INNER: usize = 50_000;
/// Blocks and loops, by turns, around everything.
const OUTERMOST: usize = 6;

struct Maker {
    rng: Rng,
    body: Body,
    constants: Vec<u64>,
    /// One less than the power of two of which one branch to an outermost label is taken.
    mask: i32,
    /// Enclosing labels from the outermost: which are loops.
    labels: Vec<bool>,
}

/// A module whose only function has a body of about `len` bytes.
pub fn of_length(len: usize, seed: u64) -> Vec<u8> {
    use Instruction::*;
    let mut rng = Rng::new(seed);
    let constants = (0..1000).map(|_| rng.pattern()).collect();
    let mask = (len / BYTES_PER_FAR_BRANCH).next_power_of_two() as i32 - 1;
    let mut maker = Maker { rng, body: Body::new(&LOCALS), constants, mask, labels: Vec::new() };
    maker.body.ops([I32Const(FAR), LocalSet(FAR_FUEL)]);
    maker.body.ops([LocalGet(0), LocalGet(1), I64Xor, I32WrapI64, I32Const(mask), I32And, LocalSet(TAKEN)]);
    for local in 0..INTS.1 as u32 {
        let from = local % 2;
        maker.body.ops([LocalGet(from), I64Const(i64::from(local) * 5), I64ShrU, I32WrapI64]);
        maker.body.op(LocalSet(INTS.0 + local));
    }
    for number in 0..OUTERMOST {
        maker.open(number % 2 == 1);
    }
    while maker.body.len() < len {
        let limit = maker.body.len() + INNER;
        maker.body.ops([I32Const(NEAR), LocalSet(NEAR_FUEL)]);
        maker.statement(limit.min(len));
    }
    while let Some(&is_loop) = maker.labels.last() {
        if is_loop {
            maker.body.op(I32Const(1));
            maker.branch_if_fuel(0, FAR_FUEL);
        }
        maker.close();
    }
    maker.finish();
    module(&[Func::of_two(maker.body.end())])
}

/// Calls with some arguments.
pub fn calls() -> Vec<Call> {
    let mut rng = Rng::new(3);
    let mut value = || rng.pattern().cast_signed();
    (0..12).map(|_| Call { func: 0, args: (value(), value()) }).collect()
}

impl Maker {
    fn pick(&mut self, (first, count): (u32, u64)) -> u32 {
        first + self.rng.below(count) as u32
    }

    fn one_of<const N: usize>(&mut self, ops: [Op; N]) -> Op {
        ops[self.rng.below(N as u64) as usize].clone()
    }

    /// One of not too many constants: wasmi 1.1 has no room for more than 32,767 in a function.
    fn constant(&mut self) -> u64 {
        self.constants[self.rng.below(self.constants.len() as u64) as usize]
    }

    fn open(&mut self, is_loop: bool) {
        let empty = BlockType::Empty;
        self.body.op(if is_loop { Instruction::Loop(empty) } else { Instruction::Block(empty) });
        self.labels.push(is_loop);
    }

    fn close(&mut self) {
        self.labels.pop();
        self.body.op(Instruction::End);
    }

    /// One statement, or a block of them, within `limit` bytes of body.
    fn statement(&mut self, limit: usize) {
        match self.rng.below(100) {
            0..60 => self.assignment(),
            60..66 => self.store(),
            66..70 => self.call(),
            70..82 => self.conditional_branch(),
            82..84 => self.table(),
            _ if self.labels.len() >= DEPTH => self.assignment(),
            84..89 => self.block(limit, false),
            89..92 => self.block(limit, true),
            _ => self.arms(limit),
        }
    }

    fn statements(&mut self, limit: usize) {
        // Most are short and some very long.
        let count = 1 + if self.rng.below(40) == 0 { self.rng.below(400) } else { self.rng.below(8) };
        for _ in 0..count {
            if self.body.len() < limit {
                self.statement(limit);
            }
        }
    }

    fn block(&mut self, limit: usize, is_loop: bool) {
        self.open(is_loop);
        self.statements(limit);
        if is_loop && self.rng.below(2) == 0 {
            self.condition();
            self.branch_if_fuel(0, NEAR_FUEL);
        }
        self.close();
    }

    fn arms(&mut self, limit: usize) {
        self.condition();
        self.body.op(Instruction::If(BlockType::Empty));
        self.labels.push(false);
        self.statements(limit);
        if self.rng.below(2) == 0 {
            self.body.op(Instruction::Else);
            self.statements(limit);
        }
        self.close();
    }

    /// A label: near ones mostly, now and then one of the outermost.
    fn label(&mut self) -> u32 {
        let count = self.labels.len() as u64;
        if self.rng.below(60) == 0 {
            self.rng.below(count) as u32
        } else {
            self.rng.below(count.min(4)) as u32
        }
    }

    fn is_loop(&self, label: u32) -> bool {
        self.labels[self.labels.len() - 1 - label as usize]
    }

    /// A branch on a condition, backward while there is fuel.
    fn conditional_branch(&mut self) {
        let label = self.label();
        let far = self.labels.len() as u32 - label <= OUTERMOST as u32;
        if far {
            self.far_condition();
        } else {
            self.condition();
        }
        if self.is_loop(label) {
            self.branch_if_fuel(label, if far { FAR_FUEL } else { NEAR_FUEL });
        } else {
            self.body.op(Instruction::BrIf(label));
        }
    }

    /// A branch to a loop if the condition on the stack holds and there is fuel.
    fn branch_if_fuel(&mut self, label: u32, fuel: u32) {
        use Instruction::*;
        self.body.ops([If(BlockType::Empty), LocalGet(fuel), I32Const(1), I32Sub, LocalTee(fuel)]);
        // No conditional branch, for the reason below.
        self.body.ops([I32Const(0), I32GeS, If(BlockType::Empty), Br(label + 2), End, End]);
    }

    /// A condition that seldom holds. It ends in no comparison: wasmi 1.1 panics when one is followed by a branch over more than 32,767 of its instructions, and
    /// at any conditional branch that goes so far backward. Those are for `branches`.
    fn far_condition(&mut self) {
        use Instruction::*;
        self.body.ops([LocalGet(STEP), I32Const(1), I32Add, LocalTee(STEP)]);
        self.body.ops([I32Const(self.mask), I32And, LocalGet(TAKEN), I32Eq, I32Popcnt]);
    }

    /// A `br_table` to labels near by that are not loops, or over the statement behind it.
    fn table(&mut self) {
        use Instruction::*;
        self.open(false);
        self.open(false);
        let near = (self.labels.len() - OUTERMOST).min(5) as u32;
        let near: Vec<u32> = (0..near).filter(|&label| !self.is_loop(label)).collect();
        let targets: Vec<u32> =
            (0..1 + self.rng.below(12)).map(|_| near[self.rng.below(near.len() as u64) as usize]).collect();
        let int = self.pick(INTS);
        self.body.ops([LocalGet(int), I32Const(15), I32And, BrTable(targets.into(), 0)]);
        self.close();
        self.assignment();
        self.close();
    }

    /// An i32 that is 0 or not.
    fn condition(&mut self) {
        use Instruction::*;
        let (a, b) = (self.pick(INTS), self.pick(INTS));
        match self.rng.below(6) {
            0 => _ = self.body.op(LocalGet(a)),
            1 => {
                let op = self.one_of([I32Eq, I32Ne, I32LtS, I32LtU, I32GtS, I32GeU]);
                self.body.ops([LocalGet(a), LocalGet(b), op]);
            }
            2 => {
                let constant = self.constant() as i32;
                let op = self.one_of([I32Eq, I32Ne, I32LtS, I32LtU, I32GtS, I32GeU]);
                self.body.ops([LocalGet(a), I32Const(constant), op]);
            }
            3 => {
                let (a, b) = (self.pick(LONGS), self.pick(LONGS));
                let op = self.one_of([I64Eq, I64Ne, I64LtS, I64LtU, I64GtS, I64GeU]);
                self.body.ops([LocalGet(a), LocalGet(b), op]);
            }
            4 => {
                let (a, b) = (self.pick(FLOATS), self.pick(FLOATS));
                let op = self.one_of([F64Eq, F64Ne, F64Lt, F64Gt, F64Le, F64Ge]);
                self.body.ops([LocalGet(a), LocalGet(b), op]);
            }
            _ => {
                let bit = self.rng.below(32);
                self.body.ops([LocalGet(a), I32Const(1 << bit), I32And, I32Eqz]);
            }
        }
    }

    fn assignment(&mut self) {
        use Instruction::*;
        match self.rng.below(8) {
            0..3 => {
                self.int(3);
                let to = self.pick(INTS);
                self.body.op(LocalSet(to));
            }
            3..5 => {
                self.long(3);
                let to = self.pick(LONGS);
                self.body.op(LocalSet(to));
            }
            5..7 => {
                self.float(2);
                let to = self.pick(FLOATS);
                self.body.op(LocalSet(to));
            }
            _ => {
                self.long(2);
                self.body.op(GlobalSet(COUNTER));
            }
        }
    }

    fn store(&mut self) {
        use Instruction::*;
        self.address();
        let memory = self.memory();
        if self.rng.below(2) == 0 {
            self.int(2);
            let op = self.one_of([I32Store(memory), I32Store8(memory), I32Store16(memory)]);
            self.body.op(op);
        } else {
            self.long(2);
            let op = self.one_of([I64Store(memory), I64Store8(memory), I64Store32(memory)]);
            self.body.op(op);
        }
    }

    fn call(&mut self) {
        use Instruction::*;
        self.long(2);
        if self.rng.below(3) == 0 {
            self.body.ops([I32Const(0), CallIndirect { type_index: 0, table_index: 0 }]);
        } else {
            self.body.op(Call(NOISE));
        }
        let to = self.pick(LONGS);
        self.body.op(LocalSet(to));
    }

    /// An address within the first 4 KiB, so that values are found again.
    fn address(&mut self) {
        use Instruction::*;
        let int = self.pick(INTS);
        self.body.ops([LocalGet(int), I32Const(0xff8), I32And]);
    }

    fn memory(&mut self) -> MemArg {
        let offset = self.rng.below(64) * self.rng.below(100);
        at(offset)
    }

    fn int(&mut self, depth: u32) {
        use Instruction::*;
        if depth == 0 {
            let local = self.pick(INTS);
            self.body.op(LocalGet(local));
            return;
        }
        match self.rng.below(12) {
            0 => {
                let constant = self.constant() as i32;
                self.body.op(I32Const(constant));
            }
            1 => {
                self.int(depth - 1);
                let op = self.one_of([I32Clz, I32Ctz, I32Popcnt, I32Extend8S, I32Extend16S, I32Eqz]);
                self.body.op(op);
            }
            2 => {
                self.long(depth - 1);
                self.body.op(I32WrapI64);
            }
            3 => {
                self.float(depth - 1);
                self.body.op(I32TruncSatF64S);
            }
            4 => {
                self.address();
                let memory = self.memory();
                let op = self.one_of([I32Load(memory), I32Load8S(memory), I32Load16U(memory)]);
                self.body.op(op);
            }
            5 => {
                self.int(depth - 1);
                self.int(depth - 1);
                self.condition();
                self.body.op(Select);
            }
            6 => {
                // A divisor that is neither 0 nor -1.
                self.int(depth - 1);
                self.int(depth - 1);
                let op = self.one_of([I32DivS, I32DivU, I32RemS, I32RemU]);
                self.body.ops([I32Const(0x7fff_fffe), I32And, I32Const(1), I32Or, op]);
            }
            _ => {
                self.int(depth - 1);
                self.int(depth - 1);
                let op = self.one_of([
                    I32Add, I32Sub, I32Mul, I32And, I32Or, I32Xor, I32Shl, I32ShrS, I32ShrU, I32Rotl,
                    I32Rotr, I32LtS,
                ]);
                self.body.op(op);
            }
        }
    }

    fn long(&mut self, depth: u32) {
        use Instruction::*;
        if depth == 0 {
            let local = self.pick(LONGS);
            self.body.op(LocalGet(local));
            return;
        }
        match self.rng.below(10) {
            0 => {
                let constant = self.constant().cast_signed();
                self.body.op(I64Const(constant));
            }
            1 => {
                self.int(depth - 1);
                let op = self.one_of([I64ExtendI32S, I64ExtendI32U]);
                self.body.op(op);
            }
            2 => {
                self.float(depth - 1);
                self.body.op(I64TruncSatF64U);
            }
            3 => {
                self.address();
                let memory = self.memory();
                let op = self.one_of([I64Load(memory), I64Load32S(memory), I64Load8U(memory)]);
                self.body.op(op);
            }
            4 => _ = self.body.op(GlobalGet(COUNTER)),
            _ => {
                self.long(depth - 1);
                self.long(depth - 1);
                let op = self.one_of([
                    I64Add, I64Sub, I64Mul, I64And, I64Or, I64Xor, I64Shl, I64ShrS, I64ShrU, I64Rotl,
                ]);
                self.body.op(op);
            }
        }
    }

    /// What is not a number is never looked at bit by bit: it comes out by conversion, where it is 0, or in a comparison.
    fn float(&mut self, depth: u32) {
        use Instruction::*;
        if depth == 0 {
            let local = self.pick(FLOATS);
            self.body.op(LocalGet(local));
            return;
        }
        match self.rng.below(8) {
            0 => {
                let constant = self.rng.below(4000) as f64 / 16.0 - 100.0;
                self.body.op(F64Const(Ieee64::from(constant)));
            }
            1 | 2 => {
                self.int(depth - 1);
                let op = self.one_of([F64ConvertI32S, F64ConvertI32U]);
                self.body.op(op);
            }
            3 => {
                self.long(depth - 1);
                self.body.op(F64ConvertI64S);
            }
            4 => {
                self.float(depth - 1);
                let op = self.one_of([F64Abs, F64Neg, F64Sqrt, F64Floor, F64Nearest]);
                self.body.op(op);
            }
            _ => {
                self.float(depth - 1);
                self.float(depth - 1);
                let op = self.one_of([F64Add, F64Sub, F64Mul, F64Div, F64Min, F64Max]);
                self.body.op(op);
            }
        }
    }

    /// What all locals, the counter and the memory's beginning come to, as the result.
    fn finish(&mut self) {
        use Instruction::*;
        let memory = at(0);
        let mut ops = vec![GlobalGet(COUNTER)];
        let mut add = |value: &[Op]| {
            ops.extend([I64Const(0x1_0000_01b3), I64Mul]);
            ops.extend_from_slice(value);
            ops.push(I64Xor);
        };
        for local in 0..LONGS.1 as u32 {
            add(&[LocalGet(LONGS.0 + local)]);
        }
        for local in 0..INTS.1 as u32 {
            add(&[LocalGet(INTS.0 + local), I64ExtendI32U]);
        }
        for local in 0..FLOATS.1 as u32 {
            add(&[LocalGet(FLOATS.0 + local), I64TruncSatF64S]);
        }
        for address in (0..0x1000).step_by(64) {
            add(&[I32Const(address), I64Load(memory)]);
        }
        for local in [NEAR_FUEL, FAR_FUEL, STEP] {
            add(&[LocalGet(local), I64ExtendI32U]);
        }
        self.body.ops(ops);
        // A table that is not used would be left out of the picture.
        self.body.ops([TableSize(0), I64ExtendI32U, I64Const(TABLE as i64), I64Eq, I64ExtendI32U, I64Xor]);
    }
}
