//! The quick validator: one pass over a body, which it accepts or gives up on, without a reason.
//!
//! The rules are those of the specification (WebAssembly 3.0, 3.4, and the appendix on the algorithm); types are bytes ([`super::stack`]). It never allows more than
//! wasmparser: as many locals, fewer blocks and operands, one way to write an alignment, no subtypes. What is limited before bodies are looked at (their size,
//! how many parameters and results a type has) is none of its business.

use super::effects::{Class, EFFECTS, I32, I64};
use super::shape::{Code, MANY};
use super::stack::{self, Block, BlockKind, Frames, Side, Slots, Stack};
use super::window::{self, WINDOW, Window};
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
    slots: Box<Slots>,
    frames: Frames,
    runs: Vec<Run>,
}

impl Default for Scratch {
    fn default() -> Self {
        Self { slots: stack::slots(), frames: Frames::default(), runs: Vec::new() }
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
    scratch.frames.clear();
    let code = declarations(body, params.len() as u32, &mut scratch.runs)?;
    let checker = Checker {
        module,
        resources: &to_validate.resources,
        locals: Locals { params, runs: &scratch.runs },
        has_memory: !module.memories.is_empty(),
    };
    checker.function(to_validate.ty, code, Stack::new(&mut scratch.slots), &mut scratch.frames, facts)?;
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
    fn function(
        &self,
        ty: u32,
        code: &[u8],
        mut stack: Stack<'_>,
        frames: &mut Frames,
        facts: &mut FuncFacts,
    ) -> Option<()> {
        let results = self.module.shapes.get(ty as usize)?.results;
        stack.open(Block { kind: BlockKind::Block, params: 0, results, ty }, frames)?;
        let (read, stack) = self.operators(code, stack, frames, facts)?;
        if frames.is_empty() {
            return None;
        }
        // Behind the body's last bytes come zeros, so that they can be read by windows as well.
        let last = code.get(read..)?;
        let mut tail = [0; 2 * WINDOW];
        tail.get_mut(..last.len())?.copy_from_slice(last);
        let (read, _) = self.operators(&tail[..last.len() + WINDOW], stack, frames, facts)?;
        (frames.is_empty() && read == last.len()).then_some(())
    }

    /// Looks at operators up to the function's last `end`, or as long as there is a window. Returns the bytes they take.
    fn operators<'st>(
        &self,
        code: &[u8],
        stack: Stack<'st>,
        frames: &mut Frames,
        facts: &mut FuncFacts,
    ) -> Option<(usize, Stack<'st>)> {
        let mut stack = stack.taken();
        let module = self.module;
        let mut rest = code;
        while let Some(window) = rest.first_chunk::<WINDOW>() {
            let op = window[0];
            let effect = EFFECTS[usize::from(op)];
            let used = match effect.class {
                Class::Unreachable => {
                    stack.end_reach(frames)?;
                    facts.end_reach();
                    1
                }
                Class::Nop => 1,
                Class::Block | Class::Loop | Class::If => {
                    let (block, used) = self.block(effect.class, window)?;
                    if block.kind == BlockKind::If {
                        stack.pop(I32, frames)?;
                    }
                    self.pop(&mut stack, block, Side::Params, frames)?;
                    facts.enter(block.kind, block.results != 0);
                    stack.open(block, frames)?;
                    self.push(&mut stack, block.ty, block.code(Side::Params), Side::Params)?;
                    used
                }
                Class::Else => {
                    let block = frames.innermost()?;
                    if block.kind != BlockKind::If {
                        return None;
                    }
                    self.pop(&mut stack, block, Side::Results, frames)?;
                    stack.turn(frames)?;
                    facts.turn();
                    self.push(&mut stack, block.ty, block.code(Side::Params), Side::Params)?;
                    1
                }
                Class::End => {
                    let block = frames.innermost()?;
                    // An `if` without `else` hands its parameters on.
                    if block.kind == BlockKind::If && !self.hands_on(block) {
                        return None;
                    }
                    self.pop(&mut stack, block, Side::Results, frames)?;
                    facts.leave();
                    stack.close(frames)?;
                    self.push(&mut stack, block.ty, block.code(Side::Results), Side::Results)?;
                    if frames.is_empty() {
                        facts.max_height = stack.most();
                        return Some((code.len() - rest.len() + 1, stack));
                    }
                    1
                }
                Class::Br => {
                    let (depth, used) = window::u32(window, 1)?;
                    let target = frames.target(depth)?;
                    self.pop(&mut stack, target, target.label(), frames)?;
                    stack.end_reach(frames)?;
                    facts.branches();
                    facts.branch(depth);
                    facts.end_reach();
                    used
                }
                Class::BrIf => {
                    let (depth, used) = window::u32(window, 1)?;
                    stack.pop(I32, frames)?;
                    let target = frames.target(depth)?;
                    self.pop(&mut stack, target, target.label(), frames)?;
                    self.push(&mut stack, target.ty, target.code(target.label()), target.label())?;
                    facts.branches();
                    facts.branch(depth);
                    used
                }
                Class::BrTable => {
                    stack.pop(I32, frames)?;
                    let (target, behind) = br_table(&rest[1..], frames, facts)?;
                    self.pop(&mut stack, target, target.label(), frames)?;
                    stack.end_reach(frames)?;
                    facts.end_reach();
                    rest = behind;
                    continue;
                }
                Class::Return => {
                    let function = frames.function()?;
                    self.pop(&mut stack, function, Side::Results, frames)?;
                    stack.end_reach(frames)?;
                    facts.end_reach();
                    1
                }
                Class::Call => {
                    let (index, used) = window::u32(window, 1)?;
                    let ty = *module.func_types.get(index as usize)?;
                    let slots = self.call(&mut stack, ty, frames)?;
                    facts.call(slots, index < module.func_imports);
                    used
                }
                Class::CallIndirect => {
                    let (ty, used) = window::u32(window, 1)?;
                    let (table, used) = window::u32(window, used)?;
                    if module.tables.get(table as usize)?.ty != ValType::FuncRef {
                        return None;
                    }
                    stack.pop(I32, frames)?;
                    let slots = self.call(&mut stack, ty, frames)?;
                    facts.call(slots, true);
                    used
                }
                Class::Drop => {
                    stack.pop_any(frames)?;
                    1
                }
                Class::Select => {
                    stack.select(frames)?;
                    1
                }
                Class::LocalGet => {
                    let (index, used) = window::u32(window, 1)?;
                    let ty = facts.get(index, || self.locals.declared(index))?;
                    stack.push(ty as u8)?;
                    used
                }
                Class::LocalSet => {
                    let (index, used) = window::u32(window, 1)?;
                    let ty = facts.set(index, || self.locals.declared(index))?;
                    stack.pop(ty as u8, frames)?;
                    used
                }
                Class::LocalTee => {
                    let (index, used) = window::u32(window, 1)?;
                    let ty = facts.set(index, || self.locals.declared(index))? as u8;
                    stack.apply(ty, 1, ty, frames)?;
                    used
                }
                Class::GlobalGet => {
                    let (index, used) = window::u32(window, 1)?;
                    stack.push(module.globals.get(index as usize)?.ty as u8)?;
                    used
                }
                Class::GlobalSet => {
                    let (index, used) = window::u32(window, 1)?;
                    let global = module.globals.get(index as usize)?;
                    if !global.mutable {
                        return None;
                    }
                    stack.pop(global.ty as u8, frames)?;
                    used
                }
                // A greater alignment is wrong, means that more immediates follow, or is written in an odd way.
                Class::Load | Class::Store if window[1] > effect.number || !self.has_memory => return None,
                Class::Load => {
                    facts.memory = true;
                    stack.apply(I32, 1, effect.ty, frames)?;
                    window::skip_u32(window, 2)?
                }
                Class::Store => {
                    facts.memory = true;
                    stack.store(effect.ty, frames)?;
                    window::skip_u32(window, 2)?
                }
                Class::Const32 => {
                    stack.push(I32)?;
                    window::skip_s32(window, 1)?
                }
                Class::Const64 => {
                    stack.push(I64)?;
                    window::skip_s64(window, 1)?
                }
                Class::Float => {
                    stack.push(effect.ty)?;
                    1 + usize::from(effect.number)
                }
                Class::Numeric => {
                    stack.apply(effect.operand, usize::from(effect.number), effect.ty, frames)?;
                    1
                }
                Class::Rare => stack.aside(|stack| self.rare(op, window, stack, frames, facts))?,
            };
            rest = rest.get(used..)?;
        }
        Some((code.len() - rest.len(), stack))
    }

    /// The block that `block`, `loop` or `if` opens, and the bytes of the operator.
    #[inline(always)]
    fn block(&self, class: Class, window: &Window) -> Option<(Block, usize)> {
        let kind = match class {
            Class::Block => BlockKind::Block,
            Class::Loop => BlockKind::Loop,
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
    fn pop(&self, stack: &mut Stack<'_>, block: Block, side: Side, frames: &Frames) -> Option<()> {
        match block.code(side) {
            0 => Some(()),
            MANY => stack.aside(|stack| stack.pop_all(self.list(block.ty, side)?, frames)),
            one => stack.pop(one, frames),
        }
    }

    /// Pushes parameters or results of a type.
    #[inline(always)]
    fn push(&self, stack: &mut Stack<'_>, ty: u32, code: Code, side: Side) -> Option<()> {
        match code {
            0 => Some(()),
            MANY => stack.aside(|stack| stack.push_all(self.list(ty, side)?)),
            one => stack.push(one),
        }
    }

    /// A call of something of this type. Returns the stack slots that it needs.
    #[inline(always)]
    fn call(&self, stack: &mut Stack<'_>, ty: u32, frames: &Frames) -> Option<u32> {
        let shape = self.module.shapes.get(ty as usize)?;
        if stack.pop_tops(shape.tops, shape.mask, shape.count).is_none() {
            stack.aside(|stack| stack.pop_all(self.list(ty, Side::Params)?, frames))?;
        }
        self.push(stack, ty, shape.results, Side::Results)?;
        Some(shape.stack_slots)
    }
}

/// Reads a `br_table` behind its opcode. Returns one of its targets, whose types are those of all, and what follows.
#[inline(never)]
fn br_table<'a>(mut rest: &'a [u8], frames: &Frames, facts: &mut FuncFacts) -> Option<(Block, &'a [u8])> {
    facts.branches();
    let others = number(&mut rest)?;
    let depth = number(&mut rest)?;
    let first = frames.target(depth)?;
    facts.branch(depth);
    let (side, code) = (first.label(), first.code(first.label()));
    for _ in 0..others {
        let depth = number(&mut rest)?;
        let target = frames.target(depth)?;
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
