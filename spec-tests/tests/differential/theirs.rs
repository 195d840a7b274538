//! Runs a case in wasmi.

use crate::plan::{self, ARGUMENT_LISTS, EXHAUSTED, Event, Numbers, Trace, Type, Value};
use beeline_spec_tests::engines::trap_of_wasmi;
use wasmi::{
    Config, Engine, Error, Extern, ExternRef, ExternType, F32, F64, Func, FuncType, Global, Instance, Memory,
    Module, Ref, Store, Table, Val, ValType,
};

struct Host {
    trace: Trace,
    calls: u64,
}

pub fn run(wasm: &[u8], seed: u64) -> Result<Trace, String> {
    let mut config = Config::default();
    config.set_max_recursion_depth(100_000).set_max_stack_height(64 << 20);
    let engine = Engine::new(&config);
    let module = Module::new(&engine, wasm).map_err(|e| e.to_string())?;
    let mut trace = Trace::default();
    for round in 0.. {
        let (rest, more) = life(&engine, &module, seed, trace, round)?;
        trace = rest;
        if !more {
            break;
        }
    }
    Ok(trace)
}

/// Brings the module to life, calls its exported function number `round`, and notes what state it left. Also whether there is a further function.
fn life(
    engine: &Engine,
    module: &Module,
    seed: u64,
    trace: Trace,
    round: usize,
) -> Result<(Trace, bool), String> {
    let mut store = Store::new(engine, Host { trace, calls: 0 });
    let mut imports = Vec::new();
    let mut numbers = Numbers::default();
    for import in module.imports() {
        imports.push(provide(&mut store, seed, &mut numbers, import.ty()).map_err(|e| e.to_string())?);
    }
    let instance = match Instance::new(&mut store, module, &imports) {
        Ok(instance) => instance,
        Err(error) => {
            let trap = trap(&error).ok_or_else(|| error.to_string())?;
            store.data_mut().trace.note(Event::Trap(trap));
            return Ok((store.into_data().trace, false));
        }
    };
    store.data_mut().trace.note(Event::Alive);
    let mut names: Vec<String> = module.exports().map(|export| export.name().to_owned()).collect();
    names.sort();
    let exports: Vec<(String, Extern)> = names
        .into_iter()
        .filter_map(|name| instance.get_export(&store, &name).map(|item| (name, item)))
        .collect();
    let is_func = |(_, item): &&(String, Extern)| matches!(item, Extern::Func(_));
    let funcs = exports.iter().filter(is_func).count();
    if let Some((name, Extern::Func(func))) = exports.iter().filter(is_func).nth(round) {
        let ty = func.ty(&store);
        for list in 0..ARGUMENT_LISTS {
            let args = plan::arguments(seed, round, list, &types(ty.params()));
            store.data_mut().trace.note(Event::Call { name: name.clone(), args: args.clone() });
            let args: Vec<Val> = args.iter().map(|&value| to_val(&mut store, value)).collect();
            let mut results: Vec<Val> = ty.results().iter().map(|&ty| Val::default(ty)).collect();
            let event = match func.call(&mut store, &args, &mut results) {
                Ok(()) => Event::Results(results.iter().map(|value| from_val(&store, value)).collect()),
                Err(error) => Event::Trap(trap(&error).ok_or_else(|| error.to_string())?),
            };
            store.data_mut().trace.note(event);
        }
    }
    for (name, item) in exports {
        let event = match item {
            Extern::Global(global) => Event::Global { name, value: from_val(&store, &global.get(&store)) },
            Extern::Memory(memory) => {
                Event::Memory { name, pages: memory.size(&store), hash: plan::hash(memory.data(&store)) }
            }
            Extern::Table(table) => {
                let elements = (0..table.size(&store)).filter_map(|index| table.get(&store, index));
                Event::Table { name, elements: elements.map(|value| from_val(&store, &value)).collect() }
            }
            Extern::Func(_) => continue,
        };
        store.data_mut().trace.note(event);
    }
    Ok((store.into_data().trace, funcs > round + 1))
}

fn provide(
    store: &mut Store<Host>,
    seed: u64,
    numbers: &mut Numbers,
    ty: &ExternType,
) -> Result<Extern, Error> {
    Ok(match ty {
        ExternType::Func(ty) => host_func(store, seed, numbers.func(), ty.clone()).into(),
        ExternType::Global(ty) => {
            let value = plan::global(seed, numbers.global(), of_type(ty.content()));
            let value = to_val(&mut *store, value);
            Global::new(store, value, ty.mutability()).into()
        }
        ExternType::Memory(ty) => Memory::new(store, *ty)?.into(),
        ExternType::Table(ty) => Table::new(store, *ty, Val::default(ty.element()))?.into(),
    })
}

fn host_func(store: &mut Store<Host>, seed: u64, import: usize, ty: FuncType) -> Func {
    let results_types = types(ty.results());
    Func::new(store, ty, move |mut caller: wasmi::Caller<'_, Host>, args, results| {
        let args = args.iter().map(|value| from_val(&caller, value)).collect();
        let host = caller.data_mut();
        host.trace.note(Event::Host { import, args });
        host.calls += 1;
        let answer = plan::answer(seed, import, host.calls, &results_types);
        for (result, value) in results.iter_mut().zip(answer) {
            *result = to_val(&mut caller, value);
        }
        Ok(())
    })
}

fn of_type(ty: ValType) -> Type {
    match ty {
        ValType::I32 => Type::I32,
        ValType::I64 => Type::I64,
        ValType::F32 => Type::F32,
        ValType::F64 => Type::F64,
        ValType::FuncRef => Type::Func,
        ValType::ExternRef => Type::Extern,
        ValType::V128 => unreachable!("vectors are not generated"),
    }
}

fn types(types: &[ValType]) -> Vec<Type> {
    types.iter().map(|&ty| of_type(ty)).collect()
}

fn to_val(store: impl wasmi::AsContextMut, value: Value) -> Val {
    match value {
        Value::I32(value) => Val::I32(value.cast_signed()),
        Value::I64(value) => Val::I64(value.cast_signed()),
        Value::F32(bits) => Val::F32(F32::from_bits(bits)),
        Value::F64(bits) => Val::F64(F64::from_bits(bits)),
        Value::Func { .. } => Val::FuncRef(Ref::Null),
        Value::Extern(None) => Val::ExternRef(Ref::Null),
        Value::Extern(Some(word)) => Val::ExternRef(Ref::Val(ExternRef::new::<u64>(store, word))),
    }
}

fn from_val(store: &impl wasmi::AsContext<Data = Host>, value: &Val) -> Value {
    match value {
        Val::I32(value) => Value::I32(value.cast_unsigned()),
        Val::I64(value) => Value::I64(value.cast_unsigned()),
        Val::F32(value) => Value::F32(value.to_bits()),
        Val::F64(value) => Value::F64(value.to_bits()),
        Val::FuncRef(func) => Value::Func { null: func.is_null() },
        Val::ExternRef(value) => external(store, value),
        Val::V128(_) => unreachable!("vectors are not generated"),
    }
}

fn external(store: &impl wasmi::AsContext<Data = Host>, value: &Ref<ExternRef>) -> Value {
    let word = |value: &ExternRef| value.data(store.as_context()).downcast_ref::<u64>().copied();
    Value::Extern(value.val().and_then(word))
}

fn trap(error: &Error) -> Option<&'static str> {
    use beeline::TrapCode as Code;
    use wasmi::errors::{ErrorKind, InstantiationError};
    if let ErrorKind::Instantiation(InstantiationError::ElementSegmentDoesNotFit { .. }) = error.kind() {
        return Some(Code::TableOutOfBounds.message());
    }
    Some(match trap_of_wasmi(error.as_trap_code()?)? {
        Code::StackOverflow => EXHAUSTED,
        code => code.message(),
    })
}
