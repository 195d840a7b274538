//! [`Store`]: the owner of instances and of everything they share with the host, and the context types through which it is lent.
//!
//! The store lies in one heap block that never moves. Contexts are pointers to it with a lifetime, not references: a guest may call back into the
//! host, which gets a context of its own ([`Caller`]), so no Rust reference into the block may be live while a guest runs. Every method here makes its
//! references for the moment only.
//!
//! Handles ([`crate::Func`], [`crate::Memory`], ...) are a [`StoreId`] and an address; [`Handle::check`] refuses a handle of another store by panicking,
//! as indexing out of bounds does. What a handle points to lives as long as its store.

use crate::error::{Frame, Trap};
use crate::host::HostFuncBox;
use crate::thread::{DEFAULT_RESERVE, prepare_thread};
use crate::{Engine, Error, ErrorKind, Extern, Module, Result};
use beeline_abi::vm::FuncRef;
use beeline_abi::{ModuleImage, TrapCode};
use beeline_runtime as rt;
use std::any::Any;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Once};

/// Options of a [`Store`].
#[derive(Clone, Copy, Debug, Default)]
pub struct StoreOptions {
    stack_size: Option<usize>,
    host_stack_reserve: Option<usize>,
}

impl StoreOptions {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes of stack that guests share, 16 MiB unless set. Rounded up to pages; they take memory only when touched.
    #[must_use]
    pub fn stack_size(mut self, bytes: usize) -> Self {
        self.stack_size = Some(bytes);
        self
    }

    /// Bytes of the calling thread's own stack that host functions can count on, 128 KiB unless set, but never more
    /// than a quarter of it. A call that would leave less, because guests and host functions call each other to that
    /// depth, is [`TrapCode::StackOverflow`].
    #[must_use]
    pub fn host_stack_reserve(mut self, bytes: usize) -> Self {
        self.host_stack_reserve = Some(bytes);
        self
    }
}

/// Tells stores apart; never used twice in a process.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct StoreId(u64);

impl StoreId {
    fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// A handle to a `P` in some store.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Handle<P> {
    store: StoreId,
    ptr: NonNull<P>,
}

impl<P> Clone for Handle<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Handle<P> {}

impl<P> std::fmt::Debug for Handle<P> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.ptr)
    }
}

// SAFETY: a handle is only an address; whoever follows it has the store, which is used by one thread at a time.
unsafe impl<P> Send for Handle<P> {}
// SAFETY: as for `Send`.
unsafe impl<P> Sync for Handle<P> {}

impl<P> Handle<P> {
    /// A handle to something of `store`.
    pub(crate) fn new(store: &StoreCore, ptr: *const P) -> Self {
        let ptr = NonNull::new(ptr.cast_mut()).expect("the runtime gives addresses of things that exist");
        Self { store: store.id, ptr }
    }

    /// Whether it belongs to this store.
    pub(crate) fn belongs_to(&self, store: &StoreCore) -> bool {
        self.store == store.id
    }

    /// The address of what it stands for, valid as long as `store`.
    ///
    /// # Panics
    ///
    /// The handle belongs to another store.
    pub(crate) fn check(&self, store: &StoreCore) -> *mut P {
        assert!(self.belongs_to(store), "a handle was used with a store that it does not belong to");
        self.ptr.as_ptr()
    }
}

/// What makes a guest's call end without results, kept while the guest's frames are left.
enum Parked {
    Error(Error),
    Panic(Box<dyn Any + Send>),
}

/// The part of a store that does not depend on the host's data.
pub struct StoreCore {
    /// First, so that it is dropped before the code and the host functions that it points to.
    pub(crate) runtime: rt::Store,
    pub(crate) id: StoreId,
    pub(crate) engine: Engine,
    modules: HashMap<*const ModuleImage, Module>,
    host_funcs: HashMap<*const HostFuncBox, (Arc<HostFuncBox>, *const FuncRef)>,
    parked: Option<Parked>,
    host_stack_reserve: usize,
}

impl StoreCore {
    /// Prepares the current thread for entering guests of the store.
    ///
    /// # Errors
    ///
    /// The system does not provide what that takes.
    pub(crate) fn prepare_thread(&self) -> Result<()> {
        let limit = prepare_thread(self.host_stack_reserve)
            .map_err(|_| Error::system("the system does not provide a stack for signal handlers"))?;
        // SAFETY: the record lives as long as the runtime's store, and no reference to it is in use.
        unsafe { (*self.runtime.ctx()).host_stack_limit = limit };
        Ok(())
    }

    /// Keeps a module alive as long as the store.
    pub(crate) fn keep_module(&mut self, module: &Module) {
        // Clones of a module share their image.
        self.modules.entry(module.image()).or_insert_with(|| module.clone());
    }

    /// The store's function for a host function, made when it is first asked for.
    pub(crate) fn host_func(&mut self, func: &Arc<HostFuncBox>) -> *const FuncRef {
        let key = Arc::as_ptr(func);
        if let Some((_, funcref)) = self.host_funcs.get(&key) {
            return *funcref;
        }
        // SAFETY: the table keeps `func` alive as long as the runtime's store, and a box's entry point fits its environment.
        let funcref = unsafe {
            self.runtime.new_host_func(func.entry, func.env(), func.ty.params(), func.ty.results())
        };
        self.host_funcs.insert(key, (Arc::clone(func), funcref));
        funcref
    }

    /// Keeps an error of a host function until the guest's frames have been left; the code to leave them with.
    pub(crate) fn park_error(&mut self, error: Error) -> TrapCode {
        match error.kind() {
            // The runtime notes where a trap comes from, unless it passes on one that was noted further in.
            ErrorKind::Trap(trap) if trap.backtrace().is_empty() => trap.code(),
            ErrorKind::Exit(_) => {
                self.parked = Some(Parked::Error(error));
                TrapCode::Exit
            }
            _ => {
                self.parked = Some(Parked::Error(error));
                TrapCode::Host
            }
        }
    }

    /// Keeps a panic of a host function until the guest's frames have been left; the code to leave them with.
    pub(crate) fn park_panic(&mut self, payload: Box<dyn Any + Send>) -> TrapCode {
        self.parked = Some(Parked::Panic(payload));
        TrapCode::Host
    }

    /// What the host gets for a call that ended with `trap`; a panic of a host function goes on.
    pub(crate) fn unpark(&mut self, trap: rt::Trap) -> Error {
        match self.parked.take() {
            Some(Parked::Error(error)) => error.at(|| self.backtrace()),
            Some(Parked::Panic(payload)) => std::panic::resume_unwind(payload),
            None => Trap::new(trap.code, self.backtrace()).into(),
        }
    }

    /// The frames that the runtime has noted for the last trap.
    fn backtrace(&self) -> Vec<Frame> {
        let record = self.runtime.last_trap();
        let frame = |depth| {
            let frame = rt::trap::frame(record, depth)?;
            let (module, name) = (frame.module.to_owned(), frame.name.map(str::to_owned));
            Some(Frame { depth, module, func: frame.func, name, offset: frame.offset })
        };
        // Those between both ends are not recorded; a stack may be millions of frames deep.
        let inner = record.total.min(rt::trap::INNER_FRAMES);
        let outer = record.total.saturating_sub(rt::trap::OUTER_FRAMES).max(inner);
        (0..inner).chain(outer..record.total).filter_map(frame).collect()
    }
}

/// A store's heap block.
pub(crate) struct StoreInner<T> {
    pub(crate) core: StoreCore,
    pub(crate) data: T,
}

/// Owner of instances, memories, tables, globals and functions, and of the host's data `T` that host functions work on. Guests of one store can
/// share things; a store is used by one thread at a time.
///
/// The type of the host data is exact. Functions of a store take data of this type, and would get data of another one:
///
/// ```compile_fail,E0308
/// use beeline::{Engine, Store};
///
/// type Lasting = fn(&'static str);
/// type Any = for<'a> fn(&'a str);
///
/// let store: Store<Any> = Store::new(&Engine::default(), |_: &str| ());
/// let store: Store<Lasting> = store;
/// ```
///
/// ```compile_fail,E0308
/// use beeline::{AsContextMut, Engine, Store, StoreContextMut};
///
/// type Lasting = fn(&'static str);
/// type Any = for<'a> fn(&'a str);
///
/// let mut store: Store<Any> = Store::new(&Engine::default(), |_: &str| ());
/// let context: StoreContextMut<'_, Lasting> = store.as_context_mut();
/// ```
///
/// ```compile_fail,E0308
/// use beeline::Caller;
///
/// type Lasting = fn(&'static str);
/// type Any = for<'a> fn(&'a str);
///
/// fn other<'a>(caller: Caller<'a, Any>) -> Caller<'a, Lasting> {
///     caller
/// }
/// ```
///
/// ```
/// use beeline::{AsContextMut, Caller, Engine, Store, StoreContextMut};
///
/// type Any = for<'a> fn(&'a str);
///
/// let store: Store<Any> = Store::new(&Engine::default(), |_: &str| ());
/// let mut store: Store<Any> = store;
/// let context: StoreContextMut<'_, Any> = store.as_context_mut();
///
/// fn same<'a>(caller: Caller<'a, Any>) -> Caller<'a, Any> {
///     caller
/// }
/// ```
pub struct Store<T: 'static> {
    inner: NonNull<StoreInner<T>>,
    /// The store's functions take data of exactly this type, so a store is neither one for a
    /// subtype nor one for a supertype.
    just: PhantomData<fn(T) -> T>,
    owns: PhantomData<StoreInner<T>>,
}

// SAFETY: the store owns its block. The runtime's store is `Send`; kept modules are `Send` and `Sync`, so are host functions, and parked values are `Send`.
unsafe impl<T: Send + 'static> Send for Store<T> {}
// SAFETY: a shared store gives out shared references to the data only, and reads of values that nobody writes meanwhile.
unsafe impl<T: Sync + 'static> Sync for Store<T> {}

impl<T: 'static> Store<T> {
    /// A store with default options.
    ///
    /// # Panics
    ///
    /// There is no address space for the guest's stack; [`Store::with_options`] reports it instead.
    #[must_use]
    pub fn new(engine: &Engine, data: T) -> Self {
        Self::with_options(engine, data, StoreOptions::default()).expect("no address space for a guest stack")
    }

    /// A store.
    ///
    /// # Errors
    ///
    /// There is no address space for the guest's stack.
    pub fn with_options(engine: &Engine, data: T, options: StoreOptions) -> Result<Self> {
        prepare_process();
        let mut config = rt::StoreConfig::default();
        if let Some(size) = options.stack_size {
            config.stack_size = size;
        }
        let runtime = rt::Store::new(&config)
            .map_err(|_| Error::system(format!("cannot map a guest stack of {} bytes", config.stack_size)))?;
        let ctx = runtime.ctx();
        let core = StoreCore {
            runtime,
            id: StoreId::new(),
            engine: engine.clone(),
            modules: HashMap::new(),
            host_funcs: HashMap::new(),
            parked: None,
            host_stack_reserve: options.host_stack_reserve.unwrap_or(DEFAULT_RESERVE),
        };
        let inner = Box::into_raw(Box::new(StoreInner { core, data }));
        // SAFETY: the context lives as long as the runtime's store, that is, as the block.
        unsafe { (*ctx).data = inner.cast() };
        // SAFETY: a box is never null.
        Ok(Self { inner: unsafe { NonNull::new_unchecked(inner) }, just: PhantomData, owns: PhantomData })
    }

    /// The host's data.
    #[must_use]
    pub fn data(&self) -> &T {
        // SAFETY: the block is alive, and `self` is borrowed, so that no guest runs.
        unsafe { &self.inner.as_ref().data }
    }

    /// The host's data.
    pub fn data_mut(&mut self) -> &mut T {
        // SAFETY: as in `data`, exclusively.
        unsafe { &mut self.inner.as_mut().data }
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        // SAFETY: as in `data`.
        unsafe { &self.inner.as_ref().core.engine }
    }

    /// Drops the store and gives the host's data back.
    #[must_use]
    pub fn into_data(self) -> T {
        let inner = self.inner.as_ptr();
        std::mem::forget(self);
        // SAFETY: the block came from a box, and `self`, forgotten, frees it no more.
        unsafe { Box::from_raw(inner) }.data
    }
}

impl<T: 'static> Drop for Store<T> {
    fn drop(&mut self) {
        // SAFETY: the block came from a box and is freed only here or in `into_data`.
        drop(unsafe { Box::from_raw(self.inner.as_ptr()) });
    }
}

impl<T: std::fmt::Debug + 'static> std::fmt::Debug for Store<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("data", self.data()).finish_non_exhaustive()
    }
}

/// A shared loan of a [`Store`].
#[derive(Debug)]
pub struct StoreContext<'a, T: 'static> {
    inner: NonNull<StoreInner<T>>,
    lifetime: PhantomData<&'a StoreInner<T>>,
}

impl<T: 'static> Clone for StoreContext<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for StoreContext<'_, T> {}

/// An exclusive loan of a [`Store`].
#[derive(Debug)]
pub struct StoreContextMut<'a, T: 'static> {
    inner: NonNull<StoreInner<T>>,
    lifetime: PhantomData<&'a mut StoreInner<T>>,
}

impl<'a, T: 'static> StoreContext<'a, T> {
    /// The host's data.
    #[must_use]
    pub fn data(&self) -> &'a T {
        // SAFETY: the store is lent for 'a, shared.
        unsafe { &(*self.inner.as_ptr()).data }
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &'a Engine {
        &self.core().engine
    }

    pub(crate) fn core(&self) -> &'a StoreCore {
        // SAFETY: the store is lent for 'a, shared.
        unsafe { &(*self.inner.as_ptr()).core }
    }
}

impl<'a, T: 'static> StoreContextMut<'a, T> {
    /// The host's data.
    #[must_use]
    pub fn data(&self) -> &T {
        // SAFETY: the store is lent for 'a.
        unsafe { &(*self.inner.as_ptr()).data }
    }

    /// The host's data.
    pub fn data_mut(&mut self) -> &mut T {
        // SAFETY: the store is lent for 'a, exclusively.
        unsafe { &mut (*self.inner.as_ptr()).data }
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.core().engine
    }

    pub(crate) fn core(&self) -> &StoreCore {
        // SAFETY: the store is lent for 'a.
        unsafe { &(*self.inner.as_ptr()).core }
    }

    pub(crate) fn core_mut(&mut self) -> &mut StoreCore {
        // SAFETY: the store is lent for 'a, exclusively.
        unsafe { &mut (*self.inner.as_ptr()).core }
    }

    pub(crate) fn inner(&self) -> NonNull<StoreInner<T>> {
        self.inner
    }

    /// Both parts of the block, for as long as the loan lasts.
    pub(crate) fn split(self) -> (&'a mut StoreCore, &'a mut T) {
        // SAFETY: the store is lent for 'a, exclusively, and the loan is used up.
        unsafe {
            let inner = &mut *self.inner.as_ptr();
            (&mut inner.core, &mut inner.data)
        }
    }

    /// Calls a function of this store. `args` and `results` are as [`rt::call`] wants them.
    ///
    /// # Safety
    ///
    /// `func` belongs to this store, both slices are as long as its type says, and references in `args` are of this store.
    pub(crate) unsafe fn call_raw(
        &mut self,
        func: *const FuncRef,
        args: &[u64],
        results: &mut [u64],
    ) -> Result<()> {
        let core = self.core_mut();
        core.prepare_thread()?;
        let ctx = core.runtime.ctx();
        // SAFETY: the caller's promises; the process and the thread are prepared, and no reference into the block is live.
        match unsafe { rt::call(ctx, func, args, results) } {
            Ok(()) => Ok(()),
            Err(trap) => Err(self.core_mut().unpark(trap)),
        }
    }
}

/// What lends a store for reading.
pub trait AsContext {
    /// The host's data in the store.
    type Data: 'static;
    /// The loan.
    fn as_context(&self) -> StoreContext<'_, Self::Data>;
}

/// What lends a store for anything.
pub trait AsContextMut: AsContext {
    /// The loan.
    fn as_context_mut(&mut self) -> StoreContextMut<'_, Self::Data>;
}

macro_rules! lends {
    ($($ty:ty),*) => {$(
        impl<T: 'static> AsContext for $ty {
            type Data = T;
            fn as_context(&self) -> StoreContext<'_, T> {
                StoreContext { inner: self.inner, lifetime: PhantomData }
            }
        }
    )*};
    (mut $($ty:ty),*) => {$(
        impl<T: 'static> AsContextMut for $ty {
            fn as_context_mut(&mut self) -> StoreContextMut<'_, T> {
                StoreContextMut { inner: self.inner, lifetime: PhantomData }
            }
        }
    )*};
}

lends!(Store<T>, StoreContext<'_, T>, StoreContextMut<'_, T>);
lends!(mut Store<T>, StoreContextMut<'_, T>);

impl<C: AsContext> AsContext for &C {
    type Data = C::Data;
    fn as_context(&self) -> StoreContext<'_, C::Data> {
        C::as_context(self)
    }
}

impl<C: AsContext> AsContext for &mut C {
    type Data = C::Data;
    fn as_context(&self) -> StoreContext<'_, C::Data> {
        C::as_context(self)
    }
}

impl<C: AsContextMut> AsContextMut for &mut C {
    fn as_context_mut(&mut self) -> StoreContextMut<'_, C::Data> {
        C::as_context_mut(self)
    }
}

/// The store as a host function gets it, and the instance that called the function.
#[derive(Debug)]
pub struct Caller<'a, T: 'static> {
    store: StoreContextMut<'a, T>,
    instance: Option<NonNull<rt::Instance>>,
}

impl<'a, T: 'static> Caller<'a, T> {
    /// A caller for a store that is lent to a host function.
    ///
    /// # Safety
    ///
    /// Nobody else uses the store of `inner` during 'a, and `instance` belongs to it.
    pub(crate) unsafe fn new(inner: NonNull<StoreInner<T>>, instance: Option<NonNull<rt::Instance>>) -> Self {
        Self { store: StoreContextMut { inner, lifetime: PhantomData }, instance }
    }

    /// An export of the instance that called; `None` if the host called, or if there is no such export.
    pub fn get_export(&mut self, name: &str) -> Option<Extern> {
        let mut instance = self.instance?;
        let core = self.store.core_mut();
        // SAFETY: instances live as long as their store, which is lent exclusively.
        let item = unsafe { instance.as_mut() }.export(name)?;
        Some(Extern::from_runtime(core, item))
    }

    /// The host's data.
    #[must_use]
    pub fn data(&self) -> &T {
        self.store.data()
    }

    /// The host's data.
    pub fn data_mut(&mut self) -> &mut T {
        self.store.data_mut()
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        self.store.engine()
    }
}

impl<T: 'static> AsContext for Caller<'_, T> {
    type Data = T;
    fn as_context(&self) -> StoreContext<'_, T> {
        self.store.as_context()
    }
}

impl<T: 'static> AsContextMut for Caller<'_, T> {
    fn as_context_mut(&mut self) -> StoreContextMut<'_, T> {
        self.store.as_context_mut()
    }
}

impl<'a, T: AsContext> From<&'a T> for StoreContext<'a, T::Data> {
    fn from(store: &'a T) -> Self {
        store.as_context()
    }
}

impl<'a, T: AsContext> From<&'a mut T> for StoreContext<'a, T::Data> {
    fn from(store: &'a mut T) -> Self {
        T::as_context(store)
    }
}

impl<'a, T: AsContextMut> From<&'a mut T> for StoreContextMut<'a, T::Data> {
    fn from(store: &'a mut T) -> Self {
        store.as_context_mut()
    }
}

/// Installs the signal handlers, once.
fn prepare_process() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(rt::trap::install);
}
