//! Frames, jumps, calls and traps.
//!
//! Conditional jumps reach 1 MiB, tests of a bit 32 KiB, unconditional ones 128 MiB. Which forms a function uses is settled before it is emitted
//! ([`Reach`], by the size of its body); a jump that turns out not to fit is an overflow, and the function is emitted again with the next greater reach. Turned down: islands of jumps
//! inside a function, which every emission would have to look out for, for the sake of the few functions of more than 1 MiB.
//!
//! A label takes back the jump to it that was just emitted, and turns around a conditional jump over a jump ([`Arm64::bind_label`]).
//!
//! The stack pointer moves in the prologue only, in leaf functions too if they have slots: there is no red zone that signal handlers leave alone.

use super::super::{FrameShape, Label, Load, Mem, Reach, Reg, Slot, Src, Width};
use super::Arm64;
use super::encode::{CALLER_P, Cc, FP, P, SF, SP, X16, X17, ZR, imm12, op, rd, rm, rn, sf};
use super::slow::Slow;
use crate::techniques::Technique;
use beeline_abi::TrapCode;
use beeline_abi::sites::Kind;
use beeline_abi::vm::{FUNCREF_CODE, FUNCREF_SIG, FUNCREF_VMCTX, MAX_UNCHECKED_FRAME, STACK_LIMIT};
use dynasmrt::dynasm;

/// Fix-up kinds, by the field that the distance goes to: 19 bits at bit 5, 14 bits at bit 5, 26 bits at bit 0, all in words; 21 bits in two parts, in bytes; 16 bits
/// at bit 5, the lower and the upper half of a number of bytes.
const REL19: u8 = 1;
const REL14: u8 = 2;
const REL26: u8 = 3;
const ADR: u8 = 4;
const LOW16: u8 = 5;
const HIGH16: u8 = 6;

/// Tables of at most this many targets are chains of comparisons: those are shorter than the dispatch and its entries.
const MAX_CHAIN: usize = 5;

/// More slots than this are zeroed by a loop.
const MAX_ZERO_STORES: u32 = 16;

/// Bytes that a call or unconditional jump reaches, either way.
pub(super) const CALL_REACH: u32 = 128 << 20;

/// What a conditional jump looks at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Jump {
    /// The flags.
    If(Cc),
    /// Whether a register is zero, or is not (`set`).
    Zero { width: Width, reg: Reg, set: bool },
    /// Whether a bit of a register is set.
    Bit { reg: Reg, bit: u32, set: bool },
}

impl Jump {
    /// The instruction, and the kind of its field.
    fn word(self) -> (u32, u8) {
        match self {
            Self::If(cc) => (op::B_COND | cc.0, REL19),
            Self::Zero { width, reg, set } => (op::CBZ | sf(width) | u32::from(set) << 24 | rd(reg), REL19),
            Self::Bit { reg, bit, set } => {
                (op::TBZ | (bit >> 5) << 31 | u32::from(set) << 24 | (bit & 31) << 19 | rd(reg), REL14)
            }
        }
    }
}

/// The opposite conditional jump.
const fn inverted(word: u32) -> u32 {
    if word & 0xff00_0000 == op::B_COND { word ^ 1 } else { word ^ 1 << 24 }
}

/// Writes a distance into the field of an instruction, for `CodeBuffer::resolve`.
fn write(kind: u8, bytes: &mut [u8; 4], distance: i32) -> bool {
    let signed = |bits: u32, value: i32| (value >> (bits - 1)) == value >> 31;
    let low = |bits: u32, value: i32| value as u32 & ((1 << bits) - 1);
    let words = distance >> 2;
    let (bits, fits) = match kind {
        REL19 => (low(19, words) << 5, signed(19, words)),
        REL14 => (low(14, words) << 5, signed(14, words)),
        REL26 => (low(26, words), signed(26, words)),
        ADR => (low(2, distance) << 29 | low(19, words) << 5, signed(21, distance)),
        LOW16 => ((distance as u32 & 0xffff) << 5, true),
        HIGH16 => ((distance as u32 >> 16) << 5, true),
        // A plain one, in a field of zeros.
        _ => (distance as u32, true),
    };
    *bytes = (u32::from_le_bytes(*bytes) | bits).to_le_bytes();
    fits
}

impl Arm64 {
    /// Emits an instruction with a field for a label.
    fn ins_to(&mut self, word: u32, kind: u8, label: Label) {
        let at = self.code.len();
        self.code.fixup(at, at, label, kind);
        self.ins(word);
    }

    #[inline]
    pub(super) fn jump_to(&mut self, target: Label) {
        self.ins_to(op::B, REL26, target);
    }

    /// Whether tests of a bit may jump.
    pub(super) fn bit_jumps(&self) -> bool {
        self.reach == Reach::Short
    }

    #[inline]
    pub(super) fn jump_on(&mut self, jump: Jump, target: Label) {
        let (word, kind) = jump.word();
        if self.reach == Reach::Far {
            // Over the next instruction.
            self.ins(inverted(word) | 2 << 5);
            self.jump_to(target);
        } else {
            self.ins_to(word, kind, target);
        }
    }

    pub(super) fn trap_on(&mut self, jump: Jump, code: TrapCode) {
        let stub = self.code.stub(code);
        self.jump_on(jump, stub);
    }

    /// Jumps out of line if `cc` holds. The label returned is where that code comes back to.
    pub(super) fn jump_slow(&mut self, cc: Cc, slow: Slow) -> Label {
        let (enter, back) = self.put_off(slow);
        self.jump_on(Jump::If(cc), enter);
        back
    }

    /// Binds a label, but first looks at the jumps right in front: one to the label goes; a conditional one to the label over a jump elsewhere becomes
    /// the opposite one to there. The far forms of conditional jumps are left as they are.
    pub(super) fn bind_label(&mut self, label: Label) {
        if self.reach != Reach::Far && self.code.techniques.has(Technique::TidyJumps) {
            self.tidy(label);
        }
        self.code.bind(label);
    }

    fn tidy(&mut self, label: Label) {
        let Some(&[.., last]) = self.code.fixups.get(..) else { return };
        if last.kind != REL26 || last.at + 4 != self.code.len() {
            return;
        }
        let Some((at_end, at_start)) = self.code.labels_around(last.at) else { return };
        if last.label != label {
            let Some(&[.., condition, _]) = self.code.fixups.get(..) else { return };
            let conditional = matches!(condition.kind, REL19 | REL14) && condition.at + 4 == last.at;
            if !conditional || condition.label != label || at_start {
                return;
            }
            let at = condition.at as usize;
            if let Some(bytes) = self.code.bytes[at..].first_chunk_mut::<4>() {
                *bytes = inverted(u32::from_le_bytes(*bytes)).to_le_bytes();
            }
            let before = self.code.fixups.len() - 2;
            self.code.fixups[before].label = last.label;
        }
        self.code.fixups.pop();
        self.code.bytes.truncate(last.at as usize);
        self.code.move_last_labels(at_end);
    }

    pub(super) fn dispatch(&mut self, index: Reg, targets: &[Label]) {
        let Some((&last, cases)) = targets.split_last() else {
            unreachable!("a table has a default target");
        };
        if targets.len() <= MAX_CHAIN {
            return self.chain(index, last, cases);
        }
        let count = cases.len() as i64;
        match imm12(count) {
            Some(field) => self.ins(op::SUBS_I | field | rn(index) | rd(ZR)),
            None => {
                self.move_imm(Width::W32, X17, count);
                self.rrr(op::SUBS, ZR, index, X17);
            }
        }
        self.jump_on(Jump::If(Cc::HS), last);
        if self.reach != Reach::Far && self.code.shares_targets(cases) {
            let label = self.code.jump_list(cases);
            self.ins_to(op::ADR | rd(X16), ADR, label);
            // A jump has 4 bytes.
            self.ins(op::ADD | SF | 2 << 10 | rm(index) | rn(X16) | rd(X16));
            dynasm!(self.code ; .arch aarch64 ; br x16);
            return;
        }
        let label = self.code.table(cases);
        if self.reach == Reach::Far {
            let from = self.code.len();
            self.ins(op::ADR | rd(X16));
            for (op, kind) in [(op::MOVZ, LOW16), (op::MOVK | 1 << 21, HIGH16)] {
                let at = self.code.len();
                self.code.fixup(at, from, label, kind);
                self.ins(op | rd(X17));
            }
            self.rrr(op::ADD_SXTW, X16, X16, X17);
        } else {
            self.ins_to(op::ADR | rd(X16), ADR, label);
        }
        self.load(Load::S32W64, X17, Mem { base: X16, index: Some(index), scale: 2, disp: 0 }, false);
        dynasm!(self.code ; .arch aarch64 ; add x16, x16, x17 ; br x16);
    }

    fn emit_jump_lists(&mut self) {
        for n in 0.. {
            let Some(targets) = self.code.begin_jump_list(n) else { break };
            for at in targets {
                let target = self.code.table_target(at);
                self.jump_to(target);
            }
        }
    }

    /// Two targets for each comparison with an odd number.
    fn chain(&mut self, index: Reg, last: Label, cases: &[Label]) {
        let compare = |masm: &mut Self, number: usize| {
            masm.ins(op::SUBS_I | (number as u32) << 10 | rn(index) | rd(ZR));
        };
        for (i, pair) in cases.chunks(2).enumerate() {
            match *pair {
                [below, equal] => {
                    compare(self, 2 * i + 1);
                    self.jump_on(Jump::If(Cc::LO), below);
                    self.jump_on(Jump::If(Cc::EQ), equal);
                }
                [equal] if i == 0 => {
                    self.jump_on(Jump::Zero { width: Width::W32, reg: index, set: false }, equal);
                }
                _ => {
                    compare(self, 2 * i);
                    self.jump_on(Jump::If(Cc::EQ), pair[0]);
                }
            }
        }
        self.jump_to(last);
    }

    pub(super) fn finish(&mut self) {
        self.emit_slow();
        let stubs = std::mem::take(&mut self.code.stubs);
        for stub in &stubs {
            self.code.bind(stub.label);
            self.udf(stub.wasm, stub.code);
        }
        self.code.stubs = stubs;
        self.emit_jump_lists();
        self.code.emit_data();
        if !self.code.resolve(write) {
            self.code.set_overflowed();
        }
    }

    /// An undefined instruction, which carries the number of the trap for those who look at it in a debugger.
    fn udf(&mut self, wasm: u32, code: TrapCode) {
        let at = self.code.len();
        self.code.site_for(at, wasm, Kind::Trap(code));
        self.ins(u32::from(code as u8));
    }

    /// A trap for the current operator.
    pub(super) fn trap_here(&mut self, code: TrapCode) {
        self.udf(self.code.wasm_offset(), code);
    }

    /// Bytes from the stack pointer to the frame pointer, behind the prologue.
    fn moved(&mut self, frame: &FrameShape) -> i32 {
        let bytes = u64::from(frame.saved_bytes()) + u64::from(frame.size);
        i32::try_from(bytes.next_multiple_of(16)).unwrap_or_else(|_| {
            self.code.set_overflowed();
            0
        })
    }

    pub(super) fn enter(&mut self, frame: &FrameShape) {
        dynasm!(self.code ; .arch aarch64 ; stp x29, x30, [sp, #-16]! ; mov x29, sp);
        let moved = self.moved(frame);
        if i64::from(moved) > i64::from(MAX_UNCHECKED_FRAME) {
            // Below zero there is no stack either.
            self.move_imm(Width::W64, X16, moved.into());
            self.add_imm(Width::W64, X17, SP, 0);
            self.rrr(op::SUBS | SF, X16, X17, X16);
            self.trap_on(Jump::If(Cc::LO), TrapCode::StackOverflow);
            self.load_word(Width::W64, X17, Mem::new(P, -(STACK_LIMIT as i32)));
            self.rrr(op::SUBS | SF, ZR, X16, X17);
            self.trap_on(Jump::If(Cc::LO), TrapCode::StackOverflow);
            self.add_imm(Width::W64, SP, X16, 0);
        } else if moved != 0 {
            self.move_sp(moved);
        }
        self.frame_bytes = moved;
        self.saved(frame, [op::STP, op::STP_D], false);
    }

    /// `sub sp, sp, #bytes`, for at most 16 MiB.
    fn move_sp(&mut self, bytes: i32) {
        let (high, low) = (bytes as u32 >> 12, bytes as u32 & 0xfff);
        for field in [1 << 22 | high << 10, low << 10] {
            if field & 0x3f_fc00 != 0 {
                self.ins(op::SUB_I | SF | field | rn(SP) | rd(SP));
            }
        }
    }

    pub(super) fn leave(&mut self, frame: &FrameShape) {
        self.saved(frame, [op::LDP, op::LDP_D], true);
        if self.frame_bytes != 0 {
            self.restore_sp();
        }
        dynasm!(self.code ; .arch aarch64 ; ldp x29, x30, [sp], #16 ; ret);
    }

    /// Takes the frame off. Not by `mov sp, x29` where an addition does: a callee restores x29 from memory, so that each return would wait for the one before.
    fn restore_sp(&mut self) {
        match u32::try_from(self.frame_bytes) {
            Ok(bytes @ 0..=0xfff) => self.ins(op::ADD_I | SF | bytes << 10 | rn(SP) | rd(SP)),
            _ => dynasm!(self.code ; .arch aarch64 ; mov sp, x29),
        }
    }

    /// Stores or loads the callee-saved registers that the function uses, by pairs of each class.
    fn saved(&mut self, frame: &FrameShape, ops: [u32; 2], load: bool) {
        let mut disp = 0;
        for (regs, op) in [(frame.saved.general(), ops[0]), (frame.saved.floats(), ops[1])] {
            let mut rest = regs;
            while let Some(reg) = rest.first() {
                rest.remove(reg);
                if let Some(next) = rest.first() {
                    rest.remove(next);
                    disp -= 16;
                    self.pair(op, next, reg, FP, disp);
                } else {
                    disp -= 8;
                    if load {
                        self.load_word(Width::W64, reg, Mem::new(FP, disp));
                    } else {
                        self.store_word(Width::W64, Mem::new(FP, disp), Src::Reg(reg));
                    }
                }
            }
        }
    }

    pub(super) fn clear_slots(&mut self, lowest: Slot, count: u32) {
        if count <= MAX_ZERO_STORES {
            let mut n = 0;
            while n < count {
                let mem = self.at(Slot(lowest.0 + 8 * n as i32));
                if n + 1 < count && (-512..512).contains(&mem.disp) {
                    self.pair(op::STP, ZR, ZR, mem.base, mem.disp);
                    n += 2;
                } else {
                    self.store_word(Width::W64, mem, Src::Imm(0));
                    n += 1;
                }
            }
            return;
        }
        if !count.is_multiple_of(2) {
            self.store_word(Width::W64, self.at(lowest), Src::Imm(0));
        }
        // x16 runs up to x17, two slots at a time.
        let first = lowest.0 + 8 * (count % 2) as i32;
        self.add_imm(Width::W64, X16, FP, first.into());
        let bytes = i64::from(count / 2) * 16;
        self.add_imm(Width::W64, X17, FP, i64::from(first) + bytes);
        let again = self.code.new_label();
        self.code.bind(again);
        dynasm!(self.code ; .arch aarch64 ; stp xzr, xzr, [x16], #16 ; cmp x16, x17);
        self.jump_on(Jump::If(Cc::NE), again);
    }

    pub(super) fn call_site(&mut self) {
        let at = self.code.len();
        self.code.site(at, Kind::Call);
    }

    pub(super) fn call(&mut self, func: u32) {
        let at = self.code.len();
        self.code.call(at, func);
        self.ins(op::BL);
        self.call_site();
    }

    /// Calls the address in a register.
    pub(super) fn call_reg(&mut self, reg: Reg) {
        self.ins(op::BLR | rn(reg));
        self.call_site();
    }

    pub(super) fn call_mem(&mut self, mem: Mem) {
        self.load_word(Width::W64, X16, mem);
        self.call_reg(X16);
    }

    pub(super) fn check_signature(&mut self, funcref: Reg, sig: Src) {
        let at = self.code.len();
        self.code.site(at, Kind::Trap(TrapCode::IndirectCallToNull));
        self.load_word(Width::W32, X16, Mem::new(funcref, FUNCREF_SIG as i32));
        match sig {
            Src::Imm(imm) if let Some(field) = imm12(i64::from(imm as u32)) => {
                self.ins(op::SUBS_I | field | rn(X16) | rd(ZR));
            }
            _ => {
                let sig = self.in_general(Width::W32, sig, X17);
                self.rrr(op::SUBS, ZR, X16, sig);
            }
        }
        self.trap_on(Jump::If(Cc::NE), TrapCode::BadSignature);
    }

    pub(super) fn call_checked(&mut self, funcref: Reg, saved_p: Slot) {
        // Code and P lie side by side.
        const _: () = assert!(FUNCREF_VMCTX == FUNCREF_CODE + 8);
        self.pair(op::LDP, X16, X17, funcref, FUNCREF_CODE as i32);
        self.rrr(op::SUBS | SF, ZR, X17, P);
        let back = self.jump_slow(Cc::NE, Slow::CallOther { saved_p });
        self.call_reg(X16);
        self.code.bind(back);
    }

    /// The out-of-line part: code and P of the callee are in x16 and x17.
    pub(super) fn call_other(&mut self, saved_p: Slot) {
        self.copy(Width::W64, CALLER_P, P);
        self.copy(Width::W64, P, X17);
        self.call_reg(X16);
        self.load_word(Width::W64, P, self.at(saved_p));
    }
}

/// A direct call with its distance filled in, if that is within reach.
pub(super) fn patch_call(field: &mut [u8], distance: i64) -> bool {
    let Ok(distance) = i32::try_from(distance) else { return false };
    let Some(bytes) = field.first_chunk_mut::<4>() else { return false };
    *bytes = op::BL.to_le_bytes();
    write(REL26, bytes, distance)
}

/// Bytes of a veneer.
pub(super) const VENEER_BYTES: usize = 20;

/// Code that jumps `distance` bytes from its own start, 2 GiB either way; it changes x16 and x17, which nothing expects to survive on the way to a function.
pub(super) fn veneer(distance: i64) -> [u8; VENEER_BYTES] {
    let distance = distance as u32;
    let words = [
        op::ADR | rd(X16),
        op::MOVZ | (distance & 0xffff) << 5 | rd(X17),
        op::MOVK | 1 << 21 | (distance >> 16) << 5 | rd(X17),
        op::ADD_SXTW | rm(X17) | rn(X16) | rd(X16),
        op::BR | rn(X16),
    ];
    let mut bytes = [0; VENEER_BYTES];
    for (to, word) in bytes.chunks_exact_mut(4).zip(words) {
        to.copy_from_slice(&word.to_le_bytes());
    }
    bytes
}
