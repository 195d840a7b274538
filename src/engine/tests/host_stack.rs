//! Guests and host functions that call each other end with a trap, whatever the thread's stack and the frames of
//! the host functions are.
#![forbid(unsafe_code)]

use beeline::{Caller, Engine, Linker, Module, Result, Store, StoreOptions, TrapCode};
use std::hint::black_box;

/// A host function with a frame of so many bytes that calls the guest's function that calls it.
fn mutual<const FRAME: usize>(stack: usize, options: StoreOptions) {
    let run = move || {
        let engine = Engine::default();
        let module = r#"(module (import "e" "h" (func $h)) (func (export "f") (call $h)))"#;
        let module = Module::new(&engine, module).unwrap();
        let mut linker: Linker<u32> = Linker::new(&engine);
        let call = |mut caller: Caller<'_, u32>| -> Result<()> {
            let mut frame = [1u8; FRAME];
            black_box(&mut frame);
            *caller.data_mut() += 1;
            let func = caller.get_export("f").unwrap().into_func().unwrap().typed::<(), ()>(&caller)?;
            let result = func.call(&mut caller, ());
            black_box(&mut frame);
            result
        };
        linker.func_wrap("e", "h", call).unwrap();
        let mut store = Store::with_options(&engine, 0, options).unwrap();
        let instance = linker.instantiate(&mut store, &module).unwrap();
        let func = instance.get_typed_func::<(), ()>(&mut store, "f").unwrap();
        let error = func.call(&mut store, ()).unwrap_err();
        assert_eq!(error.as_trap().map(|trap| trap.code()), Some(TrapCode::StackOverflow));
        *store.data()
    };
    let deep = std::thread::Builder::new().stack_size(stack).spawn(run).unwrap().join().unwrap();
    assert!(deep > 1);
}

#[test]
fn mutual_recursion_does_not_overflow_the_stack_of_a_thread() {
    for stack in [256 << 10, 2 << 20, 32 << 20] {
        mutual::<16>(stack, StoreOptions::new());
        mutual::<8192>(stack, StoreOptions::new());
        mutual::<30000>(stack, StoreOptions::new());
    }
    mutual::<400_000>(4 << 20, StoreOptions::new().host_stack_reserve(1 << 20));
}
