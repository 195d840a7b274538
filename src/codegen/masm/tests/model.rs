//! What the operations mean, in Rust, and the values worth trying.

use super::super::{Alu, Cond, Div, Extend, FloatAlu, FloatUnary, Shift, TruncMode, Unary, Width};
use beeline_abi::TrapCode;

pub const WIDTHS: [Width; 2] = [Width::W32, Width::W64];
pub const ALUS: [Alu; 5] = [Alu::Add, Alu::Sub, Alu::And, Alu::Or, Alu::Xor];
pub const SHIFTS: [Shift; 5] = [Shift::Shl, Shift::ShrS, Shift::ShrU, Shift::Rotl, Shift::Rotr];
pub const DIVS: [Div; 4] = [Div::DivS, Div::DivU, Div::RemS, Div::RemU];
pub const UNARIES: [Unary; 3] = [Unary::Clz, Unary::Ctz, Unary::Popcnt];
pub const EXTENDS: [Extend; 8] = [
    Extend::S8W32,
    Extend::S16W32,
    Extend::S8W64,
    Extend::S16W64,
    Extend::S32W64,
    Extend::U32W64,
    Extend::U8,
    Extend::U16,
];
pub const INT_CONDS: [Cond; 10] = [
    Cond::Eq,
    Cond::Ne,
    Cond::LtS,
    Cond::LtU,
    Cond::GtS,
    Cond::GtU,
    Cond::LeS,
    Cond::LeU,
    Cond::GeS,
    Cond::GeU,
];
pub const FLOAT_CONDS: [Cond; 10] = [
    Cond::FEq,
    Cond::FNe,
    Cond::FLt,
    Cond::FGt,
    Cond::FLe,
    Cond::FGe,
    Cond::FNlt,
    Cond::FNgt,
    Cond::FNle,
    Cond::FNge,
];

/// Numbers around every boundary between immediate forms.
pub const INTS: [i64; 41] = [
    0,
    1,
    -1,
    2,
    3,
    5,
    8,
    9,
    12,
    100,
    126,
    127,
    128,
    129,
    -127,
    -128,
    -129,
    -130,
    255,
    256,
    0x7fff,
    0x8000,
    0xffff,
    0x1_0000,
    0x12345,
    0x7fff_fffe,
    0x7fff_ffff,
    0x8000_0000,
    0x8000_0001,
    -0x8000_0000,
    -0x8000_0001,
    0xffff_fffe,
    0xffff_ffff,
    0x1_0000_0000,
    0x1_0000_0001,
    1 << 40,
    !(1 << 40),
    i64::MAX,
    i64::MIN,
    i64::MIN + 1,
    0x0123_4567_89ab_cdef,
];

/// A number as a register of this width holds it.
pub fn held(width: Width, value: i64) -> u64 {
    if width == Width::W32 { u64::from(value as u32) } else { value as u64 }
}

pub fn alu(op: Alu, width: Width, a: u64, b: u64) -> u64 {
    let value = match op {
        Alu::Add => a.wrapping_add(b),
        Alu::Sub => a.wrapping_sub(b),
        Alu::And => a & b,
        Alu::Or => a | b,
        Alu::Xor => a ^ b,
    };
    held(width, value as i64)
}

pub fn shift(op: Shift, width: Width, a: u64, count: u64) -> u64 {
    let n = count as u32;
    if width == Width::W32 {
        let a = a as u32;
        return u64::from(match op {
            Shift::Shl => a.wrapping_shl(n),
            Shift::ShrS => (a as i32).wrapping_shr(n) as u32,
            Shift::ShrU => a.wrapping_shr(n),
            Shift::Rotl => a.rotate_left(n % 32),
            Shift::Rotr => a.rotate_right(n % 32),
        });
    }
    match op {
        Shift::Shl => a.wrapping_shl(n),
        Shift::ShrS => (a as i64).wrapping_shr(n) as u64,
        Shift::ShrU => a.wrapping_shr(n),
        Shift::Rotl => a.rotate_left(n % 64),
        Shift::Rotr => a.rotate_right(n % 64),
    }
}

pub fn div(op: Div, width: Width, a: u64, b: u64) -> Result<u64, TrapCode> {
    let (a, b) = match (op, width) {
        (Div::DivU | Div::RemU, _) => {
            let (zero, quotient) = (TrapCode::IntegerDivideByZero, op == Div::DivU);
            return if quotient { a.checked_div(b) } else { a.checked_rem(b) }.ok_or(zero);
        }
        (_, Width::W32) => (i64::from(a as i32), i64::from(b as i32)),
        (_, Width::W64) => (a as i64, b as i64),
    };
    if b == 0 {
        return Err(TrapCode::IntegerDivideByZero);
    }
    if op == Div::RemS {
        return Ok(held(width, a.wrapping_rem(b)));
    }
    let quotient = a.checked_div(b).ok_or(TrapCode::IntegerOverflow)?;
    if width == Width::W32 && quotient == 1 << 31 {
        return Err(TrapCode::IntegerOverflow);
    }
    Ok(held(width, quotient))
}

pub fn unary(op: Unary, width: Width, a: u64) -> u64 {
    u64::from(match (op, width) {
        (Unary::Clz, Width::W32) => (a as u32).leading_zeros(),
        (Unary::Clz, Width::W64) => a.leading_zeros(),
        (Unary::Ctz, Width::W32) => (a as u32).trailing_zeros(),
        (Unary::Ctz, Width::W64) => a.trailing_zeros(),
        (Unary::Popcnt, Width::W32) => (a as u32).count_ones(),
        (Unary::Popcnt, Width::W64) => a.count_ones(),
    })
}

pub fn extend(op: Extend, a: u64) -> u64 {
    match op {
        Extend::S8W32 => u64::from(a as i8 as u32),
        Extend::S16W32 => u64::from(a as i16 as u32),
        Extend::S8W64 => a as i8 as u64,
        Extend::S16W64 => a as i16 as u64,
        Extend::S32W64 => a as i32 as u64,
        Extend::U32W64 => u64::from(a as u32),
        Extend::U8 => u64::from(a as u8),
        Extend::U16 => u64::from(a as u16),
    }
}

pub fn compare(cond: Cond, width: Width, a: u64, b: u64) -> bool {
    let (s, t) =
        if width == Width::W32 { (i64::from(a as i32), i64::from(b as i32)) } else { (a as i64, b as i64) };
    let (a, b) = if width == Width::W32 { (u64::from(a as u32), u64::from(b as u32)) } else { (a, b) };
    match cond {
        Cond::Eq => a == b,
        Cond::Ne => a != b,
        Cond::LtS => s < t,
        Cond::LtU => a < b,
        Cond::GtS => s > t,
        Cond::GtU => a > b,
        Cond::LeS => s <= t,
        Cond::LeU => a <= b,
        Cond::GeS => s >= t,
        Cond::GeU => a >= b,
        _ => panic!("a float condition"),
    }
}

/// A float's bits as a number of the wider format, which holds all of them.
pub fn float(width: Width, bits: u64) -> f64 {
    if width == Width::W32 { f32::from_bits(bits as u32).into() } else { f64::from_bits(bits) }
}

pub fn compare_float(cond: Cond, width: Width, a: u64, b: u64) -> bool {
    let (a, b) = (float(width, a), float(width, b));
    match cond {
        Cond::FEq => a == b,
        Cond::FNe => a != b,
        Cond::FLt => a < b,
        Cond::FGt => a > b,
        Cond::FLe => a <= b,
        Cond::FGe => a >= b,
        other => !compare_float(other.invert(), Width::W64, a.to_bits(), b.to_bits()),
    }
}

macro_rules! float_model {
    ($alu:ident, $unary:ident, $float:ty, $bits:ty) => {
        fn $alu(op: FloatAlu, a: $bits, b: $bits) -> $bits {
            let (x, y) = (<$float>::from_bits(a), <$float>::from_bits(b));
            let (nan, sign) = (x.is_nan() || y.is_nan(), 1 << (<$bits>::BITS - 1));
            let value = match op {
                FloatAlu::Add => x + y,
                FloatAlu::Sub => x - y,
                FloatAlu::Mul => x * y,
                FloatAlu::Div => x / y,
                FloatAlu::Min | FloatAlu::Max if nan => <$float>::NAN,
                FloatAlu::Min if x == y => return a | b,
                FloatAlu::Max if x == y => return a & b,
                FloatAlu::Min => x.min(y),
                FloatAlu::Max => x.max(y),
                FloatAlu::Copysign => return a & !sign | b & sign,
            };
            value.to_bits()
        }
        fn $unary(op: FloatUnary, a: $bits) -> $bits {
            let (x, sign) = (<$float>::from_bits(a), 1 << (<$bits>::BITS - 1));
            let value = match op {
                FloatUnary::Abs => return a & !sign,
                FloatUnary::Neg => return a ^ sign,
                FloatUnary::Sqrt => x.sqrt(),
                FloatUnary::Ceil => x.ceil(),
                FloatUnary::Floor => x.floor(),
                FloatUnary::Trunc => x.trunc(),
                FloatUnary::Nearest => x.round_ties_even(),
            };
            value.to_bits()
        }
    };
}

float_model!(alu32, unary32, f32, u32);
float_model!(alu64, unary64, f64, u64);

pub fn float_alu(op: FloatAlu, width: Width, a: u64, b: u64) -> u64 {
    if width == Width::W32 { alu32(op, a as u32, b as u32).into() } else { alu64(op, a, b) }
}

pub fn float_unary(op: FloatUnary, width: Width, a: u64) -> u64 {
    if width == Width::W32 { unary32(op, a as u32).into() } else { unary64(op, a) }
}

/// Whether these bits are a NaN of this width.
pub fn is_nan(width: Width, bits: u64) -> bool {
    float(width, bits).is_nan()
}

pub fn int_to_float(to: Width, from: Width, signed: bool, a: u64) -> u64 {
    match (to, from, signed) {
        (Width::W32, Width::W32, true) => (a as i32 as f32).to_bits().into(),
        (Width::W32, Width::W32, false) => (a as u32 as f32).to_bits().into(),
        (Width::W32, Width::W64, true) => (a as i64 as f32).to_bits().into(),
        (Width::W32, Width::W64, false) => (a as f32).to_bits().into(),
        (Width::W64, Width::W32, true) => (a as i32 as f64).to_bits(),
        (Width::W64, Width::W32, false) => (a as u32 as f64).to_bits(),
        (Width::W64, Width::W64, true) => (a as i64 as f64).to_bits(),
        (Width::W64, Width::W64, false) => (a as f64).to_bits(),
    }
}

pub fn float_to_int(
    mode: TruncMode,
    to: Width,
    from: Width,
    signed: bool,
    bits: u64,
) -> Result<u64, TrapCode> {
    let x = float(from, bits);
    if mode == TruncMode::Trap {
        if x.is_nan() {
            return Err(TrapCode::BadConversionToInteger);
        }
        // Powers of two, exact.
        let (low, high) = match (to, signed) {
            (Width::W32, true) => (-2147483648.0, 2147483648.0),
            (Width::W32, false) => (0.0, 4294967296.0),
            (Width::W64, true) => (-9223372036854775808.0, 9223372036854775808.0),
            (Width::W64, false) => (0.0, 18446744073709551616.0),
        };
        let whole = x.trunc();
        if whole < low || whole >= high {
            return Err(TrapCode::IntegerOverflow);
        }
    }
    Ok(match (to, signed) {
        (Width::W32, true) => u64::from(x as i32 as u32),
        (Width::W32, false) => u64::from(x as u32),
        (Width::W64, true) => x as i64 as u64,
        (Width::W64, false) => x as u64,
    })
}

/// Floats of this width around every boundary: signs, infinities, NaNs, subnormals, halves, and both sides of the integers' limits.
pub fn floats(width: Width) -> Vec<u64> {
    let mut values =
        vec![0.0, 0.25, 0.5, 0.75, 0.999, 1.0, 1.5, 2.5, 3.5, 1e10, 1e30, 8388607.5, 4503599627370495.5];
    for power in [31, 32, 52, 53, 63, 64] {
        let edge = 2f64.powi(power);
        values.extend([edge, edge - 1.0, edge + 1.0, edge - 0.5, edge + 0.5]);
    }
    let mut bits = Vec::new();
    for value in values {
        for value in [value, -value] {
            if width == Width::W32 {
                let middle = (value as f32).to_bits();
                bits.extend([middle.wrapping_sub(1).into(), middle.into(), u64::from(middle) + 1]);
            } else {
                let middle = value.to_bits();
                bits.extend([middle.wrapping_sub(1), middle, middle + 1]);
            }
        }
    }
    if width == Width::W32 {
        let sign = 0x8000_0000;
        bits.extend([0x7f80_0000, 0x7fc0_0000, 0x7fa0_0000, 0x7fff_ffff, 0x0080_0000].map(|x| x | sign));
        bits.extend([0x7f80_0000, 0x7fc0_0000, 0x7fa0_0000, 0x7f80_0001, 0x007f_ffff, 0x7f7f_ffff]);
    } else {
        let (inf, sign) = (0x7ff << 52, 1 << 63);
        bits.extend([inf, inf | 1 << 51, inf | 1 << 50, u64::MAX >> 1, 1 << 52].map(|x| x | sign));
        bits.extend([inf, inf | 1 << 51, inf | 1 << 50, inf | 1, (1 << 52) - 1, inf - 1]);
    }
    bits
}
