//! Operators by family. [`Emitter::operator`] is the only place that knows opcodes (WebAssembly 3.0, 5.4 and the index of instructions); the
//! families know shapes.

mod call;
mod control;
mod convert;
mod divide;
mod float;
mod int;
mod locals;
mod memory;
mod runs;
mod table;

pub use memory::Stored;

use super::func::Emitter;
use crate::masm::{Alu, Cond, Div, Extend, FloatAlu, FloatUnary, Masm, Shift, TruncMode, Unary, Width};
use crate::module::decode::Decoder;
use crate::techniques::Technique;
use beeline_abi::types::ValType::{self, ExternRef, F32, F64, FuncRef, I32, I64};

/// Conditions of the ten integer comparisons, in the order of their opcodes from `eq`.
const INT_CONDS: [Cond; 10] = [
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

/// Conditions of the six float comparisons, in the order of their opcodes.
const FLOAT_CONDS: [Cond; 6] = [Cond::FEq, Cond::FNe, Cond::FLt, Cond::FGt, Cond::FLe, Cond::FGe];

/// One-operand float operators, in the order of their opcodes from `abs`.
const FLOAT_UNARIES: [FloatUnary; 7] = [
    FloatUnary::Abs,
    FloatUnary::Neg,
    FloatUnary::Ceil,
    FloatUnary::Floor,
    FloatUnary::Trunc,
    FloatUnary::Nearest,
    FloatUnary::Sqrt,
];

/// Two-operand float operators, in the order of their opcodes from `add`.
const FLOAT_ALUS: [FloatAlu; 7] = [
    FloatAlu::Add,
    FloatAlu::Sub,
    FloatAlu::Mul,
    FloatAlu::Div,
    FloatAlu::Min,
    FloatAlu::Max,
    FloatAlu::Copysign,
];

impl<'m, M: Masm> Emitter<'m, M> {
    /// Emits the next operator, and skips what cannot be reached behind it. Whether the function goes on.
    ///
    /// `decoder` is the loop's own, which stays in a register. It reads most immediates; what looks ahead, and rare operators that read their own, does so with
    /// `self.decoder`, which is where it is, too, but for operators that only push something. Either of them looks at the next opcode as soon as it knows where that is
    /// ([`Decoder::look`]): 0.99 of emission.
    ///
    /// Part of the emitter's loop: what most operators are spared here (saving registers, looking for the end of reachable code, releasing registers when they
    /// held none) was a fifth of emission. Opcodes are listed one by one: ranges would be compared with one after the other, before or behind a jump table.
    #[inline(always)]
    #[allow(clippy::manual_range_patterns, reason = "ranges are no cases of a jump table")]
    pub(super) fn operator(&mut self, decoder: &mut Decoder<'m>) -> bool {
        use Width::{W32, W64};
        let op = self.opcode(decoder);
        match op {
            // These hold no registers.
            0x20 => {
                let index = decoder.u32();
                decoder.look();
                if decoder.next() != 0x28 {
                    self.local_get(index);
                    return true;
                }
                self.opcode(decoder);
                let arg = decoder.mem_arg();
                self.read(decoder).load_local(memory::LOADS[0x00], arg, index);
            }
            0x41 => {
                let value = decoder.s32();
                decoder.look();
                // The most frequent operators behind a number take it from here.
                let next = decoder.next();
                // i32.add, i32.sub
                let is_added = next | 1 == 0x6b;
                if !(is_added || next == 0x46) || !self.techniques.has(Technique::Constants) {
                    self.push_const(I32, i64::from(value));
                    return true;
                }
                self.opcode(decoder);
                self.read(decoder);
                if is_added {
                    self.add_number(i64::from(if next == 0x6b { value.wrapping_neg() } else { value }));
                } else {
                    self.equals_number(i64::from(value));
                }
            }
            0x42 => {
                let value = decoder.s64();
                decoder.look();
                self.push_const(I64, value);
                return true;
            }
            0x43 => {
                let bits = decoder.f32_bits();
                decoder.look();
                self.push_const(F32, i64::from(bits));
                return true;
            }
            0x44 => {
                let bits = decoder.f64_bits();
                decoder.look();
                self.push_const(F64, bits as i64);
                return true;
            }
            // Behind these, code may be unreachable, or at its end.
            0x00 => {
                self.decoder.go_to(*decoder);
                self.unreachable();
                return self.goes_on(decoder);
            }
            0x05 => {
                self.decoder.go_to(*decoder);
                self.else_();
                return self.goes_on(decoder);
            }
            0x0b => {
                self.decoder.go_to(*decoder);
                self.end();
                return self.goes_on(decoder);
            }
            0x0c => {
                let depth = decoder.u32();
                self.decoder.go_to(*decoder);
                self.branch(depth);
                return self.goes_on(decoder);
            }
            0x0e => {
                self.decoder.go_to(*decoder);
                self.br_table();
                return self.goes_on(decoder);
            }
            0x0f => {
                self.decoder.go_to(*decoder);
                self.return_();
                return self.goes_on(decoder);
            }
            0x01 => {
                self.read(decoder);
            }
            0x02 => {
                let ty = decoder.block_type();
                self.read(decoder).block(ty);
            }
            0x03 => {
                let ty = decoder.block_type();
                self.read(decoder).loop_(ty);
            }
            0x04 => {
                let ty = decoder.block_type();
                self.read(decoder).if_(ty);
            }
            0x0d => {
                let depth = decoder.u32();
                self.read(decoder).br_if(depth);
            }
            0x10 => {
                let func = decoder.u32();
                self.read(decoder).call(func);
            }
            0x11 => self.read(decoder).call_indirect(),
            0x1a => self.read(decoder).drop_top(),
            0x1b => self.read(decoder).select(),
            0x1c => {
                // A typed select has one type; the stack knows it.
                for _ in 0..decoder.u32() {
                    decoder.byte();
                }
                self.read(decoder);
                self.select();
            }
            0x21 => {
                let index = decoder.u32();
                self.read(decoder).local_set(index);
            }
            0x22 => {
                let index = decoder.u32();
                self.read(decoder).local_tee(index);
            }
            0x23 => {
                let index = decoder.u32();
                self.read(decoder).global_get(index);
            }
            0x24 => {
                let index = decoder.u32();
                self.read(decoder).global_set(index);
            }
            0x25 => self.read(decoder).table_get(),
            0x26 => self.read(decoder).table_set(),
            0x28 => {
                let arg = decoder.mem_arg();
                self.read(decoder).load_here(memory::LOADS[0x00], arg)
            }
            0x29 => {
                let arg = decoder.mem_arg();
                self.read(decoder).load_here(memory::LOADS[0x01], arg)
            }
            0x2d => {
                let arg = decoder.mem_arg();
                self.read(decoder).load_here(memory::LOADS[0x05], arg)
            }
            0x2a | 0x2b | 0x2c | 0x2e | 0x2f | 0x30 | 0x31 | 0x32 | 0x33 | 0x34 | 0x35 => {
                let arg = decoder.mem_arg();
                self.read(decoder).load_op(memory::LOADS[usize::from(op - 0x28)], arg)
            }
            0x36 => {
                let arg = decoder.mem_arg();
                self.read(decoder).store_here(memory::STORES[0], arg)
            }
            0x37 => {
                let arg = decoder.mem_arg();
                self.read(decoder).store_op(memory::STORES[1], arg)
            }
            0x38 => {
                let arg = decoder.mem_arg();
                self.read(decoder).store_op(memory::STORES[2], arg)
            }
            0x39 => {
                let arg = decoder.mem_arg();
                self.read(decoder).store_op(memory::STORES[3], arg)
            }
            0x3a | 0x3c => {
                let arg = decoder.mem_arg();
                self.read(decoder).store_op(memory::STORES[4], arg)
            }
            0x3b | 0x3d => {
                let arg = decoder.mem_arg();
                self.read(decoder).store_op(memory::STORES[5], arg)
            }
            0x3e => {
                let arg = decoder.mem_arg();
                self.read(decoder).store_op(memory::STORES[8], arg)
            }
            0x3f => self.read(decoder).memory_size(),
            0x40 => self.read(decoder).memory_grow(),
            0x45 => self.read(decoder).eqz(W32),
            0x46 | 0x47 | 0x48 | 0x49 | 0x4a | 0x4b | 0x4c | 0x4d | 0x4e | 0x4f => {
                self.read(decoder).compare(INT_CONDS[usize::from(op - 0x46)], W32)
            }
            0x50 => self.read(decoder).eqz(W64),
            0x51 | 0x52 | 0x53 | 0x54 | 0x55 | 0x56 | 0x57 | 0x58 | 0x59 | 0x5a => {
                self.read(decoder).compare(INT_CONDS[usize::from(op - 0x51)], W64)
            }
            0x5b | 0x5c | 0x5d | 0x5e | 0x5f | 0x60 => {
                self.read(decoder).float_compare(FLOAT_CONDS[usize::from(op - 0x5b)], W32)
            }
            0x61 | 0x62 | 0x63 | 0x64 | 0x65 | 0x66 => {
                self.read(decoder).float_compare(FLOAT_CONDS[usize::from(op - 0x61)], W64)
            }
            0x67 => self.read(decoder).int_unary(Unary::Clz, W32),
            0x68 => self.read(decoder).int_unary(Unary::Ctz, W32),
            0x69 => self.read(decoder).int_unary(Unary::Popcnt, W32),
            0x6a => self.read(decoder).alu(Alu::Add, W32),
            0x6b => self.read(decoder).alu(Alu::Sub, W32),
            0x6c => self.read(decoder).mul(W32),
            0x6d => self.read(decoder).div(Div::DivS, W32),
            0x6e => self.read(decoder).div(Div::DivU, W32),
            0x6f => self.read(decoder).div(Div::RemS, W32),
            0x70 => self.read(decoder).div(Div::RemU, W32),
            0x71 => self.read(decoder).alu(Alu::And, W32),
            0x72 => self.read(decoder).alu(Alu::Or, W32),
            0x73 => self.read(decoder).xor(),
            0x74 => self.read(decoder).shift(Shift::Shl, W32),
            0x75 => self.read(decoder).shift(Shift::ShrS, W32),
            0x76 => self.read(decoder).shift(Shift::ShrU, W32),
            0x77 => self.read(decoder).shift(Shift::Rotl, W32),
            0x78 => self.read(decoder).shift(Shift::Rotr, W32),
            0x79 => self.read(decoder).int_unary(Unary::Clz, W64),
            0x7a => self.read(decoder).int_unary(Unary::Ctz, W64),
            0x7b => self.read(decoder).int_unary(Unary::Popcnt, W64),
            0x7c => self.read(decoder).alu(Alu::Add, W64),
            0x7d => self.read(decoder).alu(Alu::Sub, W64),
            0x7e => self.read(decoder).mul(W64),
            0x7f => self.read(decoder).div(Div::DivS, W64),
            0x80 => self.read(decoder).div(Div::DivU, W64),
            0x81 => self.read(decoder).div(Div::RemS, W64),
            0x82 => self.read(decoder).div(Div::RemU, W64),
            0x83 => self.read(decoder).alu(Alu::And, W64),
            0x84 => self.read(decoder).alu(Alu::Or, W64),
            0x85 => self.read(decoder).alu(Alu::Xor, W64),
            0x86 => self.read(decoder).shift(Shift::Shl, W64),
            0x87 => self.read(decoder).shift(Shift::ShrS, W64),
            0x88 => self.read(decoder).shift(Shift::ShrU, W64),
            0x89 => self.read(decoder).shift(Shift::Rotl, W64),
            0x8a => self.read(decoder).shift(Shift::Rotr, W64),
            0x8b | 0x8c | 0x8d | 0x8e | 0x8f | 0x90 | 0x91 => {
                self.read(decoder).float_unary(FLOAT_UNARIES[usize::from(op - 0x8b)], W32)
            }
            0x92 | 0x93 | 0x94 | 0x95 | 0x96 | 0x97 | 0x98 => {
                self.read(decoder).float_binary(FLOAT_ALUS[usize::from(op - 0x92)], W32)
            }
            0x99 | 0x9a | 0x9b | 0x9c | 0x9d | 0x9e | 0x9f => {
                self.read(decoder).float_unary(FLOAT_UNARIES[usize::from(op - 0x99)], W64)
            }
            0xa0 | 0xa1 | 0xa2 | 0xa3 | 0xa4 | 0xa5 | 0xa6 => {
                self.read(decoder).float_binary(FLOAT_ALUS[usize::from(op - 0xa0)], W64)
            }
            0xa7 => self.read(decoder).wrap(),
            0xa8 => self.read(decoder).float_to_int(TruncMode::Trap, W32, W32, true),
            0xa9 => self.read(decoder).float_to_int(TruncMode::Trap, W32, W32, false),
            0xaa => self.read(decoder).float_to_int(TruncMode::Trap, W32, W64, true),
            0xab => self.read(decoder).float_to_int(TruncMode::Trap, W32, W64, false),
            0xac => self.read(decoder).extend(Extend::S32W64, I64),
            0xad => self.read(decoder).extend_u(),
            0xae => self.read(decoder).float_to_int(TruncMode::Trap, W64, W32, true),
            0xaf => self.read(decoder).float_to_int(TruncMode::Trap, W64, W32, false),
            0xb0 => self.read(decoder).float_to_int(TruncMode::Trap, W64, W64, true),
            0xb1 => self.read(decoder).float_to_int(TruncMode::Trap, W64, W64, false),
            0xb2 => self.read(decoder).int_to_float(W32, W32, true),
            0xb3 => self.read(decoder).int_to_float(W32, W32, false),
            0xb4 => self.read(decoder).int_to_float(W32, W64, true),
            0xb5 => self.read(decoder).int_to_float(W32, W64, false),
            0xb6 => self.read(decoder).float_to_float(W32),
            0xb7 => self.read(decoder).int_to_float(W64, W32, true),
            0xb8 => self.read(decoder).int_to_float(W64, W32, false),
            0xb9 => self.read(decoder).int_to_float(W64, W64, true),
            0xba => self.read(decoder).int_to_float(W64, W64, false),
            0xbb => self.read(decoder).float_to_float(W64),
            0xbc => self.read(decoder).reinterpret(I32),
            0xbd => self.read(decoder).reinterpret(I64),
            0xbe => self.read(decoder).reinterpret(F32),
            0xbf => self.read(decoder).reinterpret(F64),
            0xc0 => self.read(decoder).extend(Extend::S8W32, I32),
            0xc1 => self.read(decoder).extend(Extend::S16W32, I32),
            0xc2 => self.read(decoder).extend(Extend::S8W64, I64),
            0xc3 => self.read(decoder).extend(Extend::S16W64, I64),
            0xc4 => self.read(decoder).extend(Extend::S32W64, I64),
            0xd0 => {
                // Heap type 0x70 is func, 0x6f is extern.
                let ty = if decoder.s64() == -0x10 { FuncRef } else { ExternRef };
                self.read(decoder);
                self.push_const(ty, 0);
            }
            0xd1 => self.read(decoder).eqz(W64),
            0xd2 => self.read(decoder).ref_func(),
            0xfc => self.read(decoder).prefixed(),
            // Listed as well: a jump table for every byte there is needs no comparison in front.
            0x06 | 0x07 | 0x08 | 0x09 | 0x0a | 0x12 | 0x13 | 0x14 | 0x15 | 0x16 | 0x17 | 0x18 | 0x19
            | 0x1d | 0x1e | 0x1f | 0x27 | 0xc5 | 0xc6 | 0xc7 | 0xc8 | 0xc9 | 0xca | 0xcb | 0xcc | 0xcd
            | 0xce | 0xcf | 0xd3 | 0xd4 | 0xd5 | 0xd6 | 0xd7 | 0xd8 | 0xd9 | 0xda | 0xdb | 0xdc | 0xdd
            | 0xde | 0xdf | 0xe0 | 0xe1 | 0xe2 | 0xe3 | 0xe4 | 0xe5 | 0xe6 | 0xe7 | 0xe8 | 0xe9 | 0xea
            | 0xeb | 0xec | 0xed | 0xee | 0xef | 0xf0 | 0xf1 | 0xf2 | 0xf3 | 0xf4 | 0xf5 | 0xf6 | 0xf7
            | 0xf8 | 0xf9 | 0xfa | 0xfb | 0xfd | 0xfe | 0xff => unreachable!("validated: no other opcode"),
        }
        if !self.pending {
            self.regs.release();
        }
        decoder.go_to(self.decoder);
        true
    }

    /// Passes over the next opcode, which is returned: what is emitted now is that operator's.
    #[inline(always)]
    fn opcode(&mut self, decoder: &mut Decoder<'m>) -> u8 {
        self.m.code_mut().set_place(decoder.place());
        let op = decoder.next();
        decoder.step();
        op
    }

    /// `decoder` has read the operator, or what of it the operator does not read itself. Returns the emitter, for the operator.
    #[inline(always)]
    fn read(&mut self, decoder: &mut Decoder<'m>) -> &mut Self {
        decoder.look();
        self.decoder.go_to(*decoder);
        self
    }

    /// Reads an index, which may be the last immediate of its operator.
    pub(in crate::compile) fn index(&mut self) -> u32 {
        let index = self.decoder.u32();
        self.decoder.look();
        index
    }

    /// The end of an operator behind which code may be unreachable: skips that. Whether the function goes on.
    #[inline(always)]
    fn goes_on(&mut self, decoder: &mut Decoder<'m>) -> bool {
        debug_assert!(!self.pending);
        self.regs.release();
        self.skip_unreachable();
        if self.blocks.is_empty() {
            return false;
        }
        self.decoder.look();
        decoder.go_to(self.decoder);
        true
    }

    /// Operators with prefix 0xfc.
    fn prefixed(&mut self) {
        use TruncMode::Saturate;
        use Width::{W32, W64};
        match self.index() {
            0 => self.float_to_int(Saturate, W32, W32, true),
            1 => self.float_to_int(Saturate, W32, W32, false),
            2 => self.float_to_int(Saturate, W32, W64, true),
            3 => self.float_to_int(Saturate, W32, W64, false),
            4 => self.float_to_int(Saturate, W64, W32, true),
            5 => self.float_to_int(Saturate, W64, W32, false),
            6 => self.float_to_int(Saturate, W64, W64, true),
            7 => self.float_to_int(Saturate, W64, W64, false),
            8 => self.memory_init(),
            9 => self.data_drop(),
            10 => self.memory_copy(),
            11 => self.memory_fill(),
            12 => self.table_init(),
            13 => self.elem_drop(),
            14 => self.table_copy(),
            15 => self.table_grow(),
            16 => self.table_size(),
            17 => self.table_fill(),
            _ => unreachable!("validated: no other opcode"),
        }
    }
}

/// The integer type of a width.
fn int(width: Width) -> ValType {
    match width {
        Width::W32 => I32,
        Width::W64 => I64,
    }
}

/// The float type of a width.
fn float(width: Width) -> ValType {
    match width {
        Width::W32 => F32,
        Width::W64 => F64,
    }
}
