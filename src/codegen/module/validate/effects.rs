//! What operators do to the types on the operand stack, by opcode (WebAssembly 3.0, 3.4 and the index of instructions).

use beeline_abi::types::ValType;

pub const I32: u8 = ValType::I32 as u8;
pub const I64: u8 = ValType::I64 as u8;
pub const F32: u8 = ValType::F32 as u8;
pub const F64: u8 = ValType::F64 as u8;
pub const FUNC_REF: u8 = ValType::FuncRef as u8;
pub const EXTERN_REF: u8 = ValType::ExternRef as u8;

/// What a load, a store or a numeric operator does to the operand stack.
#[derive(Clone, Copy)]
#[repr(align(4))]
pub struct Effect {
    /// Type of the result, or of a value stored.
    pub ty: u8,
    /// Type of the operands of a numeric operator.
    pub operand: u8,
    /// How many operands a numeric operator takes, one or two. Of a load or store, the binary logarithm of the bytes accessed, which the alignment must not
    /// exceed.
    pub number: u8,
}

/// The effects of loads, stores and numeric operators, by opcode.
pub const EFFECTS: [Effect; 256] = {
    // Those from 0x28 on.
    const ACCESSES: [(u8, u8); 23] = [
        (I32, 2), // i32.load
        (I64, 3), // i64.load
        (F32, 2), // f32.load
        (F64, 3), // f64.load
        (I32, 0), // i32.load8_s
        (I32, 0), // i32.load8_u
        (I32, 1), // i32.load16_s
        (I32, 1), // i32.load16_u
        (I64, 0), // i64.load8_s
        (I64, 0), // i64.load8_u
        (I64, 1), // i64.load16_s
        (I64, 1), // i64.load16_u
        (I64, 2), // i64.load32_s
        (I64, 2), // i64.load32_u
        (I32, 2), // i32.store
        (I64, 3), // i64.store
        (F32, 2), // f32.store
        (F64, 3), // f64.store
        (I32, 0), // i32.store8
        (I32, 1), // i32.store16
        (I64, 0), // i64.store8
        (I64, 1), // i64.store16
        (I64, 2), // i64.store32
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
    let mut table = [Effect { ty: 0, operand: 0, number: 0 }; 256];
    let mut nth = 0;
    while nth < ACCESSES.len() {
        let (ty, number) = ACCESSES[nth];
        table[0x28 + nth] = Effect { ty, operand: 0, number };
        nth += 1;
    }
    let mut op = 0x45;
    nth = 0;
    while nth < NUMERIC.len() {
        let (last, number, operand, ty) = NUMERIC[nth];
        while op <= last {
            table[op] = Effect { ty, operand, number };
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
