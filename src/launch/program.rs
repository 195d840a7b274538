//! [`launch`]: the guest's life from its start to its end.

use crate::entry::{Entry, INITIALIZE, export};
use crate::imports::{add_import, imports};
use crate::text::{FAILED, TRAPPED, Text};
use crate::values::Values;
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use beeline_abi::{InfoView, ModuleImage, TrapCode, grants};
use beeline_runtime::instance::ADDRESSES_OF_A_MEMORY;
use beeline_runtime::store::{Limit, Limited};
use beeline_runtime::trap::{AltStack, NameWriter, install, write_backtrace};
use beeline_runtime::{Backing, Extern, Instance, InstantiateError, Store, StoreConfig, instantiate};
use beeline_wasi::WasiCtx;
use rustix::fd::{AsRawFd, OwnedFd};

/// A program, and what there is for it.
#[derive(Debug)]
pub struct Program<'a> {
    /// The compiled module. Its code is registered with the runtime, and it has a host function for each imported
    /// function.
    pub image: &'a ModuleImage,
    /// What it may touch, as [`beeline_abi::grants`] describes it.
    pub grants: &'a [u8],
    /// The arguments of the process; the first is its name.
    pub args: &'a [&'a [u8]],
    /// The environment of the process, as `NAME=VALUE`.
    pub env: &'a [&'a [u8]],
    /// Writes names of functions, escaped. Executables have them as people read them; the command demangles.
    pub names: NameWriter,
    /// How values are read and printed; needed if the entry takes or returns any.
    pub values: Option<&'a Values>,
    /// A file that holds the image's data, and where in it they start.
    pub backing: Option<(OwnedFd, u64)>,
}

/// What became of a program.
#[derive(Debug)]
pub struct Ended {
    /// The exit status, of which systems keep the low eight bits.
    pub status: u32,
    /// What is to be said on standard error behind `error: `.
    pub message: Option<Text>,
}

/// Why a program ends.
pub(crate) type Stop = Ended;

impl Ended {
    /// A program that cannot be started.
    pub(crate) fn failed(message: Text) -> Self {
        Self { status: FAILED, message: Some(message) }
    }
}

/// Runs a program, to its end.
///
/// What it makes (the guest's memory, its stack) lives as long as the process: a process that launches has
/// nothing else to do, and ends sooner when nothing is taken down before.
///
/// # Safety
///
/// The image was made by the compiler for this machine and stays as it is as long as the process; its code is
/// registered ([`beeline_runtime::trap::CodeRegistration`]); its host functions are of the types that the module
/// imports, and are functions of [`beeline_wasi`] or stand-ins of [`beeline_runtime::libcalls`].
#[must_use]
pub unsafe fn launch(program: Program<'_>) -> Ended {
    // SAFETY: the caller's promise.
    match unsafe { run(program) } {
        Ok(()) => Ended { status: 0, message: None },
        Err(stop) => stop,
    }
}

unsafe fn run(program: Program<'_>) -> Result<(), Stop> {
    let image = program.image;
    // SAFETY: the caller's promise.
    let blob = unsafe { core::slice::from_raw_parts(image.info, image.info_len) };
    let info = InfoView::new(blob).ok_or_else(|| Stop::failed(Text::new("the executable is damaged")))?;
    let entry = Entry::find(&info, program.grant(grants::INVOKE))?;
    let mut args = program.arguments();
    let params = match program.values {
        Some(values) => (values.arguments)(&entry, &mut args)?,
        None => Vec::new(),
    };
    let wasi = Box::into_raw(Box::new(program.context(&args)?));

    install();
    let store = Box::leak(Box::new(store(&program)?));
    let module = program.grant(grants::MODULE_NAME).and_then(|name| core::str::from_utf8(name).ok());
    let guest = Guest { info: &info, module: module.unwrap_or("<unknown>"), names: program.names, wasi };
    // SAFETY: the caller's promise; the context is leaked.
    let externs = unsafe { imports(store, image, &info, wasi) };
    let backing =
        program.backing.as_ref().map(|(fd, offset)| Backing { fd: fd.as_raw_fd(), offset: *offset });
    // SAFETY: the caller's promise; the imports were made in this store.
    let instance = unsafe { instantiate(store, image, &externs, backing.as_ref()) };
    let instance = instance.map_err(|error| guest.no_instance(store, error))?;
    drop(program.backing);

    if entry.invoked
        && entry.name != INITIALIZE
        && export(&info, INITIALIZE).is_some_and(|ty| ty.params.is_empty() && ty.results.is_empty())
    {
        // SAFETY: the instance is of this store, and the function takes and returns nothing.
        unsafe { guest.call(store, instance, INITIALIZE, &[], &mut []) }?;
    }
    let mut results = vec![0; entry.ty.results.len()];
    // SAFETY: the instance is of this store; the arguments were read as the types of the parameters say.
    unsafe { guest.call(store, instance, entry.name, &params, &mut results) }?;
    program.values.map_or(Ok(()), |values| (values.print)(entry.ty.results, &results))
}

/// The store of a program, and the stack of this thread's signal handlers.
fn store(program: &Program<'_>) -> Result<Store, Stop> {
    let mut config = StoreConfig::default();
    if let Some(size) = program.number(grants::STACK_SIZE) {
        config.stack_size = usize::try_from(size).unwrap_or(usize::MAX);
    }
    config.memory_limit = program.number(grants::MAX_MEMORY).unwrap_or(u64::MAX);
    config.table_limit = program.number(grants::MAX_TABLE).unwrap_or(u64::MAX);
    let alt = AltStack::new()
        .map_err(|_| Stop::failed(Text::new("the system does not provide a stack for signal handlers")))?;
    core::mem::forget(alt);
    Store::new(&config).map_err(|_| {
        let mut text = Text::new("the system does not provide memory for a stack of ");
        text.number(config.stack_size).add(" bytes");
        Stop::failed(text)
    })
}

/// What messages about the guest need to know.
struct Guest<'a> {
    info: &'a InfoView<'a>,
    /// The name of modules that have none.
    module: &'a str,
    names: NameWriter,
    wasi: *mut WasiCtx,
}

impl Guest<'_> {
    /// Calls an export.
    ///
    /// # Safety
    ///
    /// The instance belongs to the store, and arguments and results are as many as the function's type says.
    unsafe fn call(
        &self,
        store: &mut Store,
        instance: *mut Instance,
        name: &str,
        args: &[u64],
        results: &mut [u64],
    ) -> Result<(), Stop> {
        // SAFETY: the instance is alive, and no guest is running.
        let Some(Extern::Func(func)) = (unsafe { (*instance).export(name) }) else {
            let mut text = Text::new("the module does not export a function `");
            text.name(name).add("`");
            return Err(Stop::failed(text));
        };
        // SAFETY: the caller's promise; signals are set up.
        unsafe { store.call(func, args, results) }.map_err(|trap| self.stopped(store, trap.code))
    }

    /// Why there is no instance.
    fn no_instance(&self, store: &Store, error: InstantiateError) -> Stop {
        let mut text = Text::default();
        match error {
            InstantiateError::Trap(trap) => return self.stopped(store, trap.code),
            InstantiateError::Link(error) => {
                text.add(error.message()).add(" ");
                add_import(&mut text, self.info, error.import as usize);
            }
            InstantiateError::Resource(what) => {
                text.add("the system does not provide ").add(what);
                if what == ADDRESSES_OF_A_MEMORY && self.info.header().explicit_checks == 0 {
                    text.add(" (8 GiB; with --explicit-checks only what is used)");
                }
            }
            InstantiateError::Limit(Limit { what, asked, limit }) => {
                text.add("the module starts with ").number(asked as usize).add(match what {
                    Limited::Memory => " bytes of memory, but --max-memory allows ",
                    Limited::Table => " elements of tables, but --max-table allows ",
                });
                text.number(limit as usize);
            }
            InstantiateError::Cpu(feature) => {
                text.add("the program was compiled for processors that have ").add(feature);
                text.add(", which this one does not");
            }
            InstantiateError::Image => {
                text.add("the executable is damaged");
            }
        }
        Stop::failed(text)
    }

    /// The end by a trap, or as the guest has asked.
    fn stopped(&self, store: &Store, code: TrapCode) -> Stop {
        if code == TrapCode::Exit {
            // SAFETY: the context is leaked, and no guest is running.
            let status = unsafe { (*self.wasi).exit_status() };
            return Stop { status: status.unwrap_or(FAILED), message: None };
        }
        let mut text = Text::new("wasm trap: ");
        text.add(code.message());
        if code == TrapCode::UnknownImport {
            // SAFETY: the record lives as long as the store.
            let number = unsafe { (*store.ctx()).unknown_import }.addr();
            add_import(text.add(": "), self.info, number);
        }
        text.add("\n");
        write_backtrace(store.last_trap(), self.module, self.names, text.text());
        Stop { status: TRAPPED, message: Some(text) }
    }
}
