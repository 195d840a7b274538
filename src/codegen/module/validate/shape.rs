//! A function type as the operand stack sees it: bytes to compare with the bytes on top.

use super::super::FuncType;
use beeline_abi::types::ValType;

/// A list of types as one byte: 0 if it is empty, the type if it has one, [`MANY`] otherwise.
pub type Code = u8;

/// The [`Code`] of a list of two types or more.
pub const MANY: Code = 0xff;

/// A function type, prepared for calls and blocks.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The parameters' types, a byte each, the last one in the highest; of more than eight, something that never is on a stack.
    pub tops: u64,
    /// The bytes of `tops` that are types.
    pub mask: u64,
    /// How many of them there are.
    pub count: usize,
    /// Stack slots that a call needs.
    pub stack_slots: u32,
    /// The parameters.
    pub params: Code,
    /// The results.
    pub results: Code,
}

impl Shape {
    /// The shape of a type.
    pub fn new(ty: &FuncType) -> Self {
        let (mut tops, mut mask) = (0, 0);
        for &param in ty.params.iter().take(8) {
            tops = tops >> 8 | (param as u64) << 56;
            mask = mask >> 8 | 0xff << 56;
        }
        if ty.params.len() > 8 {
            tops = u64::MAX;
        }
        let (params, results) = (code(&ty.params), code(&ty.results));
        Self { tops, mask, count: ty.params.len(), stack_slots: ty.stack_slots, params, results }
    }
}

/// The code of a list of types.
fn code(types: &[ValType]) -> Code {
    match types {
        [] => 0,
        [one] => *one as Code,
        _ => MANY,
    }
}
