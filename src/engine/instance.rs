//! [`Instance`] and [`Extern`]: a module brought to life in a store, and what passes between modules.

use crate::func::Func;
use crate::memory::{Global, Memory, Table};
use crate::store::{AsContext, AsContextMut, Handle, StoreContextMut, StoreCore};
use crate::typed::{TypedFunc, WasmParams, WasmResults};
use crate::types::{ExternType, MemoryType};
use crate::{Engine, Error, Module, Result};
use beeline_runtime as rt;

/// Something that can be imported or exported.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Extern {
    /// A function.
    Func(Func),
    /// A table.
    Table(Table),
    /// A linear memory.
    Memory(Memory),
    /// A global.
    Global(Global),
}

impl Extern {
    pub(crate) fn from_runtime(core: &StoreCore, item: rt::Extern) -> Self {
        match item {
            rt::Extern::Func(func) => Self::Func(Func::at(core, func)),
            rt::Extern::Table(table) => Self::Table(Table::at(core, table)),
            rt::Extern::Memory(memory) => Self::Memory(Memory::at(core, memory)),
            rt::Extern::Global(global) => Self::Global(Global::at(core, global)),
        }
    }

    fn to_runtime(self, core: &StoreCore) -> rt::Extern {
        match self {
            Self::Func(func) => rt::Extern::Func(func.address(core)),
            Self::Table(table) => rt::Extern::Table(table.address(core)),
            Self::Memory(memory) => rt::Extern::Memory(memory.address(core)),
            Self::Global(global) => rt::Extern::Global(global.address(core)),
        }
    }

    /// The function, if it is one.
    #[must_use]
    pub fn into_func(self) -> Option<Func> {
        if let Self::Func(func) = self { Some(func) } else { None }
    }

    /// The table, if it is one.
    #[must_use]
    pub fn into_table(self) -> Option<Table> {
        if let Self::Table(table) = self { Some(table) } else { None }
    }

    /// The memory, if it is one.
    #[must_use]
    pub fn into_memory(self) -> Option<Memory> {
        if let Self::Memory(memory) = self { Some(memory) } else { None }
    }

    /// The global, if it is one.
    #[must_use]
    pub fn into_global(self) -> Option<Global> {
        if let Self::Global(global) = self { Some(global) } else { None }
    }

    /// The type as imports are matched with it: the smallest size of a memory, too, is its current one.
    fn matched_ty(&self, store: impl AsContext) -> ExternType {
        match self {
            Self::Memory(memory) => {
                ExternType::Memory(MemoryType { minimum: memory.size(&store), ..memory.ty(&store) })
            }
            other => other.ty(store),
        }
    }

    /// The type; the smallest size of a table is its current one.
    #[must_use]
    pub fn ty(&self, store: impl AsContext) -> ExternType {
        match self {
            Self::Func(func) => ExternType::Func(func.ty(store)),
            Self::Table(table) => ExternType::Table(table.ty(store)),
            Self::Memory(memory) => ExternType::Memory(memory.ty(store)),
            Self::Global(global) => ExternType::Global(global.ty(store)),
        }
    }
}

macro_rules! externs {
    ($($ty:ident)*) => {$(
        impl From<$ty> for Extern {
            fn from(item: $ty) -> Self {
                Self::$ty(item)
            }
        }
    )*};
}

externs!(Func Table Memory Global);

/// A module that has been brought to life. Valid as long as its store; using it with another one panics.
#[derive(Clone, Copy, Debug)]
pub struct Instance(Handle<rt::Instance>);

impl Instance {
    /// Brings a module to life with what it imports, in its order, and runs its start function.
    ///
    /// # Errors
    ///
    /// The imports do not fit in number or type, memory is not to be had, a segment does not fit or the start function failed. What had been written to imported memories and tables by then
    /// stays.
    ///
    /// # Panics
    ///
    /// Something in `imports` belongs to another store, the module to another engine, or a host function panicked.
    pub fn new(mut store: impl AsContextMut, module: &Module, imports: &[Extern]) -> Result<Self> {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        assert!(
            Engine::same(module.engine(), &core.engine),
            "the module and the store are of different engines"
        );
        let wanted = module.imports().len();
        if imports.len() != wanted {
            let given = imports.len();
            return Err(Error::link(format!("the module has {wanted} imports, and {given} were given")));
        }
        let given = imports;
        let imports: Vec<rt::Extern> = imports.iter().map(|item| item.to_runtime(core)).collect();
        core.keep_module(module);
        core.prepare_thread()?;
        let runtime = &raw mut core.runtime;
        // SAFETY: the store keeps the module, whose code is registered; the imports belong to the store; process and thread are prepared.
        let made = unsafe { rt::instantiate(runtime, module.image(), &imports, None) };
        match made {
            Ok(instance) => Ok(Self(Handle::new(store.core(), instance))),
            Err(error) => Err(Self::error(&mut store, module, given, error)),
        }
    }

    #[cold]
    fn error<T>(
        store: &mut StoreContextMut<'_, T>,
        module: &Module,
        imports: &[Extern],
        error: rt::InstantiateError,
    ) -> Error {
        match error {
            rt::InstantiateError::Trap(trap) => store.core_mut().unpark(trap),
            rt::InstantiateError::Resource(what) => Error::system(format!("cannot map {what}")),
            rt::InstantiateError::Limit(rt::store::Limit { what, asked, limit }) => {
                let what = match what {
                    rt::store::Limited::Memory => "bytes of memory",
                    rt::store::Limited::Table => "elements of tables",
                };
                Error::system(format!("the store would have {asked} {what}, but its options allow {limit}"))
            }
            rt::InstantiateError::Cpu(feature) => Error::system(format!(
                "the module was compiled for processors that have {feature}, which this one does not"
            )),
            rt::InstantiateError::Image => Error::system("the module was compiled for another version"),
            rt::InstantiateError::Link(error) => {
                let index = error.import as usize;
                let (Some(import), Some(given)) = (module.imports().nth(index), imports.get(index)) else {
                    return Error::link(error.message());
                };
                let (name, wanted) = (import.full_name(), &import.ty);
                let given = given.matched_ty(&*store);
                Error::link(format!("{}: {name} should be a {wanted}, not a {given}", error.message()))
            }
        }
    }

    fn with<R>(
        &self,
        mut store: impl AsContextMut,
        read: impl FnOnce(&StoreCore, &mut rt::Instance) -> R,
    ) -> R {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        // SAFETY: instances live as long as their store, which is lent exclusively.
        read(core, unsafe { &mut *self.0.check(core) })
    }

    /// The export with this name.
    #[must_use]
    pub fn get_export(&self, store: impl AsContextMut, name: &str) -> Option<Extern> {
        self.with(store, |core, instance| instance.export(name).map(|item| Extern::from_runtime(core, item)))
    }

    /// The exported function with this name.
    #[must_use]
    pub fn get_func(&self, store: impl AsContextMut, name: &str) -> Option<Func> {
        self.get_export(store, name)?.into_func()
    }

    /// The exported function with this name and these types.
    ///
    /// # Errors
    ///
    /// There is no such function, or its type is another.
    pub fn get_typed_func<Params: WasmParams, Results: WasmResults>(
        &self,
        mut store: impl AsContextMut,
        name: &str,
    ) -> Result<TypedFunc<Params, Results>> {
        let func = self.get_func(&mut store, name);
        func.ok_or_else(|| Error::usage(format!("there is no exported function `{name}`")))?.typed(store)
    }

    /// The exported memory with this name.
    #[must_use]
    pub fn get_memory(&self, store: impl AsContextMut, name: &str) -> Option<Memory> {
        self.get_export(store, name)?.into_memory()
    }

    /// The exported table with this name.
    #[must_use]
    pub fn get_table(&self, store: impl AsContextMut, name: &str) -> Option<Table> {
        self.get_export(store, name)?.into_table()
    }

    /// The exported global with this name.
    #[must_use]
    pub fn get_global(&self, store: impl AsContextMut, name: &str) -> Option<Global> {
        self.get_export(store, name)?.into_global()
    }

    /// All exports, in the module's order.
    pub fn exports(&self, store: impl AsContextMut) -> Vec<(String, Extern)> {
        self.with(store, |core, instance| {
            (0..)
                .map_while(|index| instance.export_at(index))
                .map(|(name, item)| (name.to_owned(), Extern::from_runtime(core, item)))
                .collect()
        })
    }
}
