//! The quick validator: one pass over a body, which it accepts or gives up on, without a reason.
//!
//! The rules are those of the specification (WebAssembly 3.0, 3.4, and the appendix on the algorithm); types are bytes ([`super::stack`]). It never allows more than
//! wasmparser: as many locals, fewer blocks and operands, one way to write an alignment, no subtypes. What is limited before bodies are looked at (their size,
//! how many parameters and results a type has) is none of its business.

use super::effects::{EFFECTS, Effect, F32, F64, I32, I64};
use super::shape::{Code, MANY};
use super::stack::{Block, BlockKind, Room, Side, Stack};
use super::window::{self, Reader, WINDOW, Window};
use super::{Declared, FuncFacts, Module};
use beeline_abi::types::ValType;
use wasmparser::{FuncToValidate, WasmFeatures, WasmModuleResources};

/// The features that this file knows. Whatever another one lets be valid, or lets mean something else, has to be looked at here first.
const KNOWN: WasmFeatures = WasmFeatures::MUTABLE_GLOBAL
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::REFERENCE_TYPES)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::FLOATS)
    .union(WasmFeatures::EXTENDED_CONST)
    .union(WasmFeatures::GC_TYPES);

/// The most locals that a function may have, parameters included.
const MAX_LOCALS: u32 = 50_000;

/// What the quick validator reuses from body to body.
pub struct Scratch {
    room: Box<Room>,
    runs: Vec<Run>,
}

impl Default for Scratch {
    fn default() -> Self {
        Self { room: Room::new(), runs: Vec::new() }
    }
}

/// Declared locals of one type.
struct Run {
    /// The index behind the last of them.
    end: u32,
    ty: ValType,
}

/// The locals of a function.
#[derive(Clone, Copy)]
struct Locals<'s> {
    params: &'s [ValType],
    /// In the order of their ends; those of parameters are not among them.
    runs: &'s [Run],
}

impl Locals<'_> {
    fn declared(self, index: u32) -> Option<Declared> {
        if let Some(&ty) = self.params.get(index as usize) {
            return Some(Declared { ty, is_param: true });
        }
        let run = self.runs.get(self.runs.partition_point(|run| run.end <= index))?;
        Some(Declared { ty: run.ty, is_param: false })
    }
}

/// Accepts a body and leaves its facts in `facts`, or gives up on it. Returns where its operators start in it.
pub fn validate<T: WasmModuleResources>(
    module: &Module<'_>,
    params: &[ValType],
    body: &[u8],
    to_validate: &FuncToValidate<T>,
    facts: &mut FuncFacts,
    scratch: &mut Scratch,
) -> Option<usize> {
    if !KNOWN.contains(to_validate.features) {
        return None;
    }
    facts.clear(params.len());
    let code = declarations(body, params.len() as u32, &mut scratch.runs)?;
    let checker = Checker {
        module,
        resources: &to_validate.resources,
        locals: Locals { params, runs: &scratch.runs },
        has_memory: !module.memories.is_empty(),
    };
    checker.function(to_validate.ty, code, Stack::new(&mut scratch.room), facts)?;
    Some(body.len() - code.len())
}

/// Reads the declarations of locals into `runs`. Returns what follows them.
fn declarations<'a>(mut body: &'a [u8], params: u32, runs: &mut Vec<Run>) -> Option<&'a [u8]> {
    runs.clear();
    let mut end = params;
    for _ in 0..number(&mut body)? {
        let count = number(&mut body)?;
        let (&ty, rest) = body.split_first()?;
        body = rest;
        let ty = value_type(ty)?;
        if count > 0 {
            end = end.checked_add(count).filter(|&end| end <= MAX_LOCALS)?;
            runs.push(Run { end, ty });
        }
    }
    Some(body)
}

/// Reads an unsigned 32-bit LEB128 number.
fn number(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for (n, &byte) in bytes.iter().take(5).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * n);
        if byte < 0x80 {
            *bytes = &bytes[n + 1..];
            return u32::try_from(value).ok();
        }
    }
    None
}

/// The type that a byte of the binary format stands for (5.3.1, 5.3.3, 5.3.4).
pub fn value_type(byte: u8) -> Option<ValType> {
    Some(match byte {
        0x7f => ValType::I32,
        0x7e => ValType::I64,
        0x7d => ValType::F32,
        0x7c => ValType::F64,
        0x70 => ValType::FuncRef,
        0x6f => ValType::ExternRef,
        _ => return None,
    })
}

/// What operators are checked against. What changes is not here: see [`Stack`].
pub struct Checker<'s, T> {
    pub module: &'s Module<'s>,
    pub resources: &'s T,
    pub has_memory: bool,
    locals: Locals<'s>,
}

impl<T: WasmModuleResources> Checker<'_, T> {
    /// Looks at all operators of a function of this type.
    fn function(&self, ty: u32, code: &[u8], mut stack: Stack<'_>, facts: &mut FuncFacts) -> Option<()> {
        let results = self.module.shapes.get(ty as usize)?.results;
        stack.open(Block { kind: BlockKind::Block, params: 0, results, ty })?;
        let (read, stack) = self.operators(code, 0, stack, facts)?;
        if stack.is_closed() {
            return None;
        }
        // Behind the body's last bytes come zeros, so that they can be read by windows as well.
        let last = code.get(read..)?;
        let mut tail = [0; 2 * WINDOW];
        tail.get_mut(..last.len())?.copy_from_slice(last);
        let (read, stack) = self.operators(&tail[..last.len() + WINDOW], read, stack, facts)?;
        let has_memory = self.has_memory || !facts.memory;
        (stack.is_closed() && read == last.len() && has_memory).then_some(())
    }

    /// Looks at operators, of which the first one lies at `start` of the function's, up to the function's last `end`, or as long as there is a window. Returns the bytes
    /// they take.
    #[allow(clippy::manual_range_patterns, reason = "ranges are no cases of a jump table")]
    fn operators<'st>(
        &self,
        code: &[u8],
        start: usize,
        stack: Stack<'st>,
        facts: &mut FuncFacts,
    ) -> Option<(usize, Stack<'st>)> {
        let mut stack = stack.taken();
        let module = self.module;
        let mut reader = Reader::new(code);
        while let Some(window) = reader.window() {
            let op = reader.op;
            let at = (start + code.len() - reader.rest.len()) as u32;
            // A near local or a small number is pushed: half of all operators, if they are written as shortly as they can be. A branch of its own finds that out sooner
            // than the jump for all others, and foretells it better: 0.96 of the time of this pass.
            let pushed = match op {
                // One that is named first here gets its type below.
                0x20 if window[1] < 0x80 => facts.get(window[1].into(), || None).map(|ty| ty as u8),
                0x41 if window[1] < 0x80 => Some(I32),
                _ => None,
            };
            if let Some(ty) = pushed {
                reader.pass(window, 2);
                stack.push(ty);
                continue;
            }
            // Each opcode by itself: a class of operators would be one more load before the jump.
            match op {
                // unreachable
                0x00 => {
                    reader.pass(window, 1);
                    stack.end_reach();
                    facts.end_reach();
                }
                // nop
                0x01 => reader.pass(window, 1),
                // block without parameters and results
                0x02 if window[1] == 0x40 => {
                    reader.pass(window, 2);
                    facts.enter(BlockKind::Block, false);
                    stack.open(Block { kind: BlockKind::Block, params: 0, results: 0, ty: 0 })?;
                }
                // block, loop, if
                0x02 | 0x03 | 0x04 => {
                    let (block, used) = self.block(op, window)?;
                    reader.pass(window, used);
                    if block.kind == BlockKind::If {
                        stack.pop(I32)?;
                    }
                    self.pop(&mut stack, block, Side::Params)?;
                    facts.enter(block.kind, block.results != 0);
                    stack.open(block)?;
                    self.push(&mut stack, block.ty, block.code(Side::Params), Side::Params)?;
                }
                // else
                0x05 => {
                    reader.pass(window, 1);
                    let block = stack.innermost();
                    if block.kind != BlockKind::If {
                        return None;
                    }
                    self.pop(&mut stack, block, Side::Results)?;
                    stack.turn()?;
                    facts.turn(at);
                    self.push(&mut stack, block.ty, block.code(Side::Params), Side::Params)?;
                }
                // end
                0x0b => {
                    reader.pass(window, 1);
                    let block = stack.innermost();
                    // An `if` without `else` hands its parameters on.
                    if block.kind == BlockKind::If && !self.hands_on(block) {
                        return None;
                    }
                    self.pop(&mut stack, block, Side::Results)?;
                    facts.leave(at, reader.rest);
                    stack.close()?;
                    self.push(&mut stack, block.ty, block.code(Side::Results), Side::Results)?;
                    if stack.is_closed() {
                        facts.max_height = stack.most();
                        return Some((code.len() - reader.rest.len(), stack));
                    }
                }
                // br
                0x0c => {
                    let (depth, used) = window::u32(window, 1)?;
                    reader.pass(window, used);
                    let target = stack.target(depth)?;
                    self.pop(&mut stack, target, target.label())?;
                    stack.end_reach();
                    facts.branches();
                    facts.branch(depth);
                    facts.end_reach();
                }
                // br_if
                0x0d => {
                    let (depth, used) = window::u32(window, 1)?;
                    reader.pass(window, used);
                    stack.pop(I32)?;
                    let target = stack.target(depth)?;
                    self.pop(&mut stack, target, target.label())?;
                    self.push(&mut stack, target.ty, target.code(target.label()), target.label())?;
                    facts.branches();
                    facts.branch(depth);
                }
                // br_table
                0x0e => {
                    stack.pop(I32)?;
                    let (target, behind) = stack.aside(|stack| br_table(&reader.rest[1..], stack, facts))?;
                    self.pop(&mut stack, target, target.label())?;
                    stack.end_reach();
                    facts.end_reach();
                    reader = Reader::new(behind);
                    continue;
                }
                // return
                0x0f => {
                    reader.pass(window, 1);
                    let function = stack.function();
                    self.pop(&mut stack, function, Side::Results)?;
                    stack.end_reach();
                    facts.end_reach();
                }
                // call
                0x10 => {
                    let (index, used) = window::u32(window, 1)?;
                    reader.pass(window, used);
                    let ty = *module.func_types.get(index as usize)?;
                    let slots = self.call(&mut stack, ty)?;
                    facts.call(slots, index < module.func_imports);
                }
                // call_indirect
                0x11 => {
                    let (ty, used) = window::u32(window, 1)?;
                    let (table, used) = window::u32(window, used)?;
                    reader.pass(window, used);
                    if module.tables.get(table as usize)?.ty != ValType::FuncRef {
                        return None;
                    }
                    stack.pop(I32)?;
                    let slots = self.call(&mut stack, ty)?;
                    facts.call(slots, true);
                }
                // drop
                0x1a => {
                    reader.pass(window, 1);
                    stack.pop_any()?;
                }
                // select
                0x1b => {
                    reader.pass(window, 1);
                    stack.select()?;
                }
                // local.get
                0x20 => {
                    let (index, used) = window::u32(window, 1)?;
                    reader.pass(window, used);
                    let ty = facts.get(index, || self.locals.declared(index))?;
                    stack.push(ty as u8);
                }
                // local.set
                0x21 => {
                    let (index, used) = window::u32(window, 1)?;
                    reader.pass(window, used);
                    let ty = facts.set(index, || self.locals.declared(index))?;
                    stack.pop(ty as u8)?;
                }
                // local.tee
                0x22 => {
                    let (index, used) = window::u32(window, 1)?;
                    reader.pass(window, used);
                    let ty = facts.set(index, || self.locals.declared(index))? as u8;
                    stack.apply(ty, 1, ty)?;
                }
                // global.get
                0x23 => {
                    let (index, used) = window::u32(window, 1)?;
                    reader.pass(window, used);
                    stack.push(module.globals.get(index as usize)?.ty as u8);
                }
                // global.set
                0x24 => {
                    let (index, used) = window::u32(window, 1)?;
                    reader.pass(window, used);
                    let global = module.globals.get(index as usize)?;
                    if !global.mutable {
                        return None;
                    }
                    stack.pop(global.ty as u8)?;
                }
                // Loads, from i32.load to i64.load32_u
                0x28 | 0x29 | 0x2a | 0x2b | 0x2c | 0x2d | 0x2e | 0x2f | 0x30 | 0x31 | 0x32 | 0x33 | 0x34
                | 0x35 => {
                    let effect = EFFECTS[usize::from(op)];
                    access(window, effect)?;
                    reader.pass(window, window::skip_u32(window, 2)?);
                    facts.memory = true;
                    stack.apply(I32, 1, effect.ty)?;
                }
                // Stores, from i32.store to i64.store32
                0x36 | 0x37 | 0x38 | 0x39 | 0x3a | 0x3b | 0x3c | 0x3d | 0x3e => {
                    let effect = EFFECTS[usize::from(op)];
                    access(window, effect)?;
                    reader.pass(window, window::skip_u32(window, 2)?);
                    facts.memory = true;
                    stack.store(effect.ty)?;
                }
                // i32.const
                0x41 => {
                    reader.pass(window, window::skip_s32(window, 1)?);
                    stack.push(I32);
                }
                // i64.const
                0x42 => {
                    reader.pass(window, window::skip_s64(window, 1)?);
                    stack.push(I64);
                }
                // f32.const
                0x43 => {
                    reader.pass(window, 5);
                    stack.push(F32);
                }
                // f64.const
                0x44 => {
                    reader.pass(window, 9);
                    stack.push(F64);
                }
                // Numeric operators, from i32.eqz to i64.extend32_s
                0x45 | 0x46 | 0x47 | 0x48 | 0x49 | 0x4a | 0x4b | 0x4c | 0x4d | 0x4e | 0x4f | 0x50 | 0x51
                | 0x52 | 0x53 | 0x54 | 0x55 | 0x56 | 0x57 | 0x58 | 0x59 | 0x5a | 0x5b | 0x5c | 0x5d
                | 0x5e | 0x5f | 0x60 | 0x61 | 0x62 | 0x63 | 0x64 | 0x65 | 0x66 | 0x67 | 0x68 | 0x69
                | 0x6a | 0x6b | 0x6c | 0x6d | 0x6e | 0x6f | 0x70 | 0x71 | 0x72 | 0x73 | 0x74 | 0x75
                | 0x76 | 0x77 | 0x78 | 0x79 | 0x7a | 0x7b | 0x7c | 0x7d | 0x7e | 0x7f | 0x80 | 0x81
                | 0x82 | 0x83 | 0x84 | 0x85 | 0x86 | 0x87 | 0x88 | 0x89 | 0x8a | 0x8b | 0x8c | 0x8d
                | 0x8e | 0x8f | 0x90 | 0x91 | 0x92 | 0x93 | 0x94 | 0x95 | 0x96 | 0x97 | 0x98 | 0x99
                | 0x9a | 0x9b | 0x9c | 0x9d | 0x9e | 0x9f | 0xa0 | 0xa1 | 0xa2 | 0xa3 | 0xa4 | 0xa5
                | 0xa6 | 0xa7 | 0xa8 | 0xa9 | 0xaa | 0xab | 0xac | 0xad | 0xae | 0xaf | 0xb0 | 0xb1
                | 0xb2 | 0xb3 | 0xb4 | 0xb5 | 0xb6 | 0xb7 | 0xb8 | 0xb9 | 0xba | 0xbb | 0xbc | 0xbd
                | 0xbe | 0xbf | 0xc0 | 0xc1 | 0xc2 | 0xc3 | 0xc4 => {
                    reader.pass(window, 1);
                    let effect = EFFECTS[usize::from(op)];
                    stack.apply(effect.operand, usize::from(effect.number), effect.ty)?;
                }
                // All that are left, listed as well: a jump table for every byte there is needs no comparison in front.
                0x06 | 0x07 | 0x08 | 0x09 | 0x0a | 0x12 | 0x13 | 0x14 | 0x15 | 0x16 | 0x17 | 0x18 | 0x19
                | 0x1c | 0x1d | 0x1e | 0x1f | 0x25 | 0x26 | 0x27 | 0x3f | 0x40 | 0xc5 | 0xc6 | 0xc7
                | 0xc8 | 0xc9 | 0xca | 0xcb | 0xcc | 0xcd | 0xce | 0xcf | 0xd0 | 0xd1 | 0xd2 | 0xd3
                | 0xd4 | 0xd5 | 0xd6 | 0xd7 | 0xd8 | 0xd9 | 0xda | 0xdb | 0xdc | 0xdd | 0xde | 0xdf
                | 0xe0 | 0xe1 | 0xe2 | 0xe3 | 0xe4 | 0xe5 | 0xe6 | 0xe7 | 0xe8 | 0xe9 | 0xea | 0xeb
                | 0xec | 0xed | 0xee | 0xef | 0xf0 | 0xf1 | 0xf2 | 0xf3 | 0xf4 | 0xf5 | 0xf6 | 0xf7
                | 0xf8 | 0xf9 | 0xfa | 0xfb | 0xfc | 0xfd | 0xfe | 0xff => {
                    let used = stack.aside(|stack| self.rare(op, window, stack, facts))?;
                    reader.pass(window, used);
                }
            }
        }
        Some((code.len() - reader.rest.len(), stack))
    }

    /// The block that `block`, `loop` or `if` opens, and the bytes of the operator.
    #[inline(always)]
    fn block(&self, op: u8, window: &Window) -> Option<(Block, usize)> {
        let kind = match op {
            0x02 => BlockKind::Block,
            0x03 => BlockKind::Loop,
            _ => BlockKind::If,
        };
        match window[1] {
            0x40 => Some((Block { kind, params: 0, results: 0, ty: 0 }, 2)),
            byte @ 0x41..=0x7f => {
                Some((Block { kind, params: 0, results: value_type(byte)? as Code, ty: 0 }, 2))
            }
            _ => {
                let (ty, used) = window::u32(window, 1)?;
                // The number is a signed one, and no negative one stands for a function type.
                if window[used - 1] & 0x40 != 0 {
                    return None;
                }
                let shape = self.module.shapes.get(ty as usize)?;
                Some((Block { kind, params: shape.params, results: shape.results, ty }, used))
            }
        }
    }

    /// Whether a block's parameters are its results.
    #[inline(always)]
    fn hands_on(&self, block: Block) -> bool {
        let lists = || self.module.types.get(block.ty as usize).is_some_and(|ty| ty.params == ty.results);
        block.params == block.results && (block.params != MANY || lists())
    }

    /// The list behind a code that is [`MANY`].
    fn list(&self, ty: u32, side: Side) -> Option<&[ValType]> {
        let ty = self.module.types.get(ty as usize)?;
        Some(match side {
            Side::Params => &ty.params,
            Side::Results => &ty.results,
        })
    }

    /// Pops a block's parameters or results.
    #[inline(always)]
    fn pop(&self, stack: &mut Stack<'_>, block: Block, side: Side) -> Option<()> {
        match block.code(side) {
            0 => Some(()),
            MANY => stack.aside(|stack| stack.pop_all(self.list(block.ty, side)?)),
            one => stack.pop(one),
        }
    }

    /// Pushes parameters or results of a type.
    #[inline(always)]
    fn push(&self, stack: &mut Stack<'_>, ty: u32, code: Code, side: Side) -> Option<()> {
        match code {
            0 => Some(()),
            MANY => stack.aside(|stack| {
                stack.push_all(self.list(ty, side)?);
                Some(())
            }),
            one => {
                stack.push(one);
                Some(())
            }
        }
    }

    /// A call of something of this type. Returns the stack slots that it needs.
    #[inline(always)]
    fn call(&self, stack: &mut Stack<'_>, ty: u32) -> Option<u32> {
        let shape = self.module.shapes.get(ty as usize)?;
        if stack.pop_tops(shape.tops, shape.mask, shape.count).is_none() {
            stack.aside(|stack| stack.pop_all(self.list(ty, Side::Params)?))?;
        }
        self.push(stack, ty, shape.results, Side::Results)?;
        Some(shape.stack_slots)
    }
}

/// Looks at the alignment of a load or store. A greater one is wrong, means that more immediates follow, or is written in an odd way.
#[inline(always)]
fn access(window: &Window, effect: Effect) -> Option<()> {
    (window[1] <= effect.number).then_some(())
}

/// Reads a `br_table` behind its opcode. Returns one of its targets, whose types are those of all, and what follows.
#[inline(never)]
fn br_table<'a>(
    mut rest: &'a [u8],
    stack: &mut Stack<'_>,
    facts: &mut FuncFacts,
) -> Option<(Block, &'a [u8])> {
    facts.branches();
    let others = number(&mut rest)?;
    let depth = number(&mut rest)?;
    let first = stack.target(depth)?;
    facts.branch(depth);
    let (side, code) = (first.label(), first.code(first.label()));
    for _ in 0..others {
        let depth = number(&mut rest)?;
        let target = stack.target(depth)?;
        // Types of targets may differ in unreachable code, and equal ones may be written in different ways. Neither is worth a thought.
        let same = target.code(target.label()) == code
            && (code != MANY || target.ty == first.ty && target.label() == side);
        if !same {
            return None;
        }
        facts.branch(depth);
    }
    Some((first, rest))
}
