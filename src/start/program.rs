//! From the executable's grants and command line to a running guest, and from what became of it to an exit
//! status.

use crate::arch::{exit, ignore_sigpipe};
use crate::elf::{Header, Loaded};
use crate::message::{ABORTED, FAILURE, Text, write_all};
use alloc::boxed::Box;
use alloc::vec::Vec;
use beeline_abi::grants::{self, Entries};
use beeline_abi::info::{ExportEntry, ImportEntry, KIND_FUNC, Section};
use beeline_abi::{InfoView, ModuleImage, Signature, TrapCode, ValType};
use beeline_runtime::func::signature;
use beeline_runtime::libcalls::{beeline_unknown_import_default, beeline_unknown_import_trap};
use beeline_runtime::trap::{AltStack, CodeRegistration, install, write_backtrace};
use beeline_runtime::{Backing, Extern, HostFn, InstantiateError, Store, StoreConfig, instantiate, link};
use beeline_wasi::WasiCtx;
use core::ffi::{CStr, c_char, c_void};
use rustix::fd::{AsRawFd, BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags};

unsafe extern "C" {
    /// The module, in the object that this is linked with.
    #[link_name = "beeline_module"]
    static MODULE: ModuleImage;
    /// What it was granted: a length word and that many bytes.
    #[link_name = "beeline_grants"]
    static GRANTS: u8;
}

/// What the kernel has put on the stack.
struct Process {
    args: &'static [*const c_char],
    env: &'static [*const c_char],
}

/// A C string's bytes.
fn bytes(text: *const c_char) -> &'static [u8] {
    // SAFETY: the kernel ends each string with a zero, and they stay where they are.
    unsafe { CStr::from_ptr(text) }.to_bytes()
}

impl Process {
    /// # Safety
    ///
    /// `stack` is the stack pointer at the process's start.
    unsafe fn new(stack: *const usize) -> Self {
        // SAFETY: argc, then as many pointers, null, then pointers to variables up to a null.
        unsafe {
            let argc = *stack;
            let argv = stack.add(1).cast::<*const c_char>();
            let envp = argv.add(argc + 1);
            let mut count = 0;
            while !(*envp.add(count)).is_null() {
                count += 1;
            }
            Self {
                args: core::slice::from_raw_parts(argv, argc),
                env: core::slice::from_raw_parts(envp, count),
            }
        }
    }

    /// The `KEY=VALUE` of a variable.
    fn variable(&self, key: &[u8]) -> Option<&'static [u8]> {
        self.env.iter().map(|&pair| bytes(pair)).find(|&pair| self::key(pair) == key)
    }
}

/// The part before the first `=`.
fn key(pair: &[u8]) -> &[u8] {
    pair.split(|&byte| byte == b'=').next().unwrap_or(pair)
}

/// The grants blob.
fn entries() -> Entries<'static> {
    // SAFETY: the linker has put the blob there, and its first word is the length of the rest.
    unsafe {
        let start = &raw const GRANTS;
        let len = start.cast::<[u8; 4]>().read();
        Entries::new(core::slice::from_raw_parts(start, 4 + u32::from_le_bytes(len) as usize))
    }
}

/// The content of the last grant with a tag.
fn entry(tag: u32) -> Option<&'static [u8]> {
    entries().filter(|&(found, _)| found == tag).map(|(_, content)| content).last()
}

/// Everything after relocation; `stack` is the stack pointer that the process started with.
pub(crate) unsafe extern "C" fn main(header: *const Header, stack: *const usize) -> ! {
    ignore_sigpipe();
    occupy_streams();
    // SAFETY: `_start` hands on what the kernel gave it.
    let process = unsafe { Process::new(stack) };
    // SAFETY: the object writer has filled in the image.
    let image = unsafe { &MODULE };
    // SAFETY: the blob lies in the executable.
    let info = InfoView::new(unsafe { core::slice::from_raw_parts(image.info, image.info_len) });
    let Some(info) = info else { Text::error().add(b"the executable is damaged").fail(FAILURE) };

    // Neither is ever freed: they are needed until the process ends.
    let wasi = Box::leak(Box::new(context(&process)));
    let wasi: *mut WasiCtx = wasi;
    install();
    // SAFETY: the image lies in the executable.
    core::mem::forget(unsafe { CodeRegistration::new(image) });
    let stack_size = entry(grants::STACK_SIZE)
        .and_then(|content| content.try_into().ok())
        .map_or(StoreConfig::default().stack_size, |size| u64::from_le_bytes(size) as usize);
    let (Ok(alt), Ok(store)) = (AltStack::new(), Store::new(&StoreConfig { stack_size })) else {
        Text::error().add(b"no memory for a stack of ").number(stack_size).add(b" bytes").fail(FAILURE)
    };
    core::mem::forget(alt);
    let store = Box::leak(Box::new(store));

    let imports = imports(store, image, &info, wasi.cast());
    let file = file(image);
    let backing = file.as_ref().and_then(|file| {
        let offset = Loaded::new(header).file_offset(image.data.addr())?;
        Some(Backing { fd: file.as_raw_fd(), offset })
    });
    // SAFETY: the linker has made the image of what the compiler made, and the imports were made in this
    // store.
    let instance = match unsafe { instantiate(store, image, &imports, backing.as_ref()) } {
        Ok(instance) => instance,
        Err(InstantiateError::Trap(trap)) => stopped(store, &info, trap.code, wasi),
        Err(InstantiateError::Link(error)) => {
            let mut text = Text::error();
            text.add(error.message().as_bytes()).add(b" ");
            add_import(&mut text, &info, error.import as usize);
            text.fail(FAILURE)
        }
        Err(InstantiateError::Resource(what)) => {
            Text::error().add(b"the system does not provide ").add(what.as_bytes()).fail(FAILURE)
        }
        Err(InstantiateError::Image) => Text::error().add(b"the executable is damaged").fail(FAILURE),
    };
    drop(file);

    let name = entry(grants::INVOKE).unwrap_or(b"_start");
    let export = core::str::from_utf8(name).ok();
    // SAFETY: the instance is alive, and no guest is running.
    let func = match export.and_then(|name| unsafe { (*instance).export(name) }) {
        Some(Extern::Func(func)) => func,
        _ => no_entry(name, &info),
    };
    // SAFETY: the function belongs to the store.
    let ty = unsafe { signature(func) };
    if !ty.params.is_empty() {
        Text::error()
            .add(b"the function `")
            .add(name)
            .add(b"` takes parameters, which an executable cannot give it")
            .fail(FAILURE)
    }
    let mut results = alloc::vec![0; ty.results.len()];
    // SAFETY: it belongs to the store, takes no arguments, and signals are set up.
    match unsafe { store.call(func, &[], &mut results) } {
        Ok(()) => {
            print_results(&ty, &results);
            exit(0)
        }
        Err(trap) => stopped(store, &info, trap.code, wasi),
    }
}

/// Opens the null device for standard streams that the process was started without. Otherwise a file that is
/// opened later would get the number of one, and the guest's output would go there.
fn occupy_streams() {
    for number in 0..3 {
        // SAFETY: the number is only asked about.
        let fd = unsafe { BorrowedFd::borrow_raw(number) };
        if rustix::io::fcntl_getfd(fd).is_err()
            && let Ok(null) = rustix::fs::open(c"/dev/null", OFlags::RDWR, Mode::empty())
        {
            // The lowest free number: this one.
            core::mem::forget(null);
        }
    }
}

/// What the guest is given: streams always, the rest by the grants, and the command line.
fn context(process: &Process) -> WasiCtx {
    let mut wasi = WasiCtx::new();
    wasi.inherit_stdio();
    let (own, args) =
        process.args.split_first().map_or((&b""[..], &[][..]), |(&own, args)| (bytes(own), args));
    wasi.arg(entry(grants::ARGV0).unwrap_or(own));
    let mut inherit = false;
    for (tag, content) in entries() {
        match tag {
            grants::ARG => {
                wasi.arg(content);
            }
            grants::ENV if content.contains(&b'=') => {
                wasi.env_pair(content);
            }
            grants::ENV => {
                if let Some(pair) = process.variable(content) {
                    wasi.env_pair(pair);
                }
            }
            grants::INHERIT_ENV => inherit = true,
            grants::DIR => {
                let Some((host, guest, writable)) = grants::parse_dir(content) else { continue };
                if let Err(error) = wasi.preopen(host, guest, writable) {
                    Text::error()
                        .add(b"cannot grant directory `")
                        .add(&error.path)
                        .add(b"`: ")
                        .add(error.reason().as_bytes())
                        .fail(FAILURE)
                }
            }
            _ => {}
        }
    }
    if inherit {
        // What was granted by name has its value already.
        let named =
            |pair: &[u8]| entries().any(|(tag, content)| tag == grants::ENV && key(content) == key(pair));
        for pair in process.env.iter().map(|&pair| bytes(pair)).filter(|&pair| !named(pair)) {
            wasi.env_pair(pair);
        }
    }
    for &arg in args {
        wasi.arg(bytes(arg));
    }
    wasi
}

/// Host functions for the module's imports. The object writer has refused imports of other kinds.
fn imports(store: &mut Store, image: &ModuleImage, info: &InfoView<'_>, wasi: *mut c_void) -> Vec<Extern> {
    let mut externs = Vec::new();
    for import in info.iter::<ImportEntry>(Section::Imports).take_while(|import| import.kind == KIND_FUNC) {
        let Signature { params, results } = link::signature(info, info.func_type(import.index));
        // SAFETY: the image has a host function for each imported function. All but the one told apart here
        // take a `WasiCtx`.
        externs.push(Extern::Func(unsafe {
            let func = *image.host_funcs.add(import.index as usize);
            if func == beeline_unknown_import_default as *const () as *const u8 {
                store.new_unknown_func(true, params, results)
            } else {
                // The stand-in that traps leaves its environment behind, to be told apart by.
                let unknown = func == beeline_unknown_import_trap as *const () as *const u8;
                let number = core::ptr::without_provenance_mut(externs.len());
                let func = core::mem::transmute::<*const u8, HostFn>(func);
                store.new_host_func(func, if unknown { number } else { wasi }, params, results)
            }
        }));
    }
    externs
}

/// The executable's file, for mapping large data from it. Without it data are copied, so nothing here is an
/// error.
fn file(image: &ModuleImage) -> Option<OwnedFd> {
    if image.data_len < beeline_abi::MAX_HOST_PAGE {
        return None;
    }
    rustix::fs::open(c"/proc/self/exe", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty()).ok()
}

/// Adds the name of an import.
fn add_import(text: &mut Text, info: &InfoView<'_>, number: usize) {
    let import: ImportEntry = info.get(Section::Imports, number);
    let (module, name) = (info.str(import.module), info.str(import.name));
    text.add(b"`").add(module.as_bytes()).add(b"::").add(name.as_bytes()).add(b"`");
}

/// Ends the process after a trap, or as the guest has asked.
fn stopped(store: &Store, info: &InfoView<'_>, code: TrapCode, wasi: *mut WasiCtx) -> ! {
    if code == TrapCode::Exit {
        // SAFETY: the context is leaked, and no guest is running.
        exit(unsafe { (*wasi).exit_status() }.unwrap_or(FAILURE))
    }
    let mut text = Text::error();
    text.add(b"wasm trap: ").add(code.message().as_bytes());
    if code == TrapCode::UnknownImport {
        // SAFETY: the record lives as long as the store.
        let number = unsafe { (*store.ctx()).unknown_import }.addr();
        text.add(b": ");
        add_import(&mut text, info, number);
    }
    text.add(b"\n");
    let module = entry(grants::MODULE_NAME).and_then(|name| core::str::from_utf8(name).ok());
    // Writing to memory does not fail.
    let _ = write_backtrace(store.last_trap(), module.unwrap_or("<unknown>"), &mut text);
    text.print();
    exit(ABORTED)
}

/// Says that there is no such function, and which there are.
fn no_entry(name: &[u8], info: &InfoView<'_>) -> ! {
    let mut text = Text::error();
    text.add(b"the module exports no function `").add(name).add(b"`; it exports");
    let mut any = false;
    for export in info.iter::<ExportEntry>(Section::Exports).filter(|export| export.kind == KIND_FUNC) {
        text.add(if any { b", `" } else { b" `" }).add(info.str(export.name).as_bytes()).add(b"`");
        any = true;
    }
    if !any {
        text.add(b" no function at all");
    }
    text.fail(FAILURE)
}

/// Writes the results of a function that was asked for by name, one a line: integers as signed decimals, all
/// else as bits.
fn print_results(ty: &Signature<'_>, results: &[u64]) {
    let mut text = Vec::new();
    for (&ty, &result) in ty.results.iter().zip(results) {
        let mut line = Text::empty();
        let integer = match ty {
            ValType::I32 => Some(i64::from(result as i32)),
            ValType::I64 => Some(result as i64),
            _ => None,
        };
        match integer {
            Some(integer) => {
                line.add(if integer < 0 { b"-" } else { b"" }).number(integer.unsigned_abs() as usize);
            }
            None => {
                line.add(ty.name().as_bytes()).add(b" 0x").hexadecimal(result as usize);
            }
        }
        text.extend_from_slice(line.add(b"\n").bytes());
    }
    write_all(1, &text);
}
