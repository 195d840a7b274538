//! Random functions with more locals than registers: what is written to which, and read behind which labels, is what they are about.
//!
//! `wasm-smith`'s functions have few locals, and most of them are dead. Here statements set, copy, exchange and combine a few dozen locals of all number types
//! between blocks, arms, loops, tables, calls and dead ends. Everything ends: loops count down, calls go to functions in front.

use crate::rng::Rng;
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
    GlobalType, Instruction as I, MemArg, MemArgTarget, MemorySection, MemoryType, Module, TypeSection,
    ValType,
};

/// A function that keeps what it is told in the global.
const TELL: u32 = 0;
const TELL_PARAMS: [ValType; 2] = [ValType::I64, ValType::I32];

const TYPES: [ValType; 4] = [ValType::I32, ValType::I64, ValType::F32, ValType::F64];

/// A function being written.
struct Writer<'r> {
    rng: &'r mut Rng,
    body: Function,
    /// Locals that anything may be written to, the parameters first.
    locals: Vec<ValType>,
    /// Counters of loops, which come behind those, that are not in use.
    counters: Vec<u32>,
    /// Open blocks from the outermost: whether a branch may go there, and with what.
    labels: Vec<Option<BlockType>>,
    /// Functions in front, with their types.
    callees: Vec<(Vec<ValType>, ValType)>,
    /// Statements left.
    budget: u32,
}

impl Writer<'_> {
    fn put(&mut self, instruction: &I<'_>) {
        self.body.instruction(instruction);
    }

    fn pick(&mut self, n: usize) -> usize {
        self.rng.below(n as u64) as usize
    }

    fn any_type(&mut self) -> ValType {
        TYPES[self.pick(4)]
    }

    /// A local of a type, if there is one near a random place.
    fn local(&mut self, ty: ValType) -> Option<u32> {
        let (start, len) = (self.pick(self.locals.len()), self.locals.len());
        (0..len).map(|i| (start + i) % len).find(|&i| self.locals[i] == ty).map(|i| i as u32)
    }

    fn constant(&mut self, ty: ValType) {
        let n = [0, 1, -1, 2, 7, 255, 65_536, i64::from(i32::MIN), i64::MAX][self.pick(9)];
        match ty {
            ValType::I32 => self.put(&I::I32Const(n as i32)),
            ValType::I64 => self.put(&I::I64Const(n)),
            ValType::F32 => self.put(&I::F32Const((n as f32).into())),
            _ => self.put(&I::F64Const((n as f64).into())),
        }
    }

    /// Leaves a number that is zero about as often as not.
    fn condition(&mut self) {
        self.value(ValType::I32, 1);
        let bit = 1 << self.rng.below(5);
        self.put(&I::I32Const(bit));
        self.put(&I::I32And);
    }

    /// Gives most locals behind the parameters a number of their own, so that no two are mistaken for each other.
    fn start(&mut self, params: usize) {
        for index in params..self.locals.len() {
            if self.rng.below(4) == 0 {
                continue;
            }
            let n = (index as i32).wrapping_mul(0x1e37_79b1);
            match self.locals[index] {
                ValType::I32 => self.put(&I::I32Const(n)),
                ValType::I64 => self.put(&I::I64Const(i64::from(n) << 20)),
                ValType::F32 => self.put(&I::F32Const((n as f32).into())),
                _ => self.put(&I::F64Const(f64::from(n).into())),
            }
            self.put(&I::LocalSet(index as u32));
        }
    }

    /// Leaves a value of type `ty`.
    fn value(&mut self, ty: ValType, depth: u32) {
        if depth == 0 || self.rng.below(3) == 0 {
            return match self.local(ty) {
                Some(local) if self.rng.below(6) != 0 => self.put(&I::LocalGet(local)),
                _ => self.constant(ty),
            };
        }
        match self.rng.below(12) {
            0 | 1 => {
                self.value(ty, depth - 1);
                if let Some(local) = self.local(ty) {
                    self.put(&I::LocalTee(local));
                }
            }
            2 => {
                self.value(ty, depth - 1);
                self.value(ty, depth - 1);
                self.value(ValType::I32, depth - 1);
                self.put(&I::Select);
            }
            3 => self.convert(ty, depth),
            4 if !self.callees.is_empty() && self.budget > 0 => {
                self.budget -= 1;
                self.call(ty, depth);
            }
            5 => self.if_value(ty, depth),
            6 => self.block_value(ty, depth),
            7 if ty == ValType::I32 => {
                let of = self.any_type();
                self.value(of, depth - 1);
                self.value(of, depth - 1);
                self.put(&match of {
                    ValType::I32 => I::I32LtS,
                    ValType::I64 => I::I64GeU,
                    ValType::F32 => I::F32Lt,
                    _ => I::F64Ne,
                });
                match self.rng.below(4) {
                    0 => self.put(&I::I32Eqz),
                    1 => {
                        self.put(&I::I32Const(1));
                        self.put(&I::I32And);
                    }
                    _ => {}
                }
            }
            _ => {
                self.value(ty, depth - 1);
                self.value(ty, depth - 1);
                let op = self.operator(ty);
                self.put(&op);
            }
        }
    }

    fn operator(&mut self, ty: ValType) -> I<'static> {
        let n = self.pick(8);
        match ty {
            ValType::I32 => {
                [I::I32Add, I::I32Sub, I::I32Mul, I::I32And, I::I32Xor, I::I32Shl, I::I32ShrS, I::I32Rotl][n]
                    .clone()
            }
            ValType::I64 => {
                [I::I64Add, I::I64Sub, I::I64Mul, I::I64Or, I::I64Xor, I::I64Shl, I::I64ShrU, I::I64Rotr][n]
                    .clone()
            }
            ValType::F32 => [I::F32Add, I::F32Sub, I::F32Mul, I::F32Copysign][n % 4].clone(),
            _ => [I::F64Add, I::F64Sub, I::F64Mul, I::F64Copysign][n % 4].clone(),
        }
    }

    fn convert(&mut self, ty: ValType, depth: u32) {
        let (from, ops): (ValType, &[I<'static>]) = match ty {
            ValType::I32 => (ValType::I64, &[I::I32WrapI64, I::I64Eqz]),
            ValType::I64 => (ValType::I32, &[I::I64ExtendI32U, I::I64ExtendI32S]),
            ValType::F32 => (ValType::I32, &[I::F32ReinterpretI32, I::F32ConvertI32S]),
            _ => (ValType::I64, &[I::F64ReinterpretI64, I::F64ConvertI64S]),
        };
        self.value(from, depth - 1);
        let op = ops[self.pick(2)].clone();
        self.put(&op);
    }

    /// A division whose divisor is not zero, nor -1.
    fn divide(&mut self, depth: u32) {
        let Some(to) = self.local(ValType::I32) else { return };
        self.value(ValType::I32, depth);
        self.value(ValType::I32, depth);
        self.put(&I::I32Const(0x7fff));
        self.put(&I::I32And);
        self.put(&I::I32Const(1));
        self.put(&I::I32Or);
        let op = [I::I32DivS, I::I32DivU, I::I32RemS, I::I32RemU][self.pick(4)].clone();
        self.put(&op);
        self.put(&I::LocalSet(to));
    }

    fn call(&mut self, ty: ValType, depth: u32) {
        let index = self.pick(self.callees.len());
        let (params, result) = self.callees[index].clone();
        params.iter().for_each(|&param| self.value(param, depth - 1));
        self.put(&I::Call(index as u32));
        if result != ty {
            self.put(&I::Drop);
            self.value(ty, depth - 1);
        }
    }

    fn if_value(&mut self, ty: ValType, depth: u32) {
        self.condition();
        self.put(&I::If(BlockType::Result(ty)));
        self.labels.push(None);
        self.value(ty, depth - 1);
        self.put(&I::Else);
        self.value(ty, depth - 1);
        self.put(&I::End);
        self.labels.pop();
    }

    fn block_value(&mut self, ty: ValType, depth: u32) {
        self.put(&I::Block(BlockType::Result(ty)));
        self.labels.push(None);
        self.value(ty, depth - 1);
        self.condition();
        self.put(&I::BrIf(0));
        self.put(&I::Drop);
        self.value(ty, depth - 1);
        self.put(&I::End);
        self.labels.pop();
    }

    /// The depth of a block without values that a branch may go to.
    fn label(&mut self) -> Option<u32> {
        let targets: Vec<usize> = (0..self.labels.len()).filter(|&i| self.labels[i].is_some()).collect();
        let &at = targets.get(self.pick(targets.len().max(1)))?;
        Some((self.labels.len() - 1 - at) as u32)
    }

    fn statements(&mut self, most: u64) {
        for _ in 0..=self.rng.below(most) {
            if self.budget == 0 {
                return;
            }
            self.budget -= 1;
            self.statement();
        }
    }

    fn open(&mut self, instruction: &I<'_>) {
        self.put(instruction);
        self.labels.push(Some(BlockType::Empty));
    }

    fn close(&mut self) {
        self.put(&I::End);
        self.labels.pop();
    }

    /// Writes what is on the stack to a local.
    fn keep(&mut self, ty: ValType) {
        match self.local(ty) {
            Some(local) => self.put(&I::LocalSet(local)),
            None => self.put(&I::Drop),
        }
    }

    fn statement(&mut self) {
        let ty = self.any_type();
        let nested = self.labels.len() < 6;
        match self.rng.below(30) {
            0 if nested => {
                self.open(&I::Block(BlockType::Empty));
                self.statements(6);
                self.close();
            }
            1 | 2 if nested => {
                self.condition();
                self.open(&I::If(BlockType::Empty));
                self.statements(4);
                if self.rng.below(2) == 0 {
                    self.put(&I::Else);
                    self.statements(4);
                }
                self.close();
            }
            3 if nested => {
                let Some(counter) = self.counters.pop() else { return };
                let times = self.rng.below(4) as i32 + 1;
                self.put(&I::I32Const(times));
                self.put(&I::LocalSet(counter));
                self.put(&I::Loop(BlockType::Empty));
                self.labels.push(None);
                self.statements(6);
                self.put(&I::LocalGet(counter));
                self.put(&I::I32Const(1));
                self.put(&I::I32Sub);
                self.put(&I::LocalTee(counter));
                self.put(&I::BrIf(0));
                self.close();
                self.counters.push(counter);
            }
            4 | 5 => {
                let Some(label) = self.label() else { return };
                self.condition();
                self.put(&I::BrIf(label));
            }
            6 if nested => {
                self.open(&I::Block(BlockType::Empty));
                self.statements(2);
                let labels: Vec<u32> = (0..=self.pick(7)).filter_map(|_| self.label()).collect();
                self.value(ValType::I32, 1);
                self.put(&I::I32Const(7));
                self.put(&I::I32And);
                self.put(&I::BrTable(labels.into(), 0));
                // Nothing gets here.
                self.statements(1);
                self.close();
            }
            7 if nested => {
                self.condition();
                self.open(&I::If(BlockType::Empty));
                self.statements(2);
                if let Some(label) = self.label() {
                    self.put(&I::Br(label));
                }
                self.close();
            }
            8 => {
                // An exchange: both are aliases when the first is written.
                let (Some(a), Some(b)) = (self.local(ty), self.local(ty)) else { return };
                [I::LocalGet(a), I::LocalGet(b), I::LocalSet(a), I::LocalSet(b)]
                    .iter()
                    .for_each(|instruction| self.put(instruction));
            }
            9 => {
                let (Some(a), Some(b)) = (self.local(ty), self.local(ty)) else { return };
                [I::LocalGet(a), I::LocalSet(b)].iter().for_each(|instruction| self.put(instruction));
            }
            10 => self.divide(2),
            // Several aliases of what is then written.
            22 | 23 => {
                let Some(local) = self.local(ty) else { return };
                self.value(ty, 1);
                self.put(&I::LocalSet(local));
                (0..2).for_each(|_| self.put(&I::LocalGet(local)));
                self.value(ty, 2);
                if self.rng.below(2) == 0 {
                    self.put(&I::LocalTee(local));
                } else {
                    self.put(&I::LocalSet(local));
                    self.put(&I::LocalGet(local));
                }
                (0..2).for_each(|_| {
                    let op = self.operator(ty);
                    self.put(&op);
                });
                self.keep(ty);
            }
            // Many registers at once.
            24 => {
                self.value(ty, 6);
                self.keep(ty);
            }
            11 => {
                let address = self.rng.below(8000) as i32;
                self.put(&I::I32Const(address));
                self.value(ValType::I64, 2);
                self.put(&I::I64Store(MemArg {
                    offset: 0,
                    align: 0,
                    target: MemArgTarget::Memory(0),
                    ordering: None,
                }));
            }
            12 => {
                let Some(to) = self.local(ValType::I32) else { return };
                self.value(ValType::I32, 1);
                self.put(&I::I32Const(0xffc));
                self.put(&I::I32And);
                self.put(&I::I32Load(MemArg {
                    offset: 8,
                    align: 0,
                    target: MemArgTarget::Memory(0),
                    ordering: None,
                }));
                self.put(&I::LocalSet(to));
            }
            13 => {
                self.value(ValType::I64, 2);
                self.put(&I::GlobalSet(0));
            }
            // Seldom taken: what was written before it is still read behind the block.
            14 if nested => {
                self.condition();
                self.condition();
                self.put(&I::I32And);
                self.open(&I::If(BlockType::Empty));
                self.statements(2);
                self.value(ValType::I64, 1);
                self.put(&I::Return);
                self.close();
            }
            25 | 26 if nested => self.basic_blocks(),
            _ => {
                self.value(ty, 3);
                self.keep(ty);
            }
        }
    }

    /// What unoptimised code is like: each basic block ends with a jump and starts behind the end of a block. Few of them are reached on two ways.
    fn basic_blocks(&mut self) {
        let blocks = 2 + self.pick(4);
        (0..blocks).for_each(|_| self.open(&I::Block(BlockType::Empty)));
        let first = self.labels.len() - blocks;
        for _ in 0..blocks {
            let open = self.labels.len() - first;
            let ty = self.any_type();
            let local = self.local(ty);
            self.value(ty, 2);
            self.keep(ty);
            if let Some(local) = local {
                self.value(ty, 1);
                self.put(&I::LocalSet(local));
            }
            self.statements(3);
            match self.rng.below(8) {
                0 => {}
                1 => {
                    self.value(ValType::I64, 1);
                    self.put(&I::Return);
                }
                2 => {
                    let targets: Vec<u32> = (0..=self.pick(3)).map(|_| self.pick(open) as u32).collect();
                    let default = self.pick(open) as u32;
                    self.value(ValType::I32, 1);
                    self.put(&I::I32Const(3));
                    self.put(&I::I32And);
                    self.put(&I::BrTable(targets.into(), default));
                }
                way => {
                    if way > 4 {
                        let label = self.pick(open) as u32;
                        self.condition();
                        self.put(&I::BrIf(label));
                    }
                    let label = self.pick(open) as u32;
                    self.put(&I::Br(label));
                }
            }
            self.close();
            if self.rng.below(12) == 0 {
                self.dead_end();
                continue;
            }
            if let (Some(local), true) = (local, self.rng.below(4) != 0) {
                self.put(&I::LocalGet(local));
                self.keep(ty);
            }
        }
    }

    /// The end of a program that has come upon something: often it tells what.
    fn dead_end(&mut self) {
        if !self.callees.is_empty() && self.rng.below(8) != 0 {
            for ty in TELL_PARAMS {
                match self.local(ty) {
                    Some(local) if self.rng.below(4) != 0 => self.put(&I::LocalGet(local)),
                    _ => self.constant(ty),
                }
            }
            self.put(&I::Call(TELL));
        }
        self.put(&I::Unreachable);
    }

    /// Some locals into one number, the result. The others are read nowhere else than near to where they are written, if they are.
    fn sum(&mut self) {
        self.put(&I::GlobalGet(0));
        for (index, ty) in self.locals.clone().into_iter().enumerate() {
            if self.rng.below(3) != 0 {
                continue;
            }
            self.put(&I::LocalGet(index as u32));
            match ty {
                ValType::I32 => self.put(&I::I64ExtendI32U),
                ValType::I64 => {}
                ValType::F32 => {
                    // A NaN's bits are nobody's business.
                    self.put(&I::I64TruncSatF32S);
                }
                _ => self.put(&I::I64TruncSatF64S),
            }
            self.put(&I::I64Xor);
            self.put(&I::I64Const(5));
            self.put(&I::I64Rotl);
        }
    }
}

/// A module of a seed: a few functions, all exported, and a memory and a global that they share.
#[must_use]
pub fn module(rng: &mut Rng) -> Vec<u8> {
    let (mut types, mut functions, mut code) =
        (TypeSection::new(), FunctionSection::new(), CodeSection::new());
    let mut exports = ExportSection::new();
    let mut tell = Function::new([]);
    for instruction in [
        I::LocalGet(0),
        I::LocalGet(1),
        I::I64ExtendI32U,
        I::I64Const(7),
        I::I64Rotr,
        I::I64Xor,
        I::GlobalSet(0),
        I::LocalGet(0),
        I::End,
    ] {
        tell.instruction(&instruction);
    }
    types.ty().function(TELL_PARAMS, [ValType::I64]);
    functions.function(TELL);
    code.function(&tell);
    let mut callees = vec![(TELL_PARAMS.to_vec(), ValType::I64)];
    for index in 1..4 + rng.below(3) as u32 {
        let params: Vec<ValType> = (0..rng.below(9)).map(|_| TYPES[rng.below(4) as usize]).collect();
        // Integers more often: there are fewer registers for them.
        let more = (0..4 + rng.below(30)).map(|_| TYPES[(rng.below(6) % 4) as usize]);
        let locals: Vec<ValType> = params.iter().copied().chain(more).collect();
        let mut declared: Vec<(u32, ValType)> = locals[params.len()..].iter().map(|&ty| (1, ty)).collect();
        declared.push((4, ValType::I32));
        let counters = (0..4).map(|n| (locals.len() + n) as u32).collect();
        // In short functions more locals are read near to where they are written only.
        let budget = [4, 12, 30, 120][rng.below(4) as usize] + rng.below(10) as u32;
        let body = Function::new(declared);
        let leaf = rng.below(2) == 0;
        let callees_here = if leaf { Vec::new() } else { callees.clone() };
        let mut writer =
            Writer { rng, body, locals, counters, labels: Vec::new(), callees: callees_here, budget };
        writer.start(params.len());
        while writer.budget > 0 {
            writer.budget -= 1;
            writer.statement();
        }
        writer.sum();
        writer.put(&I::End);
        code.function(&writer.body);
        types.ty().function(params.clone(), [ValType::I64]);
        functions.function(index);
        exports.export(&format!("f{index}"), ExportKind::Func, index);
        callees.push((params, ValType::I64));
    }
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: Some(1),
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    exports.export("memory", ExportKind::Memory, 0);
    let mut globals = GlobalSection::new();
    globals.global(
        GlobalType { val_type: ValType::I64, mutable: true, shared: false },
        &ConstExpr::i64_const(1),
    );
    exports.export("global", ExportKind::Global, 0);
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&memories).section(&globals);
    module.section(&exports).section(&code);
    module.finish()
}
