//! Registers with locals at labels that control reaches on one way only.
//!
//! Where nothing meets there is nothing to agree about: such a label begins with the registers that the branch to it left ([`Emitter::keep`],
//! [`Emitter::resume`]). These are the arms of an `if`, and what compilers of unoptimised code lay out as `block … br 0 … end`, a jump to each basic
//! block. Which ways there are is counted as in pass 1, which relies on it: a local that it found not exposed may be nowhere but in a register here.
//!
//! A label that takes values along begins with none: its values' registers are fixed. At most [`KEPT`] labels at a time have registers kept for
//! them. Behind any other, as where there are more than [`MAX`] registers, locals are in their slots.
//!
//! Brings, with the locals that need no zero for it, in CPU time: `fib` of unoptimised Rust 0.89, a fifth of whose text goes. Costs 1.8 % of the instructions of compiling CPython, pass 1
//! included, and no time that could be measured.

use super::blocks::Kind;
use super::func::Emitter;
use crate::masm::{Masm, Reg, RegSet};

/// How many labels have registers kept for them at a time.
const KEPT: usize = 64;

/// How many registers are kept for a label.
const MAX: usize = 16;

/// Registers with locals.
#[derive(Clone, Copy, Debug)]
struct Regs {
    locals: [(Reg, u32); MAX],
    len: u8,
    /// Those whose local's slot does not have the value.
    dirty: RegSet,
}

/// What is kept for open blocks.
#[derive(Debug)]
pub struct Kept {
    regs: Vec<Regs>,
    /// Which of them are free, a bit each.
    free: u64,
}

impl Default for Kept {
    fn default() -> Self {
        let none = Regs { locals: [(Reg(0), 0); MAX], len: 0, dirty: RegSet::default() };
        Self { regs: vec![none; KEPT], free: u64::MAX }
    }
}

impl Kept {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.free = u64::MAX;
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.free == u64::MAX
    }
}

/// What is known of the locals on one way to a label.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// Which of [`Kept`], if any.
    kept: Option<u8>,
    /// Locals whose values are nowhere.
    #[cfg(debug_assertions)]
    lost: u64,
}

impl Way {
    /// Locals that are not exposed are nowhere, all others in their slots.
    pub const NOTHING: Self = Self {
        kept: None,
        #[cfg(debug_assertions)]
        lost: u64::MAX,
    };
}

/// How many ways lead to a label, other than from above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ways {
    /// Not one.
    None,
    /// That of the operator with this number.
    One(u32),
    /// Several.
    Many,
}

impl<M: Masm> Emitter<'_, M> {
    /// The next operator goes to its labels on a way of its own.
    pub fn next_way(&mut self) {
        self.way += 1;
    }

    /// Control goes to the end of open block `at` on the present way. Exposed locals have been stored.
    #[inline]
    pub fn go_to(&mut self, at: usize) {
        let block = &mut self.blocks[at];
        match block.ways {
            Ways::None => {
                block.ways = Ways::One(self.way);
                if cfg!(debug_assertions) || !self.regs.cached().is_empty() {
                    self.keep_for(at);
                }
            }
            Ways::One(way) if way == self.way => {}
            Ways::One(_) => {
                block.ways = Ways::Many;
                let way = std::mem::replace(&mut block.end, Way::NOTHING);
                self.discard(way);
            }
            Ways::Many => {}
        }
    }

    #[inline(never)]
    fn keep_for(&mut self, at: usize) {
        let block = self.blocks[at];
        let is_label = !matches!(block.kind, Kind::Loop | Kind::Func);
        if is_label && block.label_types(self.module).is_empty() {
            self.blocks[at].end = self.keep();
        }
    }

    /// Keeps the registers with locals for a label that control goes to from here.
    #[inline]
    pub fn keep(&mut self) -> Way {
        let kept = if self.regs.cached().is_empty() { None } else { self.keep_registers() };
        Way {
            kept,
            #[cfg(debug_assertions)]
            lost: self.lost,
        }
    }

    #[inline(never)]
    fn keep_registers(&mut self) -> Option<u8> {
        if self.kept.free == 0 {
            self.write_back_dirty();
            return None;
        }
        let at = self.kept.free.trailing_zeros() as usize;
        self.kept.free &= self.kept.free - 1;
        let mut len = 0;
        for reg in self.regs.cached().iter() {
            let local = self.regs.local(reg);
            if self.locals[local as usize].left == 0 {
                continue;
            }
            if len == MAX {
                self.write_back_one(reg);
                continue;
            }
            self.kept.regs[at].locals[len] = (reg, local);
            len += 1;
        }
        let kept = &mut self.kept.regs[at];
        (kept.len, kept.dirty) = (len as u8, self.regs.dirty());
        Some(at as u8)
    }

    /// Behind a label that control reaches on one way only, on which the registers were kept. None has a local or a value.
    #[inline]
    pub fn resume(&mut self, way: Way) {
        #[cfg(debug_assertions)]
        {
            self.lost = way.lost;
        }
        if let Some(at) = way.kept {
            self.resume_registers(at);
            self.discard(way);
        }
    }

    #[inline(never)]
    fn resume_registers(&mut self, at: u8) {
        for n in 0..self.kept.regs[usize::from(at)].len {
            let kept = &self.kept.regs[usize::from(at)];
            let (reg, index) = kept.locals[usize::from(n)];
            let dirty = kept.dirty.contains(reg);
            // What has been read for the last time meanwhile, in the text, is not read again.
            if self.locals[index as usize].left > 0 {
                self.cache(reg, index);
                if !dirty {
                    self.regs.clean(RegSet::of(&[reg]));
                }
            }
        }
    }

    /// Registers that were kept are not needed.
    #[inline]
    pub fn discard(&mut self, way: Way) {
        if let Some(at) = way.kept {
            self.kept.free |= 1 << at;
        }
    }
}
