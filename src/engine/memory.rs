//! [`Memory`], [`Table`] and [`Global`]: what instances hold and share, from the host's side.

use crate::store::{AsContext, AsContextMut, Handle, StoreContext, StoreContextMut, StoreCore};
use crate::types::{GlobalType, MemoryType, TableType};
use crate::{Error, Result, Val};
use beeline_runtime as rt;
use std::fmt;

/// A linear memory. Valid as long as its store; using it with another one panics.
#[derive(Clone, Copy, Debug)]
pub struct Memory(Handle<rt::Memory>);

/// An access outside the bounds of a memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryAccessError;

impl fmt::Display for MemoryAccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("out of bounds memory access")
    }
}

impl std::error::Error for MemoryAccessError {}

impl From<MemoryAccessError> for Error {
    fn from(error: MemoryAccessError) -> Self {
        Self::host(error)
    }
}

impl Memory {
    /// A memory of the host, with what the store's engine needs of it (guard pages or not).
    ///
    /// # Errors
    ///
    /// The sizes exceed the limits (65,536 pages, `minimum` at most `maximum`), or memory is not to be had.
    pub fn new(mut store: impl AsContextMut, ty: MemoryType) -> Result<Self> {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        let limit = rt::memory::MAX_PAGES_32;
        if ty.minimum > limit || ty.maximum.is_some_and(|max| max > limit || max < ty.minimum) {
            return Err(Error::usage("a memory's sizes must be in order and at most 65,536 pages"));
        }
        let guarded = !core.engine.config().options().explicit_checks;
        let memory = core.runtime.new_memory(ty.minimum, ty.maximum, 0, guarded);
        let memory =
            memory.map_err(|_| Error::system(format!("cannot map a memory of {} pages", ty.minimum)))?;
        Ok(Self::at(core, memory))
    }

    pub(crate) fn at(core: &StoreCore, memory: *const rt::Memory) -> Self {
        Self(Handle::new(core, memory))
    }

    pub(crate) fn address(&self, core: &StoreCore) -> *mut rt::Memory {
        self.0.check(core)
    }

    fn get<'a>(&self, core: &'a StoreCore) -> &'a rt::Memory {
        // SAFETY: memories live as long as their store, and are changed only under an exclusive loan of it.
        unsafe { &*self.address(core) }
    }

    /// The memory's type; `minimum` is what was declared.
    #[must_use]
    pub fn ty(&self, store: impl AsContext) -> MemoryType {
        let memory = self.get(store.as_context().core());
        MemoryType { minimum: memory.min, maximum: memory.max }
    }

    /// Current size in pages of 64 KiB.
    #[must_use]
    pub fn size(&self, store: impl AsContext) -> u64 {
        self.get(store.as_context().core()).pages()
    }

    /// Current size in bytes.
    #[must_use]
    pub fn data_size(&self, store: impl AsContext) -> usize {
        self.get(store.as_context().core()).byte_len()
    }

    /// The memory's bytes.
    #[must_use]
    pub fn data<'a, T: 'static>(&self, store: impl Into<StoreContext<'a, T>>) -> &'a [u8] {
        let memory = self.get(store.into().core());
        // SAFETY: bytes up to the size are readable and initialised, and nobody writes them while the store is lent for 'a.
        unsafe { std::slice::from_raw_parts(memory.base(), memory.byte_len()) }
    }

    /// The memory's bytes.
    #[must_use]
    pub fn data_mut<'a, T: 'static>(&self, store: impl Into<StoreContextMut<'a, T>>) -> &'a mut [u8] {
        self.data_and_store_mut(store).0
    }

    /// The memory's bytes together with the host's data.
    #[must_use]
    pub fn data_and_store_mut<'a, T: 'static>(
        &self,
        store: impl Into<StoreContextMut<'a, T>>,
    ) -> (&'a mut [u8], &'a mut T) {
        let (core, data) = store.into().split();
        let memory = self.get(core);
        // SAFETY: bytes up to the size are readable, writable and initialised; the store is lent exclusively for 'a, and memories do not overlap
        // with the host's data.
        (unsafe { std::slice::from_raw_parts_mut(memory.base(), memory.byte_len()) }, data)
    }

    /// Copies bytes from `offset` on to `buffer`.
    ///
    /// # Errors
    ///
    /// They are not all in bounds; nothing is copied then.
    pub fn read(
        &self,
        store: impl AsContext,
        offset: usize,
        buffer: &mut [u8],
    ) -> Result<(), MemoryAccessError> {
        let store = store.as_context();
        let bytes = self.data(store).get(offset..).and_then(|rest| rest.get(..buffer.len()));
        buffer.copy_from_slice(bytes.ok_or(MemoryAccessError)?);
        Ok(())
    }

    /// Copies `bytes` to `offset` and the bytes after it.
    ///
    /// # Errors
    ///
    /// They would not all be in bounds; nothing is copied then.
    pub fn write(
        &self,
        mut store: impl AsContextMut,
        offset: usize,
        bytes: &[u8],
    ) -> Result<(), MemoryAccessError> {
        let data = self.data_and_store_mut(store.as_context_mut()).0;
        let target = data.get_mut(offset..).and_then(|rest| rest.get_mut(..bytes.len()));
        target.ok_or(MemoryAccessError)?.copy_from_slice(bytes);
        Ok(())
    }

    /// Grows by `delta` pages; the old size in pages.
    ///
    /// # Errors
    ///
    /// The maximum would be exceeded, or memory is not to be had.
    pub fn grow(&self, mut store: impl AsContextMut, delta: u64) -> Result<u64> {
        let mut store = store.as_context_mut();
        let memory = self.address(store.core_mut());
        // SAFETY: the store is lent exclusively.
        let old = unsafe { &mut *memory }.grow(delta);
        old.ok_or_else(|| Error::usage(format!("cannot grow a memory by {delta} pages")))
    }
}

/// A table. Valid as long as its store; using it with another one panics.
#[derive(Clone, Copy, Debug)]
pub struct Table(Handle<rt::Table>);

impl Table {
    /// A table of the host with all elements set to `init`.
    ///
    /// # Errors
    ///
    /// `init` is not of the element type or belongs to another store, the sizes are not in order, or memory is not to be had.
    pub fn new(mut store: impl AsContextMut, ty: TableType, init: Val) -> Result<Self> {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        if !ty.element.is_ref() || ty.maximum.is_some_and(|max| max < ty.minimum) {
            return Err(Error::usage("a table holds references, and its sizes must be in order"));
        }
        let init = init.to_bits(core, ty.element)?;
        let table = core.runtime.new_table(ty.element, ty.minimum, ty.maximum, init);
        let table =
            table.map_err(|_| Error::system(format!("cannot make a table of {} elements", ty.minimum)))?;
        Ok(Self::at(core, table))
    }

    pub(crate) fn at(core: &StoreCore, table: *const rt::Table) -> Self {
        Self(Handle::new(core, table))
    }

    pub(crate) fn address(&self, core: &StoreCore) -> *mut rt::Table {
        self.0.check(core)
    }

    fn shared<'a>(&self, core: &'a StoreCore) -> &'a rt::Table {
        // SAFETY: tables live as long as their store, and are changed only under an exclusive loan of it.
        unsafe { &*self.address(core) }
    }

    /// The table's type; `minimum` is its current length.
    #[must_use]
    pub fn ty(&self, store: impl AsContext) -> TableType {
        let table = self.shared(store.as_context().core());
        TableType { element: table.ty, minimum: table.len(), maximum: table.max }
    }

    /// Current length.
    #[must_use]
    pub fn size(&self, store: impl AsContext) -> u64 {
        self.shared(store.as_context().core()).len()
    }

    /// Element `index`, if there is one.
    #[must_use]
    pub fn get(&self, store: impl AsContext, index: u64) -> Option<Val> {
        let core = store.as_context().core();
        let table = self.shared(core);
        // SAFETY: a table holds references of its type, of its own store.
        Some(unsafe { Val::from_bits(core, table.ty, table.get(index)?) })
    }

    /// Sets element `index`.
    ///
    /// # Errors
    ///
    /// There is no such element, or the value is not of the element type or belongs to another store.
    pub fn set(&self, mut store: impl AsContextMut, index: u64, value: Val) -> Result<()> {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        let bits = value.to_bits(core, self.shared(core).ty)?;
        // SAFETY: the store is lent exclusively.
        let set = unsafe { &mut *self.address(core) }.set(index, bits);
        set.ok_or_else(|| Error::usage(format!("a table has no element {index}")))
    }

    /// Appends `delta` elements set to `init`; the old length.
    ///
    /// # Errors
    ///
    /// The maximum would be exceeded, or `init` is not of the element type or belongs to another store.
    pub fn grow(&self, mut store: impl AsContextMut, delta: u64, init: Val) -> Result<u64> {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        let bits = init.to_bits(core, self.shared(core).ty)?;
        // SAFETY: the store is lent exclusively.
        let old = unsafe { &mut *self.address(core) }.grow(delta, bits);
        old.ok_or_else(|| Error::usage(format!("cannot grow a table by {delta} elements")))
    }
}

/// A global. Valid as long as its store; using it with another one panics.
#[derive(Clone, Copy, Debug)]
pub struct Global(Handle<rt::Global>);

impl Global {
    /// A global of the host.
    ///
    /// # Errors
    ///
    /// The value is not of the type, or belongs to another store.
    pub fn new(mut store: impl AsContextMut, ty: GlobalType, value: Val) -> Result<Self> {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        let bits = value.to_bits(core, ty.content)?;
        let global = core.runtime.new_global(ty.content, ty.mutable, bits);
        Ok(Self::at(core, global))
    }

    pub(crate) fn at(core: &StoreCore, global: *const rt::Global) -> Self {
        Self(Handle::new(core, global))
    }

    pub(crate) fn address(&self, core: &StoreCore) -> *mut rt::Global {
        self.0.check(core)
    }

    fn shared<'a>(&self, core: &'a StoreCore) -> &'a rt::Global {
        // SAFETY: globals live as long as their store.
        unsafe { &*self.address(core) }
    }

    /// The global's type.
    #[must_use]
    pub fn ty(&self, store: impl AsContext) -> GlobalType {
        let global = self.shared(store.as_context().core());
        GlobalType { content: global.ty, mutable: global.mutable }
    }

    /// The value.
    #[must_use]
    pub fn get(&self, store: impl AsContext) -> Val {
        let core = store.as_context().core();
        let global = self.shared(core);
        // SAFETY: a global holds a value of its type, of its own store.
        unsafe { Val::from_bits(core, global.ty, global.get()) }
    }

    /// Sets the value.
    ///
    /// # Errors
    ///
    /// The global is immutable, or the value is not of its type or belongs to another store.
    pub fn set(&self, mut store: impl AsContextMut, value: Val) -> Result<()> {
        let mut store = store.as_context_mut();
        let core = store.core_mut();
        let global = self.shared(core);
        if !global.mutable {
            return Err(Error::usage("the global is immutable"));
        }
        global.set(value.to_bits(core, global.ty)?);
        Ok(())
    }
}
