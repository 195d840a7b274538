//! Types of what modules import and export, as the embedder sees them. The runtime decides whether an export satisfies an import.

use beeline_abi::ValType;
use beeline_abi::info::{self, InfoView, Section};
use std::fmt;

/// Parameter and result types of a function.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FuncType {
    params: Box<[ValType]>,
    results: Box<[ValType]>,
}

impl FuncType {
    /// A function type.
    pub fn new(
        params: impl IntoIterator<Item = ValType>,
        results: impl IntoIterator<Item = ValType>,
    ) -> Self {
        Self { params: params.into_iter().collect(), results: results.into_iter().collect() }
    }

    /// Parameter types, from the left.
    #[must_use]
    pub fn params(&self) -> &[ValType] {
        &self.params
    }

    /// Result types, from the left.
    #[must_use]
    pub fn results(&self) -> &[ValType] {
        &self.results
    }

    /// The type of function `index` of a module, imported ones first.
    pub(crate) fn of_func(info: InfoView<'_>, index: u32) -> Self {
        let ty = info.func_type(index);
        Self::new(info.val_types(ty.params), info.val_types(ty.results))
    }
}

impl fmt::Display for FuncType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |types: &[ValType]| types.iter().map(|ty| ty.name()).collect::<Vec<_>>().join(" ");
        write!(f, "[{}] -> [{}]", list(&self.params), list(&self.results))
    }
}

/// The type of a linear memory; sizes in pages of 64 KiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MemoryType {
    /// Smallest size.
    pub minimum: u64,
    /// Greatest size, if it is bounded.
    pub maximum: Option<u64>,
}

/// The type of a table; sizes in elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableType {
    /// Type of the elements, a reference type.
    pub element: ValType,
    /// Smallest size.
    pub minimum: u64,
    /// Greatest size, if it is bounded.
    pub maximum: Option<u64>,
}

/// The type of a global.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GlobalType {
    /// Type of the value.
    pub content: ValType,
    /// Whether the value may change.
    pub mutable: bool,
}

/// The type of something that can be imported or exported.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ExternType {
    /// A function.
    Func(FuncType),
    /// A table.
    Table(TableType),
    /// A linear memory.
    Memory(MemoryType),
    /// A global.
    Global(GlobalType),
}

impl ExternType {
    /// The type of the thing of `kind` and `index` in a module.
    pub(crate) fn of(info: InfoView<'_>, kind: u32, index: u32) -> Self {
        let bound = |max: u64| (max != u64::MAX).then_some(max);
        match kind {
            info::KIND_FUNC => Self::Func(FuncType::of_func(info, index)),
            info::KIND_TABLE => {
                let entry: info::TableEntry = info.get(Section::Tables, index as usize);
                Self::Table(TableType {
                    element: val_type(entry.ty),
                    minimum: entry.min,
                    maximum: bound(entry.max),
                })
            }
            info::KIND_MEMORY => {
                let entry: info::MemoryEntry = info.get(Section::Memories, index as usize);
                Self::Memory(MemoryType { minimum: entry.min, maximum: bound(entry.max) })
            }
            _ => {
                let entry: info::GlobalEntry = info.get(Section::Globals, index as usize);
                Self::Global(GlobalType { content: val_type(entry.ty), mutable: entry.mutable != 0 })
            }
        }
    }
}

/// The value type of a record in an info blob.
pub(crate) fn val_type(byte: u32) -> ValType {
    // The compiler writes only bytes of value types; a wrong default cannot come up.
    u8::try_from(byte).ok().and_then(ValType::from_byte).unwrap_or(ValType::I32)
}

impl fmt::Display for ExternType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limits = |f: &mut fmt::Formatter<'_>, min: u64, max: Option<u64>| match max {
            Some(max) => write!(f, "{min}..{max}"),
            None => write!(f, "{min}.."),
        };
        match self {
            Self::Func(ty) => write!(f, "function {ty}"),
            Self::Table(ty) => {
                write!(f, "table of {} ", ty.element.name())?;
                limits(f, ty.minimum, ty.maximum)
            }
            Self::Memory(ty) => {
                write!(f, "memory of pages ")?;
                limits(f, ty.minimum, ty.maximum)
            }
            Self::Global(ty) => {
                write!(f, "{}global {}", if ty.mutable { "mutable " } else { "" }, ty.content.name())
            }
        }
    }
}

/// An import of a module.
#[derive(Clone, Debug)]
pub struct ImportType {
    /// Module name.
    pub module: String,
    /// Field name.
    pub name: String,
    /// What is asked for.
    pub ty: ExternType,
}

/// An export of a module.
#[derive(Clone, Debug)]
pub struct ExportType {
    /// Its name.
    pub name: String,
    /// What it is.
    pub ty: ExternType,
}
