//! wasmparser validates a body while [`Observer`] notes facts about it: the validator that has the last word.

use super::super::{parse_error, val_type};
use super::stack::BlockKind;
use super::{Declared, FuncFacts, Module};
use crate::error::Result;
use beeline_abi::types::ValType;
use wasmparser::{
    BinaryReader, BlockType, BrTable, Frame, FrameKind, FrameStack, FuncToValidate, FuncValidator,
    FuncValidatorAllocations, FunctionBody, VisitOperator, WasmModuleResources,
};

/// Validates a body and leaves its facts in `scratch`. Returns where its operators start in it.
pub fn validate<T: WasmModuleResources>(
    module: &Module<'_>,
    params: &[ValType],
    body: &FunctionBody<'_>,
    to_validate: FuncToValidate<T>,
    facts: &mut FuncFacts,
    allocations: &mut FuncValidatorAllocations,
) -> Result<usize> {
    let index = to_validate.index;
    let features = to_validate.features;
    let mut validator = to_validate.into_validator(std::mem::take(allocations));
    facts.clear(params.len());
    let params = params.len() as u32;
    let mut run = |reader: &mut BinaryReader<'_>| {
        validator.read_locals(reader)?;
        reader.set_features(features);
        let start = reader.original_position();
        while !reader.eof() {
            let offset = reader.original_position();
            let at = (offset - start) as u32;
            let behind =
                body.as_bytes().get((offset - body.range().start + 1) as usize..).unwrap_or_default();
            let mut observer =
                Observer { validator: &mut validator, module, facts, params, offset, at, behind };
            reader.visit_operator(&mut observer)??;
            facts.max_height = facts.max_height.max(validator.operand_stack_height());
        }
        reader.finish_expression(&validator.visitor(reader.original_position()))?;
        Ok(start)
    };
    let mut reader = body.get_binary_reader();
    let start = run(&mut reader).map_err(|error| parse_error(&error, Some(index)))?;
    *allocations = validator.into_allocations();
    Ok((start - body.range().start) as usize)
}

/// Passes every operator on to the validator and notes facts on the way. Facts are noted before the operator is found valid; they are
/// thrown away if it is not.
struct Observer<'v, T> {
    validator: &'v mut FuncValidator<T>,
    module: &'v Module<'v>,
    facts: &'v mut FuncFacts,
    params: u32,
    offset: u64,
    /// Bytes from the first operator.
    at: u32,
    /// What follows an operator of one byte.
    behind: &'v [u8],
}

impl<T: WasmModuleResources> Observer<'_, T> {
    fn get(&mut self, index: u32) {
        let (validator, params) = (&self.validator, self.params);
        self.facts.get(index, || declared(validator, params, index));
    }

    fn set(&mut self, index: u32) {
        let (validator, params) = (&self.validator, self.params);
        self.facts.set(index, || declared(validator, params, index));
    }

    fn enter(&mut self, kind: BlockKind, ty: BlockType) {
        let carries = match ty {
            BlockType::Empty => false,
            BlockType::Type(_) => true,
            BlockType::FuncType(index) => {
                self.module.types.get(index as usize).is_some_and(|ty| !ty.results.is_empty())
            }
        };
        self.facts.enter(kind, carries);
    }

    fn branch(&mut self, depth: u32) {
        self.facts.branches();
        self.facts.branch(depth);
    }

    fn branch_by_table(&mut self, targets: &BrTable<'_>) {
        self.facts.branches();
        for depth in targets.targets().flatten().chain([targets.default()]) {
            self.facts.branch(depth);
        }
        self.facts.end_reach();
    }

    /// Stack slots that a call of type `index` needs. It is not validated yet: an index may be wild.
    fn slots(&self, index: u32) -> u32 {
        self.module.types.get(index as usize).map_or(0, |ty| ty.stack_slots)
    }
}

/// A local, if there is one with this index.
fn declared<T: WasmModuleResources>(
    validator: &FuncValidator<T>,
    params: u32,
    index: u32,
) -> Option<Declared> {
    let ty = val_type(validator.get_local_type(index)?)?;
    Some(Declared { ty, is_param: index < params })
}

impl<T: WasmModuleResources> FrameStack for Observer<'_, T> {
    fn current_frame(&self) -> Option<FrameKind> {
        self.validator.get_control_frame(0).map(|frame: &Frame| frame.kind)
    }
}

/// Notes facts by operator; what is not listed has none.
macro_rules! note {
    (visit_local_get, $o:ident, $index:ident) => {
        $o.get($index)
    };
    (visit_local_set, $o:ident, $index:ident) => {
        $o.set($index)
    };
    (visit_local_tee, $o:ident, $index:ident) => {
        $o.set($index)
    };
    (visit_block, $o:ident, $ty:ident) => {
        $o.enter(BlockKind::Block, $ty)
    };
    (visit_if, $o:ident, $ty:ident) => {
        $o.enter(BlockKind::If, $ty)
    };
    (visit_loop, $o:ident, $ty:ident) => {
        $o.enter(BlockKind::Loop, $ty)
    };
    (visit_else, $o:ident) => {
        $o.facts.turn($o.at)
    };
    (visit_end, $o:ident) => {
        $o.facts.leave($o.at, $o.behind)
    };
    (visit_br, $o:ident, $depth:ident) => {{
        $o.branch($depth);
        $o.facts.end_reach();
    }};
    (visit_br_if, $o:ident, $depth:ident) => {
        $o.branch($depth)
    };
    (visit_br_table, $o:ident, $targets:ident) => {
        $o.branch_by_table(&$targets)
    };
    (visit_return, $o:ident) => {
        $o.facts.end_reach()
    };
    (visit_unreachable, $o:ident) => {
        $o.facts.end_reach()
    };
    (visit_call, $o:ident, $index:ident) => {{
        let slots = $o.module.func_types.get($index as usize).map_or(0, |&ty| $o.slots(ty));
        $o.facts.call(slots, $index < $o.module.func_imports);
    }};
    (visit_call_indirect, $o:ident, $ty:ident, $table:ident) => {{
        let slots = $o.slots($ty);
        $o.facts.call(slots, true);
    }};
    (visit_memory_grow, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_memory_init, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_memory_copy, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_memory_fill, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_data_drop, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_table_grow, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_table_init, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_table_copy, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_table_fill, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    (visit_elem_drop, $o:ident, $($arg:ident),*) => {
        $o.facts.call(0, false)
    };
    ($other:ident, $o:ident, memarg) => {
        $o.facts.memory = true
    };
    ($other:ident, $o:ident $(, $arg:ident)*) => {};
}

macro_rules! observe {
    ($(@$proposal:ident $op:ident $({ $($arg:ident: $argty:ty),* })? => $visit:ident ($($ann:tt)*))*) => {$(
        #[inline]
        fn $visit(&mut self $($(,$arg: $argty)*)?) -> Self::Output {
            note!($visit, self $($(, $arg)*)?);
            self.validator.visitor(self.offset).$visit($($($arg),*)?)
        }
    )*};
}

impl<'a, T: WasmModuleResources> VisitOperator<'a> for Observer<'_, T> {
    type Output = wasmparser::Result<()>;
    wasmparser::for_each_visit_operator!(observe);
}
