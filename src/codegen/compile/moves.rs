//! Parallel moves: values to fixed registers as if all moved at once. Used for arguments of calls, results, and parameters in the prologue.
//!
//! Register-to-register moves come first, in an order in which no source is overwritten before it is read; what is left then are cycles, which
//! swaps resolve. Constants and slots are loaded last: they cannot be overwritten by moves, and nothing reads the old value of their targets any more.
//! There are at most as many moves as parameter registers, so the quadratic search is bounded by the machine.

use super::func::Emitter;
use super::operand::{Value, width};
use crate::masm::{Masm, OutSlot, Reg, RegSet};
use beeline_abi::types::ValType;

/// A move of a value to a register.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    /// Where it goes.
    pub dst: Reg,
    /// What goes there.
    pub value: Value,
    /// The value's type.
    pub ty: ValType,
}

/// Moves to be done at once; targets are distinct. At most as many as there are registers.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// Those from one register to another.
    copies: Vec<Move>,
    /// The registers that they read.
    reads: RegSet,
    /// Those of constants and slots.
    loads: Vec<Move>,
}

impl Moves {
    /// Adds a move.
    #[inline]
    pub fn push(&mut self, dst: Reg, value: Value, ty: ValType) {
        match value.reg() {
            // In its place already.
            Some(src) if src == dst => {}
            Some(src) => {
                self.copies.push(Move { dst, value, ty });
                self.reads.insert(src);
            }
            None => self.loads.push(Move { dst, value, ty }),
        }
    }

    /// Forgets all.
    #[inline]
    pub fn clear(&mut self) {
        self.copies.clear();
        self.loads.clear();
        self.reads = RegSet::default();
    }
}

/// Registers that moves are still to read.
fn sources(moves: &[Move]) -> RegSet {
    let mut sources = RegSet::default();
    moves.iter().filter_map(|m| m.value.reg()).for_each(|reg| sources.insert(reg));
    sources
}

impl<M: Masm> Emitter<'_, M> {
    /// Emits the moves.
    pub fn emit_moves(&mut self) {
        let (mut count, mut reads) = (self.moves.copies.len(), self.moves.reads);
        while count > 0 {
            let mut kept = 0;
            for i in 0..count {
                let m = self.moves.copies[i];
                if reads.contains(m.dst) {
                    self.moves.copies.swap(kept, i);
                    kept += 1;
                } else {
                    self.load(m.dst, m.value, m.ty);
                }
            }
            if kept == count {
                kept = self.turn_cycle(count);
            }
            count = kept;
            if count > 0 {
                reads = sources(&self.moves.copies[..count]);
            }
        }
        for i in 0..self.moves.loads.len() {
            let m = self.moves.loads[i];
            self.load(m.dst, m.value, m.ty);
        }
        self.moves.clear();
    }

    /// With no target free all of the first `count` moves are in cycles, or wait for one: a swap puts the first value where it belongs. Returns how many are
    /// left; those are at the front.
    fn turn_cycle(&mut self, count: usize) -> usize {
        let list = &mut self.moves.copies[..count];
        let Some(&Move { dst, value, .. }) = list.first() else { return 0 };
        let Some(src) = value.reg() else { return 0 };
        self.m.swap(dst, src);
        let mut kept = 0;
        for i in 0..list.len() {
            let value = match list[i].value.reg() {
                Some(reg) if reg == dst => Value::temp(src),
                Some(reg) if reg == src => Value::temp(dst),
                _ => list[i].value,
            };
            list[i].value = value;
            // A swap may put other values in place as well.
            if value.reg() != Some(list[i].dst) {
                list.swap(kept, i);
                kept += 1;
            }
        }
        kept
    }

    /// Copies a value to a slot of the outgoing stack area.
    pub fn store_out(&mut self, slot: u32, value: Value, ty: ValType) {
        self.m.mov_ox(width(ty), OutSlot(slot), value.src());
    }
}
