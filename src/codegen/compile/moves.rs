//! Parallel moves: values to fixed registers as if all moved at once. Used for arguments of calls, results, and parameters in the prologue.
//!
//! Register-to-register moves come first, in an order in which no source is overwritten before it is read; what is left then are cycles, which
//! swaps resolve. Constants and slots are loaded last: they cannot be overwritten by moves, and nothing reads the old value of their targets any more.
//! There are at most as many moves as parameter registers, so the quadratic search is bounded by the machine.

use super::func::Emitter;
use super::operand::Value;
use crate::masm::{Masm, OutSlot, Reg};
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

/// More than the parameter registers and homes of any ISA.
const MAX: usize = 40;

/// A list of moves to be done at once; targets are distinct.
#[derive(Clone, Debug)]
pub struct Moves {
    list: [Option<Move>; MAX],
    len: usize,
}

impl Default for Moves {
    fn default() -> Self {
        Self { list: [None; MAX], len: 0 }
    }
}

impl Moves {
    /// Adds a move.
    pub fn push(&mut self, dst: Reg, value: Value, ty: ValType) {
        self.list[self.len] = Some(Move { dst, value, ty });
        self.len += 1;
    }
}

impl<M: Masm> Emitter<'_, M> {
    /// Emits the moves.
    pub fn emit_moves(&mut self, moves: Moves) {
        let mut pending: [Option<Move>; MAX] = [None; MAX];
        let mut count = 0;
        for m in moves.list[..moves.len].iter().flatten() {
            if m.value.reg().is_some_and(|src| src != m.dst) {
                pending[count] = Some(*m);
                count += 1;
            }
        }
        while count > 0 {
            let reads = |reg: Reg, except: usize| {
                pending[..count]
                    .iter()
                    .enumerate()
                    .any(|(i, m)| i != except && m.is_some_and(|m| m.value.reg() == Some(reg)))
            };
            let ready = (0..count).find(|&i| pending[i].is_some_and(|m| !reads(m.dst, i)));
            // With none ready all are in cycles: a swap puts one value where it belongs.
            let i = ready.unwrap_or(0);
            let Some(m) = pending[i] else { break };
            let Some(src) = m.value.reg() else { break };
            if ready.is_some() {
                self.load(m.dst, m.value, m.ty);
            } else {
                self.m.swap(m.dst, src);
                for other in pending[..count].iter_mut().flatten() {
                    if other.value.reg() == Some(m.dst) {
                        other.value = Value::Temp(src);
                    } else if other.value.reg() == Some(src) {
                        other.value = Value::Temp(m.dst);
                    }
                }
            }
            pending[i] = pending[count - 1];
            count -= 1;
            // A swap may have put other values in place as well.
            let mut kept = 0;
            for j in 0..count {
                if pending[j].is_some_and(|m| m.value.reg() != Some(m.dst)) {
                    pending[kept] = pending[j];
                    kept += 1;
                }
            }
            count = kept;
        }
        for m in moves.list[..moves.len].iter().flatten() {
            if m.value.reg().is_none() {
                self.load(m.dst, m.value, m.ty);
            }
        }
    }

    /// Copies a value to a slot of the outgoing stack area: all 64 bits, whatever the type, for the high half of 32 bits is undefined in a slot.
    pub fn store_out(&mut self, slot: u32, value: Value) {
        self.m.mov_ox(OutSlot(slot), value.src());
    }
}
