//! Constant expressions: initial values and offsets (WebAssembly 2.0, 3.3.10, with the extended constant
//! expressions of 3.0).
//!
//! They may read immutable globals and take references only, so evaluating one later than the spec says gives
//! the same value.

use crate::instance::Instance;
use alloc::vec::Vec;
use beeline_abi::info::{
    CONST_ADD32, CONST_ADD64, CONST_FUNC, CONST_GLOBAL, CONST_MUL32, CONST_MUL64, CONST_SUB32, CONST_SUB64,
    CONST_VALUE, Range,
};

/// The value of the operations in `range`; 0 for none.
///
/// # Safety
///
/// The globals that it reads have been initialised.
pub(crate) unsafe fn eval(instance: &mut Instance, range: Range) -> u64 {
    let info = instance.info();
    let mut ops = info.const_expr(range);
    if ops.len() <= 1 {
        return ops.next().map_or(0, |op| leaf(instance, op.op, op.arg));
    }
    let mut stack = Vec::new();
    for op in ops {
        if matches!(op.op, CONST_VALUE | CONST_GLOBAL | CONST_FUNC) {
            stack.push(leaf(instance, op.op, op.arg));
            continue;
        }
        let right: u64 = stack.pop().unwrap_or(0);
        let left: u64 = stack.pop().unwrap_or(0);
        stack.push(match op.op {
            CONST_ADD32 => u64::from((left as u32).wrapping_add(right as u32)),
            CONST_SUB32 => u64::from((left as u32).wrapping_sub(right as u32)),
            CONST_MUL32 => u64::from((left as u32).wrapping_mul(right as u32)),
            CONST_ADD64 => left.wrapping_add(right),
            CONST_SUB64 => left.wrapping_sub(right),
            CONST_MUL64 => left.wrapping_mul(right),
            _ => 0,
        });
    }
    stack.pop().unwrap_or(0)
}

fn leaf(instance: &mut Instance, op: u32, arg: u64) -> u64 {
    match op {
        CONST_VALUE => arg,
        // SAFETY: globals live as long as the instance.
        CONST_GLOBAL => instance.globals.get(arg as usize).map_or(0, |&global| unsafe { (*global).get() }),
        CONST_FUNC => instance.func(arg as u32).expose_provenance() as u64,
        _ => 0,
    }
}
