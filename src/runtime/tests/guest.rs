//! The runtime against hand-written machine code that keeps to the contract between generated code and
//! runtime: calls both ways, every way to trap, nested entries, libcalls, backtraces. The compiler's own code
//! is tested elsewhere.
#![allow(clippy::undocumented_unsafe_blocks, reason = "each test is one use of the unsafe interface")]

mod common;

use beeline_abi::ValType::{self, F32, F64, I32, I64};
use beeline_abi::sites::{Kind, Site};
use beeline_abi::text::write_name;
use beeline_abi::{ModuleImage, TrapCode};
use beeline_runtime::trap::{AltStack, CodeRegistration, install, write_backtrace};
use beeline_runtime::{Extern, Instance, InstantiateError, Store, StoreConfig, StoreCtx, instantiate};
use beeline_runtime::{caller_memory, trap};
use common::Module;
use std::ffi::c_void;

// The guest: each machine's own text of the same functions under the same labels.
#[cfg(target_arch = "x86_64")]
std::arch::global_asm!(include_str!("guest/x86_64.s"), options(raw));
#[cfg(target_arch = "aarch64")]
std::arch::global_asm!(include_str!("guest/aarch64.s"), options(raw));

macro_rules! labels {
    ($($name:ident)*) => { unsafe extern "C" { $(static $name: u8;)* } };
}

labels! {
    hand_text hand_spread hand_spread_end hand_host hand_host_site hand_host_end hand_many hand_many_site hand_many_end
    hand_load hand_load_site hand_load_end hand_div hand_div_site hand_div_end
    hand_unreachable hand_unreachable_site hand_unreachable_end hand_outer hand_outer_site hand_outer_end
    hand_recurse hand_recurse_site hand_recurse_end hand_grow hand_grow_site hand_grow_end hand_copy hand_copy_site hand_copy_end
    hand_bare hand_bare_end hand_over hand_over_site hand_over_end hand_near hand_near_end hand_wild hand_wild_site hand_wild_end
}

macro_rules! at {
    ($name:ident) => {
        ((&raw const $name).addr() - (&raw const hand_text).addr()) as u32
    };
}

const MANY_PARAMS: [ValType; 16] =
    [I64, F32, F64, F64, F64, F64, F64, F64, F64, F64, I64, I64, I64, I64, I64, I32];
const MANY_RESULTS: [ValType; 4] = [F32, I64, I64, I64];

/// A store with an instance of the module of all the code above; imports come from `host` and `many`.
struct Guest {
    instance: *mut Instance,
    store: Store,
    _registration: CodeRegistration,
    _module: Box<Module>,
    _alt: AltStack,
}

fn site(code: u32, wasm: u32, kind: Kind) -> Site {
    Site { code, wasm, kind }
}

fn guest(host: beeline_runtime::HostFn, many: beeline_runtime::HostFn) -> Guest {
    install();
    let alt = AltStack::new().unwrap();
    let mut m = Box::new(Module::default());
    m.import("host", &[I32], &[I32]);
    m.import("many", &MANY_PARAMS, &MANY_RESULTS);
    m.memory(1, 4);
    unsafe {
        let params = [[I64; 7].as_slice(), &[F64; 9], &[I32]].concat();
        m.func(
            "spread",
            (&params, &[I64, F64, I64, F64, I64, F64]),
            at!(hand_spread)..at!(hand_spread_end),
            &[],
        );
        let sites = [site(at!(hand_host_site), 0x3010, Kind::Call)];
        m.func("host", (&[I32], &[I32]), at!(hand_host)..at!(hand_host_end), &sites);
        let sites = [site(at!(hand_many_site), 0x4010, Kind::Call)];
        m.func("many", (&MANY_PARAMS, &MANY_RESULTS), at!(hand_many)..at!(hand_many_end), &sites);
        let sites = [site(at!(hand_load_site), 0x5010, Kind::Memory)];
        m.func("load", (&[I32], &[I32]), at!(hand_load)..at!(hand_load_end), &sites);
        let sites = [site(at!(hand_div_site), 0x6010, Kind::Trap(TrapCode::IntegerDivideByZero))];
        m.func("div", (&[I32, I32], &[I32]), at!(hand_div)..at!(hand_div_end), &sites);
        let sites = [site(at!(hand_unreachable_site), 0x7010, Kind::Trap(TrapCode::Unreachable))];
        m.func("unreachable", (&[], &[]), at!(hand_unreachable)..at!(hand_unreachable_end), &sites);
        let sites = [site(at!(hand_outer_site), 0x8010, Kind::Call)];
        m.func("outer", (&[], &[]), at!(hand_outer)..at!(hand_outer_end), &sites);
        let sites = [site(at!(hand_recurse_site), 0x9010, Kind::Call)];
        m.func("recurse", (&[], &[]), at!(hand_recurse)..at!(hand_recurse_end), &sites);
        let sites = [site(at!(hand_grow_site), 0xa010, Kind::Call)];
        m.func("grow", (&[I64], &[I64]), at!(hand_grow)..at!(hand_grow_end), &sites);
        let sites = [site(at!(hand_copy_site), 0xb010, Kind::Call)];
        m.func("copy", (&[I64, I64, I64], &[]), at!(hand_copy)..at!(hand_copy_end), &sites);
        let sites = [site(at!(hand_bare), 0xc010, Kind::Trap(TrapCode::Unreachable))];
        m.func("bare", (&[], &[]), at!(hand_bare)..at!(hand_bare_end), &sites);
        let sites = [site(at!(hand_over_site), 0xd010, Kind::Call)];
        m.func("over", (&[], &[]), at!(hand_over)..at!(hand_over_end), &sites);
        m.func("near", (&[I64], &[]), at!(hand_near)..at!(hand_near_end), &[]);
        let sites = [site(at!(hand_wild_site), 0xf010, Kind::Memory)];
        m.func("wild", (&[I64], &[I32]), at!(hand_wild)..at!(hand_wild_end), &sites);
        m.names(&[(7, "stop"), (8, "outer")]);
        let image = m.image(&raw const hand_text, at!(hand_wild_end) as usize);
        let registration = CodeRegistration::new(&image);
        let mut store = Store::new(&StoreConfig::default()).unwrap();
        let host = store.new_host_func(host, std::ptr::null_mut(), &[I32], &[I32]);
        let many = store.new_host_func(many, std::ptr::null_mut(), &MANY_PARAMS, &MANY_RESULTS);
        let imports = [Extern::Func(host), Extern::Func(many)];
        let instance = instantiate(&mut store, &image, &imports, None).unwrap();
        (*store.ctx()).data = instance.cast();
        Guest { instance, store, _registration: registration, _module: m, _alt: alt }
    }
}

impl Guest {
    fn call(&mut self, name: &str, args: &[u64], results: &mut [u64]) -> Result<(), TrapCode> {
        unsafe {
            let Some(Extern::Func(func)) = (*self.instance).export(name) else {
                panic!("no function {name}")
            };
            self.store.call(func, args, results).map_err(|trap| trap.code)
        }
    }

    fn backtrace(&self) -> String {
        let mut out = String::new();
        write_backtrace(self.store.last_trap(), "<unknown>", write_name, &mut out);
        out
    }
}

unsafe extern "C" fn double(_: *mut c_void, caller: *mut u8, args: *mut u64) -> u32 {
    unsafe {
        assert!(caller_memory(caller).is_some());
        *args *= 2;
    }
    0
}

unsafe extern "C" fn nothing(_: *mut c_void, _: *mut u8, _: *mut u64) -> u32 {
    0
}

unsafe extern "C" fn fail(_: *mut c_void, _: *mut u8, _: *mut u64) -> u32 {
    TrapCode::Host as u32
}

#[test]
fn arguments_and_results_travel_in_registers_and_slots() {
    let mut guest = guest(double, nothing);
    let args =
        [1, 2, 3, 4, 5, 6, 70].into_iter().chain((1..=9).map(|i| f64::from(i).to_bits())).chain([u64::MAX]);
    let mut results = [0; 6];
    guest.call("spread", &args.collect::<Vec<_>>(), &mut results).unwrap();
    // 1 - 2 + 3 + 4 + 5 + 6, the first float plus the eighth, the seventh integer, the ninth float minus the
    // sum; the i32's high half is cleared.
    let expected = [17, 9f64.to_bits(), 70, 0f64.to_bits(), 0xffff_ffff, 0];
    assert_eq!(results[..5], expected[..5]);
    assert_eq!(results[5], 0f64.to_bits());
}

#[test]
fn host_functions_are_called_and_keep_the_guests_registers() {
    let mut guest = guest(double, nothing);
    let mut results = [0];
    guest.call("host", &[0xdead_0000_0015], &mut results).unwrap();
    assert_eq!(results, [42]);
}

unsafe extern "C" fn reverse(_: *mut c_void, _: *mut u8, args: *mut u64) -> u32 {
    let args = unsafe { std::slice::from_raw_parts_mut(args, MANY_PARAMS.len()) };
    let expected = (0..16).map(|i| match MANY_PARAMS[i as usize] {
        F32 => u64::from((i as f32).to_bits()),
        F64 => f64::from(i).to_bits(),
        _ => i as u64,
    });
    assert!(args.iter().copied().eq(expected));
    args[..4].copy_from_slice(&[u64::from(2.5f32.to_bits()), 7, 8, 9]);
    0
}

#[test]
fn host_functions_with_stack_parameters_and_stack_results() {
    let mut guest = guest(double, reverse);
    let args = (0..16).map(|i| match MANY_PARAMS[i as usize] {
        F32 => u64::from((i as f32).to_bits()),
        F64 => f64::from(i).to_bits(),
        _ => i as u64,
    });
    let mut results = [0; 4];
    guest.call("many", &args.collect::<Vec<_>>(), &mut results).unwrap();
    assert_eq!(results, [u64::from(2.5f32.to_bits()), 7, 8, 9]);
}

#[test]
fn faults_become_traps_and_the_guest_goes_on() {
    let mut guest = guest(double, nothing);
    let mut result = [0];
    for _ in 0..3 {
        assert_eq!(guest.call("load", &[65536], &mut result), Err(TrapCode::MemoryOutOfBounds));
        assert_eq!(guest.call("load", &[0xffff_ffff], &mut result), Err(TrapCode::MemoryOutOfBounds));
        assert_eq!(guest.call("load", &[65532], &mut result), Ok(()));
        assert_eq!(guest.call("div", &[7, 0], &mut result), Err(TrapCode::IntegerDivideByZero));
        assert_eq!(guest.call("div", &[7, 2], &mut result), Ok(()));
        assert_eq!(result, [3]);
        assert_eq!(guest.call("outer", &[], &mut []), Err(TrapCode::Unreachable));
        assert_eq!(guest.backtrace(), "wasm backtrace:\n  0: 0x7010 - hand!stop\n  1: 0x8010 - hand!outer\n");
    }
}

#[test]
fn stack_overflow_is_a_trap_with_both_ends_in_the_backtrace() {
    let mut guest = guest(double, nothing);
    for _ in 0..2 {
        assert_eq!(guest.call("recurse", &[], &mut []), Err(TrapCode::StackOverflow));
    }
    let text = guest.backtrace();
    let lines: Vec<_> = text.lines().collect();
    let total = guest.store.last_trap().total;
    assert!(total > 100_000);
    assert_eq!(lines.len(), 1 + trap::INNER_FRAMES + 1 + trap::OUTER_FRAMES);
    assert_eq!(lines[2], "  1: 0x9010 - hand!recurse");
    assert_eq!(
        lines[25],
        format!("  ... {} frames omitted ...", total - trap::INNER_FRAMES - trap::OUTER_FRAMES)
    );
    assert_eq!(lines[33], format!("  {}: 0x9010 - hand!recurse", total - 1));
}

/// Nothing of the function's own is on the stack yet.
#[test]
fn a_trap_in_the_first_instruction_does_not_hide_the_caller() {
    let mut guest = guest(double, nothing);
    assert_eq!(guest.call("over", &[], &mut []), Err(TrapCode::Unreachable));
    let expected = "wasm backtrace:\n  0: 0xc010 - hand!bare\n  1: 0xd010 - hand!over\n";
    assert_eq!(guest.backtrace(), expected);
    assert_eq!(guest.call("bare", &[], &mut []), Err(TrapCode::Unreachable));
    assert_eq!(guest.backtrace(), "wasm backtrace:\n  0: 0xc010 - hand!bare\n");
}

unsafe extern "C" fn who(_: *mut c_void, caller: *mut u8, args: *mut u64) -> u32 {
    unsafe { *args = u64::from(caller_memory(caller).is_none()) };
    0
}

#[test]
fn the_host_calls_its_own_functions_without_an_instance() {
    let mut guest = guest(who, nothing);
    let mut result = [0];
    unsafe {
        let func = guest.store.new_host_func(who, std::ptr::null_mut(), &[I32], &[I32]);
        guest.store.call(func, &[7], &mut result).unwrap();
        assert_eq!(result, [1]);
        let func = guest.store.new_host_func(fail, std::ptr::null_mut(), &[], &[]);
        assert_eq!(guest.store.call(func, &[], &mut []).unwrap_err().code, TrapCode::Host);
    }
    assert_eq!(guest.backtrace(), "");
    guest.call("host", &[1], &mut result).unwrap();
    assert_eq!(result, [0]);
}

#[test]
fn a_failing_host_function_unwinds_with_a_backtrace() {
    let mut guest = guest(fail, nothing);
    assert_eq!(guest.call("host", &[1], &mut [0]), Err(TrapCode::Host));
    assert_eq!(guest.backtrace(), "wasm backtrace:\n  0: 0x3010 - hand!host\n");
}

/// Calls back: `outer`, which traps, for 1; itself for more; passes traps on.
unsafe extern "C" fn nested(_: *mut c_void, caller: *mut u8, args: *mut u64) -> u32 {
    unsafe {
        let ctx = StoreCtx::of(caller);
        let instance = (*ctx).data.cast::<Instance>();
        let depth = *args;
        let name = if depth == 1 { "outer" } else { "host" };
        let Some(Extern::Func(func)) = (*instance).export(name) else { return TrapCode::Host as u32 };
        let mut result = [0];
        match beeline_runtime::call(ctx, func, &[depth - 1], &mut result) {
            Ok(()) => *args = result[0] + 1,
            // Level 5 recovers.
            Err(trap) if depth == 5 => {
                assert_eq!(trap.code, TrapCode::Unreachable);
                *args = 50;
            }
            Err(trap) => return trap.code as u32,
        }
    }
    0
}

#[test]
fn entries_nest_and_traps_leave_the_innermost() {
    let mut guest = guest(nested, nothing);
    let mut result = [0];
    assert_eq!(guest.call("host", &[2], &mut result), Err(TrapCode::Unreachable));
    let expected = "wasm backtrace:\n  0: 0x7010 - hand!stop\n  1: 0x8010 - hand!outer\n  \
                    2: 0x3010 - hand!host\n  3: 0x3010 - hand!host\n";
    assert_eq!(guest.backtrace(), expected);
    guest.call("host", &[8], &mut result).unwrap();
    assert_eq!(result, [53]);
}

/// Calls back without end.
unsafe extern "C" fn endless(_: *mut c_void, caller: *mut u8, _: *mut u64) -> u32 {
    unsafe {
        let ctx = StoreCtx::of(caller);
        let Some(Extern::Func(func)) = (*(*ctx).data.cast::<Instance>()).export("host") else { return 1 };
        match beeline_runtime::call(ctx, func, &[0], &mut [0]) {
            Ok(()) => 0,
            Err(trap) => trap.code as u32,
        }
    }
}

#[test]
fn endless_nesting_is_a_stack_overflow() {
    let mut guest = guest(endless, nothing);
    assert_eq!(guest.call("host", &[0], &mut [0]), Err(TrapCode::StackOverflow));
    assert_eq!(guest.store.last_trap().total, 500);
}

#[test]
fn libcalls_return_and_trap() {
    let mut guest = guest(double, nothing);
    let mut result = [0];
    guest.call("grow", &[2], &mut result).unwrap();
    assert_eq!(result, [1]);
    guest.call("grow", &[2], &mut result).unwrap();
    assert_eq!(result, [u64::MAX], "beyond its maximum");
    guest.call("grow", &[1], &mut result).unwrap();
    assert_eq!(result, [3]);
    guest.call("load", &[4 * 65536 - 4], &mut result).unwrap();
    guest.call("copy", &[0, 4 * 65536 - 8, 8], &mut []).unwrap();
    let out_of_bounds = [0, 4 * 65536 - 8, 9];
    assert_eq!(guest.call("copy", &out_of_bounds, &mut []), Err(TrapCode::MemoryOutOfBounds));
    assert_eq!(guest.backtrace(), "wasm backtrace:\n  0: 0xb010 - hand!copy\n");
}

#[test]
fn imports_are_matched() {
    let mut guest = guest(double, nothing);
    let image: ModuleImage = unsafe { *(*guest.instance).image() };
    let wrong = unsafe { guest.store.new_host_func(double, std::ptr::null_mut(), &[I64], &[I32]) };
    let error = |given: &[Extern], guest: &mut Guest| unsafe {
        match instantiate(&mut guest.store, &image, given, None) {
            Err(InstantiateError::Link(error)) => (error.import, error.message()),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(error(&[], &mut guest), (0, "unknown import"));
    assert_eq!(error(&[Extern::Func(wrong)], &mut guest), (0, "incompatible import type"));
    let memory = guest.store.new_memory(1, None, 0, true).unwrap();
    assert_eq!(error(&[Extern::Memory(memory)], &mut guest), (0, "incompatible import type"));
}

#[test]
fn unknown_imports_trap_or_return_zero() {
    let mut guest = guest(double, nothing);
    let image: ModuleImage = unsafe { *(*guest.instance).image() };
    for default in [false, true] {
        let host = guest.store.new_unknown_func(default, &[I32], &[I32]);
        let many = guest.store.new_unknown_func(default, &MANY_PARAMS, &MANY_RESULTS);
        let imports = [Extern::Func(host), Extern::Func(many)];
        guest.instance = unsafe { instantiate(&mut guest.store, &image, &imports, None) }.unwrap();
        let mut results = [1; 4];
        let done = guest.call("many", &[7; 16], &mut results);
        if default {
            assert_eq!((done, results), (Ok(()), [0; 4]));
        } else {
            assert_eq!(done, Err(TrapCode::UnknownImport));
        }
    }
}

#[test]
fn stores_on_several_threads_trap_at_the_same_time() {
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..3 {
                    let mut guest = guest(double, nothing);
                    for _ in 0..50 {
                        let far = guest.call("load", &[1 << 20], &mut [0]);
                        assert_eq!(far, Err(TrapCode::MemoryOutOfBounds));
                        assert_eq!(guest.call("outer", &[], &mut []), Err(TrapCode::Unreachable));
                    }
                }
            });
        }
    });
}

fn rerun(test: &str) -> std::process::Output {
    rerun_with(test, 1)
}

/// The number that a test was run again with.
fn rerun_number() -> Option<i32> {
    std::env::var("BEELINE_FAULT").ok()?.parse().ok()
}

/// Runs this test binary again for one test, with a variable that makes it fault on purpose. What cargo was told
/// to run tests for another machine with, it is run with, too.
fn rerun_with(test: &str, number: i32) -> std::process::Output {
    let runner = if cfg!(target_arch = "aarch64") {
        std::env::var("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER").unwrap_or_default()
    } else {
        String::new()
    };
    let exe = std::env::current_exe().unwrap();
    let mut words = runner.split_whitespace().map(std::ffi::OsStr::new).chain([exe.as_os_str()]);
    std::process::Command::new(words.next().unwrap())
        .args(words)
        .args([test, "--exact", "--nocapture"])
        .env("BEELINE_FAULT", number.to_string())
        .output()
        .unwrap()
}

#[test]
fn a_fault_of_the_host_still_kills_the_process() {
    use std::os::unix::process::ExitStatusExt;
    if std::env::var_os("BEELINE_FAULT").is_some() {
        let _guest = guest(double, nothing);
        unsafe { std::ptr::without_provenance_mut::<u32>(16).write_volatile(1) };
    }
    let output = rerun("a_fault_of_the_host_still_kills_the_process");
    assert_eq!(output.status.signal(), Some(11));
}

unsafe extern "C" fn fault(_: *mut c_void, _: *mut u8, _: *mut u64) -> u32 {
    unsafe { std::ptr::without_provenance_mut::<u32>(16).write_volatile(1) };
    0
}

#[test]
fn a_fault_of_a_host_function_is_no_trap() {
    use std::os::unix::process::ExitStatusExt;
    if std::env::var_os("BEELINE_FAULT").is_some() {
        let mut guest = guest(fault, nothing);
        let _ = guest.call("host", &[1], &mut [0]);
    }
    assert_eq!(rerun("a_fault_of_a_host_function_is_no_trap").status.signal(), Some(11));
}

#[test]
fn a_fault_at_a_memory_access_that_lies_in_no_memory_is_no_trap() {
    use std::os::unix::process::ExitStatusExt;
    let test = "a_fault_at_a_memory_access_that_lies_in_no_memory_is_no_trap";
    if rerun_number().is_some() {
        let _ = guest(double, nothing).call("wild", &[16], &mut [0]);
        std::process::exit(0);
    }
    assert_eq!(rerun(test).status.signal(), Some(libc::SIGSEGV));
}

#[test]
fn a_file_that_cannot_be_read_behind_a_memory_is_not_out_of_bounds() {
    let mut guest = guest(double, nothing);
    let mut result = [0];
    unsafe {
        let (base, _) = caller_memory((*guest.instance).p()).unwrap();
        let file = libc::memfd_create(c"empty".as_ptr(), 0);
        let (access, flags) = (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_FIXED);
        let mapped = libc::mmap(base.cast(), 65536, access, flags, file, 0);
        assert_eq!(mapped, base.cast());
        libc::close(file);
    }
    assert_eq!(guest.call("load", &[0], &mut result), Err(TrapCode::HostResource));
    assert_eq!(guest.call("load", &[65536], &mut result), Err(TrapCode::MemoryOutOfBounds));
}

#[test]
fn a_signal_that_is_sent_ends_the_process_the_first_time() {
    use std::os::unix::process::ExitStatusExt;
    if let Some(signal) = rerun_number() {
        let _guest = guest(double, nothing);
        unsafe { libc::raise(signal) };
        std::process::exit(0);
    }
    for signal in [libc::SIGILL, libc::SIGBUS, libc::SIGFPE, libc::SIGSEGV] {
        let output = rerun_with("a_signal_that_is_sent_ends_the_process_the_first_time", signal);
        assert_eq!(output.status.signal(), Some(signal));
    }
}

#[test]
fn a_signal_that_is_sent_and_ignored_stays_ignored() {
    if let Some(signal) = rerun_number() {
        unsafe { libc::signal(signal, libc::SIG_IGN) };
        let _guest = guest(double, nothing);
        unsafe {
            libc::raise(signal);
            libc::raise(signal);
        }
        std::process::exit(7);
    }
    for signal in [libc::SIGILL, libc::SIGBUS, libc::SIGFPE, libc::SIGSEGV] {
        let output = rerun_with("a_signal_that_is_sent_and_ignored_stays_ignored", signal);
        assert_eq!(output.status.code(), Some(7));
    }
}

#[test]
fn faults_are_traps_in_a_thread_that_inherited_them_blocked() {
    std::thread::spawn(|| {
        unsafe {
            let mut set = std::mem::zeroed();
            libc::sigfillset(&mut set);
            libc::pthread_sigmask(libc::SIG_BLOCK, &set, std::ptr::null_mut());
        }
        let mut guest = guest(double, nothing);
        assert_eq!(guest.call("load", &[65536], &mut [0]), Err(TrapCode::MemoryOutOfBounds));
        assert_eq!(guest.call("div", &[7, 0], &mut [0]), Err(TrapCode::IntegerDivideByZero));
        assert_eq!(guest.call("outer", &[], &mut []), Err(TrapCode::Unreachable));
        // Nothing else was let through.
        unsafe {
            let mut set = std::mem::zeroed();
            libc::pthread_sigmask(libc::SIG_BLOCK, std::ptr::null(), &mut set);
            assert_eq!(libc::sigismember(&set, libc::SIGTERM), 1);
        }
    })
    .join()
    .unwrap();
}

thread_local! {
    /// What the handler below writes to, from the stack of the guest that is interrupted.
    static WRITTEN: std::cell::Cell<*mut u32> = const { std::cell::Cell::new(std::ptr::null_mut()) };
}

extern "C" fn write_one(_: i32) {
    let written = WRITTEN.get();
    if !written.is_null() {
        unsafe { written.write_volatile(1) };
    }
}

/// Calls `near` with so many bytes of stack, and sends the thread signals that are handled on that stack until it
/// returns.
fn signals_with_room(guest: &mut Guest, room: u64) -> Result<(), TrapCode> {
    use std::sync::atomic::{AtomicBool, Ordering};
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = write_one as *const () as usize;
        libc::sigaction(libc::SIGUSR1, &action, std::ptr::null_mut());
        // qemu's user mode, unlike the kernel, leaves a signal blocked whose record did not fit.
        let mut set = std::mem::zeroed();
        libc::sigaddset(&mut set, libc::SIGUSR1);
        libc::pthread_sigmask(libc::SIG_UNBLOCK, &set, std::ptr::null_mut());
        let (base, _) = caller_memory((*guest.instance).p()).unwrap();
        base.cast::<u32>().write_volatile(0);
        WRITTEN.set(base.cast());
    }
    let done = AtomicBool::new(false);
    let thread = unsafe { libc::pthread_self() };
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::SeqCst) {
                unsafe { libc::pthread_kill(thread, libc::SIGUSR1) };
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
        });
        let ended = loop {
            let ended = guest.call("near", &[room], &mut []);
            // The first signals may come before the guest is there.
            let (base, _) = unsafe { caller_memory((*guest.instance).p()) }.unwrap();
            if ended.is_err() || room > 1 << 16 {
                break ended;
            }
            unsafe { base.cast::<u32>().write_volatile(0) };
        };
        done.store(true, Ordering::SeqCst);
        ended
    })
}

#[test]
fn a_signal_on_the_guests_stack_is_handled_there_if_it_fits() {
    let mut guest = guest(double, nothing);
    for _ in 0..10 {
        assert_eq!(signals_with_room(&mut guest, 100 << 10), Ok(()));
    }
}

#[test]
fn a_signal_that_does_not_fit_onto_the_guests_stack_is_a_trap_and_not_the_end_of_the_process() {
    let mut guest = guest(double, nothing);
    for room in [0, 16, 256, 512] {
        assert_eq!(signals_with_room(&mut guest, room), Err(TrapCode::StackOverflow));
        assert_eq!(guest.backtrace(), "wasm backtrace:\n  0: 0xf000 - hand!near\n");
        assert_eq!(guest.call("load", &[0], &mut [0]), Ok(()));
    }
}

#[test]
fn nesting_ends_where_the_hosts_stack_does_and_not_after_a_number_of_entries() {
    let ended = |size: usize| {
        let run = move || {
            let mut guest = guest(endless, nothing);
            let here = (&raw const guest).addr();
            unsafe { (*guest.store.ctx()).host_stack_limit = here - size / 2 };
            assert_eq!(guest.call("host", &[0], &mut [0]), Err(TrapCode::StackOverflow));
            guest.store.last_trap().total
        };
        std::thread::Builder::new().stack_size(size).spawn(run).unwrap().join().unwrap()
    };
    let (small, large) = (ended(256 << 10), ended(8 << 20));
    assert!(small > 10, "{small} entries");
    assert!(large > 10 * small, "{large} entries on a stack 32 times as large as one with {small}");
}

/// Fails for 1; for 2 calls back, gets over that failure, and then fails itself.
unsafe extern "C" fn fail_twice(_: *mut c_void, caller: *mut u8, args: *mut u64) -> u32 {
    unsafe {
        if *args == 2 {
            let ctx = StoreCtx::of(caller);
            let instance = (*ctx).data.cast::<Instance>();
            for (name, fails) in [("host", true), ("load", false)] {
                let Some(Extern::Func(func)) = (*instance).export(name) else { return 0 };
                assert_eq!(beeline_runtime::call(ctx, func, &[1], &mut [0]).is_err(), fails);
            }
        }
    }
    TrapCode::Host as u32
}

#[test]
fn a_failure_is_not_reported_from_where_an_earlier_one_was() {
    let mut guest = guest(fail_twice, nothing);
    assert_eq!(guest.call("host", &[2], &mut [0]), Err(TrapCode::Host));
    assert_eq!(guest.backtrace(), "wasm backtrace:\n  0: 0x3010 - hand!host\n");
}
