//! Pass 1: wasmparser validates a body while [`Observer`] gathers [`FuncFacts`], a few instructions per operator, O(1) each.
//!
//! A module is free to declare 50,000 locals in five bytes, so nothing here or in emission may touch every declared local: facts are kept only for locals that the body
//! names, in a table that is cleared through the list of those.

#![forbid(unsafe_code)]

use super::decode::Operators;
use super::parse_error;
use crate::error::Result;
use beeline_abi::types::ValType;
use wasmparser::{
    BinaryReader, Frame, FrameKind, FrameStack, FuncToValidate, FuncValidator, FuncValidatorAllocations,
    FunctionBody, VisitOperator, WasmModuleResources,
};

/// What is known of a local before its function is emitted.
#[derive(Clone, Copy, Debug)]
pub struct LocalFacts {
    /// Its type; `None` if the body does not name it.
    pub ty: Option<ValType>,
    /// Accesses, each counted as 8 to the power of the depth of loops around it (at most 4), saturating.
    pub weight: u32,
    /// Accesses in the text.
    pub accesses: u32,
    /// Whether its initial zero may be read.
    pub needs_zero: bool,
    /// Whether it is read behind a label without having been written since.
    pub exposed: bool,
    /// While observing: set on every path to here since the start of an enclosing block.
    set: bool,
    /// While observing: the stretch between two labels in which it was set last.
    stretch: u32,
}

const UNUSED: LocalFacts = LocalFacts {
    ty: None,
    weight: 0,
    accesses: 0,
    needs_zero: false,
    exposed: false,
    set: false,
    stretch: 0,
};

/// What is known of a function before it is emitted.
#[derive(Debug, Default)]
pub struct FuncFacts {
    /// Facts of locals by index; may be shorter than the list of locals.
    pub locals: Vec<LocalFacts>,
    /// The locals that the body names, in the order of first mention.
    pub named: Vec<u32>,
    /// Whether anything is called, the runtime included.
    pub calls: bool,
    /// Whether a call may leave the instance.
    pub leaves: bool,
    /// Whether memory is accessed.
    pub memory: bool,
    /// Greatest height of the operand stack.
    pub max_height: u32,
    /// Stack slots that the calls need.
    pub out_slots: u32,
    control: Vec<Control>,
    set_locals: Vec<u32>,
    weight: u32,
    /// Counts stretches of code that control enters at the front only. The parameters are set in the first, number 0.
    stretch: u32,
}

/// A block that is open while observing.
#[derive(Clone, Copy, Debug)]
struct Control {
    /// The weight outside.
    weight: u32,
    /// How many of `set_locals` were set before it.
    set_locals: u32,
}

impl FuncFacts {
    /// Facts of a local; those of one that is not named if there are none.
    pub fn local(&self, index: u32) -> LocalFacts {
        self.locals.get(index as usize).copied().unwrap_or(UNUSED)
    }

    fn clear(&mut self) {
        for &index in &self.named {
            self.locals[index as usize] = UNUSED;
        }
        self.named.clear();
        self.control.clear();
        self.set_locals.clear();
        (self.calls, self.leaves, self.memory) = (false, false, false);
        (self.max_height, self.out_slots) = (0, 0);
        self.weight = 1;
        self.stretch = 0;
    }

    fn touch(&mut self, index: u32, ty: impl FnOnce() -> Option<ValType>) -> &mut LocalFacts {
        let at = index as usize;
        if at >= self.locals.len() {
            self.locals.resize(at + 1, UNUSED);
        }
        let weight = self.weight;
        let local = &mut self.locals[at];
        if local.ty.is_none() {
            local.ty = ty();
            self.named.push(index);
        }
        local.weight = local.weight.saturating_add(weight);
        local.accesses += 1;
        local
    }

    fn enter(&mut self, is_loop: bool) {
        self.control.push(Control { weight: self.weight, set_locals: self.set_locals.len() as u32 });
        if is_loop {
            self.stretch += 1;
            if self.weight < 4096 {
                self.weight *= 8;
            }
        }
    }

    /// Forgets what was set since the start of the block: its end can be reached around that.
    fn forget_sets(&mut self, control: Control) {
        self.stretch += 1;
        for index in self.set_locals.drain(control.set_locals as usize..) {
            self.locals[index as usize].set = false;
        }
    }
}

/// What pass 1 needs besides the body; one per worker.
#[derive(Default)]
pub struct Scratch {
    /// The facts of the function looked at last.
    pub facts: FuncFacts,
    allocations: FuncValidatorAllocations,
}

/// Signatures that calls refer to: what the observer needs of the module.
pub trait Callees {
    /// Stack slots that a call of function `index` needs.
    fn call_slots(&self, index: u32) -> u32;
    /// Stack slots that a call of type `index` needs.
    fn type_slots(&self, index: u32) -> u32;
    /// Whether function `index` is imported.
    fn is_import(&self, index: u32) -> bool;
}

impl Callees for super::Module<'_> {
    fn call_slots(&self, index: u32) -> u32 {
        // The body is not validated yet: an index may be wild.
        self.func_types.get(index as usize).map_or(0, |&ty| self.type_slots(ty))
    }
    fn type_slots(&self, index: u32) -> u32 {
        self.types.get(index as usize).map_or(0, |ty| ty.stack_slots)
    }
    fn is_import(&self, index: u32) -> bool {
        index < self.func_imports
    }
}

/// Validates a body and leaves its facts in `scratch`. Returns its operators.
pub fn validate<'a, T: WasmModuleResources, C: Callees>(
    callees: &C,
    params: &[ValType],
    body: &FunctionBody<'a>,
    to_validate: FuncToValidate<T>,
    scratch: &mut Scratch,
) -> Result<Operators<'a>> {
    let index = to_validate.index;
    let features = to_validate.features;
    let mut validator = to_validate.into_validator(std::mem::take(&mut scratch.allocations));
    scratch.facts.clear();
    for (local, _) in params.iter().enumerate() {
        // A parameter has its value from the start. It becomes a named one only by an access.
        if local >= scratch.facts.locals.len() {
            scratch.facts.locals.resize(local + 1, UNUSED);
        }
    }
    let params = params.len() as u32;
    let mut run = |reader: &mut BinaryReader<'_>| {
        validator.read_locals(reader)?;
        reader.set_features(features);
        let start = reader.original_position();
        while !reader.eof() {
            let offset = reader.original_position();
            let mut observer =
                Observer { validator: &mut validator, callees, facts: &mut scratch.facts, params, offset };
            reader.visit_operator(&mut observer)??;
            let height = validator.operand_stack_height();
            scratch.facts.max_height = scratch.facts.max_height.max(height);
        }
        reader.finish_expression(&validator.visitor(reader.original_position()))?;
        Ok(start)
    };
    let mut reader = body.get_binary_reader();
    let start = run(&mut reader).map_err(|error| parse_error(&error, Some(index)))?;
    scratch.allocations = validator.into_allocations();
    let range = body.range();
    Ok(Operators::accepted(&body.as_bytes()[(start - range.start) as usize..], range.end as u32))
}

/// Passes every operator on to the validator and notes facts on the way. Facts are noted before the operator is found valid; they are
/// thrown away if it is not.
struct Observer<'v, T, C> {
    validator: &'v mut FuncValidator<T>,
    callees: &'v C,
    facts: &'v mut FuncFacts,
    params: u32,
    offset: u64,
}

impl<T: WasmModuleResources, C> Observer<'_, T, C> {
    fn get(&mut self, index: u32) {
        let is_param = index < self.params;
        let validator = &self.validator;
        let ty = || super::val_type(validator.get_local_type(index)?);
        let stretch = self.facts.stretch;
        let local = self.facts.touch(index, ty);
        if !local.set && !is_param {
            local.needs_zero = true;
        }
        let set_here = local.stretch == stretch && (local.set || is_param);
        local.exposed |= !set_here;
    }

    fn set(&mut self, index: u32) {
        let validator = &self.validator;
        let ty = || super::val_type(validator.get_local_type(index)?);
        let stretch = self.facts.stretch;
        let local = self.facts.touch(index, ty);
        local.stretch = stretch;
        if !local.set {
            local.set = true;
            self.facts.set_locals.push(index);
        }
    }
}

impl<T: WasmModuleResources, C: Callees> FrameStack for Observer<'_, T, C> {
    fn current_frame(&self) -> Option<FrameKind> {
        self.validator.get_control_frame(0).map(|frame: &Frame| frame.kind)
    }
}

/// Notes facts by operator; what is not listed has none.
macro_rules! note {
    (visit_local_get, $o:ident, $index:ident) => {
        if $index < $o.validator.len_locals() {
            $o.get($index);
        }
    };
    (visit_local_set, $o:ident, $index:ident) => {
        if $index < $o.validator.len_locals() {
            $o.set($index);
        }
    };
    (visit_local_tee, $o:ident, $index:ident) => {
        if $index < $o.validator.len_locals() {
            $o.set($index);
        }
    };
    (visit_block, $o:ident, $ty:ident) => {
        $o.facts.enter(false)
    };
    (visit_if, $o:ident, $ty:ident) => {
        $o.facts.enter(false)
    };
    (visit_loop, $o:ident, $ty:ident) => {
        $o.facts.enter(true)
    };
    (visit_else, $o:ident) => {
        if let Some(&control) = $o.facts.control.last() {
            $o.facts.forget_sets(control);
        }
    };
    (visit_end, $o:ident) => {
        if let Some(control) = $o.facts.control.pop() {
            $o.facts.forget_sets(control);
            $o.facts.weight = control.weight;
        }
    };
    (visit_call, $o:ident, $index:ident) => {{
        $o.facts.calls = true;
        $o.facts.leaves |= $o.callees.is_import($index);
        $o.facts.out_slots = $o.facts.out_slots.max($o.callees.call_slots($index));
    }};
    (visit_call_indirect, $o:ident, $ty:ident, $table:ident) => {{
        $o.facts.calls = true;
        $o.facts.leaves = true;
        $o.facts.out_slots = $o.facts.out_slots.max($o.callees.type_slots($ty));
    }};
    (visit_memory_grow, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_memory_init, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_memory_copy, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_memory_fill, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_data_drop, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_table_grow, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_table_init, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_table_copy, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_table_fill, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
    };
    (visit_elem_drop, $o:ident, $($arg:ident),*) => {
        $o.facts.calls = true
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

impl<'a, T: WasmModuleResources, C: Callees> VisitOperator<'a> for Observer<'_, T, C> {
    type Output = wasmparser::Result<()>;
    wasmparser::for_each_visit_operator!(observe);
}
