//! [`Linker`]: what modules import, by name, so that instantiation can find it.

use crate::func::Func;
use crate::host::{HostFuncBox, IntoFunc};
use crate::store::{AsContextMut, Caller, StoreCore};
use crate::types::{ExternType, FuncType, ImportType};
use crate::{Engine, Error, Extern, Instance, Module, Result, Val};
use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// What an import gets that the linker does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownImports {
    /// Instantiation fails.
    #[default]
    Error,
    /// Functions trap when they are called. Other kinds of imports still make instantiation fail.
    Trap,
    /// Functions return zeros and nulls. Other kinds of imports still make instantiation fail.
    Default,
}

#[derive(Clone)]
enum Definition {
    /// Becomes a function of whatever store it is used in.
    Host(Arc<HostFuncBox>),
    /// Belongs to a store already.
    Extern(Extern),
}

/// Names with what they stand for. Functions defined by closures belong to no store; everything else belongs to the one it was made in.
///
/// The type of the host data is exact. Functions of one type and functions of a subtype of it would share a store's data:
///
/// ```compile_fail,E0308
/// use beeline::{Engine, Linker};
///
/// type Lasting = fn(&'static str);
/// type Any = for<'a> fn(&'a str);
///
/// let linker: Linker<Lasting> = Linker::new(&Engine::default());
/// let linker: Linker<Any> = linker;
/// ```
///
/// ```compile_fail,E0308
/// use beeline::{Engine, Linker};
///
/// type Lasting = fn(&'static str);
/// type Any = for<'a> fn(&'a str);
///
/// let linker: Linker<Any> = Linker::new(&Engine::default());
/// let linker: Linker<Lasting> = linker;
/// ```
///
/// ```
/// use beeline::{Engine, Linker};
///
/// type Any = for<'a> fn(&'a str);
///
/// let linker: Linker<Any> = Linker::new(&Engine::default());
/// let linker: Linker<Any> = linker;
/// ```
pub struct Linker<T: 'static> {
    engine: Engine,
    names: HashMap<String, HashMap<String, Definition>>,
    allow_shadowing: bool,
    unknown: UnknownImports,
    /// Closures take host data of exactly this type and may put any value of it into the store, so a linker is
    /// neither one for a subtype nor one for a supertype.
    data: PhantomData<fn(T) -> T>,
}

impl<T: 'static> Clone for Linker<T> {
    fn clone(&self) -> Self {
        let (engine, names) = (self.engine.clone(), self.names.clone());
        Self {
            engine,
            names,
            allow_shadowing: self.allow_shadowing,
            unknown: self.unknown,
            data: PhantomData,
        }
    }
}

impl<T: 'static> fmt::Debug for Linker<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names =
            self.names.iter().flat_map(|(module, names)| names.keys().map(move |name| (module, name)));
        f.debug_list().entries(names).finish()
    }
}

impl<T: 'static> Linker<T> {
    /// A linker without names.
    #[must_use]
    pub fn new(engine: &Engine) -> Self {
        Self {
            engine: engine.clone(),
            names: HashMap::new(),
            allow_shadowing: false,
            unknown: UnknownImports::Error,
            data: PhantomData,
        }
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Whether a name may be defined again, which replaces what it stood for. Not so at first.
    pub fn allow_shadowing(&mut self, allow: bool) -> &mut Self {
        self.allow_shadowing = allow;
        self
    }

    /// What unknown imports get.
    pub fn unknown_imports(&mut self, unknown: UnknownImports) -> &mut Self {
        self.unknown = unknown;
        self
    }

    fn insert(&mut self, module: &str, name: &str, definition: Definition) -> Result<&mut Self> {
        self.check_free(module, name)?;
        self.names.entry(module.to_owned()).or_default().insert(name.to_owned(), definition);
        Ok(self)
    }

    /// Whether the name may be defined; asked before anything is changed.
    pub(crate) fn check_free(&self, module: &str, name: &str) -> Result<()> {
        let known = self.names.get(module).is_some_and(|names| names.contains_key(name));
        if known && !self.allow_shadowing {
            return Err(Error::link(format!("{module}.{name} is defined already")));
        }
        Ok(())
    }

    pub(crate) fn insert_host(&mut self, module: &str, name: &str, func: HostFuncBox) -> Result<&mut Self> {
        self.insert(module, name, Definition::Host(Arc::new(func)))
    }

    /// Defines a name as something of a store.
    ///
    /// # Errors
    ///
    /// The name is defined already, and keeps its meaning.
    pub fn define(&mut self, module: &str, name: &str, item: impl Into<Extern>) -> Result<&mut Self> {
        self.insert(module, name, Definition::Extern(item.into()))
    }

    /// Defines a name as a host function of dynamic values: see [`Func::new`].
    ///
    /// # Errors
    ///
    /// The name is defined already, and keeps its meaning; or there are vectors in the type.
    pub fn func_new(
        &mut self,
        module: &str,
        name: &str,
        ty: FuncType,
        func: impl Fn(Caller<'_, T>, &[Val], &mut [Val]) -> Result<()> + Send + Sync + 'static,
    ) -> Result<&mut Self> {
        ty.check_supported()?;
        self.insert_host(module, name, HostFuncBox::dynamic(ty, func))
    }

    /// Defines a name as a closure: see [`Func::wrap`].
    ///
    /// # Errors
    ///
    /// The name is defined already, and keeps its meaning.
    pub fn func_wrap<Params, R>(
        &mut self,
        module: &str,
        name: &str,
        func: impl IntoFunc<T, Params, R>,
    ) -> Result<&mut Self> {
        self.insert_host(module, name, func.into_host_func())
    }

    /// Defines all exports of an instance under the name of a module.
    ///
    /// # Errors
    ///
    /// A name is defined already; none of the instance's is then defined.
    pub fn instance(
        &mut self,
        store: impl AsContextMut<Data = T>,
        module: &str,
        instance: Instance,
    ) -> Result<&mut Self> {
        let exports = instance.exports(store);
        exports.iter().try_for_each(|(name, _)| self.check_free(module, name))?;
        for (name, item) in exports {
            self.define(module, &name, item)?;
        }
        Ok(self)
    }

    /// What a name stands for in a store.
    #[must_use]
    pub fn get(&self, mut store: impl AsContextMut<Data = T>, module: &str, name: &str) -> Option<Extern> {
        self.find(store.as_context_mut().core_mut(), module, name)
    }

    fn find(&self, core: &mut StoreCore, module: &str, name: &str) -> Option<Extern> {
        Some(match self.names.get(module)?.get(name)? {
            Definition::Host(func) => Extern::Func(Func::of_host(core, func)),
            Definition::Extern(item) => *item,
        })
    }

    /// Brings a module to life with what its imports stand for, and runs its start function.
    ///
    /// # Errors
    ///
    /// An import is not defined or of another type, and as for [`Instance::new`].
    ///
    /// # Panics
    ///
    /// As for [`Instance::new`].
    pub fn instantiate(&self, mut store: impl AsContextMut<Data = T>, module: &Module) -> Result<Instance> {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        let imports = module.imports().map(|import| match self.find(core, &import.module, &import.name) {
            Some(item) => Ok(item),
            None => self.unknown(core, &import),
        });
        let imports = imports.collect::<Result<Vec<Extern>>>()?;
        Instance::new(store, module, &imports)
    }

    fn unknown(&self, core: &mut StoreCore, import: &ImportType) -> Result<Extern> {
        match (&import.ty, self.unknown) {
            (ExternType::Func(ty), UnknownImports::Trap | UnknownImports::Default) => {
                let default = self.unknown == UnknownImports::Default;
                let func = core.runtime.new_unknown_func(default, ty.params(), ty.results());
                Ok(Extern::Func(Func::at(core, func)))
            }
            _ => Err(Error::link(format!("unknown import: {} ({})", import.full_name(), import.ty))),
        }
    }
}
