//! Bytes to facts: reads every section but the bodies, with wasmparser validating as it goes, into [`Module`], which emission and the info blob
//! need, and [`Tail`], which the info blob needs. Bodies are handed on as [`Body`]s, to be validated ([`validate`]) and emitted in any order, while the tail is still
//! being read.

mod ahead;
pub mod bodies;
pub mod datas;
pub mod decode;
mod exports;
pub mod info;
pub mod resources;
pub mod sections;
pub mod validate;

use crate::error::{Error, ErrorKind, Result};
use crate::feature::Feature;
use beeline_abi::callconv::{Loc, Locs};
use beeline_abi::info::Layout;
use beeline_abi::types::{SigId, ValType};
use beeline_abi::{Libcall, Signature, vm};
use datas::Datas;
use resources::Resources;
use smallvec::SmallVec;
use wasmparser::{FuncToValidate, FunctionBody, WasmFeatures};

/// A function type.
#[derive(Clone, Debug)]
pub struct FuncType {
    /// Parameters.
    pub params: Vec<ValType>,
    /// Results.
    pub results: Vec<ValType>,
    /// The self-describing signature id, unless the signature is too long for one.
    pub sig: Option<SigId>,
    /// Where the parameters travel.
    pub param_locs: Vec<Loc>,
    /// Stack slots of the parameters.
    pub stack_params: u32,
    /// Stack slots of parameters and results.
    pub stack_slots: u32,
}

impl FuncType {
    /// The type with these parameters and results.
    pub fn new(params: Vec<ValType>, results: Vec<ValType>) -> Self {
        let signature = Signature { params: &params, results: &results };
        let (stack_params, stack_slots) = (signature.stack_params(), signature.stack_slots());
        let param_locs = Locs::params(&params).map(|(_, loc)| loc).collect();
        Self { sig: SigId::exact(&params, &results), param_locs, stack_params, stack_slots, params, results }
    }
}

/// One operation of a constant expression, as in [`beeline_abi::info::ConstOp`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ConstOp {
    /// `CONST_*`.
    pub op: u32,
    /// Its argument.
    pub arg: u64,
}

/// A constant expression. Nearly all are one constant, and some modules have tens of thousands.
pub type ConstExpr = SmallVec<[ConstOp; 1]>;

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Type of its elements.
    pub ty: ValType,
    /// Initial length.
    pub min: u64,
    /// Greatest length, if limited.
    pub max: Option<u64>,
    /// Initial value of its elements, if not null.
    pub init: ConstExpr,
}

/// A memory.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// Initial size in pages.
    pub min: u64,
    /// Greatest size in pages, if limited.
    pub max: Option<u64>,
}

/// A global.
#[derive(Clone, Debug)]
pub struct Global {
    /// Type of its value.
    pub ty: ValType,
    /// Whether it may be written.
    pub mutable: bool,
    /// Initial value; empty for an imported global.
    pub init: ConstExpr,
}

/// An import.
#[derive(Clone, Debug)]
pub struct Import<'a> {
    /// Module name.
    pub module: &'a str,
    /// Field name.
    pub name: &'a str,
    /// `KIND_*` of [`beeline_abi::info`].
    pub kind: u32,
    /// Index in its index space.
    pub index: u32,
}

/// An export.
#[derive(Clone, Debug)]
pub struct Export<'a> {
    /// Name.
    pub name: &'a str,
    /// `KIND_*` of [`beeline_abi::info`].
    pub kind: u32,
    /// Index in its index space.
    pub index: u32,
}

/// Where and when a segment is written.
#[derive(Clone, Debug)]
pub enum SegmentMode {
    /// At instantiation.
    Active {
        /// The table or memory.
        index: u32,
        /// Where in it.
        offset: ConstExpr,
    },
    /// By `table.init` or `memory.init`.
    Passive,
    /// Never.
    Declared,
}

/// The items of an element segment.
#[derive(Clone, Debug)]
pub enum ElemItems {
    /// Function indices.
    Funcs(Vec<u32>),
    /// Constant expressions.
    Exprs(Vec<ConstExpr>),
}

/// An element segment.
#[derive(Clone, Debug)]
pub struct Elem {
    /// Where it goes.
    pub mode: SegmentMode,
    /// Its items.
    pub items: ElemItems,
}

/// A data segment.
#[derive(Clone, Debug)]
pub struct Data<'a> {
    /// Where it goes.
    pub mode: SegmentMode,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A function body that has been read but not validated.
pub struct Body<'a, R = Resources> {
    /// Its bytes.
    pub body: FunctionBody<'a>,
    /// What wasmparser needs to validate it.
    pub to_validate: FuncToValidate<R>,
}

/// What is known of a module behind its code section, where emission has no need of it.
#[derive(Debug, Default)]
pub struct Tail<'a> {
    /// Data segments.
    pub datas: Datas<'a>,
    /// How many data segments, from the first, have constant offsets that ascend without overlap.
    pub ascending_datas: usize,
    /// Name of the module, from the name section.
    pub name: &'a str,
    /// Function names of the name section: how many, and their encoding behind the count.
    pub func_names: (u32, &'a [u8]),
}

/// Everything about a module but its bodies and its [`Tail`].
#[derive(Debug, Default)]
pub struct Module<'a> {
    /// Types.
    pub types: Vec<FuncType>,
    /// The types, prepared for validation.
    pub shapes: Vec<validate::Shape>,
    /// Type index of each function, imported ones first.
    pub func_types: Vec<u32>,
    /// Tables, imported ones first.
    pub tables: Vec<Table>,
    /// Memories, imported ones first.
    pub memories: Vec<Memory>,
    /// Globals, imported ones first.
    pub globals: Vec<Global>,
    /// Imports.
    pub imports: Vec<Import<'a>>,
    /// Exports.
    pub exports: Vec<Export<'a>>,
    /// Element segments.
    pub elems: Vec<Elem>,
    /// Index of the start function.
    pub start: Option<u32>,
    /// Imported functions.
    pub func_imports: u32,
    /// Imported tables.
    pub table_imports: u32,
    /// Imported memories.
    pub memory_imports: u32,
    /// Imported globals.
    pub global_imports: u32,
    /// Functions that need a function reference, in the order of their records; and the number of each function's record, or `u32::MAX`.
    pub funcrefs: Vec<u32>,
    funcref_of: Vec<u32>,
    /// Types that need a slot for an interned signature id, in the order of their slots.
    pub sigs: Vec<u32>,
    sig_of: Vec<u32>,
    /// Distances of the arrays of the instance data.
    pub layout: Layout,
    /// Bytes of the code section.
    pub code_section: usize,
}

/// A constant distance below P.
fn below(distance: u32, index: u32, stride: u32) -> i32 {
    -((distance + (index + 1) * stride) as i32)
}

impl Module<'_> {
    /// Type of function `index`.
    pub fn func_type(&self, index: u32) -> &FuncType {
        &self.types[self.func_types[index as usize] as usize]
    }

    /// Notes that a reference to function `index` may be made.
    pub fn need_funcref(&mut self, index: u32) {
        let slots = self.func_types.len();
        if self.funcref_of.len() < slots {
            self.funcref_of.resize(slots, u32::MAX);
        }
        let number = &mut self.funcref_of[index as usize];
        if *number == u32::MAX {
            *number = self.funcrefs.len() as u32;
            self.funcrefs.push(index);
        }
    }

    /// Whether a reference to function `index` may be made.
    pub fn has_funcref(&self, index: u32) -> bool {
        self.funcref_of.get(index as usize).is_some_and(|&number| number != u32::MAX)
    }

    /// Offset from P of the [`vm::FuncRef`] of function `index`.
    pub fn funcref(&self, index: u32) -> i32 {
        below(self.layout.funcrefs, self.funcref_of[index as usize], vm::FUNCREF_STRIDE)
    }

    /// Offset from P of the slot of imported function `index`.
    pub fn func_import(&self, index: u32) -> i32 {
        below(self.layout.func_imports, index, vm::FUNC_IMPORT_STRIDE)
    }

    /// Offset from P of the slot of global `index`.
    pub fn global(&self, index: u32) -> i32 {
        below(self.layout.globals, index, vm::GLOBAL_STRIDE)
    }

    /// Offset from P of the slot of table `index`.
    pub fn table(&self, index: u32) -> i32 {
        below(self.layout.tables, index, vm::TABLE_STRIDE)
    }

    /// Offset from P of the slot of memory `index`.
    pub fn memory(&self, index: u32) -> i32 {
        below(self.layout.memories, index, vm::MEMORY_STRIDE)
    }

    /// Offset from P of the slot of a libcall.
    pub fn libcall(&self, libcall: Libcall) -> i32 {
        below(self.layout.libcalls, libcall as u32, vm::LIBCALL_STRIDE)
    }

    /// Offset from P of the slot with the interned signature id of type `index`.
    pub fn sig(&self, index: u32) -> Option<i32> {
        let slot = *self.sig_of.get(index as usize).filter(|&&slot| slot != u32::MAX)?;
        Some(below(self.layout.sigs, slot, vm::SIG_STRIDE))
    }

    /// Lays out the instance data, when all sections before the code are known. Globals come first: their distances are short. It ends behind the function
    /// references that turned out to be needed.
    fn lay_out(&mut self) -> Result<()> {
        self.sig_of = vec![u32::MAX; self.types.len()];
        for (index, _) in self.types.iter().enumerate().filter(|(_, ty)| ty.sig.is_none()) {
            self.sig_of[index] = self.sigs.len() as u32;
            self.sigs.push(index as u32);
        }
        let mut end = u64::from(vm::HEADER_SIZE);
        let mut array = |len: usize, stride: u32| {
            end = end.next_multiple_of(u64::from(stride.min(16)));
            let distance = end as u32;
            end += len as u64 * u64::from(stride);
            distance
        };
        self.layout = Layout {
            globals: array(self.globals.len(), vm::GLOBAL_STRIDE),
            tables: array(self.tables.len(), vm::TABLE_STRIDE),
            memories: array(self.memories.len(), vm::MEMORY_STRIDE),
            libcalls: array(Libcall::ALL.len(), vm::LIBCALL_STRIDE),
            func_imports: array(self.func_imports as usize, vm::FUNC_IMPORT_STRIDE),
            sigs: array(self.sigs.len(), vm::SIG_STRIDE),
            funcrefs: array(self.func_types.len(), vm::FUNCREF_STRIDE),
            size: 0,
        };
        if end > i32::MAX as u64 {
            return Err(Error {
                kind: ErrorKind::TooLarge,
                offset: 0,
                func: None,
                message: "the module has more functions and globals than fit the instance data".into(),
            });
        }
        let funcrefs = self.funcrefs.len() as u32 * vm::FUNCREF_STRIDE;
        self.layout.size = (self.layout.funcrefs + funcrefs).next_multiple_of(16);
        Ok(())
    }
}

/// The features that are compiled.
pub fn features() -> WasmFeatures {
    WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::REFERENCE_TYPES
        | WasmFeatures::MULTI_VALUE
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::FLOATS
        | WasmFeatures::EXTENDED_CONST
        | WasmFeatures::GC_TYPES
}

/// The type that Beeline knows for a wasmparser type, if it compiles such values.
pub fn val_type(ty: wasmparser::ValType) -> Option<ValType> {
    use wasmparser::ValType as W;
    Some(match ty {
        W::I32 => ValType::I32,
        W::I64 => ValType::I64,
        W::F32 => ValType::F32,
        W::F64 => ValType::F64,
        W::V128 => ValType::V128,
        W::Ref(r) if r == wasmparser::RefType::FUNCREF => ValType::FuncRef,
        W::Ref(r) if r == wasmparser::RefType::EXTERNREF => ValType::ExternRef,
        W::Ref(_) => return None,
    })
}

/// An error of wasmparser as one of ours. One about a feature names the feature, for wasmparser's own words ("not enabled") sound as if there were a switch.
pub fn parse_error(error: &wasmparser::Error, func: Option<u32>) -> Error {
    let message = error.message();
    // What it quotes are the module's own words.
    let words = message.split('`').next().unwrap_or_default();
    // wasmparser has no category for vector instructions that it is built without, for a second memory, nor for types of garbage
    // collection.
    let known = [("SIMD opcode", "simd"), ("multiple memories", "multi_memory"), ("gc proposal", "gc")];
    let named =
        known.iter().find(|(known, _)| words.contains(known)).map(|&(_, proposal)| proposal.to_owned());
    let missing = || {
        let (name, _) = error.missing_wasm_feature()?.iter_names().next()?;
        Some(name.to_lowercase())
    };
    if let Some(proposal) = named.or_else(missing) {
        return Error::unsupported(Feature::of_proposal(&proposal), error.offset() as usize, func);
    }
    let kind = if words.contains("unexpected end") || words.contains("magic header") {
        ErrorKind::Malformed
    } else if words.contains("exceeds limit") {
        ErrorKind::TooLarge
    } else {
        ErrorKind::Invalid
    };
    Error { kind, offset: error.offset() as usize, func, message: message.to_owned() }
}
