//! Both validators side by side: debug builds and tests let wasmparser look at whatever the quick one has accepted.

use super::super::Module;
use super::{FuncFacts, observer};
use beeline_abi::types::ValType;
use wasmparser::{FuncToValidate, FuncValidatorAllocations, FunctionBody, WasmModuleResources};

/// Checks that wasmparser accepts a body that the quick validator has accepted, and finds the same facts and operators.
///
/// # Panics
///
/// It does not.
pub fn confirm<T: WasmModuleResources>(
    module: &Module<'_>,
    params: &[ValType],
    body: &FunctionBody<'_>,
    to_validate: &FuncToValidate<T>,
    facts: &FuncFacts,
    start: usize,
) {
    let (mut observed, mut allocations) = (FuncFacts::default(), FuncValidatorAllocations::default());
    let result =
        observer::validate(module, params, body, again(to_validate), &mut observed, &mut allocations);
    let at = body.range().start;
    match result {
        Ok(seen) => assert_eq!(start, seen, "where the operators start in the body at {at:#x}"),
        Err(error) => panic!("the body at {at:#x} was accepted, but: {error:?}"),
    }
    assert_eq!(visible(facts), visible(&observed), "facts of the body at {at:#x}");
}

/// The same function to validate, once more.
pub fn again<T>(to_validate: &FuncToValidate<T>) -> FuncToValidate<&T> {
    let FuncToValidate { resources, index, ty, features } = to_validate;
    FuncToValidate { resources, index: *index, ty: *ty, features: *features }
}

/// All that emission may ask of facts.
pub fn visible(facts: &FuncFacts) -> impl PartialEq + std::fmt::Debug {
    let locals: Vec<_> = facts
        .named
        .iter()
        .map(|&index| {
            let local = facts.local(index);
            (index, local.ty, local.weight(), local.accesses(), local.needs_zero, local.exposed)
        })
        .collect();
    (locals, facts.ends.clone(), facts.calls, facts.leaves, facts.memory, facts.max_height, facts.out_slots)
}
