//! Calls of a module's functions in Beeline and in wasmi.

use beeline_codegen::{Options, compile};
use beeline_spec_tests::engines::{as_wasmi_has_it, trap_of_wasmi};
use beeline_spec_tests::machine::{ARCHES, HOST, emulated};

/// A call of the exported function of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Call {
    pub func: usize,
    pub args: (i64, i64),
}

/// A result, or the name of a trap.
pub type Outcome = Result<i64, &'static str>;

/// Bytes of machine code for an architecture.
pub fn text_len(wasm: &[u8], options: &Options) -> usize {
    compile(wasm, options).unwrap_or_else(|error| panic!("{:?}: {error}", options.arch)).text.len()
}

/// Compiles for the architectures that this machine is not: that must work everywhere. An emulated machine leaves it to the real one.
pub fn compile_for_others(wasm: &[u8], explicit_checks: bool) {
    for arch in ARCHES.into_iter().filter(|&arch| arch != HOST && !emulated()) {
        text_len(wasm, &Options { arch, explicit_checks, ..Options::default() });
    }
}

/// What calls of one instance return, in order.
pub fn ours(wasm: &[u8], calls: &[Call], explicit_checks: bool) -> Vec<Outcome> {
    use beeline::{Config, Engine, Error, Instance, Module, Store};
    let engine = Engine::new(Config::new().explicit_checks(explicit_checks)).expect("the options are usual");
    let module = Module::from_binary(&engine, wasm).unwrap_or_else(|error| panic!("{error}"));
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[]).expect("it has no imports");
    let trap =
        |error: Error| as_wasmi_has_it(error.trap_code().unwrap_or_else(|| panic!("{error}"))).message();
    let mut call = |call: &Call| {
        let name = format!("f{}", call.func);
        let func = instance.get_typed_func::<(i64, i64), i64>(&mut store, &name).expect("it is exported");
        func.call(&mut store, call.args).map_err(trap)
    };
    calls.iter().map(&mut call).collect()
}

/// The same in wasmi, which shows the right results wherever it takes the module.
pub fn theirs(wasm: &[u8], calls: &[Call]) -> Vec<Outcome> {
    use wasmi::{Config, Engine, Error, Instance, Module, Store};
    let mut config = Config::default();
    config.set_max_recursion_depth(10_000).set_max_stack_height(64 << 20);
    let engine = Engine::new(&config);
    let module = Module::new(&engine, wasm).unwrap_or_else(|error| panic!("wasmi: {error}"));
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[]).expect("it has no imports");
    let trap = |error: Error| {
        let code = error.as_trap_code().and_then(trap_of_wasmi);
        code.unwrap_or_else(|| panic!("wasmi: {error}")).message()
    };
    let mut call = |call: &Call| {
        let name = format!("f{}", call.func);
        let func = instance.get_typed_func::<(i64, i64), i64>(&store, &name).expect("it is exported");
        func.call(&mut store, call.args).map_err(trap)
    };
    calls.iter().map(&mut call).collect()
}

/// Panics at the first difference.
pub fn assert_same(what: &str, calls: &[Call], ours: &[Outcome], right: &[Outcome]) {
    for ((call, ours), right) in calls.iter().zip(ours).zip(right) {
        assert!(ours == right, "{what}: {call:x?} gives {ours:x?} instead of {right:x?}");
    }
    assert_eq!(ours.len(), right.len());
}

/// Compiles for all machines, runs here and compares with wasmi.
pub fn agree(what: &str, wasm: &[u8], calls: &[Call], explicit_checks: bool) {
    compile_for_others(wasm, explicit_checks);
    assert_same(what, calls, &ours(wasm, calls, explicit_checks), &theirs(wasm, calls));
}
