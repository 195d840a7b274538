//! The store: owner of everything that lives as long as it, and of the guest stack.
//!
//! [`StoreCtx`] is the part that assembly, signal handlers and generated code (by way of P) reach; its
//! address never changes. Invariant: `host_sp` is the host's stack pointer of the innermost entry into the
//! guest while one is active, and everything that leaves the guest (host functions, libcalls, unwinding)
//! continues there. `guest_sp` is where the guest stack is free.
//!
//! Things made in a store are boxed once and freed when it is dropped, so raw pointers between them stay
//! valid meanwhile.

use crate::func::{HostFn, HostFunc};
use crate::global::Global;
use crate::instance::Instance;
use crate::libcalls::{beeline_unknown_import_default, beeline_unknown_import_trap};
use crate::memory::Memory;
use crate::sigs::Sigs;
use crate::sys::{Mapping, OutOfMemory, PAGE, page_up};
use crate::table::Table;
use crate::trap::{StackRegistration, TrapRecord};
use crate::{Trap, arch};
use alloc::boxed::Box;
use alloc::vec::Vec;
use beeline_abi::vm::{FuncRef, MemoryDesc, STACK_GUARD, VmHeader};
use beeline_abi::{TrapCode, ValType};
use core::cell::Cell;
use core::ffi::c_void;
use core::ptr;

/// The guest's stack unless configured otherwise. Deep recursion of interpreters compiled to wasm needs
/// several megabytes; pages are only used when touched.
pub const DEFAULT_STACK_SIZE: usize = 16 << 20;

/// Entries into guests that may be active inside each other where nobody has said how far the host's stack reaches
/// ([`StoreCtx::host_stack_limit`]): host functions that call back use it, and it has no guard of ours.
pub const MAX_NESTED_ENTRIES: u32 = 500;

/// What a store is made with.
#[derive(Clone, Copy, Debug)]
pub struct StoreConfig {
    /// Bytes of guest stack, rounded up to pages; at least 64 KiB are used.
    pub stack_size: usize,
    /// Bytes that the memories of the store may have together; `u64::MAX` for any number.
    pub memory_limit: u64,
    /// Elements that the tables of the store may have together; `u64::MAX` for any number.
    pub table_limit: u64,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self { stack_size: DEFAULT_STACK_SIZE, memory_limit: u64::MAX, table_limit: u64::MAX }
    }
}

/// What there is a limit for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limited {
    /// Memories, in bytes.
    Memory,
    /// Tables, in elements.
    Table,
}

/// A limit of a store that was exceeded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    /// What it is a limit for.
    pub what: Limited,
    /// What there would have been in all.
    pub asked: u64,
    /// What there may be.
    pub limit: u64,
}

/// Why there is no more of a memory or a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The system does not provide it.
    OutOfMemory,
    /// The store is not to have it.
    Limit(Limit),
}

impl From<OutOfMemory> for Refusal {
    fn from(_: OutOfMemory) -> Self {
        Self::OutOfMemory
    }
}

impl From<Limit> for Refusal {
    fn from(limit: Limit) -> Self {
        Self::Limit(limit)
    }
}

/// What is used of something limited, and how much of it there may be. Memories and tables never shrink and
/// live as long as their store, so there is only more and more.
#[derive(Debug)]
pub(crate) struct Budget {
    what: Limited,
    used: Cell<u64>,
    limit: u64,
}

impl Budget {
    fn new(what: Limited, limit: u64) -> Self {
        Self { what, used: Cell::new(0), limit }
    }

    /// Uses more of it.
    pub(crate) fn take(&self, more: u64) -> Result<(), Limit> {
        self.check(more)?;
        self.used.set(self.used.get() + more);
        Ok(())
    }

    /// Whether there may be so much more.
    pub(crate) fn check(&self, more: u64) -> Result<(), Limit> {
        let asked = self.used.get().saturating_add(more);
        if asked > self.limit { Err(Limit { what: self.what, asked, limit: self.limit }) } else { Ok(()) }
    }

    /// Gives back what was not to be had.
    pub(crate) fn give_back(&self, less: u64) {
        self.used.set(self.used.get().saturating_sub(less));
    }
}

/// The record that entries, exits and traps share. Offsets of the first fields are known to the assembly in
/// [`crate::arch`].
#[repr(C)]
#[derive(Debug)]
pub struct StoreCtx {
    /// Host stack pointer of the innermost entry.
    pub(crate) host_sp: usize,
    /// Where a nested entry starts on the guest stack; a multiple of 16.
    pub(crate) guest_sp: usize,
    /// Guest frame pointer at that place, 0 at the outermost.
    pub(crate) guest_fp: usize,
    /// What `unwind` returns from the innermost entry.
    pub(crate) unwind_code: u64,
    /// P of a fictitious instance: the caller when the host itself calls.
    pub(crate) root: *mut u8,
    /// Lowest usable address of the guest stack; the guard of [`STACK_GUARD`] bytes lies below.
    pub stack_low: usize,
    /// Address behind the guest stack.
    pub stack_high: usize,
    /// Entries that are active now.
    pub depth: u32,
    /// Lowest address of the host's stack at which the current thread may enter a guest of the store, with room below
    /// for what host functions need; an entry below is [`TrapCode::StackOverflow`]. 0 if it is not known:
    /// [`MAX_NESTED_ENTRIES`] then counts instead. To be set, by whoever lets threads enter guests, when another
    /// thread does.
    pub host_stack_limit: usize,
    /// The last trap.
    pub trap: TrapRecord,
    /// The environment of the last stand-in for an unknown import that trapped.
    pub unknown_import: *mut c_void,
    /// For the host: what it wants to find again from a caller's P.
    pub data: *mut c_void,
    /// The store that this record belongs to, when it does not move any more; for the host's use, null at
    /// first.
    pub owner: *mut c_void,
    pub(crate) sigs: Sigs,
    pub(crate) memory_budget: Budget,
    pub(crate) table_budget: Budget,
}

impl StoreCtx {
    /// The record of the store that the instance with this P belongs to.
    ///
    /// # Safety
    ///
    /// `p` is the P of a live instance (or of the host as caller, as host functions get it).
    #[must_use]
    pub unsafe fn of(p: *mut u8) -> *mut Self {
        // SAFETY: a header lies below every P.
        unsafe { (*p.cast::<VmHeader>().sub(1)).store.cast() }
    }

    /// Whether the host's stack has room for one more entry and the host functions that it calls.
    #[inline]
    pub(crate) fn has_room_on_host_stack(&self) -> bool {
        let here = 0u8;
        match self.host_stack_limit {
            0 => self.depth < MAX_NESTED_ENTRIES,
            limit => (&raw const here).addr() >= limit,
        }
    }
}

/// Boxed things that live until their owner is dropped.
#[derive(Debug)]
struct Arena<T>(Vec<*mut T>);

impl<T> Arena<T> {
    const fn new() -> Self {
        Self(Vec::new())
    }

    fn add(&mut self, item: T) -> *mut T {
        let item = Box::into_raw(Box::new(item));
        self.0.push(item);
        item
    }
}

impl<T> Drop for Arena<T> {
    fn drop(&mut self) {
        for &item in &self.0 {
            // SAFETY: each pointer came from `Box::into_raw` and is freed only here.
            drop(unsafe { Box::from_raw(item) });
        }
    }
}

/// Owner of instances, memories, tables, globals and host functions, and of a guest stack.
#[derive(Debug)]
pub struct Store {
    instances: Arena<Instance>,
    memories: Arena<Memory>,
    tables: Arena<Table>,
    globals: Arena<Global>,
    host_funcs: Arena<HostFunc>,
    funcrefs: Arena<FuncRef>,
    _registration: StackRegistration,
    _stack: Mapping,
    root: *mut VmHeader,
    ctx: *mut StoreCtx,
}

// SAFETY: a store is used by one thread at a time, and nothing in it is tied to a thread. What the host keeps
// behind `data` and the environments of its functions is the host's to answer for.
unsafe impl Send for Store {}

impl Store {
    /// Makes a store with its guest stack.
    ///
    /// # Errors
    ///
    /// The stack is not to be had.
    pub fn new(config: &StoreConfig) -> Result<Self, OutOfMemory> {
        let size = page_up(config.stack_size.max(64 << 10)).ok_or(OutOfMemory)?;
        let guard = STACK_GUARD as usize;
        let stack = Mapping::reserve_accounted(size.checked_add(guard).ok_or(OutOfMemory)?)?;
        stack.commit(guard, size)?;
        let low = stack.base().addr() + guard;
        let high = low + size;
        let root = Box::into_raw(Box::new(VmHeader {
            fuel: 0,
            stack_limit: low,
            instance: ptr::null_mut(),
            store: ptr::null_mut(),
            memory0: MemoryDesc { base: ptr::null_mut(), size: 0 },
        }));
        let ctx = Box::into_raw(Box::new(StoreCtx {
            host_sp: 0,
            guest_sp: high,
            guest_fp: 0,
            unwind_code: 0,
            // SAFETY: one past the header is within (at the end of) its allocation.
            root: unsafe { root.add(1) }.cast(),
            stack_low: low,
            stack_high: high,
            depth: 0,
            host_stack_limit: 0,
            trap: TrapRecord::new(),
            unknown_import: ptr::null_mut(),
            data: ptr::null_mut(),
            owner: ptr::null_mut(),
            sigs: Sigs::new(),
            memory_budget: Budget::new(Limited::Memory, config.memory_limit),
            table_budget: Budget::new(Limited::Table, config.table_limit),
        }));
        // SAFETY: `root` was made above.
        unsafe { (*root).store = ctx.cast() };
        Ok(Self {
            instances: Arena::new(),
            memories: Arena::new(),
            tables: Arena::new(),
            globals: Arena::new(),
            host_funcs: Arena::new(),
            funcrefs: Arena::new(),
            _registration: StackRegistration::new(low - guard, high, ctx),
            _stack: stack,
            root,
            ctx,
        })
    }

    /// The shared record; its address is the same for the store's whole life.
    #[must_use]
    pub fn ctx(&self) -> *mut StoreCtx {
        self.ctx
    }

    /// The record of the last trap in this store.
    #[must_use]
    pub fn last_trap(&self) -> &TrapRecord {
        // SAFETY: the record lives as long as the store, and no guest runs while the store is borrowed by the
        // host.
        unsafe { &(*self.ctx).trap }
    }

    /// The id of a signature in this store.
    pub fn sig_id(&mut self, params: &[ValType], results: &[ValType]) -> u32 {
        // SAFETY: `ctx` lives as long as the store.
        unsafe { (*self.ctx).sigs.id(params, results) }
    }

    /// Makes a function of the host. Its reference is valid as long as the store.
    ///
    /// # Safety
    ///
    /// Whenever the guest calls it, `func` may be called with `env` and behaves as [`HostFn`] demands.
    pub unsafe fn new_host_func(
        &mut self,
        func: HostFn,
        env: *mut c_void,
        params: &[ValType],
        results: &[ValType],
    ) -> *const FuncRef {
        let sig = self.sig_id(params, results);
        let host = self.host_funcs.add(HostFunc::new(func, env, params, results));
        self.add_funcref(FuncRef {
            code: arch::host_entry(),
            vmctx: host.cast(),
            sig,
            index: 0,
            owner: ptr::null_mut(),
        })
    }

    /// Makes a function to stand in for an import that nobody provides: it traps with
    /// [`TrapCode::UnknownImport`], or with `default` returns zeros.
    pub fn new_unknown_func(
        &mut self,
        default: bool,
        params: &[ValType],
        results: &[ValType],
    ) -> *const FuncRef {
        let func = if default { beeline_unknown_import_default } else { beeline_unknown_import_trap };
        // SAFETY: both functions do as `HostFn` demands; the environment is set to the record itself below,
        // as the default one expects.
        let funcref = unsafe { self.new_host_func(func, ptr::null_mut(), params, results) };
        // SAFETY: the record was made just now and nobody else knows it.
        unsafe {
            let host = (*funcref).vmctx.cast::<HostFunc>();
            (*host).env = host.cast();
        }
        funcref
    }

    /// Makes a memory of the host: limits in pages, `max` absent for none, `guarded` for the reservation that
    /// code without explicit checks relies on.
    ///
    /// # Errors
    ///
    /// Address space or memory is not to be had, or a limit of the store is exceeded.
    pub fn new_memory(
        &mut self,
        min: u64,
        max: Option<u64>,
        flags: u32,
        guarded: bool,
    ) -> Result<*mut Memory, Refusal> {
        // SAFETY: the budget lives as long as the store, and so does the memory.
        let memory = unsafe { Memory::new(min, max, flags, guarded, self.memory_budget()) };
        Ok(self.memories.add(memory?))
    }

    /// Makes a table of the host with every element set to `init` (0 for null).
    ///
    /// # Errors
    ///
    /// The elements are not to be had, or a limit of the store is exceeded.
    pub fn new_table(
        &mut self,
        ty: ValType,
        min: u64,
        max: Option<u64>,
        init: u64,
    ) -> Result<*mut Table, Refusal> {
        // SAFETY: the budget lives as long as the store, and so does the table.
        let table = unsafe { Table::new(ty, min, max, init, self.table_budget()) };
        Ok(self.tables.add(table?))
    }

    /// What is left for memories.
    pub(crate) fn memory_budget(&self) -> *const Budget {
        // SAFETY: the record lives as long as the store.
        unsafe { &raw const (*self.ctx).memory_budget }
    }

    /// What is left for tables.
    pub(crate) fn table_budget(&self) -> *const Budget {
        // SAFETY: the record lives as long as the store.
        unsafe { &raw const (*self.ctx).table_budget }
    }

    /// Makes a global of the host with a value given as bits.
    pub fn new_global(&mut self, ty: ValType, mutable: bool, value: u64) -> *mut Global {
        self.globals.add(Global::new(ty, mutable, value))
    }

    pub(crate) fn add_instance(&mut self, instance: Instance) -> *mut Instance {
        self.instances.add(instance)
    }

    pub(crate) fn add_memory(&mut self, memory: Memory) -> *mut Memory {
        self.memories.add(memory)
    }

    pub(crate) fn add_table(&mut self, table: Table) -> *mut Table {
        self.tables.add(table)
    }

    pub(crate) fn add_global(&mut self, global: Global) -> *mut Global {
        self.globals.add(global)
    }

    pub(crate) fn add_funcref(&mut self, funcref: FuncRef) -> *const FuncRef {
        self.funcrefs.add(funcref)
    }

    /// Calls a function of this store: see [`crate::func::call`].
    ///
    /// # Safety
    ///
    /// As for [`crate::func::call`].
    ///
    /// # Errors
    ///
    /// The call trapped.
    pub unsafe fn call(
        &mut self,
        func: *const FuncRef,
        args: &[u64],
        results: &mut [u64],
    ) -> Result<(), Trap> {
        // SAFETY: the caller's promise.
        unsafe { crate::func::call(self.ctx, func, args, results) }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // SAFETY: both were boxed in `new` and are freed only here; nothing that the fields' own drops do
        // reads them.
        unsafe {
            drop(Box::from_raw(self.root));
            drop(Box::from_raw(self.ctx));
        }
    }
}

const _: () = assert!((STACK_GUARD as usize).is_multiple_of(PAGE));
const _: () = assert!(TrapCode::ALL.len() < 256);
