//! Types of what modules import and export, as the embedder sees them. The runtime decides whether an export satisfies an import.

use crate::{Error, Result, Val};
use beeline_abi::ValType;
use beeline_abi::info::{self, InfoView, Section};
use beeline_abi::text::write_name;
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

    /// Refuses types that no [`crate::Val`] has.
    pub(crate) fn check_supported(&self) -> Result<()> {
        match self.params.iter().chain(&self.results).find(|&&ty| Val::default_for(ty).is_none()) {
            Some(ty) => Err(Error::usage(format!("values of type {} are not supported", ty.name()))),
            None => Ok(()),
        }
    }

    /// The type of function `index` of a module, imported ones first.
    pub(crate) fn of_func(info: InfoView<'_>, index: u32) -> Self {
        let ty = info.func_type(index);
        Self::new(info.val_types(ty.params), info.val_types(ty.results))
    }
}

impl fmt::Display for FuncType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |types: &[ValType]| types.iter().map(|ty| ty.name()).collect::<Vec<_>>().join(", ");
        match &*self.results {
            [one] => write!(f, "({}) -> {}", list(&self.params), one.name()),
            results => write!(f, "({}) -> ({})", list(&self.params), list(results)),
        }
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
#[non_exhaustive]
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
        let limits = |min: u64, max: Option<u64>, unit: &str| {
            let units = |number: u64| format!("{number} {unit}{}", if number == 1 { "" } else { "s" });
            match max {
                Some(max) if min == max => format!("exactly {}", units(max)),
                Some(max) => format!("{min} to {}", units(max)),
                None => format!("at least {}", units(min)),
            }
        };
        match self {
            Self::Func(ty) => write!(f, "function {ty}"),
            Self::Table(ty) => {
                let limits = limits(ty.minimum, ty.maximum, "element");
                write!(f, "table of {}, {limits}", ty.element.name())
            }
            Self::Memory(ty) => write!(f, "memory, {}", limits(ty.minimum, ty.maximum, "page")),
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

impl ImportType {
    /// Both names as messages show them.
    pub(crate) fn full_name(&self) -> String {
        let mut text = String::new();
        write_name(&self.module, &mut text);
        text.push('.');
        write_name(&self.name, &mut text);
        text
    }
}

/// An export of a module.
#[derive(Clone, Debug)]
pub struct ExportType {
    /// Its name.
    pub name: String,
    /// What it is.
    pub ty: ExternType,
}
