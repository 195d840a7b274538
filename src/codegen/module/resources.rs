//! [`Resources`]: what wasmparser is told of a module when it validates a body.

#![forbid(unsafe_code)]

use super::Module;
use wasmparser::types::CoreTypeId;
use wasmparser::{
    Error, FuncType, GlobalType, HeapType, MemoryType, RefType, SubType, TableType, ValType,
    ValidatorResources, WasmModuleResources,
};

/// What wasmparser knows of a module, but for the functions that `ref.func` may name in bodies (`refs` of the specification's contexts): exported ones are among them, and it
/// has not seen the exports ([`super::exports`]).
#[derive(Clone)]
pub struct Resources {
    known: ValidatorResources,
    /// Whether functions may be referred to, by index.
    declared: Vec<bool>,
}

impl Resources {
    /// What is known of a module, whose sections in front of the code have been read.
    pub fn new(module: &Module<'_>, known: ValidatorResources) -> Self {
        let declared = (0..module.func_types.len() as u32).map(|func| module.has_funcref(func)).collect();
        Self { known, declared }
    }
}

impl WasmModuleResources for Resources {
    fn is_function_referenced(&self, idx: u32) -> bool {
        self.declared.get(idx as usize).is_some_and(|&declared| declared)
    }

    fn table_at(&self, at: u32) -> Option<TableType> {
        self.known.table_at(at)
    }

    fn memory_at(&self, at: u32) -> Option<MemoryType> {
        self.known.memory_at(at)
    }

    fn tag_at(&self, at: u32) -> Option<&FuncType> {
        self.known.tag_at(at)
    }

    fn global_at(&self, at: u32) -> Option<GlobalType> {
        self.known.global_at(at)
    }

    fn sub_type_at(&self, type_index: u32) -> Option<&SubType> {
        self.known.sub_type_at(type_index)
    }

    fn sub_type_at_id(&self, id: CoreTypeId) -> &SubType {
        self.known.sub_type_at_id(id)
    }

    fn type_id_of_function(&self, func_idx: u32) -> Option<CoreTypeId> {
        self.known.type_id_of_function(func_idx)
    }

    fn type_index_of_function(&self, func_index: u32) -> Option<u32> {
        self.known.type_index_of_function(func_index)
    }

    fn element_type_at(&self, at: u32) -> Option<RefType> {
        self.known.element_type_at(at)
    }

    fn is_subtype(&self, a: ValType, b: ValType) -> bool {
        self.known.is_subtype(a, b)
    }

    fn is_shared(&self, ty: RefType) -> bool {
        self.known.is_shared(ty)
    }

    fn check_heap_type(&self, heap_type: &mut HeapType, offset: u64) -> Result<(), Error> {
        self.known.check_heap_type(heap_type, offset)
    }

    fn top_type(&self, heap_type: &HeapType) -> HeapType {
        self.known.top_type(heap_type)
    }

    fn element_count(&self) -> u32 {
        self.known.element_count()
    }

    fn data_count(&self) -> Option<u32> {
        self.known.data_count()
    }

    fn has_function_exact_type(&self, idx: u32) -> bool {
        self.known.has_function_exact_type(idx)
    }
}
