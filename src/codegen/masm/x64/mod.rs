//! The macro assembler for x86-64.
//!
//! Files by family: `encode` shapes of instructions, `moves`, `int`, `compare`, `float`, `convert`, `control` (frames, tables,
//! calls), `jumps` and `slow` (out-of-line code). This file says which register has which role and maps the trait's methods.
//!
//! r11 and xmm15 are free inside every method, and hold nothing between methods except r11 the caller's P on the way to
//! [`Masm::call_m`]. Registers whose use costs no prefix are temporaries and the first two homes; the callee-saved ones are few
//! enough that a function's prologue pushes only what it uses.

#![forbid(unsafe_code)]

mod compare;
mod control;
mod convert;
mod encode;
mod float;
mod int;
mod jumps;
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
use encode::{R11, REX_W, op, rex_w};

/// The macro assembler for x86-64.
#[derive(Debug)]
pub struct X64 {
    code: CodeBuffer,
    /// BMI2 and LZCNT may be used.
    v3: bool,
    slow: Vec<slow::Pending>,
    /// Distance from the stack pointer up to the frame pointer; zero before the prologue.
    frame_bytes: i32,
    /// The last arithmetic whose flags tell whether its result is zero: that register, the width, and where its code ends.
    flags: (u32, Reg, Width),
    /// The function's shared code for calls of other instances, if it has any.
    call_other: Option<Label>,
}

const fn float_regs<const N: usize>(from: u8) -> [Reg; N] {
    let (mut regs, mut i) = ([Reg(0); N], 0);
    while i < N {
        regs[i] = Reg::float(from + i as u8);
        i += 1;
    }
    regs
}

const FLOAT_TEMPS: [Reg; 8] = float_regs(0);

/// Saves and uses of the first two encode a byte shorter.
const HOMES: [Home; 6] = [
    Home { reg: Reg(6), cost: 2 },
    Home { reg: Reg(7), cost: 2 },
    Home { reg: Reg(12), cost: 3 },
    Home { reg: Reg(13), cost: 3 },
    Home { reg: Reg(14), cost: 3 },
    Home { reg: Reg(15), cost: 3 },
];

// The last home may be the base of memories, in a mode of addressing where r13 would need a displacement.
const _: () = assert!(HOMES[HOMES.len() - 1].reg.code() & 7 != 5);

const fn float_home(code: u8) -> Home {
    Home { reg: Reg::float(code), cost: 5 }
}

const FLOAT_HOMES: [Home; 7] = [
    float_home(8),
    float_home(9),
    float_home(10),
    float_home(11),
    float_home(12),
    float_home(13),
    float_home(14),
];

impl Masm for X64 {
    const REGS: RegFile = RegFile {
        pinned: Reg(3),
        caller_p: R11,
        temps: RegSet::of(&[Reg(0), Reg(1), Reg(2), Reg(8), Reg(9), Reg(10)]),
        caller_p_is_scratch: true,
        first_temps: RegSet::of(&[Reg(1), Reg(2)]),
        homes: &HOMES,
        leaf_homes: &[Reg(10), Reg(9)],
        float_temps: RegSet::of(&FLOAT_TEMPS),
        float_homes: &FLOAT_HOMES,
        float_leaf_homes: &[Reg::float(7), Reg::float(6)],
        params: [Reg(1), Reg(2), Reg(0), Reg(8), Reg(9), Reg(10)],
        float_params: FLOAT_TEMPS,
        results: [Reg(0), Reg(2)],
        float_results: float_regs(0),
    };
    const MUL_ADD: bool = false;
    const FLOAT_IMMEDIATES: bool = true;
    const MAX_ADD_SHIFT: u32 = 3;
    const CALL_REACH: u32 = i32::MAX as u32;
    const PADDING: u8 = 0xcc;

    fn new(cpu: Cpu) -> Self {
        Self {
            code: CodeBuffer::default(),
            v3: cpu >= Cpu::X86_64V3,
            slow: Vec::new(),
            frame_bytes: 0,
            flags: (u32::MAX, Reg(0), Width::W32),
            call_other: None,
        }
    }

    #[inline]
    fn code(&self) -> &CodeBuffer {
        &self.code
    }

    #[inline]
    fn code_mut(&mut self) -> &mut CodeBuffer {
        &mut self.code
    }

    fn begin_function(&mut self, _: Reach) {
        use dynasmrt::DynasmApi;
        self.slow.clear();
        self.forget_flags();
        self.frame_bytes = 0;
        self.call_other = None;
        self.code.align(16, Self::PADDING);
    }

    fn end_function(&mut self) {
        self.finish();
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
        self.rs(op::MOV, rex_w(width), dst, src);
    }

    #[inline]
    fn mov_sx(&mut self, width: Width, dst: Slot, src: Src) {
        match src {
            Src::Reg(reg) if !reg.is_float() => self.rs(op::MOV_M, rex_w(width), reg, dst),
            _ => self.store_word(width, self.at(dst), src),
        }
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
        self.float_store(width, src, self.at(dst));
    }

    fn mov_rf(&mut self, width: Width, dst: Reg, src: Reg) {
        self.rr(op::MOVD_M, rex_w(width), src, dst);
    }

    fn mov_fr(&mut self, width: Width, dst: Reg, src: Reg) {
        self.rr(op::MOVD, rex_w(width), dst, src);
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
                self.rs(op::MOV, rex_w(width), R11, slot);
                Src::Reg(R11)
            }
            src => src,
        };
        self.store_word(Width::W64, moves::out_slot(dst), src);
    }

    fn mov_ro(&mut self, width: Width, dst: Reg, src: OutSlot) {
        self.load_word(width, dst, moves::out_slot(src));
    }

    fn lea_rm(&mut self, dst: Reg, mem: Mem) {
        if mem.index.is_none() && mem.disp == 0 {
            self.move_reg(Width::W64, dst, mem.base);
        } else {
            self.rm(op::LEA, REX_W, dst, mem);
        }
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
        self.rm(op::LEA, rex_w(width), dst, Mem { base, index: Some(index), scale: shift as u8, disp: 0 });
    }

    fn shift_constraint(&self, op: Shift, _: Width) -> Constraint {
        self.shift_needs(op)
    }

    fn shift_rrx(&mut self, op: Shift, width: Width, dst: Reg, lhs: Reg, rhs: Src) {
        self.shift(op, width, dst, lhs, rhs);
    }

    fn div_constraint(&self, op: Div, _: Width) -> Constraint {
        self.div_needs(op)
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

    fn mulhi_constraint(&self, width: Width) -> Constraint {
        self.mul_high_needs(width)
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
        self.float_to_int(convert::Truncation { mode, to, from, signed, dst, src });
    }

    #[inline(always)]
    fn load_rm(&mut self, kind: Load, dst: Reg, mem: Mem, site: bool) {
        if !site && mem.index.is_none() && mem.base == Self::REGS.pinned {
            self.load_pinned(kind, dst, mem.disp);
        } else {
            self.load(kind, dst, mem, site);
        }
    }

    #[inline(always)]
    fn store_mx(&mut self, kind: Store, mem: Mem, src: Src, site: bool) {
        if !site && mem.index.is_none() && mem.base == Self::REGS.pinned {
            self.store_pinned(kind, mem.disp, src);
        } else {
            self.store(kind, mem, src, site);
        }
    }

    #[inline(always)]
    fn load_guest(&mut self, kind: Load, dst: Reg, base: Reg, index: Reg, disp: i32) {
        self.guest_load(kind, dst, base, index, disp);
    }

    #[inline(always)]
    fn store_guest(&mut self, kind: Store, base: Reg, index: Reg, disp: i32, src: Reg) {
        self.guest_store(kind, base, index, disp, src);
    }

    #[inline]
    fn bind(&mut self, label: Label) {
        self.bind_label(label);
    }

    #[inline]
    fn jump(&mut self, target: Label) {
        X64::jump(self, target);
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

    fn patch_call(field: &mut [u8], distance: i64) -> bool {
        Self::patch_call(field, distance)
    }

    fn veneer(_: i64, _: &mut Vec<u8>) {}

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
