//! Instruction encoding: base words, and the fields that go into them.
//!
//! Every instruction is one 32-bit word, put together from a base word that fixes the operation and from register and immediate fields.
//! `dynasm!` has the operation, and with it the width, in the text of the macro, so a shape that serves ten operations of two widths
//! would be twenty macros; here it is one line. Immediates are legalised by the callers, with the predicates at the end of this file, so nothing here
//! fails. Fixed sequences are written with `dynasm!`. Field layouts: Arm ARM (DDI 0487), C4.1 and C6.2.

use super::super::{Reg, Width};
use super::Arm64;
use dynasmrt::aarch64;

/// First scratch register: addresses, first operands.
pub const X16: Reg = Reg(16);
/// Second scratch register: values to be stored, second operands.
pub const X17: Reg = Reg(17);
/// Carries the caller's P at calls that leave the instance.
pub const CALLER_P: Reg = Reg(15);
/// P.
pub const P: Reg = Reg(28);
/// Frame pointer.
pub const FP: Reg = Reg(29);
/// The number of the stack pointer in addresses and in additions of immediates.
pub const SP: Reg = Reg(31);
/// The number of the zero register everywhere else.
pub const ZR: Reg = Reg(31);
/// Scratch float registers.
pub const V30: Reg = Reg::float(30);
/// See [`V30`].
pub const V31: Reg = Reg::float(31);

/// The bit that makes an operation of general registers a 64-bit one.
pub const SF: u32 = 1 << 31;
/// The bit that makes a float operation a double-precision one.
pub const DOUBLE: u32 = 1 << 22;

/// [`SF`] for 64 bits.
#[inline]
pub const fn sf(width: Width) -> u32 {
    match width {
        Width::W32 => 0,
        Width::W64 => SF,
    }
}

/// [`DOUBLE`] for 64 bits.
#[inline]
pub const fn double(width: Width) -> u32 {
    match width {
        Width::W32 => 0,
        Width::W64 => DOUBLE,
    }
}

/// A condition of `b.cond`, `csel` and the like, by its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cc(pub u32);

impl Cc {
    pub const EQ: Self = Self(0);
    pub const NE: Self = Self(1);
    pub const HS: Self = Self(2);
    pub const LO: Self = Self(3);
    pub const MI: Self = Self(4);
    pub const PL: Self = Self(5);
    pub const VS: Self = Self(6);
    pub const HI: Self = Self(8);
    pub const LS: Self = Self(9);
    pub const GE: Self = Self(10);
    pub const LT: Self = Self(11);
    pub const GT: Self = Self(12);
    pub const LE: Self = Self(13);

    /// The opposite condition.
    pub const fn invert(self) -> Self {
        Self(self.0 ^ 1)
    }
}

/// Base words. Register fields are zero, and so are [`SF`] and [`DOUBLE`] where the width is an operand.
#[allow(missing_docs, reason = "the names are the mnemonics")]
pub mod op {
    // Immediate of 12 bits.
    pub const ADD_I: u32 = 0x1100_0000;
    pub const SUB_I: u32 = 0x5100_0000;
    pub const ADDS_I: u32 = 0x3100_0000;
    pub const SUBS_I: u32 = 0x7100_0000;
    // Bit pattern.
    pub const AND_I: u32 = 0x1200_0000;
    pub const ORR_I: u32 = 0x3200_0000;
    pub const EOR_I: u32 = 0x5200_0000;
    pub const ANDS_I: u32 = 0x7200_0000;
    // Immediate of 16 bits.
    pub const MOVN: u32 = 0x1280_0000;
    pub const MOVZ: u32 = 0x5280_0000;
    pub const MOVK: u32 = 0x7280_0000;
    // Three registers, the last one shifted.
    pub const ADD: u32 = 0x0b00_0000;
    pub const SUB: u32 = 0x4b00_0000;
    pub const SUBS: u32 = 0x6b00_0000;
    pub const AND: u32 = 0x0a00_0000;
    pub const ORR: u32 = 0x2a00_0000;
    pub const ORN: u32 = 0x2a20_0000;
    pub const EOR: u32 = 0x4a00_0000;
    pub const ANDS: u32 = 0x6a00_0000;
    // Three registers, the last one extended.
    pub const ADD_UXTX: u32 = 0x8b20_6000;
    pub const ADD_SXTW: u32 = 0x8b20_c000;
    pub const SUBS_SXTW: u32 = 0xeb20_c000;
    pub const SUBS_UXTW: u32 = 0xeb20_4000;
    // Three registers.
    pub const LSLV: u32 = 0x1ac0_2000;
    pub const LSRV: u32 = 0x1ac0_2400;
    pub const ASRV: u32 = 0x1ac0_2800;
    pub const RORV: u32 = 0x1ac0_2c00;
    pub const UDIV: u32 = 0x1ac0_0800;
    pub const SDIV: u32 = 0x1ac0_0c00;
    pub const MUL: u32 = 0x1b00_7c00;
    pub const UMULL: u32 = 0x9ba0_7c00;
    pub const UMULH: u32 = 0x9bc0_7c00;
    // Four registers.
    pub const MADD: u32 = 0x1b00_0000;
    pub const MSUB: u32 = 0x1b00_8000;
    // Bit fields, without the second width bit; see `Arm64::bitfield`.
    pub const SBFM: u32 = 0x1300_0000;
    pub const UBFM: u32 = 0x5300_0000;
    pub const EXTR: u32 = 0x1380_0000;
    // Two registers.
    pub const CLZ: u32 = 0x5ac0_1000;
    pub const RBIT: u32 = 0x5ac0_0000;
    // Conditional.
    pub const CSEL: u32 = 0x1a80_0000;
    pub const CSINC: u32 = 0x1a80_0400;
    pub const CCMP_I: u32 = 0x7a40_0800;
    // Control.
    pub const B: u32 = 0x1400_0000;
    pub const BL: u32 = 0x9400_0000;
    pub const B_COND: u32 = 0x5400_0000;
    pub const CBZ: u32 = 0x3400_0000;
    pub const TBZ: u32 = 0x3600_0000;
    pub const BR: u32 = 0xd61f_0000;
    pub const BLR: u32 = 0xd63f_0000;
    pub const ADR: u32 = 0x1000_0000;
    // Pairs of 64-bit registers with a signed offset.
    pub const STP: u32 = 0xa900_0000;
    pub const LDP: u32 = 0xa940_0000;
    pub const STP_D: u32 = 0x6d00_0000;
    pub const LDP_D: u32 = 0x6d40_0000;
    // Two float registers.
    pub const FMOV: u32 = 0x1e20_4000;
    pub const FABS: u32 = 0x1e20_c000;
    pub const FNEG: u32 = 0x1e21_4000;
    pub const FSQRT: u32 = 0x1e21_c000;
    pub const FCVT_TO_S: u32 = 0x1e62_4000;
    pub const FCVT_TO_D: u32 = 0x1e22_c000;
    pub const FRINTN: u32 = 0x1e24_4000;
    pub const FRINTP: u32 = 0x1e24_c000;
    pub const FRINTM: u32 = 0x1e25_4000;
    pub const FRINTZ: u32 = 0x1e25_c000;
    // Three float registers.
    pub const FMUL: u32 = 0x1e20_0800;
    pub const FDIV: u32 = 0x1e20_1800;
    pub const FADD: u32 = 0x1e20_2800;
    pub const FSUB: u32 = 0x1e20_3800;
    pub const FMAX: u32 = 0x1e20_4800;
    pub const FMIN: u32 = 0x1e20_5800;
    // Float comparisons and selection.
    pub const FCMP: u32 = 0x1e20_2000;
    pub const FCCMP: u32 = 0x1e20_0400;
    pub const FCSEL: u32 = 0x1e20_0c00;
    // Between the files; both width bits count.
    pub const FMOV_I: u32 = 0x1e20_1000;
    pub const SCVTF: u32 = 0x1e22_0000;
    pub const UCVTF: u32 = 0x1e23_0000;
    pub const FCVTZS: u32 = 0x1e38_0000;
    pub const FCVTZU: u32 = 0x1e39_0000;
    pub const FMOV_RF: u32 = 0x1e26_0000;
    pub const FMOV_FR: u32 = 0x1e27_0000;
    // Vectors: `d` or `8b`.
    pub const CNT_8B: u32 = 0x0e20_5800;
    pub const ADDV_8B: u32 = 0x0e31_b800;
    pub const MOVI_ZERO: u32 = 0x2f00_e400;
    /// Right by 31 in each of two lanes, and by 63 in one.
    pub const USHR_31: u32 = 0x2f21_0400;
    pub const USHR_63: u32 = 0x7f41_0400;
    /// Shifted left by as much into the top bit, which alone changes.
    pub const SLI_31: u32 = 0x2f3f_5400;
    pub const SLI_63: u32 = 0x7f7f_5400;
}

/// The field of a first source register.
#[inline]
pub const fn rn(reg: Reg) -> u32 {
    (reg.code() as u32) << 5
}

/// The field of a second source register.
#[inline]
pub const fn rm(reg: Reg) -> u32 {
    (reg.code() as u32) << 16
}

/// The field of a third source register, or of the second of a pair.
#[inline]
pub const fn ra(reg: Reg) -> u32 {
    (reg.code() as u32) << 10
}

/// The field of a destination register.
#[inline]
pub const fn rd(reg: Reg) -> u32 {
    reg.code() as u32
}

impl Arm64 {
    /// Appends an instruction.
    #[inline]
    pub(super) fn ins(&mut self, word: u32) {
        self.code.put_word(word);
    }

    /// Destination and one source.
    #[inline]
    pub(super) fn rr(&mut self, op: u32, dst: Reg, src: Reg) {
        self.ins(op | rn(src) | rd(dst));
    }

    /// Destination and two sources.
    #[inline]
    pub(super) fn rrr(&mut self, op: u32, dst: Reg, lhs: Reg, rhs: Reg) {
        self.ins(op | rm(rhs) | rn(lhs) | rd(dst));
    }

    /// Destination and three sources: `dst = acc op lhs * rhs`.
    #[inline]
    pub(super) fn rrrr(&mut self, op: u32, dst: Reg, lhs: Reg, rhs: Reg, acc: Reg) {
        self.ins(op | rm(rhs) | ra(acc) | rn(lhs) | rd(dst));
    }

    /// `sbfm` or `ubfm`, from which come shifts by constants and extensions.
    pub(super) fn bitfield(&mut self, op: u32, width: Width, dst: Reg, src: Reg, immr: u32, imms: u32) {
        let width = match width {
            Width::W32 => 0,
            Width::W64 => SF | 1 << 22,
        };
        self.ins(op | width | immr << 16 | imms << 10 | rn(src) | rd(dst));
    }
}

/// The field of an immediate of `add`, `sub` and comparisons: 12 bits, or 12 bits above 12 zeros.
#[inline]
pub const fn imm12(imm: i64) -> Option<u32> {
    if imm as u64 <= 0xfff {
        Some((imm as u32) << 10)
    } else if imm as u64 <= 0xff_ffff && imm & 0xfff == 0 {
        Some(1 << 22 | (imm as u32 >> 12) << 10)
    } else {
        None
    }
}

/// The field of a bit pattern of `and`, `orr`, `eor`, `tst`: a run of ones, rotated, repeated. Not all patterns are of that kind; zero and all ones are not.
pub fn bit_pattern(width: Width, imm: i64) -> Option<u32> {
    let bits = match width {
        Width::W32 => aarch64::encode_logical_immediate_32bit(imm as u32),
        Width::W64 => aarch64::encode_logical_immediate_64bit(imm as u64),
    };
    bits.map(|bits| u32::from(bits) << 10)
}

/// The field of a float constant of `fmov`: a sign, three bits of exponent and four of fraction, which are the same numbers in both widths.
pub fn float_pattern(width: Width, bits: u64) -> Option<u32> {
    let number = match width {
        Width::W32 => f32::from_bits(bits as u32),
        Width::W64 => {
            let number = f64::from_bits(bits);
            Some(number as f32).filter(|&single| f64::from(single).to_bits() == bits)?
        }
    };
    aarch64::encode_floating_point_immediate(number).map(|bits| u32::from(bits) << 13)
}
