//! Runs a case in Beeline.

use crate::plan::{self, ARGUMENT_LISTS, EXHAUSTED, Event, Numbers, Trace, Type, Value};
use beeline::{
    Config, Engine, Error, Extern, ExternRef, ExternType, Func, FuncType, Global, Instance, Memory, Module,
    Store, Table, TrapCode, Val, ValType,
};
use beeline_spec_tests::engines::as_wasmi_has_it;

/// What host functions see: the trace, and how often they were called.
struct Host {
    trace: Trace,
    calls: u64,
}

pub fn run(wasm: &[u8], seed: u64, explicit_checks: bool) -> Result<Trace, String> {
    let mut config = Config::new();
    config.explicit_checks(explicit_checks).threads(1);
    let engine = Engine::new(&config).map_err(|e| e.to_string())?;
    let module = Module::from_binary(&engine, wasm).map_err(|e| e.to_string())?;
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
        imports.push(provide(&mut store, seed, &mut numbers, import.ty).map_err(|e| e.to_string())?);
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
    let mut exports = instance.exports(&mut store);
    // The other engine sorts them.
    exports.sort_by(|a, b| a.0.cmp(&b.0));
    let is_func = |(_, item): &&(String, Extern)| matches!(item, Extern::Func(_));
    let funcs = exports.iter().filter(is_func).count();
    if let Some((name, Extern::Func(func))) = exports.iter().filter(is_func).nth(round) {
        let ty = func.ty(&store);
        for list in 0..ARGUMENT_LISTS {
            let args = plan::arguments(seed, round, list, &types(ty.params()));
            store.data_mut().trace.note(Event::Call { name: name.clone(), args: args.clone() });
            let args: Vec<Val> = args.iter().map(|&value| to_val(value)).collect();
            let mut results = vec![Val::I32(0); ty.results().len()];
            let event = match func.call(&mut store, &args, &mut results) {
                Ok(()) => Event::Results(results.iter().map(from_val).collect()),
                Err(error) => Event::Trap(trap(&error).ok_or_else(|| error.to_string())?),
            };
            store.data_mut().trace.note(event);
        }
    }
    for (name, item) in exports {
        let event = match item {
            Extern::Global(global) => Event::Global { name, value: from_val(&global.get(&store)) },
            Extern::Memory(memory) => {
                Event::Memory { name, pages: memory.size(&store), hash: plan::hash(memory.data(&store)) }
            }
            Extern::Table(table) => {
                let elements = (0..table.size(&store)).filter_map(|index| table.get(&store, index));
                Event::Table { name, elements: elements.map(|value| from_val(&value)).collect() }
            }
            // Functions are called, not compared; nothing else is generated.
            _ => continue,
        };
        store.data_mut().trace.note(event);
    }
    Ok((store.into_data().trace, funcs > round + 1))
}

fn provide(
    store: &mut Store<Host>,
    seed: u64,
    numbers: &mut Numbers,
    ty: ExternType,
) -> Result<Extern, Error> {
    Ok(match ty {
        ExternType::Func(ty) => host_func(store, seed, numbers.func(), ty).into(),
        ExternType::Global(ty) => {
            let value = plan::global(seed, numbers.global(), of_type(ty.content));
            Global::new(store, ty, to_val(value))?.into()
        }
        ExternType::Memory(ty) => Memory::new(store, ty)?.into(),
        ExternType::Table(ty) => {
            Table::new(store, ty, Val::default_for(ty.element).expect("a reference type"))?.into()
        }
        other => unreachable!("imports like {other} are not generated"),
    })
}

fn host_func(store: &mut Store<Host>, seed: u64, import: usize, ty: FuncType) -> Func {
    let results_types = types(ty.results());
    Func::new(store, ty, move |mut caller, args, results| {
        let host: &mut Host = caller.data_mut();
        host.trace.note(Event::Host { import, args: args.iter().map(from_val).collect() });
        host.calls += 1;
        let answer = plan::answer(seed, import, host.calls, &results_types);
        for (result, value) in results.iter_mut().zip(answer) {
            *result = to_val(value);
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
        other => unreachable!("values of type {} are not generated", other.name()),
    }
}

fn types(types: &[ValType]) -> Vec<Type> {
    types.iter().map(|&ty| of_type(ty)).collect()
}

fn to_val(value: Value) -> Val {
    match value {
        Value::I32(value) => Val::from(value),
        Value::I64(value) => Val::from(value),
        Value::F32(bits) => Val::F32(bits),
        Value::F64(bits) => Val::F64(bits),
        Value::Func { .. } => Val::FuncRef(None),
        Value::Extern(word) => Val::ExternRef(word.and_then(ExternRef::new)),
    }
}

fn from_val(value: &Val) -> Value {
    match value {
        Val::I32(value) => Value::I32(value.cast_unsigned()),
        Val::I64(value) => Value::I64(value.cast_unsigned()),
        Val::F32(bits) => Value::F32(*bits),
        Val::F64(bits) => Value::F64(*bits),
        Val::FuncRef(func) => Value::Func { null: func.is_none() },
        Val::ExternRef(word) => Value::Extern(word.map(ExternRef::get)),
        other => unreachable!("values of type {} are not generated", other.ty().name()),
    }
}

fn trap(error: &Error) -> Option<&'static str> {
    Some(match as_wasmi_has_it(error.trap_code()?) {
        TrapCode::StackOverflow => EXHAUSTED,
        code => code.message(),
    })
}
