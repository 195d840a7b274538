//! Out-of-line code: what rarely runs, emitted at the function's end so that the common path falls through.
//!
//! [`X64::jump_slow`] emits the jump and returns the label to bind behind the common path; `X64::end_function` emits the rest, each piece
//! for the operator that asked for it.

use super::super::{Label, Mem, Reg, Slot, Width};
use super::X64;
use super::convert::Truncation;
use super::encode::{Cc, R11, RAX, RBX, RDX, REX_W, RSP, alu, op, rex_w};
use beeline_abi::TrapCode;
use beeline_abi::vm::{FUNCREF_CODE, FUNCREF_VMCTX};

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
        let enter = self.code.new_label();
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
            self.code.bind(enter);
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
                    self.call_other(funcref, saved_p);
                    self.rm(op::MOV, REX_W, RBX, saved_p.mem());
                }
            }
            self.jump(back);
        }
        self.slow = list;
    }

    /// r11 = P, rbx = the callee's P, and the call.
    fn call_other(&mut self, funcref: Reg, saved_p: Slot) {
        let (code, vmctx) = (Mem::new(funcref, FUNCREF_CODE as i32), Mem::new(funcref, FUNCREF_VMCTX as i32));
        if funcref != R11 {
            self.rr(op::MOV, REX_W, R11, RBX);
            self.rm(op::MOV, REX_W, RBX, vmctx);
            return self.call_mem(code);
        }
        // No register is left for the address. It goes where the call will push its return address: nothing else writes there.
        let below = Mem::new(RSP, -8);
        self.rm(op::MOV, REX_W, RBX, code);
        self.rm(op::MOV_M, REX_W, RBX, below);
        self.rm(op::MOV, REX_W, RBX, vmctx);
        self.rm(op::MOV, REX_W, R11, saved_p.mem());
        self.call_mem(below);
    }

    /// Jumps to a trap if `cc` holds.
    pub(super) fn trap_cc(&mut self, cc: Cc, code: TrapCode) {
        let stub = self.code.stub(code);
        self.jump_cc(cc, stub);
    }
}
