//! The macro assembler for AArch64.
//!
//! Files by family: `encode` words and fields, `moves`, `int`, `compare`, `float`, `control` (frames, jumps, calls) and `slow`
//! (out-of-line code). This file says which register has which role and maps the trait's methods.
//!
//! Baseline Armv8.0-A. x16, x17, v30 and v31 are free inside every method and hold nothing between methods; x15 is set apart for the caller's P. x18 belongs to
//! the platform and is never touched. There are registers to spare, so parameters of leaf functions stay where they arrive.

#![forbid(unsafe_code)]

mod compare;
mod control;
mod encode;
mod float;
mod int;
mod moves;
mod slow;
#[cfg(test)]
pub mod tests;

use super::{
    Alu, Cmp, CodeBuffer, Constraint, Div, Extend, FloatAlu, FloatUnary, FrameShape, Home, Label, Load, Masm,
    Mem, OutSlot, Reach, Reg, RegFile, RegSet, Shift, Slot, Src, Store, TruncMode, Unary, Width,
};
use crate::Cpu;
use beeline_abi::TrapCode;
use encode::{CALLER_P, P, X17};

/// The macro assembler for AArch64.
#[derive(Debug)]
pub struct Arm64 {
    code: CodeBuffer,
    slow: Vec<slow::Pending>,
    /// How far the current function's jumps have to reach.
    reach: Reach,
    /// Distance from the stack pointer up to the frame pointer; zero before the prologue.
    frame_bytes: i32,
}

/// A save and a restore are one instruction for two registers, an access of a slot is one for each.
const fn home(reg: Reg) -> Home {
    Home { reg, cost: 1 }
}

const HOMES: [Home; 9] = [
    home(Reg(19)),
    home(Reg(20)),
    home(Reg(21)),
    home(Reg(22)),
    home(Reg(23)),
    home(Reg(24)),
    home(Reg(25)),
    home(Reg(26)),
    home(Reg(27)),
];

const FLOAT_HOMES: [Home; 8] = [
    home(Reg::float(8)),
    home(Reg::float(9)),
    home(Reg::float(10)),
    home(Reg::float(11)),
    home(Reg::float(12)),
    home(Reg::float(13)),
    home(Reg::float(14)),
    home(Reg::float(15)),
];

/// x0 to x14.
const TEMPS: RegSet = RegSet(0x7fff);

/// v0 to v7 and v16 to v29.
const FLOAT_TEMPS: RegSet = RegSet(0x3fff_00ff << 32);

const FLOAT_PARAMS: [Reg; 8] = [
    Reg::float(0),
    Reg::float(1),
    Reg::float(2),
    Reg::float(3),
    Reg::float(4),
    Reg::float(5),
    Reg::float(6),
    Reg::float(7),
];

impl Masm for Arm64 {
    const REGS: RegFile = RegFile {
        pinned: P,
        caller_p: CALLER_P,
        caller_p_is_scratch: false,
        temps: TEMPS,
        first_temps: TEMPS,
        homes: &HOMES,
        leaf_homes: &[Reg(2), Reg(3), Reg(4), Reg(5), Reg(6), Reg(7), Reg(8)],
        float_temps: FLOAT_TEMPS,
        float_homes: &FLOAT_HOMES,
        float_leaf_homes: &[
            Reg::float(2),
            Reg::float(3),
            Reg::float(4),
            Reg::float(5),
            Reg::float(6),
            Reg::float(7),
            Reg::float(28),
            Reg::float(29),
        ],
        params: [Reg(0), Reg(1), Reg(2), Reg(3), Reg(4), Reg(5)],
        float_params: FLOAT_PARAMS,
        results: [Reg(0), Reg(1)],
        float_results: [Reg::float(0), Reg::float(1)],
    };
    const MUL_ADD: bool = true;
    const FLOAT_IMMEDIATES: bool = false;
    const MAX_ADD_SHIFT: u32 = 63;
    const CALL_REACH: u32 = control::CALL_REACH;
    const PADDING: u8 = 0;

    fn new(_: Cpu) -> Self {
        Self { code: CodeBuffer::default(), slow: Vec::new(), reach: Reach::Short, frame_bytes: 0 }
    }

    #[inline]
    fn code(&self) -> &CodeBuffer {
        &self.code
    }

    #[inline]
    fn code_mut(&mut self) -> &mut CodeBuffer {
        &mut self.code
    }

    fn begin_function(&mut self, reach: Reach) {
        use dynasmrt::DynasmApi;
        self.slow.clear();
        self.reach = reach;
        self.frame_bytes = 0;
        self.code.align(16, Self::PADDING);
    }

    fn end_function(&mut self) {
        self.finish();
    }

    fn patch_call(field: &mut [u8], distance: i64) -> bool {
        control::patch_call(field, distance)
    }

    fn veneer(distance: i64, out: &mut Vec<u8>) {
        out.extend_from_slice(&control::veneer(distance));
    }

    fn prologue(&mut self, frame: &FrameShape) {
        self.enter(frame);
    }

    fn epilogue(&mut self, frame: &FrameShape) {
        self.leave(frame);
    }

    fn zero_slots(&mut self, lowest: Slot, count: u32) {
        self.clear_slots(lowest, count);
    }

    #[inline]
    fn mov_rr(&mut self, width: Width, dst: Reg, src: Reg) {
        self.move_reg(width, dst, src);
    }

    #[inline]
    fn mov_ri(&mut self, width: Width, dst: Reg, imm: i64) {
        self.move_imm(width, dst, imm);
    }

    #[inline]
    fn mov_rs(&mut self, width: Width, dst: Reg, src: Slot) {
        self.load_word(width, dst, self.at(src));
    }

    #[inline]
    fn mov_sx(&mut self, width: Width, dst: Slot, src: Src) {
        self.store_word(width, self.at(dst), src);
    }

    #[inline]
    fn fmov_ff(&mut self, _: Width, dst: Reg, src: Reg) {
        self.float_copy(dst, src);
    }

    fn fmov_fi(&mut self, width: Width, dst: Reg, bits: u64) {
        self.float_imm(width, dst, bits);
    }

    #[inline]
    fn fmov_fs(&mut self, width: Width, dst: Reg, src: Slot) {
        self.load_word(width, dst, self.at(src));
    }

    #[inline]
    fn fmov_sf(&mut self, width: Width, dst: Slot, src: Reg) {
        self.store_word(width, self.at(dst), Src::Reg(src));
    }

    fn mov_rf(&mut self, width: Width, dst: Reg, src: Reg) {
        self.float_to_bits(width, dst, src);
    }

    fn mov_fr(&mut self, width: Width, dst: Reg, src: Reg) {
        self.bits_to_float(width, dst, src);
    }

    fn swap(&mut self, a: Reg, b: Reg) {
        self.exchange(a, b);
    }

    fn mov_ss(&mut self, width: Width, dst: Slot, src: Slot) {
        self.store_word(width, self.at(dst), Src::Slot(src));
    }

    fn mov_ox(&mut self, width: Width, dst: OutSlot, src: Src) {
        let src = match src {
            Src::Slot(slot) => {
                self.load_slot(width, X17, slot);
                Src::Reg(X17)
            }
            src => src,
        };
        self.store_word(Width::W64, moves::out_slot(dst), src);
    }

    fn mov_ro(&mut self, width: Width, dst: Reg, src: OutSlot) {
        self.load_word(width, dst, moves::out_slot(src));
    }

    fn lea_rm(&mut self, dst: Reg, mem: Mem) {
        self.address_to(dst, mem);
    }

    #[inline]
    fn alu_rrx(&mut self, op: Alu, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        self.alu(op, width, dst, lhs, rhs);
    }

    fn mul_rrx(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        self.mul(width, dst, lhs, rhs);
    }

    fn mul_add_rrrr(&mut self, op: Alu, width: Width, dst: Reg, acc: Reg, lhs: Reg, rhs: Reg) {
        self.multiply_add(op, width, dst, acc, lhs, rhs);
    }

    fn add_shifted_rrr(&mut self, width: Width, dst: Reg, base: Reg, index: Reg, shift: u32) {
        self.add_shifted(width, dst, base, index, shift);
    }

    fn shift_constraint(&self, _: Shift, _: Width) -> Constraint {
        Constraint::default()
    }

    fn shift_rrx(&mut self, op: Shift, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        self.shift(op, width, dst, lhs, rhs);
    }

    fn div_constraint(&self, _: Div, _: Width) -> Constraint {
        Constraint::default()
    }

    fn div_rrr(&mut self, op: Div, width: Width, dst: Reg, lhs: Reg, rhs: Reg, known: Option<i64>) {
        self.div(op, width, dst, lhs, rhs, known);
    }

    fn unary_rr(&mut self, op: Unary, width: Width, dst: Reg, src: Reg) {
        self.unary(op, width, dst, src);
    }

    fn extend_rr(&mut self, op: Extend, dst: Reg, src: Reg) {
        self.extend(op, dst, src);
    }

    fn mulhi_shift_rri(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: u64, shift: u8) {
        self.mul_high_shift(width, dst, lhs, rhs, shift);
    }

    fn mulhi_constraint(&self, _: Width) -> Constraint {
        Constraint::default()
    }

    fn cmp_branch(&mut self, cmp: &Cmp, target: Label) {
        self.branch(cmp, target);
    }

    fn cmp_set(&mut self, cmp: &Cmp, dst: Reg) {
        self.set(cmp, dst);
    }

    fn cmp_select(&mut self, cmp: &Cmp, width: Width, dst: Reg, yes: Reg, no: Reg) {
        self.select(cmp, width, dst, yes, no);
    }

    fn cmp_trap(&mut self, cmp: &Cmp, code: TrapCode) {
        self.trap_if(cmp, code);
    }

    fn bounds_trap(&mut self, index: Reg, extent: u64, limit: Mem, code: TrapCode) {
        self.trap_beyond(index, extent, limit, code);
    }

    fn falu_ffx(&mut self, op: FloatAlu, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        self.float_alu(op, width, dst, lhs, rhs);
    }

    fn funary_ff(&mut self, op: FloatUnary, width: Width, dst: Reg, src: Reg) {
        self.float_unary(op, width, dst, src);
    }

    fn fconvert_ff(&mut self, to: Width, dst: Reg, src: Reg) {
        self.float_convert(to, dst, src);
    }

    fn int_to_float_fr(&mut self, to: Width, from: Width, signed: bool, dst: Reg, src: Reg) {
        self.int_to_float(to, from, signed, dst, src);
    }

    fn float_to_int_rf(&mut self, mode: TruncMode, to: Width, from: Width, signed: bool, dst: Reg, src: Reg) {
        self.float_to_int(mode, float::Truncation { to, from, signed, src }, dst);
    }

    #[inline]
    fn load_rm(&mut self, kind: Load, dst: Reg, mem: Mem, site: bool) {
        self.load(kind, dst, mem, site);
    }

    #[inline]
    fn store_mx(&mut self, kind: Store, mem: Mem, src: Src, site: bool) {
        self.store(kind, mem, src, site);
    }

    #[inline]
    fn bind(&mut self, label: Label) {
        self.bind_label(label);
    }

    #[inline]
    fn jump(&mut self, target: Label) {
        self.jump_to(target);
    }

    fn jump_table(&mut self, index: Reg, targets: &[Label]) {
        self.dispatch(index, targets);
    }

    fn trap(&mut self, code: TrapCode) {
        self.trap_here(code);
    }

    fn call_func(&mut self, func: u32) {
        self.call(func);
    }

    fn call_m(&mut self, mem: Mem) {
        self.call_mem(mem);
    }

    fn check_sig(&mut self, funcref: Reg, sig: Src) {
        self.check_signature(funcref, sig);
    }

    fn call_funcref(&mut self, funcref: Reg, saved_p: Slot) {
        self.call_checked(funcref, saved_p);
    }
}
