//! Instances, and how one comes from a module image (WebAssembly 2.0, 4.5.4 Instantiation).
//!
//! The order is the spec's: imports are matched, everything is allocated, globals and tables initialised,
//! then active element segments, active data segments and the start function, each of which may trap and
//! leaves what was written before. What was made is never taken back: it belongs to the store. The instance
//! data below P is filled once, here; afterwards generated code only reads it, but for its own globals.

use crate::arch;
use crate::const_expr::eval;
use crate::func::{call, some_index};
use crate::global::Global;
use crate::link::{self, Extern, LinkError, val_type};
use crate::memory::Memory;
use crate::segments;
use crate::store::{Limit, Refusal, Store, StoreCtx};
use crate::sys::{Mapping, page_up};
use crate::table::Table;
use crate::trap::{Trap, raise};
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use beeline_abi::info::{
    DataEntry, ElemEntry, ExportEntry, FuncEntry, GlobalEntry, Header, ImportEntry, MemoryEntry, Range,
    SEGMENT_ACTIVE, SEGMENT_PASSIVE, Section, TableEntry,
};
use beeline_abi::vm::{
    FUNC_IMPORT_STRIDE, FUNCREF_STRIDE, FuncRef, GLOBAL_STRIDE, LIBCALL_STRIDE, MEMORY_STRIDE, MemoryDesc,
    SIG_STRIDE, TABLE_STRIDE, TableDesc, VmHeader,
};
use beeline_abi::{InfoView, ModuleImage, TrapCode, WASM_PAGE};
use core::ptr;

/// A file that the image's data was mapped from, so that large segments can be mapped from it again,
/// copy-on-write.
#[derive(Clone, Copy, Debug)]
pub struct Backing {
    /// Open for reading.
    pub fd: i32,
    /// Where [`ModuleImage::data`] starts in the file.
    pub offset: u64,
}

/// Why there is no instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InstantiateError {
    /// An import is missing or of the wrong type.
    Link(LinkError),
    /// A segment did not fit, or the start function trapped; details are in [`StoreCtx::trap`].
    Trap(Trap),
    /// The operating system did not give what the text names.
    Resource(&'static str),
    /// The module begins with more than the store may have.
    Limit(Limit),
    /// The machine code may use a feature, the one named, that this processor does not have.
    Cpu(&'static str),
    /// The image is not one of this version's.
    Image,
}

/// The resource that there is too little of for a memory's reservation, in [`InstantiateError::Resource`].
pub const ADDRESSES_OF_A_MEMORY: &str = "address space for a memory";

impl InstantiateError {
    /// What it means that `what` is not to be had.
    fn of(refusal: Refusal, what: &'static str) -> Self {
        match refusal {
            Refusal::OutOfMemory => Self::Resource(what),
            Refusal::Limit(limit) => Self::Limit(limit),
        }
    }
}

/// An instance of a module.
#[derive(Debug)]
pub struct Instance {
    image: ModuleImage,
    info: InfoView<'static>,
    header: Header,
    p: *mut u8,
    pub(crate) ctx: *mut StoreCtx,
    /// The memory for [`crate::func::caller_memory`], or null.
    pub(crate) host_memory: *const MemoryDesc,
    pub(crate) tables: Vec<*mut Table>,
    pub(crate) memories: Vec<*mut Memory>,
    pub(crate) globals: Vec<*mut Global>,
    /// For each function 1 + the number of its record, or 0: first those in the instance data are counted, then
    /// `extra_funcrefs`.
    funcref_slots: Vec<u32>,
    /// What was given for imported functions.
    imported_funcs: Vec<*const FuncRef>,
    /// Records of functions that have none in the instance data and were asked for by the host. Each is a box's, taken
    /// apart because its address is handed out.
    extra_funcrefs: Vec<*mut FuncRef>,
    pub(crate) dropped_elems: Vec<bool>,
    pub(crate) dropped_datas: Vec<bool>,
    /// The instance data, unless it lies in the mapping of memory 0.
    _data: Option<Mapping>,
}

impl Instance {
    /// Its P.
    #[must_use]
    pub fn p(&self) -> *mut u8 {
        self.p
    }

    /// The record of the store that it belongs to.
    #[must_use]
    pub fn ctx(&self) -> *mut StoreCtx {
        self.ctx
    }

    /// What its module is made of.
    #[must_use]
    pub fn image(&self) -> &ModuleImage {
        &self.image
    }

    /// The description of its module. Valid as long as the image.
    #[must_use]
    pub fn info(&self) -> InfoView<'static> {
        self.info
    }

    /// The export with this name.
    #[must_use]
    pub fn export(&mut self, name: &str) -> Option<Extern> {
        let info = self.info();
        let strings = info.bytes(Section::Strings);
        let is_it = |export: &ExportEntry| {
            let Range { start, len } = export.name;
            strings.get(start as usize..).and_then(|tail| tail.get(..len as usize)) == Some(name.as_bytes())
        };
        let found = info.iter::<ExportEntry>(Section::Exports).find(is_it)?;
        link::item(self, found.kind, found.index)
    }

    /// Export number `index` in the module's order, with its name.
    #[must_use]
    pub fn export_at<'a>(&mut self, index: usize) -> Option<(&'a str, Extern)> {
        let info = self.info();
        if index >= info.len(Section::Exports) {
            return None;
        }
        let found: ExportEntry = info.get(Section::Exports, index);
        Some((info.str(found.name), link::item(self, found.kind, found.index)?))
    }

    /// The reference to function `index` of the module, imported ones first.
    #[must_use]
    pub fn func(&mut self, index: u32) -> *const FuncRef {
        let laid_out = self.info.len(Section::FuncRefs);
        if let Some(slot) = self.funcref_slots.get(index as usize).copied().unwrap_or(0).checked_sub(1) {
            return match self.extra_funcrefs.get((slot as usize).wrapping_sub(laid_out)) {
                Some(&extra) => extra,
                None => self.slot(self.header.layout.funcrefs, slot, FUNCREF_STRIDE).cast(),
            };
        }
        if let Some(&imported) = self.imported_funcs.get(index as usize) {
            return imported;
        }
        let new = Box::into_raw(Box::new(self.make_funcref(index)));
        self.extra_funcrefs.push(new);
        if let Some(slot) = self.funcref_slots.get_mut(index as usize) {
            *slot = (laid_out + self.extra_funcrefs.len()) as u32;
        }
        new
    }

    /// A record for defined function `index`.
    fn make_funcref(&mut self, index: u32) -> FuncRef {
        let info = self.info();
        let func: FuncEntry = info.get(Section::Funcs, (index - self.header.func_imports) as usize);
        FuncRef {
            code: self.image.text.wrapping_add(func.text as usize),
            vmctx: self.p,
            // SAFETY: the store outlives its instances.
            sig: unsafe { link::sig_id(self.ctx, &info, info.func_type(index)) },
            index,
            owner: ptr::from_mut(self).cast(),
        }
    }

    /// Address of element `index` of an array of the instance data.
    fn slot(&self, distance: u32, index: u32, stride: u32) -> *mut u8 {
        self.p.wrapping_sub(distance as usize + (index as usize + 1) * stride as usize)
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        for &funcref in &self.extra_funcrefs {
            // SAFETY: made by `Box::into_raw` in `func`, freed only here.
            drop(unsafe { Box::from_raw(funcref) });
        }
    }
}

/// The description in an image.
unsafe fn info<'a>(image: &ModuleImage) -> Option<InfoView<'a>> {
    // SAFETY: the caller has a valid image.
    InfoView::new(unsafe { core::slice::from_raw_parts(image.info, image.info_len) })
}

/// Makes an instance. `imports` are given in the module's order of imports.
///
/// # Safety
///
/// `image` describes code and data made by the compiler, which stay where they are as long as `store`, and
/// its code is registered ([`crate::trap::CodeRegistration`]). Everything in `imports` belongs to `store`.
/// What [`crate::func::call`] demands holds, and `store` is alive: a start function may reach it by other
/// ways than this pointer, which is therefore none that nobody else uses.
///
/// # Errors
///
/// See [`InstantiateError`].
pub unsafe fn instantiate(
    store: *mut Store,
    image: &ModuleImage,
    imports: &[Extern],
    backing: Option<&Backing>,
) -> Result<*mut Instance, InstantiateError> {
    // SAFETY: the caller's promise. The reference ends with the call.
    let (instance, ctx) = unsafe {
        let store = &mut *store;
        (make(store, image, imports, backing)?, store.ctx())
    };
    // SAFETY: the instance lives as long as the store; no reference to either is in use while the guest runs.
    unsafe {
        if let Some(start) = some_index((*instance).header.start) {
            let start = (*instance).func(start);
            call(ctx, start, &[], &mut []).map_err(InstantiateError::Trap)?;
        }
    }
    Ok(instance)
}

/// Everything but the start function.
///
/// # Safety
///
/// As for [`instantiate`].
unsafe fn make(
    store: &mut Store,
    image: &ModuleImage,
    imports: &[Extern],
    backing: Option<&Backing>,
) -> Result<*mut Instance, InstantiateError> {
    // SAFETY: the caller's promise.
    let info = unsafe { info(image) }.ok_or(InstantiateError::Image)?;
    if let Some(feature) = arch::missing_feature(info.header().cpu) {
        return Err(InstantiateError::Cpu(feature));
    }
    for (i, import) in info.iter::<ImportEntry>(Section::Imports).enumerate() {
        let error = |incompatible| InstantiateError::Link(LinkError { import: i as u32, incompatible });
        let given = *imports.get(i).ok_or(error(false))?;
        // SAFETY: the caller's promise.
        if !unsafe { link::matches(store.ctx(), &info, import, given) } {
            return Err(error(true));
        }
    }
    check_limits(store, &info)?;
    let (p, memory, data) = allocate(&info)?;
    let header = info.header();
    let instance = store.add_instance(Instance {
        image: *image,
        info,
        header,
        p,
        ctx: store.ctx(),
        host_memory: ptr::null(),
        tables: Vec::new(),
        memories: Vec::new(),
        globals: Vec::new(),
        funcref_slots: vec![0; info.len(Section::FuncTypes)],
        imported_funcs: Vec::new(),
        extra_funcrefs: Vec::new(),
        dropped_elems: vec![false; info.len(Section::Elems)],
        dropped_datas: vec![false; info.len(Section::Datas)],
        _data: data,
    });
    // SAFETY: the instance was boxed just now and lives as long as the store.
    unsafe {
        let new = &mut *instance;
        new.fill_fixed_parts(store.ctx());
        new.bind_imports(imports);
        new.make_memories(store, memory)?;
        new.make_tables(store)?;
        new.make_funcrefs();
        new.make_globals(store);
        new.init_tables();
        new.run_active_segments(backing).map_err(|code| {
            raise(store.ctx(), code);
            InstantiateError::Trap(Trap { code })
        })?;
    }
    Ok(instance)
}

/// Compares all that a module's own memories and tables start with to what the store has left, before any of it is made: what is made stays
/// the store's.
fn check_limits(store: &Store, info: &InfoView<'_>) -> Result<(), InstantiateError> {
    let header = info.header();
    let memories = info.iter::<MemoryEntry>(Section::Memories).skip(header.memory_imports as usize);
    let bytes = memories.fold(0u64, |sum, entry| sum.saturating_add(entry.min.saturating_mul(WASM_PAGE)));
    let tables = info.iter::<TableEntry>(Section::Tables).skip(header.table_imports as usize);
    let elements = tables.fold(0u64, |sum, entry| sum.saturating_add(entry.min));
    // SAFETY: budgets live as long as the store.
    let (memory_budget, table_budget) = unsafe { (&*store.memory_budget(), &*store.table_budget()) };
    let checked = memory_budget.check(bytes).and_then(|()| table_budget.check(elements));
    checked.map_err(InstantiateError::Limit)
}

/// A memory's mapping and how far the memory can grow in it.
type Reserved = (Mapping, u64);

/// Gets the instance data, with memory 0 behind it if the module defines that: P, then whichever of both
/// mappings it is.
fn allocate(info: &InfoView<'_>) -> Result<(*mut u8, Option<Reserved>, Option<Mapping>), InstantiateError> {
    let resource = |_| InstantiateError::Resource("address space for an instance");
    let header = info.header();
    let size = page_up(header.layout.size as usize).ok_or(InstantiateError::Image)?;
    if header.memory_imports != 0 || info.is_empty(Section::Memories) {
        let mapping = Mapping::reserve(size).map_err(resource)?;
        mapping.commit(0, size).map_err(resource)?;
        return Ok((mapping.base().wrapping_add(size), None, Some(mapping)));
    }
    let entry: MemoryEntry = info.get(Section::Memories, 0);
    let guarded = header.explicit_checks == 0;
    let reserved = Memory::reserve(size, entry.min, link::max(entry.max), entry.flags, guarded)
        .map_err(|_| InstantiateError::Resource(ADDRESSES_OF_A_MEMORY))?;
    reserved.0.commit(0, size).map_err(resource)?;
    Ok((reserved.0.base().wrapping_add(size), Some(reserved), None))
}

/// The steps of [`instantiate`]. All slots that they write lie in the instance data that the compiler has
/// laid out.
impl Instance {
    /// Writes element `index` of an array of the instance data.
    fn write<T>(&self, distance: u32, index: usize, stride: u32, value: T) {
        debug_assert!(size_of::<T>() <= stride as usize);
        // SAFETY: the array lies in the instance data, which is mapped; slots are multiples of 8 from P.
        unsafe { self.slot(distance, index as u32, stride).cast::<T>().write(value) };
    }

    fn fill_fixed_parts(&mut self, ctx: *mut StoreCtx) {
        let layout = self.header.layout;
        // SAFETY: the header lies just below P, and the store is alive.
        unsafe {
            self.p.cast::<VmHeader>().sub(1).write(VmHeader {
                fuel: 0,
                stack_limit: (*ctx).stack_low,
                instance: ptr::from_mut(self).cast(),
                store: ctx.cast(),
                memory0: MemoryDesc { base: ptr::null_mut(), size: 0 },
            });
        }
        for (i, number) in self.info.iter::<u8>(Section::Libcalls).enumerate() {
            // SAFETY: the image has a thunk for each libcall of the section.
            let thunk = unsafe { *self.image.libcalls.add(i) };
            self.write(layout.libcalls, usize::from(number), LIBCALL_STRIDE, thunk);
        }
        for (i, ty) in self.info.iter::<u32>(Section::Sigs).enumerate() {
            // SAFETY: the store is alive.
            let id = unsafe { link::sig_id(ctx, &self.info, self.info.get(Section::Types, ty as usize)) };
            self.write(layout.sigs, i, SIG_STRIDE, u64::from(id));
        }
    }

    /// Puts what is imported in front of the index spaces and into its slots. Everything has been matched.
    fn bind_imports(&mut self, imports: &[Extern]) {
        let layout = self.header.layout;
        for &import in imports.iter().take(self.info.len(Section::Imports)) {
            // SAFETY: what is imported belongs to the store.
            unsafe {
                match import {
                    Extern::Func(func) => {
                        let slot = ((*func).code, (*func).vmctx);
                        self.write(layout.func_imports, self.imported_funcs.len(), FUNC_IMPORT_STRIDE, slot);
                        self.imported_funcs.push(func);
                    }
                    Extern::Table(table) => {
                        self.write(layout.tables, self.tables.len(), TABLE_STRIDE, (*table).desc());
                        self.tables.push(table);
                    }
                    Extern::Memory(memory) => {
                        if self.memories.is_empty() {
                            (*self.p.cast::<VmHeader>().sub(1)).memory0.base = (*memory).base();
                        }
                        self.write(layout.memories, self.memories.len(), MEMORY_STRIDE, (*memory).desc());
                        self.memories.push(memory);
                    }
                    Extern::Global(global) => {
                        self.write(layout.globals, self.globals.len(), GLOBAL_STRIDE, (*global).address());
                        self.globals.push(global);
                    }
                }
            }
        }
    }

    fn make_memories(
        &mut self,
        store: &mut Store,
        mut reserved: Option<Reserved>,
    ) -> Result<(), InstantiateError> {
        let refused = |refusal| InstantiateError::of(refusal, "a memory's initial size");
        let budget = store.memory_budget();
        let guarded = self.header.explicit_checks == 0;
        let entries = self.info.iter::<MemoryEntry>(Section::Memories);
        for (i, entry) in entries.enumerate().skip(self.memories.len()) {
            let max = link::max(entry.max);
            let memory = match reserved.take() {
                Some(reserved) => {
                    let before = page_up(self.header.layout.size as usize).ok_or(InstantiateError::Image)?;
                    // SAFETY: the header below P lives in the mapping that the memory gets to own; the budget is that of
                    // the store, which gets the memory.
                    unsafe {
                        let desc = &raw mut (*self.p.cast::<VmHeader>().sub(1)).memory0;
                        Memory::at(desc, reserved, before, (entry.min, max), entry.flags, guarded, budget)
                    }
                }
                // SAFETY: as above.
                None => unsafe { Memory::new(entry.min, max, entry.flags, guarded, budget) },
            };
            let memory = store.add_memory(memory.map_err(refused)?);
            // SAFETY: it was made just now.
            self.write(self.header.layout.memories, i, MEMORY_STRIDE, unsafe { (*memory).desc() });
            self.memories.push(memory);
        }
        if let Some(index) = some_index(self.header.memory_export) {
            // SAFETY: memories live as long as the store.
            self.host_memory =
                self.memories.get(index as usize).map_or(ptr::null(), |&memory| unsafe { (*memory).desc() });
        }
        Ok(())
    }

    fn make_tables(&mut self, store: &mut Store) -> Result<(), InstantiateError> {
        let entries = self.info.iter::<TableEntry>(Section::Tables);
        for (i, entry) in entries.enumerate().skip(self.tables.len()) {
            let desc = self.slot(self.header.layout.tables, i as u32, TABLE_STRIDE).cast::<TableDesc>();
            let max = link::max(entry.max);
            // SAFETY: the slot lives as long as the instance, and that as long as the store, which owns the
            // table and its budget.
            let table = unsafe { Table::at(desc, val_type(entry.ty), entry.min, max, store.table_budget()) };
            let table = table.map_err(|refusal| InstantiateError::of(refusal, "a table's initial size"))?;
            self.tables.push(store.add_table(table));
        }
        Ok(())
    }

    fn make_funcrefs(&mut self) {
        for (i, index) in self.info.iter::<u32>(Section::FuncRefs).enumerate() {
            let funcref = match self.imported_funcs.get(index as usize) {
                // SAFETY: what is imported belongs to the store.
                Some(&imported) => unsafe { *imported },
                None => self.make_funcref(index),
            };
            self.write(self.header.layout.funcrefs, i, FUNCREF_STRIDE, funcref);
            self.funcref_slots[index as usize] = i as u32 + 1;
        }
    }

    fn make_globals(&mut self, store: &mut Store) {
        let entries = self.info.iter::<GlobalEntry>(Section::Globals);
        for (i, entry) in entries.enumerate().skip(self.globals.len()) {
            // SAFETY: initial values read only globals in front.
            let value = unsafe { eval(self, entry.init) };
            let slot = self.slot(self.header.layout.globals, i as u32, GLOBAL_STRIDE).cast::<u64>();
            let global = Global::at(slot, val_type(entry.ty), entry.mutable != 0);
            global.set(value);
            self.globals.push(store.add_global(global));
        }
    }

    fn init_tables(&mut self) {
        let entries = self.info.iter::<TableEntry>(Section::Tables);
        for (i, entry) in entries.enumerate().skip(self.header.table_imports as usize) {
            if entry.init.len == 0 {
                continue;
            }
            // SAFETY: all globals are initialised, and tables live as long as the store.
            unsafe {
                let value = eval(self, entry.init);
                let table = &mut *self.tables[i];
                for element in 0..table.len() {
                    let _ = table.set(element, value);
                }
            }
        }
    }

    fn run_active_segments(&mut self, backing: Option<&Backing>) -> Result<(), TrapCode> {
        for (i, segment) in self.info.iter::<ElemEntry>(Section::Elems).enumerate() {
            if segment.mode == SEGMENT_ACTIVE {
                // SAFETY: all globals are initialised.
                let offset = unsafe { eval(self, segment.offset) };
                segments::table_init(self, segment.table, i as u32, offset, 0, u64::from(segment.items.len))?;
            }
            self.dropped_elems[i] = segment.mode != SEGMENT_PASSIVE;
        }
        for (i, segment) in self.info.iter::<DataEntry>(Section::Datas).enumerate() {
            if segment.mode == SEGMENT_ACTIVE {
                // SAFETY: as above.
                let offset = unsafe { eval(self, segment.offset) };
                segments::place(self, segment, offset, backing)?;
                self.dropped_datas[i] = true;
            }
        }
        Ok(())
    }
}
