//! What operators do to the types on the operand stack, by opcode (WebAssembly 3.0, 3.4 and the index of instructions).

use beeline_abi::types::ValType;

pub const I32: u8 = ValType::I32 as u8;
pub const I64: u8 = ValType::I64 as u8;
pub const F32: u8 = ValType::F32 as u8;
pub const F64: u8 = ValType::F64 as u8;
pub const FUNC_REF: u8 = ValType::FuncRef as u8;
pub const EXTERN_REF: u8 = ValType::ExternRef as u8;

/// What is to be done for an operator. The numbers are dense, so that one jump finds the way.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// What is not worth a place in the loop, and what is no operator.
    Rare,
    /// `unreachable`.
    Unreachable,
    /// `nop`.
    Nop,
    /// `block`.
    Block,
    /// `loop`.
    Loop,
    /// `if`.
    If,
    /// `else`.
    Else,
    /// `end`.
    End,
    /// `br`.
    Br,
    /// `br_if`.
    BrIf,
    /// `br_table`.
    BrTable,
    /// `return`.
    Return,
    /// `call`.
    Call,
    /// `call_indirect`.
    CallIndirect,
    /// `drop`.
    Drop,
    /// `select` without a type.
    Select,
    /// `local.get`.
    LocalGet,
    /// `local.set`.
    LocalSet,
    /// `local.tee`.
    LocalTee,
    /// `global.get`.
    GlobalGet,
    /// `global.set`.
    GlobalSet,
    /// Loads a value of type `ty`.
    Load,
    /// Stores a value of type `ty`.
    Store,
    /// `i32.const`.
    Const32,
    /// `i64.const`.
    Const64,
    /// `f32.const` or `f64.const`: a value of type `ty`, which is `number` bytes long.
    Float,
    /// Takes `number` operands (one or two) of type `operand` and leaves one of type `ty`; has no immediates.
    Numeric,
}

/// What an operator does to the operand stack.
#[derive(Clone, Copy)]
pub struct Effect {
    /// What is to be done.
    pub class: Class,
    /// Type of the result, or of a value stored.
    pub ty: u8,
    /// Type of the operands of a numeric operator.
    pub operand: u8,
    /// A number whose meaning depends on the class. Of a load or store, it is the binary logarithm of the bytes accessed, which the alignment must not
    /// exceed.
    pub number: u8,
}

/// The effects of operators, by opcode.
pub const EFFECTS: [Effect; 256] = {
    use Class::*;
    const SINGLE: [(usize, Class); 22] = [
        (0x00, Unreachable),
        (0x01, Nop),
        (0x02, Block),
        (0x03, Loop),
        (0x04, If),
        (0x05, Else),
        (0x0b, End),
        (0x0c, Br),
        (0x0d, BrIf),
        (0x0e, BrTable),
        (0x0f, Return),
        (0x10, Call),
        (0x11, CallIndirect),
        (0x1a, Drop),
        (0x1b, Select),
        (0x20, LocalGet),
        (0x21, LocalSet),
        (0x22, LocalTee),
        (0x23, GlobalGet),
        (0x24, GlobalSet),
        (0x41, Const32),
        (0x42, Const64),
    ];
    // Those from 0x28 on.
    const ACCESSES: [(Class, u8, u8); 23] = [
        (Load, I32, 2),  // i32.load
        (Load, I64, 3),  // i64.load
        (Load, F32, 2),  // f32.load
        (Load, F64, 3),  // f64.load
        (Load, I32, 0),  // i32.load8_s
        (Load, I32, 0),  // i32.load8_u
        (Load, I32, 1),  // i32.load16_s
        (Load, I32, 1),  // i32.load16_u
        (Load, I64, 0),  // i64.load8_s
        (Load, I64, 0),  // i64.load8_u
        (Load, I64, 1),  // i64.load16_s
        (Load, I64, 1),  // i64.load16_u
        (Load, I64, 2),  // i64.load32_s
        (Load, I64, 2),  // i64.load32_u
        (Store, I32, 2), // i32.store
        (Store, I64, 3), // i64.store
        (Store, F32, 2), // f32.store
        (Store, F64, 3), // f64.store
        (Store, I32, 0), // i32.store8
        (Store, I32, 1), // i32.store16
        (Store, I64, 0), // i64.store8
        (Store, I64, 1), // i64.store16
        (Store, I64, 2), // i64.store32
    ];
    // Those from 0x45 on: the last opcode of a run, number and type of the operands, type of the result.
    const NUMERIC: [(usize, u8, u8, u8); 32] = [
        (0x45, 1, I32, I32), // i32.eqz
        (0x4f, 2, I32, I32), // i32.eq ..= i32.ge_u
        (0x50, 1, I64, I32), // i64.eqz
        (0x5a, 2, I64, I32), // i64.eq ..= i64.ge_u
        (0x60, 2, F32, I32), // f32.eq ..= f32.ge
        (0x66, 2, F64, I32), // f64.eq ..= f64.ge
        (0x69, 1, I32, I32), // i32.clz ..= i32.popcnt
        (0x78, 2, I32, I32), // i32.add ..= i32.rotr
        (0x7b, 1, I64, I64), // i64.clz ..= i64.popcnt
        (0x8a, 2, I64, I64), // i64.add ..= i64.rotr
        (0x91, 1, F32, F32), // f32.abs ..= f32.sqrt
        (0x98, 2, F32, F32), // f32.add ..= f32.copysign
        (0x9f, 1, F64, F64), // f64.abs ..= f64.sqrt
        (0xa6, 2, F64, F64), // f64.add ..= f64.copysign
        (0xa7, 1, I64, I32), // i32.wrap_i64
        (0xa9, 1, F32, I32), // i32.trunc_f32_s, i32.trunc_f32_u
        (0xab, 1, F64, I32), // i32.trunc_f64_s, i32.trunc_f64_u
        (0xad, 1, I32, I64), // i64.extend_i32_s, i64.extend_i32_u
        (0xaf, 1, F32, I64), // i64.trunc_f32_s, i64.trunc_f32_u
        (0xb1, 1, F64, I64), // i64.trunc_f64_s, i64.trunc_f64_u
        (0xb3, 1, I32, F32), // f32.convert_i32_s, f32.convert_i32_u
        (0xb5, 1, I64, F32), // f32.convert_i64_s, f32.convert_i64_u
        (0xb6, 1, F64, F32), // f32.demote_f64
        (0xb8, 1, I32, F64), // f64.convert_i32_s, f64.convert_i32_u
        (0xba, 1, I64, F64), // f64.convert_i64_s, f64.convert_i64_u
        (0xbb, 1, F32, F64), // f64.promote_f32
        (0xbc, 1, F32, I32), // i32.reinterpret_f32
        (0xbd, 1, F64, I64), // i64.reinterpret_f64
        (0xbe, 1, I32, F32), // f32.reinterpret_i32
        (0xbf, 1, I64, F64), // f64.reinterpret_i64
        (0xc1, 1, I32, I32), // i32.extend8_s, i32.extend16_s
        (0xc4, 1, I64, I64), // i64.extend8_s ..= i64.extend32_s
    ];
    let mut table = [Effect { class: Rare, ty: 0, operand: 0, number: 0 }; 256];
    let mut nth = 0;
    while nth < SINGLE.len() {
        let (op, class) = SINGLE[nth];
        table[op].class = class;
        nth += 1;
    }
    table[0x43] = Effect { class: Float, ty: F32, operand: 0, number: 4 };
    table[0x44] = Effect { class: Float, ty: F64, operand: 0, number: 8 };
    nth = 0;
    while nth < ACCESSES.len() {
        let (class, ty, number) = ACCESSES[nth];
        table[0x28 + nth] = Effect { class, ty, operand: 0, number };
        nth += 1;
    }
    let mut op = 0x45;
    nth = 0;
    while nth < NUMERIC.len() {
        let (last, number, operand, ty) = NUMERIC[nth];
        while op <= last {
            table[op] = Effect { class: Numeric, ty, operand, number };
            op += 1;
        }
        nth += 1;
    }
    table
};

/// Types of operand and result of the saturating conversions, by the number behind prefix 0xfc.
pub const SATURATING: [(u8, u8); 8] = [
    (F32, I32), // i32.trunc_sat_f32_s
    (F32, I32), // i32.trunc_sat_f32_u
    (F64, I32), // i32.trunc_sat_f64_s
    (F64, I32), // i32.trunc_sat_f64_u
    (F32, I64), // i64.trunc_sat_f32_s
    (F32, I64), // i64.trunc_sat_f32_u
    (F64, I64), // i64.trunc_sat_f64_s
    (F64, I64), // i64.trunc_sat_f64_u
];
