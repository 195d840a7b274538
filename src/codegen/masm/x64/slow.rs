//! Out-of-line code: what rarely runs, emitted at the function's end so that the common path falls through.
//!
//! [`X64::jump_slow`] emits the jump and returns the label to bind behind the common path; `X64::end_function` emits the rest, each piece
//! for the operator that asked for it.

use super::super::{Label, Reg, Slot, Width};
use super::convert::Truncation;
use super::encode::{Cc, Op, R11, RAX, RBX, RDX, REX_W, alu, op, rex_w};
use super::{X64, jumps};
use beeline_abi::TrapCode;
use beeline_abi::vm::{FUNCREF_CODE, FUNCREF_VMCTX};
use dynasmrt::{DynasmApi, dynasm};

/// What to do out of line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slow {
    /// Division of rax by -1.
    Negate { width: Width },
    /// Remainder of a division by -1, in rdx.
    ZeroRemainder,
    /// Conversion of a number with the top bit set.
    UnsignedToFloat { to: Width, dst: Reg, src: Reg },
    /// Conversion of a float that the instruction could not convert, or perhaps could not.
    FloatToInt(Truncation),
    /// Call of a function of another instance.
    CallOther { funcref: Reg, saved_p: Slot },
}

/// A piece of out-of-line code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pending {
    slow: Slow,
    enter: Label,
    back: Label,
    /// Offset of the operator in the module.
    wasm: u32,
}

impl X64 {
    /// Jumps out of line if `cc` holds. The label returned is where that code comes back to.
    pub(super) fn jump_slow(&mut self, cc: Cc, slow: Slow) -> Label {
        let enter = self.code.new_label_at_end();
        let back = self.code.new_label();
        let wasm = self.code.wasm_offset();
        self.slow.push(Pending { slow, enter, back, wasm });
        self.jump_cc(cc, enter);
        back
    }

    /// Emits all that was put off.
    pub(super) fn emit_slow(&mut self) {
        let mut list = std::mem::take(&mut self.slow);
        for Pending { slow, enter, back, wasm } in list.drain(..) {
            self.code.set_wasm_offset(wasm);
            self.bind_label(enter);
            match slow {
                Slow::Negate { width } => {
                    self.ext_r(op::GROUP3, rex_w(width), 3, RAX);
                    self.trap_cc(Cc::O, TrapCode::IntegerOverflow);
                }
                Slow::ZeroRemainder => self.alu_rr(alu::XOR, 0, RDX, RDX),
                Slow::UnsignedToFloat { to, dst, src } => self.big_unsigned_to_float(to, dst, src),
                Slow::FloatToInt(which) => {
                    if self.slow_float_to_int(which, back) {
                        continue;
                    }
                }
                Slow::CallOther { funcref, saved_p } => {
                    self.call_other(funcref);
                    self.rm(op::MOV, REX_W, RBX, self.at(saved_p));
                }
            }
            self.jump(back);
        }
        self.slow = list;
        self.emit_call_other();
    }

    /// Calls with r11 = P and rbx = the callee's P, by way of code that all such calls of the function share.
    fn call_other(&mut self, funcref: Reg) {
        self.copy(Width::W64, R11, funcref);
        let shared = match self.call_other {
            Some(label) => label,
            None => *self.call_other.insert(self.code.new_label()),
        };
        self.plain_i(Op::one(0xe8), 0, 0, 4);
        self.relocated(shared, jumps::REL32);
        self.call_site();
    }

    /// The shared code: the funcref is in r11, and no register is left for the address of its code. It goes to the stack, and is read from
    /// below the stack pointer, where only the callee will write.
    fn emit_call_other(&mut self) {
        let Some(label) = self.call_other else { return };
        self.code.bind(label);
        dynasm!(self.code ; .arch x64
            ; xchg r11, rbx
            ; push QWORD [BYTE rbx + FUNCREF_CODE as i8]
            ; mov rbx, [BYTE rbx + FUNCREF_VMCTX as i8]
            ; add rsp, 8
            ; jmp QWORD [rsp - 8]
        );
    }

    /// Jumps to a trap if `cc` holds.
    pub(super) fn trap_cc(&mut self, cc: Cc, code: TrapCode) {
        let stub = self.code.stub(code);
        self.jump_cc(cc, stub);
    }
}
