//! The library as embedders use it: types, host functions, errors, panics, handles.

use beeline::{
    Arch, Caller, Config, Cpu, Engine, Error, Extern, ExternRef, ExternType, Func, FuncType, Global,
    GlobalType, Instance, Linker, Memory, MemoryType, Module, Options, Store, StoreOptions, Table, TableType,
    TrapCode, UnknownImports, Val, ValType, wasi,
};
use beeline_spec_tests::machine::emulated;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn module(text: &str) -> Module {
    Module::new(&Engine::default(), text).unwrap_or_else(|error| panic!("{error}"))
}

/// A module brought to life without imports.
fn alive(text: &str) -> (Store<()>, Instance) {
    let module = module(text);
    let mut store = Store::new(module.engine(), ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap_or_else(|error| panic!("{error}"));
    (store, instance)
}

#[test]
fn typed_calls_pass_values_of_all_types() {
    let (mut store, instance) = alive(
        r#"(module (func (export "turn") (param i32 i64 f32 f64 externref funcref)
                (result funcref externref f64 f32 i64 i32)
            local.get 5 local.get 4 local.get 3 local.get 2 local.get 1 local.get 0))"#,
    );
    type Params = (i32, i64, f32, f64, Option<ExternRef>, Option<Func>);
    type Results = (Option<Func>, Option<ExternRef>, f64, f32, i64, u32);
    let turn = instance.get_typed_func::<Params, Results>(&mut store, "turn").unwrap();
    let word = ExternRef::new(u64::MAX);
    let own = *turn.func();
    let results = turn.call(&mut store, (-1, i64::MIN, 1.5, -0.0, word, Some(own))).unwrap();
    assert_eq!(
        (results.1, results.2, results.3, results.4, results.5),
        (word, -0.0, 1.5, i64::MIN, u32::MAX)
    );
    assert!(results.2.is_sign_negative());
    assert_eq!(results.0.unwrap().ty(&store).to_string(), own.ty(&store).to_string());
    assert!(instance.get_typed_func::<i32, i32>(&mut store, "turn").is_err());
    assert!(instance.get_typed_func::<(), ()>(&mut store, "gone").is_err());
}

/// Parameters on the stack that a body does not name leave nothing to the function behind it, whose locals with the same numbers have slots of their own.
#[test]
fn parameters_that_nothing_names() {
    let sets: String = (0..30).map(|n| format!("(local.set {n} (call $same (i64.const {n})))")).collect();
    let (mut store, instance) = alive(&format!(
        r#"(module
            (global $sum (mut i64) (i64.const 0))
            (func $same (param i64) (result i64) local.get 0)
            (func (export "first") (param i64 i64 i64 i64 i64 i64 i64 i64) (result i64) (local i64)
                (local.tee 8 (local.get 0)))
            (func $second (local {locals}) {sets} (loop) {sums})
            (func (export "sum") (result i64)
                {kept} (call $second) {adds} (i64.add (global.get $sum))))"#,
        locals = "i64 ".repeat(30),
        sums = (0..30)
            .map(|n| format!("(global.set $sum (i64.add (global.get $sum) (local.get {n})))"))
            .collect::<String>(),
        kept = "(call $same (i64.const 1000))".repeat(7),
        adds = "i64.add ".repeat(6),
    ));
    let sum = instance.get_typed_func::<(), i64>(&mut store, "sum").unwrap();
    assert_eq!(sum.call(&mut store, ()).unwrap(), 7000 + (0..30).sum::<i64>());
}

#[test]
fn dynamic_calls_check_numbers_and_types() {
    let (mut store, instance) = alive(r#"(module (func (export "f") (param i32) (result i32) local.get 0))"#);
    let func = instance.get_func(&mut store, "f").unwrap();
    let mut result = [Val::I64(0)];
    func.call(&mut store, &[Val::I32(7)], &mut result).unwrap();
    assert_eq!(result[0].i32(), Some(7));
    assert!(func.call(&mut store, &[Val::I64(7)], &mut result).is_err());
    assert!(func.call(&mut store, &[], &mut result).is_err());
    assert!(func.call(&mut store, &[Val::I32(7)], &mut []).is_err());
}

#[test]
fn host_functions_of_many_parameters_and_results() {
    let module = module(
        r#"(module
        (import "h" "f" (func $f (param i32 i64 f32 f64 i32 i64 f32 f64 i32 i64 i32 i64)
            (result f64 i64 i32 f32 i64)))
        (func (export "run") (result f64 i64 i32 f32 i64)
            (call $f (i32.const 1) (i64.const 2) (f32.const 3) (f64.const 4) (i32.const 5) (i64.const 6)
                (f32.const 7) (f64.const 8) (i32.const 9) (i64.const 10) (i32.const 11) (i64.const 12))))"#,
    );
    let mut linker = Linker::new(module.engine());
    #[allow(clippy::too_many_arguments)]
    fn f(
        a: i32,
        b: i64,
        c: f32,
        d: f64,
        e: i32,
        f: i64,
        g: f32,
        h: f64,
        i: u32,
        j: u64,
        k: i32,
        l: i64,
    ) -> (f64, i64, i32, f32, u64) {
        (d + h, b + f + l, a + e + k + i as i32, c - g, j)
    }
    linker.func_wrap("h", "f", f).unwrap();
    let mut store = Store::new(module.engine(), ());
    let instance = linker.instantiate(&mut store, &module).unwrap();
    let run = instance.get_typed_func::<(), (f64, i64, i32, f32, i64)>(&mut store, "run").unwrap();
    assert_eq!(run.call(&mut store, ()).unwrap(), (12.0, 20, 26, -4.0, 10));
}

#[test]
fn host_functions_see_data_memory_and_exports() {
    let module = module(
        r#"(module
        (import "h" "greet" (func $greet (param i32 i32)))
        (memory (export "memory") 1)
        (data (i32.const 100) "bee")
        (func (export "run") (call $greet (i32.const 100) (i32.const 3))))"#,
    );
    let mut linker = Linker::new(module.engine());
    linker
        .func_wrap(
            "h",
            "greet",
            |mut caller: Caller<'_, Vec<String>>, at: u32, len: u32| -> beeline::Result<()> {
                let memory =
                    caller.get_export("memory").and_then(Extern::into_memory).expect("it is exported");
                let mut bytes = vec![0; len as usize];
                memory.read(&caller, at as usize, &mut bytes)?;
                let (data, names) = memory.data_and_store_mut(&mut caller);
                data[at as usize] = b'B';
                names.push(String::from_utf8_lossy(&bytes).into_owned());
                Ok(())
            },
        )
        .unwrap();
    let mut store = Store::new(module.engine(), Vec::new());
    let instance = linker.instantiate(&mut store, &module).unwrap();
    let run = instance.get_typed_func::<(), ()>(&mut store, "run").unwrap();
    run.call(&mut store, ()).unwrap();
    run.call(&mut store, ()).unwrap();
    assert_eq!(*store.data(), ["bee", "Bee"]);
}

const CALLS_HOST: &str = r#"(module $caller
    (import "h" "f" (func $f))
    (func $middle (call $f))
    (func (export "run") (call $middle)))"#;

/// Calls the host function through a guest.
fn through_guest(module: &Module, linker: &Linker<u32>) -> (Store<u32>, beeline::Result<()>) {
    let mut store = Store::new(module.engine(), 0);
    let instance = linker.instantiate(&mut store, module).unwrap();
    let run = instance.get_typed_func::<(), ()>(&mut store, "run").unwrap();
    let result = run.call(&mut store, ());
    (store, result)
}

#[test]
fn host_errors_travel_through_the_guest() {
    let module = module(CALLS_HOST);
    let mut linker = Linker::new(module.engine());
    linker
        .func_wrap("h", "f", |mut caller: Caller<'_, u32>| -> std::io::Result<()> {
            *caller.data_mut() += 1;
            Err(std::io::Error::new(std::io::ErrorKind::NotFound, "no honey"))
        })
        .unwrap();
    let (store, result) = through_guest(&module, &linker);
    let error = result.unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with("no honey\nwasm backtrace:\n  0: 0x"), "{text}");
    assert!(text.contains(" - caller!middle\n  1: 0x"), "{text}");
    let names: Vec<_> = error.backtrace().iter().map(|frame| frame.name.as_deref()).collect();
    assert_eq!(names, [Some("middle"), Some("run")]);
    assert_eq!(error.downcast_ref::<std::io::Error>().unwrap().kind(), std::io::ErrorKind::NotFound);
    assert_eq!(*store.data(), 1);
}

/// A host function that passes on the error of another one, further in, does not hide where that was called.
#[test]
fn errors_that_are_passed_on_keep_the_innermost_backtrace() {
    let module = module(
        r#"(module (import "h" "f" (func $f (param i32)))
            (func $inner (export "inner") (call $f (i32.const 0)))
            (func $outer (export "outer") (call $f (i32.const 1))))"#,
    );
    let mut linker = Linker::new(module.engine());
    linker
        .func_wrap("h", "f", |mut caller: Caller<'_, ()>, again: u32| -> beeline::Result<()> {
            if again == 0 {
                return Err(Error::host("no honey"));
            }
            let inner = caller.get_export("inner").and_then(Extern::into_func).expect("it is exported");
            inner.call(&mut caller, &[], &mut [])
        })
        .unwrap();
    let mut store = Store::new(module.engine(), ());
    let instance = linker.instantiate(&mut store, &module).unwrap();
    let outer = instance.get_typed_func::<(), ()>(&mut store, "outer").unwrap();
    let error = outer.call(&mut store, ()).unwrap_err();
    let names: Vec<_> = error.backtrace().iter().map(|frame| frame.name.as_deref()).collect();
    assert_eq!(names, [Some("inner"), Some("outer")]);
    // Errors of the host alone come from no guest.
    let func = Func::wrap(&mut store, || -> beeline::Result<()> { Err(Error::host("no honey")) });
    let error = func.call(&mut store, &[], &mut []).unwrap_err();
    assert!(error.backtrace().is_empty() && error.to_string() == "no honey", "{error}");
}

#[test]
fn host_traps_and_exits_travel_through_the_guest() {
    let module = module(CALLS_HOST);
    let mut linker = Linker::new(module.engine());
    linker.func_wrap("h", "f", || -> beeline::Result<()> { Err(TrapCode::IntegerOverflow.into()) }).unwrap();
    let error = through_guest(&module, &linker).1.unwrap_err();
    assert_eq!(error.trap_code(), Some(TrapCode::IntegerOverflow));
    let names: Vec<_> = error.as_trap().unwrap().backtrace().iter().map(|frame| frame.name.clone()).collect();
    assert_eq!(names, [Some("middle".into()), Some("run".into())]);

    let mut linker = Linker::new(module.engine());
    linker.func_wrap("h", "f", || -> beeline::Result<()> { Err(Error::exit(5)) }).unwrap();
    assert_eq!(through_guest(&module, &linker).1.unwrap_err().exit_status(), Some(5));
}

#[test]
fn host_panics_go_on_behind_the_guest() {
    let module = module(CALLS_HOST);
    let mut linker = Linker::new(module.engine());
    linker
        .func_wrap("h", "f", |caller: Caller<'_, u32>| {
            assert_ne!(*caller.data(), 0, "stung");
        })
        .unwrap();
    let mut store = Store::new(module.engine(), 0);
    let instance = linker.instantiate(&mut store, &module).unwrap();
    let run = instance.get_typed_func::<(), ()>(&mut store, "run").unwrap();
    let payload = catch_unwind(AssertUnwindSafe(|| run.call(&mut store, ()))).unwrap_err();
    assert!(payload.downcast_ref::<String>().unwrap().contains("stung"));
    // The store is as usable as before.
    *store.data_mut() = 1;
    run.call(&mut store, ()).unwrap();
}

#[test]
fn traps_say_where() {
    let (mut store, instance) = alive(
        r#"(module $hive (memory 1)
        (func $inner (param i32) (result i32) (i32.load (local.get 0)))
        (func (export "run") (param i32) (result i32) (call $inner (local.get 0))))"#,
    );
    let run = instance.get_typed_func::<i32, i32>(&mut store, "run").unwrap();
    assert_eq!(run.call(&mut store, 65532).unwrap(), 0);
    let error = run.call(&mut store, 65533).unwrap_err();
    assert_eq!(error.trap_code(), Some(TrapCode::MemoryOutOfBounds));
    let frames = error.as_trap().unwrap().backtrace();
    assert_eq!((frames.len(), frames[0].func, frames[1].func), (2, 0, 1));
    assert_eq!((frames[0].module.as_str(), frames[0].name.as_deref()), ("hive", Some("inner")));
    assert!(frames[0].offset > 0 && frames[1].offset > frames[0].offset);
    let text = error.to_string();
    assert!(text.starts_with("wasm trap: out of bounds memory access\nwasm backtrace:\n  0: 0x"), "{text}");
    assert!(text.contains(" - hive!inner\n  1: 0x") && text.ends_with(" - hive!run"), "{text}");
}

#[test]
fn endless_recursion_is_a_trap_whatever_the_frames() {
    for locals in ["", "(local i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64)"] {
        let text = format!(
            r#"(module (func $f (export "f") (param i32) {locals} (call $f (local.get 0)) (drop (local.get 0))))"#
        );
        let module = module(&text);
        for size in [64 << 10, 1 << 20] {
            let options = StoreOptions::new().stack_size(size);
            let mut store = Store::with_options(module.engine(), (), options).unwrap();
            let instance = Instance::new(&mut store, &module, &[]).unwrap();
            let f = instance.get_typed_func::<i32, ()>(&mut store, "f").unwrap();
            for _ in 0..3 {
                let error = f.call(&mut store, 1).unwrap_err();
                assert_eq!(error.trap_code(), Some(TrapCode::StackOverflow));
                assert!(!error.as_trap().unwrap().backtrace().is_empty());
            }
        }
    }
}

/// Guest and host call each other without end: that is a trap too, not the end of the host's stack.
#[test]
fn endless_recursion_through_the_host_is_a_trap() {
    let module = module(r#"(module (import "h" "again" (func $again)) (func (export "run") (call $again)))"#);
    let mut linker = Linker::new(module.engine());
    linker
        .func_wrap("h", "again", |mut caller: Caller<'_, u32>| -> beeline::Result<()> {
            *caller.data_mut() += 1;
            let run = caller.get_export("run").and_then(Extern::into_func).expect("it is exported");
            run.call(&mut caller, &[], &mut [])
        })
        .unwrap();
    let (store, result) = through_guest(&module, &linker);
    assert_eq!(result.unwrap_err().trap_code(), Some(TrapCode::StackOverflow));
    assert!(*store.data() > 10);
}

#[test]
fn nested_entries_keep_apart() {
    let module = module(
        r#"(module (import "h" "f" (func $f (param i32) (result i32)))
        (func (export "run") (param i32) (result i32) (local i32)
            (local.set 1 (i32.mul (local.get 0) (i32.const 10)))
            (i32.add (call $f (local.get 0)) (local.get 1)))
        (func (export "trap") unreachable))"#,
    );
    let mut linker = Linker::new(module.engine());
    linker
        .func_wrap("h", "f", |mut caller: Caller<'_, ()>, n: i32| -> beeline::Result<i32> {
            let trap = caller.get_export("trap").and_then(Extern::into_func).expect("it is exported");
            let error = trap.call(&mut caller, &[], &mut []).expect_err("it traps");
            assert_eq!(error.trap_code(), Some(TrapCode::Unreachable));
            if n == 0 {
                return Ok(1);
            }
            let run = caller.get_export("run").and_then(Extern::into_func).expect("it is exported");
            let run = run.typed::<i32, i32>(&caller)?;
            run.call(&mut caller, n - 1)
        })
        .unwrap();
    let mut store = Store::new(module.engine(), ());
    let instance = linker.instantiate(&mut store, &module).unwrap();
    let run = instance.get_typed_func::<i32, i32>(&mut store, "run").unwrap();
    assert_eq!(run.call(&mut store, 4).unwrap(), 101);
}

#[test]
fn memories_tables_and_globals() {
    let engine = Engine::default();
    let mut store = Store::new(&engine, ());
    let memory = Memory::new(&mut store, MemoryType { minimum: 1, maximum: Some(3) }).unwrap();
    memory.write(&mut store, 65530, b"honey!").unwrap();
    assert!(memory.write(&mut store, 65531, b"honey!").is_err());
    assert!(memory.read(&store, usize::MAX, &mut [0]).is_err());
    assert_eq!(memory.grow(&mut store, 2).unwrap(), 1);
    assert!(memory.grow(&mut store, 1).is_err());
    assert_eq!((memory.size(&store), memory.data(&store).len()), (3, 3 << 16));
    assert_eq!(&memory.data(&store)[65530..65536], b"honey!");

    let func = Func::wrap(&mut store, |x: i32| x + 1);
    let table = TableType { element: ValType::FuncRef, minimum: 2, maximum: Some(3) };
    let table = Table::new(&mut store, table, Val::FuncRef(None)).unwrap();
    table.set(&mut store, 1, func.into()).unwrap();
    assert!(table.set(&mut store, 2, func.into()).is_err());
    assert!(table.set(&mut store, 0, Val::I32(0)).is_err());
    assert_eq!(table.grow(&mut store, 1, Val::FuncRef(None)).unwrap(), 2);
    assert!(table.grow(&mut store, 1, Val::FuncRef(None)).is_err());
    assert!(matches!(table.get(&store, 1), Some(Val::FuncRef(Some(_)))));
    assert!(table.get(&store, 3).is_none());

    let ty = GlobalType { content: ValType::I64, mutable: true };
    let global = Global::new(&mut store, ty, Val::I64(5)).unwrap();
    assert!(global.set(&mut store, Val::I32(6)).is_err());
    let module = Module::new(
        &engine,
        r#"(module
        (import "h" "memory" (memory 1 3)) (import "h" "table" (table 1 funcref)) (import "h" "global" (global $g (mut i64)))
        (func (export "run") (param i32) (result i32)
            (global.set $g (i64.add (global.get $g) (i64.const 1)))
            (i32.store8 (i32.const 0) (i32.load8_u (i32.const 65530)))
            (call_indirect (param i32) (result i32) (local.get 0) (i32.const 1))))"#,
    )
    .unwrap();
    let mut linker = Linker::new(&engine);
    linker.define("h", "memory", memory).unwrap();
    linker.define("h", "table", table).unwrap();
    linker.define("h", "global", global).unwrap();
    assert!(linker.define("h", "global", global).is_err());
    let instance = linker.instantiate(&mut store, &module).unwrap();
    let run = instance.get_typed_func::<i32, i32>(&mut store, "run").unwrap();
    assert_eq!(run.call(&mut store, 41).unwrap(), 42);
    assert_eq!((global.get(&store).i64(), memory.data(&store)[0]), (Some(6), b'h'));
    assert_eq!(instance.exports(&mut store).len(), 1);
}

#[test]
fn handles_of_another_store_are_refused() {
    let (mut store, instance) =
        alive(r#"(module (func (export "f") (param funcref)) (memory (export "m") 1))"#);
    let (mut other, _) = alive("(module)");
    let f = instance.get_func(&mut store, "f").unwrap();
    let memory = instance.get_memory(&mut store, "m").unwrap();
    let foreign = Func::wrap(&mut other, || ());
    assert!(f.call(&mut store, &[foreign.into()], &mut []).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| f.call(&mut other, &[Val::FuncRef(None)], &mut []))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| memory.size(&other))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| instance.get_func(&mut other, "f").is_some())).is_err());
}

#[test]
fn unknown_imports_by_policy() {
    let module = module(
        r#"(module (import "env" "gone" (func $gone (param i32) (result i64)))
        (func (export "run") (result i64) (call $gone (i32.const 1))))"#,
    );
    let mut store = Store::new(module.engine(), ());
    let mut linker: Linker<()> = Linker::new(module.engine());
    let error = linker.instantiate(&mut store, &module).unwrap_err();
    assert!(error.to_string().contains("unknown import: env.gone"), "{error}");
    let mut run = |linker: &Linker<()>| {
        let instance = linker.instantiate(&mut store, &module)?;
        instance.get_typed_func::<(), i64>(&mut store, "run")?.call(&mut store, ())
    };
    linker.unknown_imports(UnknownImports::Trap);
    assert_eq!(run(&linker).unwrap_err().trap_code(), Some(TrapCode::UnknownImport));
    linker.unknown_imports(UnknownImports::Default);
    assert_eq!(run(&linker).unwrap(), 0);
    linker.func_wrap("env", "gone", |x: i32| x).unwrap();
    let error = run(&linker).unwrap_err();
    assert_eq!(
        error.to_string(),
        "incompatible import type: env.gone should be a function (i32) -> i64, not a function (i32) -> i32"
    );
}

#[test]
fn wasi_output_and_exit_status() {
    let module = module(
        r#"(module
        (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
        (import "wasi_snapshot_preview1" "args_sizes_get" (func $sizes (param i32 i32) (result i32)))
        (memory (export "memory") 1)
        (func (export "_start")
            (drop (call $sizes (i32.const 0) (i32.const 4)))
            (call $exit (i32.load (i32.const 0)))))"#,
    );
    let mut linker = Linker::new(module.engine());
    wasi::add_to_linker(&mut linker, |context: &mut wasi::WasiCtx| context).unwrap();
    let mut context = wasi::WasiCtx::new();
    context.arg(b"one").arg(b"two").arg(b"three");
    let mut store = Store::new(module.engine(), context);
    let instance = linker.instantiate(&mut store, &module).unwrap();
    let start = instance.get_typed_func::<(), ()>(&mut store, "_start").unwrap();
    assert_eq!(start.call(&mut store, ()).unwrap_err().exit_status(), Some(3));
}

#[test]
fn a_failing_start_function_is_an_error_and_its_writes_stay() {
    let engine = Engine::default();
    let mut store = Store::new(&engine, ());
    let memory = Memory::new(&mut store, MemoryType { minimum: 1, maximum: None }).unwrap();
    let text = r#"(module (import "h" "m" (memory 1)) (data (i32.const 1) "x")
        (start $go) (func $go (i32.store8 (i32.const 0) (i32.const 7)) unreachable))"#;
    let module = Module::new(&engine, text).unwrap();
    let error = Instance::new(&mut store, &module, &[memory.into()]).unwrap_err();
    assert_eq!(error.trap_code(), Some(TrapCode::Unreachable));
    assert_eq!(memory.data(&store)[..2], [7, b'x']);
}

#[test]
fn stores_move_between_threads_and_modules_are_shared() {
    let module = module(
        r#"(module (memory 1) (func (export "f") (param i32) (result i32) (i32.load (local.get 0))))"#,
    );
    let mut store = Store::new(module.engine(), ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    let f = instance.get_typed_func::<i32, i32>(&mut store, "f").unwrap();
    assert_eq!(f.call(&mut store, 0).unwrap(), 0);
    let mut store = std::thread::spawn(move || {
        assert!(f.call(&mut store, -1).is_err());
        store
    })
    .join()
    .unwrap();
    assert!(f.call(&mut store, -1).is_err());
    // qemu 7 keeps 50 MB for each memory that ever was.
    let times = if emulated() { 10 } else { 200 };
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..times {
                    let empty = Module::new(module.engine(), "(module)").unwrap();
                    let mut store = Store::new(module.engine(), ());
                    Instance::new(&mut store, &empty, &[]).unwrap();
                    let instance = Instance::new(&mut store, &module, &[]).unwrap();
                    let f = instance.get_typed_func::<i32, i32>(&mut store, "f").unwrap();
                    assert_eq!(
                        f.call(&mut store, -1).unwrap_err().trap_code(),
                        Some(TrapCode::MemoryOutOfBounds)
                    );
                }
            });
        }
    });
}

#[test]
fn modules_describe_themselves() {
    let module = module(
        r#"(module $hive (import "a" "f" (func (param i32) (result f64))) (import "a" "m" (memory 1 2))
        (global (export "g") (mut i64) (i64.const 0)) (table (export "t") 3 funcref))"#,
    );
    assert_eq!(module.name(), Some("hive"));
    let imports: Vec<_> = module.imports().map(|i| format!("{}.{}: {}", i.module, i.name, i.ty)).collect();
    assert_eq!(imports, ["a.f: function (i32) -> f64", "a.m: memory, 1 to 2 pages"]);
    let exports: Vec<_> = module.exports().map(|e| format!("{}: {}", e.name, e.ty)).collect();
    assert_eq!(exports, ["g: mutable global i64", "t: table of funcref, at least 3 elements"]);
    assert!(Module::validate(module.engine(), b"\0asm\x01\0\0\0").is_ok());
    assert!(Module::new(module.engine(), b"\0asm\x02\0\0\0").is_err());
    assert!(Module::new(module.engine(), "(module").is_err());
}

#[test]
fn explicit_checks_run_without_guard_pages() {
    let mut config = Config::new();
    config.explicit_checks(true);
    let engine = Engine::new(&config).unwrap();
    let text = r#"(module (memory (export "m") 1 2)
        (func (export "f") (param i32) (result i32) (i32.load offset=4 (local.get 0))))"#;
    let module = Module::new(&engine, text).unwrap();
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[]).unwrap();
    let f = instance.get_typed_func::<u32, i32>(&mut store, "f").unwrap();
    assert_eq!(f.call(&mut store, 65528).unwrap(), 0);
    for at in [65529, 65536, u32::MAX, u32::MAX - 4] {
        assert_eq!(f.call(&mut store, at).unwrap_err().trap_code(), Some(TrapCode::MemoryOutOfBounds));
    }
    instance.get_memory(&mut store, "m").unwrap().grow(&mut store, 1).unwrap();
    assert_eq!(f.call(&mut store, 65529).unwrap(), 0);
}

#[test]
fn host_functions_of_dynamic_values() {
    let mut store = Store::new(&Engine::default(), 10i64);
    let ty = FuncType::new([ValType::I64, ValType::F32], [ValType::F32, ValType::I64]);
    let func = Func::new(&mut store, ty, |caller: Caller<'_, i64>, params, results| {
        results[0] = params[1];
        results[1] = Val::I64(params[0].i64().unwrap_or(0) + *caller.data());
        Ok(())
    });
    let typed = func.typed::<(i64, f32), (f32, i64)>(&store).unwrap();
    assert_eq!(typed.call(&mut store, (32, 0.5)).unwrap(), (0.5, 42));
    let wrong = FuncType::new([], [ValType::I32]);
    let wrong = Func::new(&mut store, wrong, |_, _, results| {
        results[0] = Val::I64(1);
        Ok(())
    });
    assert!(wrong.call(&mut store, &[], &mut [Val::I32(0)]).is_err());
}

#[test]
fn types_are_described_in_words() {
    let func = |params: &[ValType], results: &[ValType]| {
        FuncType::new(params.iter().copied(), results.iter().copied()).to_string()
    };
    assert_eq!(func(&[], &[]), "() -> ()");
    assert_eq!(func(&[ValType::I32, ValType::F64], &[ValType::I64]), "(i32, f64) -> i64");
    assert_eq!(func(&[], &[ValType::I64, ValType::FuncRef]), "() -> (i64, funcref)");
    let memory = |minimum, maximum| ExternType::Memory(MemoryType { minimum, maximum }).to_string();
    assert_eq!(memory(1, None), "memory, at least 1 page");
    assert_eq!(memory(1131, None), "memory, at least 1131 pages");
    assert_eq!(memory(0, Some(1)), "memory, 0 to 1 page");
    assert_eq!(memory(16, Some(16)), "memory, exactly 16 pages");
}

/// A definition that is refused is not made.
#[test]
fn a_name_that_is_defined_twice_keeps_its_first_meaning() {
    let engine = Engine::default();
    let mut store = Store::new(&engine, ());
    let mut linker: Linker<()> = Linker::new(&engine);
    linker.func_wrap("a", "f", || 1i32).unwrap();
    let error = linker.func_wrap("a", "f", || 2i64).unwrap_err();
    assert_eq!(error.to_string(), "a.f is defined already");
    let global = GlobalType { content: ValType::I32, mutable: false };
    let global = Global::new(&mut store, global, Val::I32(5)).unwrap();
    assert!(linker.define("a", "f", global).is_err());
    assert!(linker.func_new("a", "f", FuncType::new([], []), |_, _, _| Ok(())).is_err());
    let module =
        Module::new(&engine, r#"(module (func (export "e")) (func (export "f")) (func (export "g")))"#);
    let instance = Instance::new(&mut store, &module.unwrap(), &[]).unwrap();
    assert!(linker.instance(&mut store, "a", instance).is_err());
    assert!(linker.get(&mut store, "a", "e").is_none() && linker.get(&mut store, "a", "g").is_none());
    let func = linker.get(&mut store, "a", "f").and_then(Extern::into_func).expect("a function");
    let func = func.typed::<(), i32>(&store).unwrap();
    assert_eq!(func.call(&mut store, ()).unwrap(), 1);

    let mut linker: Linker<wasi::WasiCtx> = Linker::new(&engine);
    linker.func_wrap("wasi_snapshot_preview1", "proc_exit", |_: i32| ()).unwrap();
    assert!(wasi::add_to_linker(&mut linker, |context: &mut wasi::WasiCtx| context).is_err());
    let mut store = Store::new(&engine, wasi::WasiCtx::new());
    assert!(linker.get(&mut store, "wasi_snapshot_preview1", "fd_write").is_none());
}

#[test]
fn imports_of_the_wrong_number_are_refused() {
    let module = module(r#"(module (import "a" "b" (func)))"#);
    let mut store = Store::new(module.engine(), ());
    let func = Extern::from(Func::wrap(&mut store, || ()));
    for (given, n) in [(vec![], 0), (vec![func; 2], 2)] {
        let error = Instance::new(&mut store, &module, &given).unwrap_err();
        assert_eq!(error.to_string(), format!("the module has 1 imports, and {n} were given"));
    }
    Instance::new(&mut store, &module, &[func]).unwrap();
}

#[test]
fn an_import_of_another_kind_or_size_is_described() {
    let engine = Engine::default();
    let mut store = Store::new(&engine, ());
    let memory = Memory::new(&mut store, MemoryType { minimum: 1, maximum: Some(3) }).unwrap();
    memory.grow(&mut store, 1).unwrap();
    let mut message = |text: &str| {
        let module = Module::new(&engine, text).unwrap();
        Instance::new(&mut store, &module, &[memory.into()]).unwrap_err().to_string()
    };
    assert_eq!(
        message(r#"(module (import "e" "f" (func (param i32))))"#),
        "incompatible import type: e.f should be a function (i32) -> (), not a memory, 2 to 3 pages"
    );
    assert_eq!(
        message(r#"(module (import "e" "\1b[2J\n" (memory 3)))"#),
        r"incompatible import type: e.\u{1b}[2J\u{a} should be a memory, at least 3 pages, not a memory, 2 to 3 pages"
    );
}

/// There is no [`Val`] for a vector: a host function with one got `F64(0)` for it.
#[test]
fn functions_of_vectors_are_not_called() {
    let mut store = Store::new(&Engine::default(), ());
    for (params, results) in [(vec![ValType::V128], vec![]), (vec![], vec![ValType::V128])] {
        let ty = FuncType::new(params.clone(), results.clone());
        let func = Func::new(&mut store, ty.clone(), |_, _, _| panic!("it is not called"));
        let mut out = vec![Val::I32(7); results.len()];
        let error = func.call(&mut store, &vec![Val::I32(0); params.len()], &mut out).unwrap_err();
        assert_eq!(error.to_string(), "values of type v128 are not supported");
        assert!(out.iter().all(|value| value.i32() == Some(7)));
        let mut linker: Linker<()> = Linker::new(&Engine::default());
        assert!(linker.func_new("a", "b", ty, |_, _, _| Ok(())).is_err());
        assert!(linker.get(&mut store, "a", "b").is_none());
    }
}

/// Options are public, and those for another machine made code that the processor took for its own.
#[test]
fn engines_for_other_machines_are_refused() {
    let (other, name) = match Arch::HOST {
        Some(Arch::X86_64) => (Arch::Aarch64, "AArch64"),
        _ => (Arch::X86_64, "x86-64"),
    };
    let options = Options { arch: other, ..Options::default() };
    let error = Engine::new(&Config::from(options)).unwrap_err();
    assert_eq!(error.to_string(), format!("{name} code cannot be run on this machine"));
    assert!(Engine::new(&Config::new()).is_ok());
}

/// A processor without LZCNT executes another instruction in its place, which gave wrong results.
#[test]
fn engines_for_other_processors_are_refused() {
    #[cfg(target_arch = "x86_64")]
    let (refused, why) = (
        !(std::is_x86_feature_detected!("avx2")
            && std::is_x86_feature_detected!("bmi1")
            && std::is_x86_feature_detected!("bmi2")
            && std::is_x86_feature_detected!("fma")
            && std::is_x86_feature_detected!("lzcnt")
            && std::is_x86_feature_detected!("movbe")),
        ", which code for x86-64-v3 may use",
    );
    #[cfg(not(target_arch = "x86_64"))]
    let (refused, why) = (true, "X86_64V3 is no instruction set of AArch64");
    match Engine::new(Config::new().cpu(Cpu::X86_64V3)) {
        Ok(_) => assert!(!refused),
        Err(error) => {
            assert!(refused);
            assert!(error.to_string().ends_with(why), "{error}");
        }
    }
}
