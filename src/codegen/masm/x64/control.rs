//! Frames, jumps, calls and traps.
//!
//! The stack pointer moves in the prologue only: saved general registers are pushed, saved floats and slots are written below, at
//! distances from the frame pointer. A leaf function with few of them writes them to the red zone below its stack pointer: our own signal handlers
//! run on a stack of their own, but an embedder's may not.

use super::super::{FrameShape, Label, Mem, Reg, Slot, Src, Width};
use super::encode::{Cc, Op, R11, RBP, RBX, REX_W, RSP, X15, alu, imm32, op};
use super::{X64, jumps};
use beeline_abi::TrapCode;
use beeline_abi::sites::Kind;
use beeline_abi::vm::{FUNCREF_CODE, FUNCREF_SIG, FUNCREF_VMCTX, MAX_UNCHECKED_FRAME, STACK_LIMIT};
use dynasmrt::{DynasmApi, dynasm};

/// Tables of at most this many targets are chains of comparisons: those are shorter than the dispatch and its entries.
const MAX_CHAIN: usize = 5;

/// Bytes below the stack pointer that signal handlers leave alone (System V ABI for AMD64, 3.2.2).
const RED_ZONE: u64 = 128;

/// More slots than this are zeroed by a loop.
const MAX_ZERO_STORES: u32 = 12;

impl X64 {
    pub(super) fn relocated(&mut self, label: Label, kind: u8) {
        let from = self.code.len();
        self.code.fixup(from - 4, from, label, kind);
    }

    pub(super) fn dispatch(&mut self, index: Reg, targets: &[Label]) {
        let Some((&last, cases)) = targets.split_last() else {
            unreachable!("a table has a default target");
        };
        if targets.len() <= MAX_CHAIN {
            return self.chain(index, last, cases);
        }
        // Validation bounds the number of targets far below this.
        let Ok(count) = i32::try_from(cases.len()) else { return self.code.set_overflowed() };
        self.alu_ri(alu::CMP, 0, index, count);
        self.jump_cc(Cc::AE, last);
        let lists = self.code.shares_targets(cases);
        let label = if lists { self.code.jump_list(cases) } else { self.code.table(cases) };
        // lea r11, [rip + table]
        self.plain_i(Op::one(0x8d), 0x0c, 0x1d, 5);
        self.relocated(label, jumps::REL32);
        if lists {
            // A jump has 5 bytes.
            self.rm(op::LEA, REX_W, index, Mem { base: index, index: Some(index), scale: 2, disp: 0 });
        } else {
            self.rm(op::MOVSXD, REX_W, index, Mem { base: R11, index: Some(index), scale: 2, disp: 0 });
        }
        self.alu_rr(alu::ADD, REX_W, R11, index);
        dynasm!(self.code ; .arch x64 ; jmp r11);
    }

    fn emit_jump_lists(&mut self) {
        for n in 0.. {
            let Some(targets) = self.code.begin_jump_list(n) else { break };
            for at in targets {
                let target = self.code.table_target(at);
                // As long as any other, because where it is is computed.
                self.plain_i(Op::one(0xe9), 0, 0, 4);
                self.relocated(target, jumps::REL32);
            }
        }
    }

    /// Two targets for each comparison with an odd number.
    fn chain(&mut self, index: Reg, last: Label, cases: &[Label]) {
        for (i, pair) in cases.chunks(2).enumerate() {
            match *pair {
                [below, equal] => {
                    self.alu_ri(alu::CMP, 0, index, 2 * i as i32 + 1);
                    self.jump_cc(Cc::B, below);
                    self.jump_cc(Cc::E, equal);
                }
                [equal] if i == 0 => {
                    self.rr(op::TEST_M, 0, index, index);
                    self.jump_cc(Cc::E, equal);
                }
                _ => {
                    self.alu_ri(alu::CMP, 0, index, 2 * i as i32);
                    self.jump_cc(Cc::E, pair[0]);
                }
            }
        }
        self.jump(last);
    }

    pub(super) fn finish(&mut self) {
        self.emit_slow();
        let stubs = std::mem::take(&mut self.code.stubs);
        for stub in &stubs {
            self.bind_label(stub.label);
            let at = self.code.len();
            self.code.site_for(at, stub.wasm, Kind::Trap(stub.code));
            self.ud2();
        }
        self.code.stubs = stubs;
        self.emit_jump_lists();
        self.settle_jumps();
        if i32::try_from(self.code.bytes().len()).is_err() {
            self.code.set_overflowed();
        }
    }

    /// What is subtracted from the stack pointer below the pushed registers.
    fn moved(&mut self, frame: &FrameShape) -> i32 {
        let pushed = 8 * u64::from(frame.saved.general().len());
        let below = 8 * u64::from(frame.saved.floats().len()) + u64::from(frame.size);
        if frame.leaf && below <= RED_ZONE {
            return 0;
        }
        let bytes = (pushed + below).next_multiple_of(16) - pushed;
        i32::try_from(bytes).unwrap_or_else(|_| {
            self.code.set_overflowed();
            0
        })
    }

    pub(super) fn enter(&mut self, frame: &FrameShape) {
        dynasm!(self.code ; .arch x64 ; push rbp ; mov rbp, rsp);
        let whole = frame.saved_bytes().saturating_add(frame.size);
        if whole > MAX_UNCHECKED_FRAME {
            let Ok(whole) = i32::try_from(whole) else { return self.code.set_overflowed() };
            dynasm!(self.code ; .arch x64 ; mov r11, rsp);
            self.alu_ri(alu::SUB, REX_W, R11, whole);
            self.trap_cc(Cc::B, TrapCode::StackOverflow);
            self.alu_rm(alu::CMP, REX_W, R11, Mem::new(RBX, -(STACK_LIMIT as i32)));
            self.trap_cc(Cc::B, TrapCode::StackOverflow);
        }
        for reg in frame.saved.general().iter() {
            self.plus_r(0x50, 0, reg, 0, 0);
        }
        let moved = self.moved(frame);
        if moved != 0 {
            self.alu_ri(alu::SUB, REX_W, RSP, moved);
        }
        self.frame_bytes = moved.saturating_add(8 * frame.saved.general().len() as i32);
        for (slot, reg) in saved_floats(frame) {
            self.float_store(Width::W64, reg, self.at(slot));
        }
    }

    pub(super) fn leave(&mut self, frame: &FrameShape) {
        for (slot, reg) in saved_floats(frame) {
            self.load_word(Width::W64, reg, self.at(slot));
        }
        let general = frame.saved.general();
        let moved = self.moved(frame);
        if moved != 0 {
            if frame.leaf && general.is_empty() {
                dynasm!(self.code ; .arch x64 ; leave ; ret);
                return;
            }
            // `leave`, or `lea` of what rbp points to, is shorter, but makes each return wait for the one before, whose `pop rbp` comes from memory: a recursion of few
            // instructions takes 1.4 times as long with it.
            self.alu_ri(alu::ADD, REX_W, RSP, moved);
        }
        for reg in general.iter().rev() {
            self.plus_r(0x58, 0, reg, 0, 0);
        }
        dynasm!(self.code ; .arch x64 ; pop rbp ; ret);
    }

    pub(super) fn clear_slots(&mut self, lowest: Slot, count: u32) {
        if count == 0 {
            return;
        }
        if count == 1 {
            return self.store_imm(Width::W64, self.at(lowest), 0, false);
        }
        self.float_zero(X15);
        let mut at = lowest.0;
        if !count.is_multiple_of(2) {
            self.float_store(Width::W64, X15, self.at(Slot(at)));
            at += 8;
        }
        let bytes = 16 * i64::from(count / 2);
        if count <= MAX_ZERO_STORES {
            for pair in (0..bytes as i32).step_by(16) {
                self.rm(op::MOVUPS_M, 0, X15, self.at(Slot(at + pair)));
            }
            return;
        }
        // r11 counts up to zero, relative to the end.
        let (Ok(end), Some(start)) = (i32::try_from(i64::from(at) + bytes), imm32(-bytes)) else {
            return self.code.set_overflowed();
        };
        self.move_imm(Width::W64, R11, start.into());
        let again = self.code.new_label();
        self.code.bind(again);
        self.rm(op::MOVUPS_M, 0, X15, Mem { base: RBP, index: Some(R11), scale: 0, disp: end });
        dynasm!(self.code ; .arch x64 ; add r11, BYTE 16);
        self.jump_cc(Cc::NE, again);
    }

    pub(super) fn call_site(&mut self) {
        let at = self.code.len();
        self.code.site(at, Kind::Call);
    }

    pub(super) fn call(&mut self, func: u32) {
        self.plain_i(Op::one(0xe8), 0, 0, 4);
        let at = self.code.len() - 4;
        self.code.call(at, func);
        self.call_site();
    }

    /// A direct call with its distance filled in. Text of 2 GiB and more is refused, so that all is within reach.
    pub(super) fn patch_call(field: &mut [u8], distance: i64) -> bool {
        // Distances count from the end of the field, which is the end of the instruction.
        let (Ok(distance), Some(bytes)) = (i32::try_from(distance - 4), field.first_chunk_mut()) else {
            return false;
        };
        *bytes = distance.to_le_bytes();
        true
    }

    pub(super) fn call_mem(&mut self, mem: Mem) {
        self.rm(op::GROUP5, 0, Reg(2), mem);
        self.call_site();
    }

    pub(super) fn check_signature(&mut self, funcref: Reg, sig: Src) {
        let mem = Mem::new(funcref, FUNCREF_SIG as i32);
        let at = self.code.len();
        self.code.site(at, Kind::Trap(TrapCode::IndirectCallToNull));
        match sig {
            Src::Imm(imm) => self.alu_mi(alu::CMP, 0, mem, imm as i32),
            Src::Reg(reg) => self.rm(Op::one(alu::CMP << 3 | 1), 0, reg, mem),
            Src::Slot(_) => unreachable!("a signature is an immediate or in a register"),
        }
        self.trap_cc(Cc::NE, TrapCode::BadSignature);
    }

    pub(super) fn call_checked(&mut self, funcref: Reg, saved_p: Slot) {
        self.rm(Op::one(alu::CMP << 3 | 1), REX_W, RBX, Mem::new(funcref, FUNCREF_VMCTX as i32));
        let back = self.jump_slow(Cc::NE, super::slow::Slow::CallOther { funcref, saved_p });
        self.call_mem(Mem::new(funcref, FUNCREF_CODE as i32));
        self.code.bind(back);
    }
}

/// The saved float registers and where they lie.
fn saved_floats(frame: &FrameShape) -> impl Iterator<Item = (Slot, Reg)> + use<> {
    let general = frame.saved.general().len() as i32;
    frame.saved.floats().iter().enumerate().map(move |(i, reg)| (Slot(-8 * (general + 1 + i as i32)), reg))
}
