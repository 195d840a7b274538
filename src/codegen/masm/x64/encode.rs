//! Instruction encoding: opcodes, and the few shapes that every instruction here has.
//!
//! Shapes with allocatable registers are encoded by hand, because `dynasm!` gives each instruction with a dynamic register a REX prefix,
//! needed or not (one byte in about half of all 32-bit and SSE instructions), and writes it in up to four appends. Here an instruction
//! is put together in two machine words and written by one [`CodeBuffer::put`](super::super::CodeBuffer::put): 1 to 2 ns. Sequences
//! of fixed registers are written with `dynasm!`.
//!
//! A mandatory prefix precedes REX, REX precedes the escape bytes; the ModRM, SIB and displacement rules are those of the Intel SDM, volume 2, chapter 2.

use super::super::{Mem, Reg, Slot, Src, Width};
use super::X64;

/// Scratch general register; carries the caller's P at calls.
pub const R11: Reg = Reg(11);
/// Scratch float register.
pub const X15: Reg = Reg::float(15);
/// Stack pointer; never an operand of the emitter's.
pub const RSP: Reg = Reg(4);
/// Frame pointer.
pub const RBP: Reg = Reg(5);
/// P.
pub const RBX: Reg = Reg(3);
/// First register of a division.
pub const RAX: Reg = Reg(0);
/// Counts of shifts.
pub const RCX: Reg = Reg(1);
/// Second register of a division.
pub const RDX: Reg = Reg(2);

/// REX.W: 64-bit operands. The REX arguments below are these bits, to which the registers' own are added; no prefix is written when all are zero.
pub const REX_W: u8 = 8;

/// REX.W for 64 bits.
#[inline]
pub const fn rex_w(width: Width) -> u8 {
    match width {
        Width::W32 => 0,
        Width::W64 => REX_W,
    }
}

/// An empty REX prefix where `reg` as a byte register needs one: without it, 4 to 7 mean `ah` to `bh`.
#[inline]
pub const fn rex_byte(reg: Reg) -> u8 {
    if reg.code() >= 4 { 0x40 } else { 0 }
}

/// An opcode: escape bytes and opcode in order of memory, with a mandatory prefix or zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Op {
    bytes: u32,
    /// Bits of `bytes`.
    bits: u8,
    prefix: u8,
    /// Bits of `prefix`.
    prefix_bits: u8,
}

impl Op {
    /// One byte.
    pub const fn one(byte: u8) -> Self {
        Self { bytes: byte as u32, bits: 8, prefix: 0, prefix_bits: 0 }
    }
    /// One byte with prefix 0x66.
    pub const fn word(byte: u8) -> Self {
        Self { bytes: byte as u32, bits: 8, prefix: 0x66, prefix_bits: 8 }
    }
    /// `0F byte`.
    pub const fn of(byte: u8) -> Self {
        Self::sse(0, byte)
    }
    /// `prefix 0F byte`.
    pub const fn sse(prefix: u8, byte: u8) -> Self {
        Self {
            bytes: 0x0f | (byte as u32) << 8,
            bits: 16,
            prefix,
            prefix_bits: if prefix == 0 { 0 } else { 8 },
        }
    }
    /// `66 0F 3A byte`.
    pub const fn sse_3a(byte: u8) -> Self {
        Self { bytes: 0x3a0f | (byte as u32) << 16, bits: 24, prefix: 0x66, prefix_bits: 8 }
    }
    /// Scalar float operation `byte` of this width.
    pub const fn scalar(width: Width, byte: u8) -> Self {
        Self::sse(if matches!(width, Width::W32) { 0xf3 } else { 0xf2 }, byte)
    }

    /// Prefixes, opcode and `rest_len` bytes that follow it in a word, and how many bytes they are: what registers, mode and `rex` add.
    #[inline(always)]
    const fn head(self, rex: u8, fields: Fields, rest_len: u32) -> (u64, u32) {
        // Without branches: which registers need a prefix is not predictable. It is put in front, and shifted out again: that takes half the steps of
        // making way for it.
        let rex_bits = fields.0 as u8 | rex;
        let unneeded = (rex_bits == 0) as u32;
        let word = if self.bits == 8 {
            fields.0 as u64 | (rex | 0x40) as u64 | (self.bytes as u64) << 8
        } else {
            (rex_bits | 0x40) as u64 | (self.bytes as u64) << 8 | (fields.0 as u64 >> 16) << (8 + self.bits)
        };
        let word = (word >> (8 * unneeded)) << self.prefix_bits | self.prefix as u64;
        (word, (8 + self.bits as u32 + self.prefix_bits as u32) / 8 - unneeded + rest_len)
    }

    /// The opcode, if that is one byte and there is no prefix.
    #[inline(always)]
    const fn one_byte(self) -> Option<u8> {
        if self.bits == 8 && self.prefix_bits == 0 { Some(self.bytes as u8) } else { None }
    }
}

/// [`Op::head`] of an opcode of one byte without a prefix: half as much to do, where the opcode is not known to the compiler.
#[inline(always)]
const fn head_of(opcode: u8, rex: u8, fields: Fields, rest_len: u32) -> (u64, u32) {
    let word = fields.0 | rex as u32 | (opcode as u32) << 8;
    let unneeded = (word as u8 == 0) as u32;
    (((word | 0x40) >> (8 * unneeded)) as u64, 2 - unneeded + rest_len)
}

/// Bits of REX, in the lowest byte, and of what follows the opcode, in the upper half: where they are in an instruction with an opcode of one byte. Those of a register
/// come from a table, in one step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Fields(u32);

impl Fields {
    const NONE: Self = Self(0);

    /// ModRM, as far as it is the same for all registers.
    const fn modrm(bits: u8) -> Self {
        Self((bits as u32) << 16)
    }
    /// ModRM and SIB.
    const fn modrm_sib(modrm: u8, sib: u8) -> Self {
        Self((modrm as u32) << 16 | (sib as u32) << 24)
    }
    /// A register, or an extension of the opcode, in ModRM.reg.
    #[inline(always)]
    const fn reg(reg: Reg) -> Self {
        const TABLE: [Fields; 32] = table(4, 16 + 3);
        TABLE[reg.code() as usize]
    }
    /// A register in ModRM.rm.
    #[inline(always)]
    const fn rm(reg: Reg) -> Self {
        const TABLE: [Fields; 32] = table(1, 16);
        TABLE[reg.code() as usize]
    }
    /// A register in SIB.index.
    #[inline(always)]
    const fn index(reg: Reg) -> Self {
        const TABLE: [Fields; 32] = table(2, 24 + 3);
        TABLE[reg.code() as usize]
    }
    /// A register in SIB.base.
    #[inline(always)]
    const fn base(reg: Reg) -> Self {
        const TABLE: [Fields; 32] = table(1, 24);
        TABLE[reg.code() as usize]
    }

    /// The bits of either.
    #[inline(always)]
    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The fields of each register, whose number's upper bit is `rex` in REX and whose other bits are at `shift`.
const fn table(rex: u32, shift: u32) -> [Fields; 32] {
    let (mut fields, mut code) = ([Fields::NONE; 32], 0);
    while code < 16 {
        fields[code as usize] = Fields(((code >> 3) * rex) | ((code & 7) << shift));
        code += 1;
    }
    fields
}

/// Opcodes by name, where the destination is ModRM.reg unless the name ends in `M`.
#[allow(missing_docs, reason = "the names are the mnemonics")]
pub mod op {
    use super::Op;
    pub const MOV: Op = Op::one(0x8b);
    pub const MOV_M: Op = Op::one(0x89);
    pub const MOV8_M: Op = Op::one(0x88);
    pub const MOV16_M: Op = Op::word(0x89);
    /// ModRM.reg = 0; imm32.
    pub const MOV_MI: Op = Op::one(0xc7);
    pub const MOV16_MI: Op = Op::word(0xc7);
    pub const MOV8_MI: Op = Op::one(0xc6);
    pub const XCHG: Op = Op::one(0x87);
    pub const LEA: Op = Op::one(0x8d);
    pub const MOVSXD: Op = Op::one(0x63);
    pub const MOVZX8: Op = Op::of(0xb6);
    pub const MOVZX16: Op = Op::of(0xb7);
    pub const MOVSX8: Op = Op::of(0xbe);
    pub const MOVSX16: Op = Op::of(0xbf);
    pub const TEST_M: Op = Op::one(0x85);
    pub const IMUL: Op = Op::of(0xaf);
    pub const IMUL_I8: Op = Op::one(0x6b);
    pub const IMUL_I32: Op = Op::one(0x69);
    /// ModRM.reg: 0 `test` with imm, 2 `not`, 3 `neg`, 4 `mul`, 6 `div`, 7 `idiv`.
    pub const GROUP3: Op = Op::one(0xf7);
    /// ModRM.reg: 0 `test` with imm8.
    pub const GROUP3_8: Op = Op::one(0xf6);
    /// ModRM.reg: 0 `rol`, 1 `ror`, 4 `shl`, 5 `shr`, 7 `sar`.
    pub const SHIFT_I8: Op = Op::one(0xc1);
    pub const SHIFT_1: Op = Op::one(0xd1);
    pub const SHIFT_CL: Op = Op::one(0xd3);
    /// ModRM.reg: 4 `bt`, 5 `bts`, 6 `btr`, 7 `btc`; imm8.
    pub const BIT_I8: Op = Op::of(0xba);
    /// ModRM.reg: 2 `call`, 4 `jmp`.
    pub const GROUP5: Op = Op::one(0xff);
    pub const SBB_M: Op = Op::one(0x19);
    pub const BSF: Op = Op::of(0xbc);
    pub const BSR: Op = Op::of(0xbd);
    pub const TZCNT: Op = Op::sse(0xf3, 0xbc);
    pub const LZCNT: Op = Op::sse(0xf3, 0xbd);
    pub const POPCNT: Op = Op::sse(0xf3, 0xb8);
    pub const MOVAPS: Op = Op::of(0x28);
    pub const MOVUPS_M: Op = Op::of(0x11);
    /// Stores the low 64 bits: as `movsd`, one byte shorter.
    pub const MOVLPS_M: Op = Op::of(0x13);
    pub const MOVD: Op = Op::sse(0x66, 0x6e);
    pub const MOVD_M: Op = Op::sse(0x66, 0x7e);
    pub const XORPS: Op = Op::of(0x57);
    pub const ANDPS: Op = Op::of(0x54);
    pub const ORPS: Op = Op::of(0x56);
    pub const PCMPEQD: Op = Op::sse(0x66, 0x76);
    /// ModRM.reg: 2 right, 6 left; imm8.
    pub const PSHIFT_D: Op = Op::sse(0x66, 0x72);
    pub const PSHIFT_Q: Op = Op::sse(0x66, 0x73);
}

/// A condition code, as jumps, `set` and `cmov` encode it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cc(pub u8);

#[allow(missing_docs, reason = "the names are the mnemonics")]
impl Cc {
    pub const O: Self = Self(0);
    pub const B: Self = Self(2);
    pub const AE: Self = Self(3);
    pub const E: Self = Self(4);
    pub const NE: Self = Self(5);
    pub const BE: Self = Self(6);
    pub const A: Self = Self(7);
    pub const S: Self = Self(8);
    pub const P: Self = Self(10);
    pub const NP: Self = Self(11);
    pub const L: Self = Self(12);
    pub const GE: Self = Self(13);
    pub const LE: Self = Self(14);
    pub const G: Self = Self(15);

    /// The condition that holds when this one does not.
    #[inline]
    pub const fn invert(self) -> Self {
        Self(self.0 ^ 1)
    }
}

/// The numbers of the two-operand operations, as in opcodes and ModRM.reg.
#[allow(missing_docs, reason = "the names are the mnemonics")]
pub mod alu {
    pub const ADD: u8 = 0;
    pub const OR: u8 = 1;
    pub const AND: u8 = 4;
    pub const SUB: u8 = 5;
    pub const XOR: u8 = 6;
    pub const CMP: u8 = 7;
}

/// `value` as a sign-extended byte, if it is one.
#[inline]
pub fn imm8(value: i64) -> Option<i8> {
    i8::try_from(value).ok()
}

/// `value` as a sign-extended 32-bit immediate, if it is one.
#[inline]
pub fn imm32(value: i64) -> Option<i32> {
    i32::try_from(value).ok()
}

/// An immediate as the sign-extended number that an operation of this width sees.
#[inline]
pub const fn sign_extended(width: Width, imm: i64) -> i64 {
    match width {
        Width::W32 => imm as i32 as i64,
        Width::W64 => imm,
    }
}

/// ModRM.mod for a displacement from this base, and how many bytes it takes. Without branches: they would not be predictable.
#[inline(always)]
fn displacement(base: Reg, disp: i32) -> (u8, u32) {
    let mode = u8::from((disp != 0) | (base.code() & 7 == 5)) + u8::from(disp != i32::from(disp as i8));
    (mode << 6, u32::from(mode * mode))
}

/// The low `disp_len` bytes of a displacement, and an immediate behind them.
#[inline(always)]
fn with_imm(disp: i32, disp_len: u32, imm: u64) -> u64 {
    u64::from(disp as u32) & ((1 << (8 * disp_len)) - 1) | imm << (8 * disp_len)
}

/// The fields of a register and an address without an index, how many bytes they are behind the opcode, and how many the displacement takes.
#[inline(always)]
fn based(reg: Reg, base: Reg, disp: i32) -> (Fields, u32, u32) {
    let (mode, disp_len) = displacement(base, disp);
    // rsp and r12 need a SIB byte, which says the same again.
    let sib_len = u32::from(base.code() & 7 == 4);
    (Fields::reg(reg).with(Fields::rm(base)).with(Fields::modrm_sib(mode, 0x24)), 1 + sib_len, disp_len)
}

/// The fields of a register and an address with an index, which are two bytes behind the opcode, and how many bytes the displacement takes.
#[inline(always)]
fn indexed(reg: Reg, mem: Mem, index: Reg) -> (Fields, u32) {
    debug_assert!(index != RSP && mem.scale <= 3);
    // As a base, rbp and r13 need a displacement.
    let swap = mem.scale == 0 && mem.base.code() & 7 == 5;
    let (base, index) = if swap { (index, mem.base) } else { (mem.base, index) };
    let (mode, disp_len) = displacement(base, mem.disp);
    let registers = Fields::reg(reg).with(Fields::index(index)).with(Fields::base(base));
    (registers.with(Fields::modrm_sib(mode | 4, mem.scale << 6)), disp_len)
}

impl X64 {
    /// An instruction without operands, or with all of them implied.
    #[inline]
    pub(super) fn plain(&mut self, op: Op, rex: u8) {
        self.plain_i(op, rex, 0, 0);
    }

    /// An instruction whose only explicit operand is an immediate.
    #[inline]
    pub(super) fn plain_i(&mut self, op: Op, rex: u8, imm: u64, imm_len: u32) {
        let (head, len) = op.head(rex, Fields::NONE, 0);
        self.code.put(head, len, imm, imm_len);
    }

    /// An instruction whose register is part of its one-byte opcode.
    #[inline]
    pub(super) fn plus_r(&mut self, opcode: u8, rex: u8, reg: Reg, imm: u64, imm_len: u32) {
        let code = reg.code();
        self.plain_i(Op::one(opcode | (code & 7)), rex | (code >> 3), imm, imm_len);
    }

    /// ModRM with two registers; `reg` may be an opcode extension.
    #[inline]
    pub(super) fn rr(&mut self, op: Op, rex: u8, reg: Reg, rm: Reg) {
        self.rr_i(op, rex, reg, rm, 0, 0);
    }

    /// ModRM with two registers, and an immediate.
    #[inline]
    pub(super) fn rr_i(&mut self, op: Op, rex: u8, reg: Reg, rm: Reg, imm: u64, imm_len: u32) {
        let fields = Fields::reg(reg).with(Fields::rm(rm)).with(Fields::modrm(0xc0));
        let (head, len) = op.head(rex, fields, 1);
        self.code.put(head, len, imm, imm_len);
    }

    /// ModRM with an opcode extension.
    #[inline]
    pub(super) fn ext_r(&mut self, op: Op, rex: u8, ext: u8, rm: Reg) {
        self.rr(op, rex, Reg(ext), rm);
    }

    /// ModRM with an opcode extension and an 8-bit immediate.
    #[inline]
    pub(super) fn ext_ri8(&mut self, op: Op, rex: u8, ext: u8, rm: Reg, imm: u8) {
        self.rr_i(op, rex, Reg(ext), rm, u64::from(imm), 1);
    }

    /// ModRM with a register and an address.
    #[inline(always)]
    pub(super) fn rm(&mut self, op: Op, rex: u8, reg: Reg, mem: Mem) {
        match (op.one_byte(), mem.index) {
            (Some(opcode), None) => self.rm_based(opcode, rex, reg, mem.base, mem.disp),
            (Some(opcode), Some(index)) => self.rm_indexed(opcode, rex, reg, mem, index),
            _ => self.rm_any(op, rex, reg, mem, 0, 0),
        }
    }

    /// [`Self::rm`] with an immediate of at most 4 bytes.
    #[inline(always)]
    pub(super) fn rm_i(&mut self, op: Op, rex: u8, reg: Reg, mem: Mem, imm: u64, imm_len: u32) {
        match (op.one_byte(), mem.index) {
            (Some(opcode), None) => self.rm_based_i(opcode, rex, reg, mem, imm, imm_len),
            (Some(opcode), Some(index)) => self.rm_indexed_i(opcode, rex, reg, mem, index, imm, imm_len),
            _ => self.rm_any(op, rex, reg, mem, imm, imm_len),
        }
    }

    #[inline(never)]
    fn rm_based(&mut self, opcode: u8, rex: u8, reg: Reg, base: Reg, disp: i32) {
        let (fields, fields_len, disp_len) = based(reg, base, disp);
        let (head, len) = head_of(opcode, rex, fields, fields_len);
        self.code.put(head, len, u64::from(disp as u32), disp_len);
    }

    #[inline(never)]
    fn rm_based_i(&mut self, opcode: u8, rex: u8, reg: Reg, mem: Mem, imm: u64, imm_len: u32) {
        let (fields, fields_len, disp_len) = based(reg, mem.base, mem.disp);
        let (head, len) = head_of(opcode, rex, fields, fields_len);
        self.code.put(head, len, with_imm(mem.disp, disp_len, imm), disp_len + imm_len);
    }

    #[inline(never)]
    fn rm_indexed(&mut self, opcode: u8, rex: u8, reg: Reg, mem: Mem, index: Reg) {
        let (fields, disp_len) = indexed(reg, mem, index);
        let (head, len) = head_of(opcode, rex, fields, 2);
        self.code.put(head, len, u64::from(mem.disp as u32), disp_len);
    }

    #[inline(never)]
    #[allow(clippy::too_many_arguments, reason = "the parts of an instruction")]
    fn rm_indexed_i(&mut self, opcode: u8, rex: u8, reg: Reg, mem: Mem, index: Reg, imm: u64, imm_len: u32) {
        let (fields, disp_len) = indexed(reg, mem, index);
        let (head, len) = head_of(opcode, rex, fields, 2);
        self.code.put(head, len, with_imm(mem.disp, disp_len, imm), disp_len + imm_len);
    }

    /// Any opcode and address.
    #[inline(never)]
    fn rm_any(&mut self, op: Op, rex: u8, reg: Reg, mem: Mem, imm: u64, imm_len: u32) {
        let (fields, fields_len, disp_len) = if let Some(index) = mem.index {
            let (fields, disp_len) = indexed(reg, mem, index);
            (fields, 2, disp_len)
        } else {
            based(reg, mem.base, mem.disp)
        };
        let (head, len) = op.head(rex, fields, fields_len);
        self.code.put(head, len, with_imm(mem.disp, disp_len, imm), disp_len + imm_len);
    }

    /// ModRM with a register and the address `base + index + disp`, where the base is one that needs no displacement: nearly all accesses of memories, and half as much
    /// to do as for [`Self::rm`].
    #[inline(always)]
    pub(super) fn rm_guest(&mut self, op: Op, rex: u8, reg: Reg, base: Reg, index: Reg, disp: i32) {
        debug_assert!(index != RSP && base.code() & 7 != 5);
        // ModRM.mod tells of 0, 1 or 4 bytes.
        let mode = u8::from(disp != 0) + u8::from(disp != i32::from(disp as i8));
        let registers = Fields::reg(reg).with(Fields::index(index)).with(Fields::base(base));
        let (head, len) = op.head(rex, registers.with(Fields::modrm(mode << 6 | 4)), 2);
        self.code.put(head, len, u64::from(disp as u32), u32::from(mode * mode));
    }

    /// ModRM with a register and a distance from P: what the instance holds.
    #[inline(always)]
    pub(super) fn rp(&mut self, op: Op, rex: u8, reg: Reg, disp: i32) {
        let bits = u64::from(disp as u32);
        // Most are far, so this can be predicted.
        let (mode, disp, disp_len) = if disp == 0 {
            (0, 0, 0)
        } else if disp == i32::from(disp as i8) {
            (0x40, bits & 0xff, 1)
        } else {
            (0x80, bits, 4)
        };
        let fields = Fields::reg(reg).with(Fields::rm(RBX)).with(Fields::modrm(mode));
        let (head, len) = op.head(rex, fields, 1);
        self.code.put(head, len, disp, disp_len);
    }

    /// The address of a slot: from the frame pointer, or where that takes a long displacement and it helps, from the stack pointer.
    #[inline]
    pub(super) fn at(&self, slot: Slot) -> Mem {
        let from_sp = slot.0.wrapping_add(self.frame_bytes);
        if slot.0 < -128 && imm8(from_sp.into()).is_some() {
            Mem::new(RSP, from_sp)
        } else {
            Mem::new(RBP, slot.0)
        }
    }

    /// ModRM with a register and a frame slot: the most frequent addresses, and the simplest.
    #[inline]
    pub(super) fn rs(&mut self, op: Op, rex: u8, reg: Reg, slot: Slot) {
        let Ok(disp) = i8::try_from(slot.0) else { return self.rs_far(op, rex, reg, slot) };
        let (head, len) = op.head(rex, Fields::reg(reg).with(Fields::modrm(0x45)), 1);
        self.code.put(head, len, u64::from(disp as u8), 1);
    }

    /// [`Self::rs`] in large frames. Code that nobody optimised has little else.
    #[inline(never)]
    fn rs_far(&mut self, op: Op, rex: u8, reg: Reg, slot: Slot) {
        let Mem { base, disp, .. } = self.at(slot);
        let disp = u64::from(disp as u32);
        let (mode, sib_len, disp_len) = match base {
            RSP if disp > 0 => (0x44, 1, 1),
            RSP => (0x04, 1, 0),
            _ => (0x85, 0, 4),
        };
        let (head, len) = op.head(rex, Fields::reg(reg).with(Fields::modrm_sib(mode, 0x24)), 1 + sib_len);
        self.code.put(head, len, disp, disp_len);
    }

    /// A VEX instruction of the 0F38 map on general registers.
    pub(super) fn vex_38(&mut self, prefix: u8, opcode: u8, rex: u8, reg: Reg, vvvv: Reg, rm: Reg) {
        let (reg, vvvv, rm) = (reg.code(), vvvv.code(), rm.code());
        let bytes = [
            0xc4,
            (!reg & 8) << 4 | 0x40 | (!rm & 8) << 2 | 2,
            (rex & REX_W) << 4 | (!vvvv & 15) << 3 | prefix,
            opcode,
            0xc0 | (reg & 7) << 3 | (rm & 7),
        ];
        let [a, b, c, d, e] = bytes.map(u64::from);
        self.code.put(a | b << 8 | c << 16 | d << 24 | e << 32, 5, 0, 0);
    }

    /// `reg = reg op rm`, registers.
    #[inline]
    pub(super) fn alu_rr(&mut self, op: u8, rex: u8, reg: Reg, rm: Reg) {
        self.rr(Op::one(op << 3 | 3), rex, reg, rm);
    }

    /// `reg = reg op [mem]`.
    #[inline]
    pub(super) fn alu_rm(&mut self, op: u8, rex: u8, reg: Reg, mem: Mem) {
        self.rm(Op::one(op << 3 | 3), rex, reg, mem);
    }

    /// `reg = reg op imm`.
    #[inline]
    pub(super) fn alu_ri(&mut self, op: u8, rex: u8, reg: Reg, imm: i32) {
        if let Some(imm) = imm8(imm.into()) {
            self.ext_ri8(Op::one(0x83), rex, op, reg, imm as u8);
        } else if reg == RAX {
            self.plain_i(Op::one(op << 3 | 5), rex, u64::from(imm as u32), 4);
        } else {
            self.rr_i(Op::one(0x81), rex, Reg(op), reg, u64::from(imm as u32), 4);
        }
    }

    /// `[mem] = [mem] op imm`, or a comparison of it.
    #[inline]
    pub(super) fn alu_mi(&mut self, op: u8, rex: u8, mem: Mem, imm: i32) {
        if let Some(imm) = imm8(imm.into()) {
            self.rm_i(Op::one(0x83), rex, Reg(op), mem, u64::from(imm as u8), 1);
        } else {
            self.rm_i(Op::one(0x81), rex, Reg(op), mem, u64::from(imm as u32), 4);
        }
    }

    /// `reg = reg op x`, where x is a register, a slot or an immediate of 32 bits.
    #[inline]
    pub(super) fn alu_rx(&mut self, op: u8, rex: u8, reg: Reg, src: Src) {
        match src {
            Src::Reg(rm) => self.alu_rr(op, rex, reg, rm),
            Src::Slot(slot) => self.rs(Op::one(op << 3 | 3), rex, reg, slot),
            Src::Imm(imm) => {
                debug_assert!(imm32(imm).is_some());
                self.alu_ri(op, rex, reg, imm as i32);
            }
        }
    }

    /// ModRM with a register and an address relative to the end of the instruction, which is yet to be filled in.
    pub(super) fn rip(&mut self, op: Op, reg: Reg) {
        let (head, len) = op.head(0, Fields::reg(reg).with(Fields::modrm(0x05)), 1);
        self.code.put(head, len, 0, 4);
    }

    /// A float instruction of this width whose second operand is a float register, a slot or the bits of a constant.
    #[inline]
    pub(super) fn fx(&mut self, op: Op, width: Width, reg: Reg, src: Src) {
        match src {
            Src::Slot(slot) => self.rs(op, 0, reg, slot),
            Src::Reg(rm) => self.rr(op, 0, reg, rm),
            Src::Imm(bits) => self.rip_constant(op, reg, width, bits as u64),
        }
    }
}
