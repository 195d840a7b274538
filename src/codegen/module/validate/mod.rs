//! Pass 1: a body is found valid, and [`FuncFacts`] are gathered on the way, a few instructions per operator, O(1) each.
//!
//! There are two validators. [`quick`] is our own: it accepts almost every valid body and never says why it does not accept one. [`observer`] is
//! wasmparser's, which looks at what the quick one has given up on, once more from the start; its verdict and its message stand. So rare encodings, most limits
//! and all diagnostics are wasmparser's alone. A body that is given up on costs at most one more look.
//!
//! *Why*: wasmparser's validation was nearly half of a compile. Of 1,088 million instructions for CPython (5 MB of code), it took 511 with the observer;
//! the quick one takes 112, not quite a quarter of those of a compile now, and a quarter of its time. Much of what is left is jumps that cannot be foreseen, but tables that do plain
//! operators without jumps were no faster: an operator takes 51 instructions, the jump included. Nor are jumps spared by doing each `local.get` that may be in front of an
//! operator without a branch: what the operator is then waits for where it is, and validation takes 1.5 times as long.
//!
//! *What keeps it honest*: to accept a body that is invalid is the worst it can do, for the decoder of pass 2 reads without checks. Debug builds and tests
//! let wasmparser look at every accepted body as well ([`confirm`]): it must accept it, too, and find the same facts. `tests` has each rule of validation, every
//! operator above every small stack, and changed bodies by the ten thousands.
//!
//! *A new proposal* needs nothing here: a feature that `KNOWN` (in [`quick`]) does not name leaves all bodies to wasmparser. To have them validated quickly again, look
//! at everything that the feature lets be valid or gives another meaning (memory indices, types of addresses, subtypes), write its operators
//! into [`effects`] or [`rare`] unless they may as well be left to wasmparser, and name it there.
//!
//! A module is free to declare 50,000 locals in five bytes, so nothing here or in emission may touch every declared local: facts are kept only for locals that the body
//! names, in a table that is cleared through the list of those.

#![forbid(unsafe_code)]

#[cfg(any(test, debug_assertions))]
mod confirm;
mod effects;
mod observer;
mod paths;
mod quick;
mod rare;
mod shape;
mod stack;
#[cfg(test)]
mod tests;
mod window;

use super::Module;
use crate::error::Result;
use beeline_abi::types::ValType;
use paths::{Label, Sets};
pub use shape::Shape;
use stack::BlockKind;
use wasmparser::{FuncToValidate, FuncValidatorAllocations, FunctionBody, WasmModuleResources};

/// Accesses: their number in the lower bits, and in those above the sum of their weights, so that one addition counts both. A body has at most 7,654,321 bytes, and so
/// fewer accesses than that, of weights up to 4096: neither sum leaves its bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts(u64);

impl Counts {
    const BITS: u32 = 24;

    /// One access of this weight.
    fn one(weight: u32) -> Self {
        Self(u64::from(weight) << Self::BITS | 1)
    }

    fn weight(self) -> u64 {
        self.0 >> Self::BITS
    }

    fn number(self) -> u64 {
        self.0 & ((1 << Self::BITS) - 1)
    }
}

/// What is known of a local before its function is emitted.
#[derive(Clone, Copy, Debug)]
pub struct LocalFacts {
    /// Its type; `None` if the body does not name it.
    pub ty: Option<ValType>,
    /// Accesses by their number, and by their weight.
    counts: Counts,
    /// Whether its initial zero may be read.
    pub needs_zero: bool,
    /// Whether it is read behind a label without having been written since.
    pub exposed: bool,
    /// While observing, for locals that [`Sets`] do not tell about: may still have its initial zero, as parameters never do, nor other locals that were
    /// set on every path to here since the start of an enclosing block.
    unset: bool,
    /// While observing, for the same locals: the stretch between two labels in which it was set last.
    stretch: u32,
}

impl LocalFacts {
    /// Accesses, each counted as 8 to the power of the depth of loops around it (at most 4), or the greatest number.
    pub fn weight(&self) -> u32 {
        u32::try_from(self.counts.weight()).unwrap_or(u32::MAX)
    }

    /// Accesses in the text.
    pub fn accesses(&self) -> u32 {
        self.counts.number() as u32
    }
}

const UNUSED: LocalFacts =
    LocalFacts { ty: None, counts: Counts(0), needs_zero: false, exposed: false, unset: true, stretch: 0 };

/// What is known of a function before it is emitted.
#[derive(Debug, Default)]
pub struct FuncFacts {
    /// Facts of locals by index; may be shorter than the list of locals.
    pub locals: Vec<LocalFacts>,
    /// The locals that the body names, in the order of first mention.
    pub named: Vec<u32>,
    /// Whether anything is called, the runtime included.
    pub calls: bool,
    /// Whether a call may leave the instance.
    pub leaves: bool,
    /// Whether memory is accessed.
    pub memory: bool,
    /// Greatest height of the operand stack.
    pub max_height: u32,
    /// Stack slots that the calls need.
    pub out_slots: u32,
    /// Of each block, in the order of their starts.
    pub ends: Vec<BlockEnds>,
    control: Vec<Control>,
    set_locals: Vec<u32>,
    /// What an access here counts.
    one: Counts,
    /// What has been written on the paths to here.
    here: Sets,
    /// Locals that are read where they are in these sets.
    read: Sets,
    /// Whether control may come here.
    reachable: bool,
    /// Counts operators that branch, each of which goes to a label on one way.
    ways: u32,
    /// Counts stretches of code that control enters at the front only. The parameters are set in the first, number 0.
    stretch: u32,
}

/// Where the operators are that end a block, in bytes from the function's first operator.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct BlockEnds {
    /// Of an `if`, its `else`, or its `end` if it has none.
    pub otherwise: u32,
    /// Its `end`; [`Self::DEAD_END`] if only branches go there, and the program does not go on from there.
    pub end: u32,
}

impl BlockEnds {
    /// See [`Self::end`].
    pub const DEAD_END: u32 = u32::MAX;
}

/// Whether operators do nothing but `unreachable`, perhaps behind a call, whose arguments are constants and locals: then it does not return. They need not have been found valid.
#[cold]
#[inline(never)]
fn is_dead_end(mut operators: &[u8]) -> bool {
    /// The most operators that are looked at.
    const MOST: usize = 8;
    for _ in 0..MOST {
        let Some((&op, rest)) = operators.split_first() else { return false };
        // unreachable
        if op == 0x00 {
            return true;
        }
        // A number has at most ten bytes.
        let immediate = rest.iter().take(9).take_while(|&&byte| byte >= 0x80).count() + 1;
        let Some(behind) = rest.get(immediate..) else { return false };
        match op {
            // call
            0x10 => return behind.first() == Some(&0x00),
            // local.get, i32.const, i64.const
            0x20 | 0x41 | 0x42 => operators = behind,
            _ => return false,
        }
    }
    false
}

/// A block that is open while observing.
#[derive(Clone, Copy, Debug)]
struct Control {
    /// Where it is in `ends`.
    number: u32,
    /// What an access outside counts.
    one: Counts,
    /// How many of `set_locals` were set before it.
    set_locals: u32,
    /// What it is. An `if` is a block from its `else` on.
    kind: BlockKind,
    /// Whether branches to its end take values along.
    carries: bool,
    /// Its end, as far as branches go there.
    end: Label,
    /// Of an `if`: what had been written where it starts, and whether control may come there.
    start: Sets,
    starts: bool,
}

/// What a local is that is named for the first time.
#[derive(Clone, Copy)]
struct Declared {
    ty: ValType,
    is_param: bool,
}

impl FuncFacts {
    /// Facts of a local; those of one that is not named if there are none.
    pub fn local(&self, index: u32) -> LocalFacts {
        let mut local = self.locals.get(index as usize).copied().unwrap_or(UNUSED);
        let (unset, stale) = self.read.get(index);
        local.needs_zero |= unset;
        local.exposed |= stale;
        local
    }

    /// Bytes of memory that it holds.
    pub fn bytes(&self) -> usize {
        size_of::<LocalFacts>() * self.locals.capacity()
            + size_of::<Control>() * self.control.capacity()
            + size_of::<u32>() * (self.named.capacity() + self.set_locals.capacity())
            + size_of::<BlockEnds>() * self.ends.capacity()
    }

    fn clear(&mut self, params: usize) {
        for &index in &self.named {
            self.locals[index as usize] = UNUSED;
        }
        self.named.clear();
        self.ends.clear();
        self.control.clear();
        self.set_locals.clear();
        (self.calls, self.leaves, self.memory) = (false, false, false);
        (self.max_height, self.out_slots) = (0, 0);
        self.one = Counts::one(1);
        (self.stretch, self.ways) = (0, 0);
        (self.here, self.read, self.reachable) = (Sets::at_start(params), Sets::default(), true);
    }

    /// Notes a `local.get`. Returns the type of the local; `None` if `declared` gives none. That is asked when a local is named first.
    #[inline]
    fn get(&mut self, index: u32, declared: impl FnOnce() -> Option<Declared>) -> Option<ValType> {
        if index < Sets::LEN {
            self.read.note_read(index, self.here);
            return self.access(index, declared).map(|(_, ty)| ty);
        }
        let stretch = self.stretch;
        let (local, ty) = self.access(index, declared)?;
        local.needs_zero |= local.unset;
        local.exposed |= local.unset | (local.stretch != stretch);
        Some(ty)
    }

    /// Notes a `local.set` or `local.tee`, as [`FuncFacts::get`] does a `local.get`.
    #[inline]
    fn set(&mut self, index: u32, declared: impl FnOnce() -> Option<Declared>) -> Option<ValType> {
        if index < Sets::LEN {
            self.here.write(index);
            return self.access(index, declared).map(|(_, ty)| ty);
        }
        let stretch = self.stretch;
        let (local, ty) = self.access(index, declared)?;
        local.stretch = stretch;
        if local.unset {
            local.unset = false;
            self.set_locals.push(index);
        }
        Some(ty)
    }

    #[inline]
    fn access(
        &mut self,
        index: u32,
        declared: impl FnOnce() -> Option<Declared>,
    ) -> Option<(&mut LocalFacts, ValType)> {
        let known = self.locals.get(index as usize).and_then(|local| local.ty);
        let ty = match known {
            Some(ty) => ty,
            None => self.name(index, declared()?),
        };
        let local = self.locals.get_mut(index as usize)?;
        local.counts.0 += self.one.0;
        Some((local, ty))
    }

    #[cold]
    #[inline(never)]
    fn name(&mut self, index: u32, declared: Declared) -> ValType {
        let at = index as usize;
        if at >= self.locals.len() {
            self.locals.resize(at + 1, UNUSED);
        }
        self.locals[at] = LocalFacts { ty: Some(declared.ty), unset: !declared.is_param, ..UNUSED };
        self.named.push(index);
        declared.ty
    }

    /// Notes the start of a block. `carries` says whether branches to its end take values along.
    fn enter(&mut self, kind: BlockKind, carries: bool) {
        let number = self.ends.len() as u32;
        self.ends.push(BlockEnds::default());
        self.control.push(Control {
            number,
            one: self.one,
            set_locals: self.set_locals.len() as u32,
            kind,
            carries,
            end: Label::default(),
            start: self.here,
            starts: self.reachable,
        });
        if kind == BlockKind::Loop {
            self.stretch += 1;
            self.here.stale = if self.reachable { u64::MAX } else { 0 };
            self.one = Counts::one((8 * self.one.weight() as u32).min(4096));
        }
    }

    /// Notes an `else`, so many bytes behind the first operator.
    fn turn(&mut self, at: u32) {
        self.ways += 1;
        let Some(control) = self.control.last_mut() else { return };
        if self.reachable {
            control.end.reach(self.ways, self.here);
        }
        self.ends[control.number as usize].otherwise = at;
        control.kind = BlockKind::Block;
        (self.here, self.reachable) = (control.start, control.starts);
        let before = control.set_locals as usize;
        self.forget_sets(before);
    }

    /// Notes the end of a block, so many bytes behind the first operator, and in front of these. That of the function is none.
    fn leave(&mut self, at: u32, behind: &[u8]) {
        let Some(control) = self.control.last_mut() else { return };
        let number = control.number;
        let ends = &mut self.ends[number as usize];
        ends.end = at;
        let mut only_branches = false;
        if control.kind == BlockKind::If {
            ends.otherwise = at;
        } else {
            only_branches = !self.reachable && control.end.way != 0;
        }
        self.one = control.one;
        let mut meets = self.reachable | control.carries;
        if control.kind == BlockKind::If && control.starts {
            self.here.unset |= control.start.unset;
            if self.reachable || control.end.way != 0 {
                meets = true;
            } else {
                self.here.stale = control.start.stale;
            }
            control.end.way = u32::MAX;
        }
        if control.end.way != 0 && control.kind != BlockKind::Loop {
            self.here.unset |= control.end.sets.unset;
            // Registers of values that a branch takes along are not for locals.
            self.here.stale = if meets { u64::MAX } else { self.here.stale | control.end.sets.stale };
            self.reachable = true;
        }
        let before = control.set_locals as usize;
        self.control.pop();
        self.forget_sets(before);
        // Last of all, so that no registers are saved for it where it is not called.
        if only_branches {
            self.note_dead_end(number, behind);
        }
    }

    /// Notes whether only branches go to the end of a block, and the program does not go on from there.
    #[inline(never)]
    fn note_dead_end(&mut self, number: u32, behind: &[u8]) {
        if is_dead_end(behind) {
            self.ends[number as usize].end = BlockEnds::DEAD_END;
        }
    }

    /// Notes that the next branches are those of one operator.
    fn branches(&mut self) {
        self.ways += 1;
    }

    /// Notes a branch of this depth. That to the end of the function is none.
    #[inline]
    fn branch(&mut self, depth: u32) {
        let at = self.control.len().wrapping_sub(1).wrapping_sub(depth as usize);
        if let Some(control) = self.control.get_mut(at) {
            control.end.reach(self.ways, self.here);
        }
    }

    /// Notes that what follows cannot be reached.
    #[inline]
    fn end_reach(&mut self) {
        (self.here, self.reachable) = (Sets::default(), false);
    }

    /// Forgets what was set since the start of the block, as its end may be reached around that.
    #[inline]
    fn forget_sets(&mut self, before: usize) {
        self.stretch += 1;
        if self.set_locals.len() > before {
            self.forget_far_sets(before);
        }
    }

    #[inline(never)]
    fn forget_far_sets(&mut self, before: usize) {
        while self.set_locals.len() > before
            && let Some(index) = self.set_locals.pop()
        {
            self.locals[index as usize].unset = true;
        }
    }

    /// Notes a call that needs `slots` stack slots.
    fn call(&mut self, slots: u32, leaves: bool) {
        self.calls = true;
        self.leaves |= leaves;
        self.out_slots = self.out_slots.max(slots);
    }
}

/// What pass 1 needs besides the body; one per worker.
#[derive(Default)]
pub struct Scratch {
    quick: quick::Scratch,
    allocations: FuncValidatorAllocations,
}

/// The operators of a body that has been validated, up to and including its last `end`. The decoder of pass 2 reads them without checks,
/// so nobody but [`validate`] can make any.
#[derive(Clone, Copy, Debug)]
pub struct Operators<'a> {
    bytes: &'a [u8],
    end_offset: u32,
}

impl<'a> Operators<'a> {
    /// No operators.
    pub const NONE: Self = Self { bytes: &[], end_offset: 0 };

    /// Their bytes.
    pub fn bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// Where they end in the module.
    pub fn end_offset(self) -> u32 {
        self.end_offset
    }
}

/// Validates a body and makes `facts` its facts. Returns its operators.
pub fn validate<'a, T: WasmModuleResources>(
    module: &Module<'_>,
    params: &[ValType],
    body: &FunctionBody<'a>,
    to_validate: FuncToValidate<T>,
    facts: &mut FuncFacts,
    scratch: &mut Scratch,
) -> Result<Operators<'a>> {
    let Scratch { quick, allocations } = scratch;
    let start = match quick::validate(module, params, body.as_bytes(), &to_validate, facts, quick) {
        Some(start) => {
            #[cfg(any(test, debug_assertions))]
            confirm::confirm(module, params, body, &to_validate, facts, start);
            start
        }
        None => observer::validate(module, params, body, to_validate, facts, allocations)?,
    };
    Ok(Operators { bytes: &body.as_bytes()[start..], end_offset: body.range().end as u32 })
}
