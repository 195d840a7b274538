//! `beeline run`: compile in memory and run.

use super::build::module_name;
use crate::args::{RunArgs, Sandbox, Unknown};
use crate::progress::Progress;
use crate::report::{self, Failure, Outcome};
use crate::timings::Measured;
use crate::{input, output};
use beeline::wasi::{self, WasiCtx};
use beeline::{Config, Engine, Error, ErrorKind, ExternType, Instance, Linker, Module, Store, StoreOptions};
use beeline::{UnknownImports, Val, ValType};
use beeline_image::entry::START;
use beeline_image::printable;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// The exit code after a trap: that of a process which has aborted itself.
const TRAPPED: u8 = 134;
/// What modules without a `_start` export to be called once, before anything else.
const INITIALIZE: &str = "_initialize";

/// Runs the command.
pub fn run(args: &RunArgs) -> Outcome {
    let (path, given_args) = args.module_and_args();
    let started = Instant::now();
    let progress = Progress::new(format!("compiling {}", report::name(path)));
    let wasm = input::module(path)?;
    let config = Config::from(args.compile.options(None, args.timings.timings.is_some())?);
    let failed = |error| failure(path, error);
    let engine = Engine::new(&config).map_err(failed)?;
    let module = Module::from_binary(&engine, &wasm).map_err(failed)?;
    drop(progress);
    if let Some(format) = args.timings.timings {
        Measured::in_memory(*module.timings(), wasm.len(), started.elapsed()).print(format);
    }
    drop(wasm);

    let sandbox = &args.sandbox;
    let entry = sandbox.invoke.as_deref().unwrap_or(START);
    let Some(ExternType::Func(ty)) = module.get_export(entry) else {
        let exports =
            module.exports().map(|export| format!("{}: {}", printable(&export.name), export.ty)).collect();
        return Err(Failure::image(path, beeline_image::Error::NoEntry { name: entry.into(), exports }));
    };
    // With --invoke the arguments are the function's as far as it has parameters, else the program's.
    let taken = if sandbox.invoke.is_some() { ty.params().len() } else { 0 };
    if given_args.len() < taken {
        let given = given_args.len();
        return Err(Failure::of(path, format!("`{entry}` has type {ty}, but there are {given} arguments")));
    }
    let (params, program_args) = given_args.split_at(taken);
    let params: Vec<Val> =
        params.iter().zip(ty.params()).map(|(text, &ty)| value(path, text, ty)).collect::<Result<_, _>>()?;
    let mut results =
        ty.results().iter().map(|&ty| Val::default_for(ty)).collect::<Option<Vec<Val>>>().unwrap_or_default();

    let mut options = StoreOptions::new();
    if let Some(size) = sandbox.stack_size {
        options = options.stack_size(usize::try_from(size).unwrap_or(usize::MAX));
    }
    let context = context(path, sandbox, program_args)?;
    let mut store = Store::with_options(&engine, context, options).map_err(failed)?;
    let mut linker = Linker::new(&engine);
    linker.unknown_imports(match args.unknown_imports {
        Unknown::Error => UnknownImports::Error,
        Unknown::Trap => UnknownImports::Trap,
        Unknown::Default => UnknownImports::Default,
    });
    wasi::add_to_linker(&mut linker, |context| context).map_err(failed)?;

    let ended = linker.instantiate(&mut store, &module).and_then(|instance| {
        if sandbox.invoke.is_some() && module.get_export(INITIALIZE).is_some() && entry != INITIALIZE {
            call(&mut store, instance, INITIALIZE, &[], &mut [])?;
        }
        call(&mut store, instance, entry, &params, &mut results)
    });
    match ended {
        Ok(()) => print(&results),
        Err(error) => match error.exit_status() {
            // The system keeps the low eight bits.
            Some(status) => Ok(ExitCode::from(status as u8)),
            None => Err(failure(path, error)),
        },
    }
}

/// Calls an export.
fn call(
    store: &mut Store<WasiCtx>,
    instance: Instance,
    name: &str,
    params: &[Val],
    results: &mut [Val],
) -> beeline::Result<()> {
    match instance.get_func(&mut *store, name) {
        Some(func) => func.call(store, params, results),
        None => Err(ErrorKind::Link(format!("the export `{name}` is not a function")).into()),
    }
}

/// What the guest is given.
fn context(path: &Path, sandbox: &Sandbox, args: &[OsString]) -> Result<WasiCtx, Failure> {
    let mut context = WasiCtx::new();
    context.inherit_stdio();
    let argv0 = sandbox.argv0.clone().unwrap_or_else(|| {
        let file = path.file_name().filter(|_| !output::is_stdout(path));
        file.map_or_else(|| module_name(path), |file| file.to_string_lossy().into_owned())
    });
    context.arg(argv0.as_bytes());
    for arg in args {
        context.arg(arg.as_bytes());
    }
    if sandbox.inherit_env {
        for (key, value) in std::env::vars_os() {
            context.env(key.as_bytes(), value.as_bytes());
        }
    }
    for variable in &sandbox.env {
        match variable.split_once('=') {
            Some((key, value)) => {
                context.env(key.as_bytes(), value.as_bytes());
            }
            None => {
                if let Some(value) = std::env::var_os(variable) {
                    context.env(variable.as_bytes(), &value.into_vec());
                }
            }
        }
    }
    for dir in sandbox.grants(String::new(), &[]).dirs {
        context.preopen(dir.host.as_bytes(), dir.guest.as_bytes(), dir.writable).map_err(|error| {
            Failure::of(Path::new(&dir.host), format!("cannot be granted: {}", error.reason()))
                .hint("--dir names a directory that exists")
        })?;
    }
    Ok(context)
}

/// An argument as a value of a parameter's type.
fn value(path: &Path, text: &OsString, ty: ValType) -> Result<Val, Failure> {
    let text = text.to_string_lossy();
    let found = match ty {
        // Both readings of the bits are usual.
        ValType::I32 => {
            text.parse().or_else(|_| text.parse::<u32>().map(u32::cast_signed)).ok().map(Val::I32)
        }
        ValType::I64 => {
            text.parse().or_else(|_| text.parse::<u64>().map(u64::cast_signed)).ok().map(Val::I64)
        }
        ValType::F32 => text.parse::<f32>().ok().map(|number| Val::F32(number.to_bits())),
        ValType::F64 => text.parse::<f64>().ok().map(|number| Val::F64(number.to_bits())),
        ValType::FuncRef | ValType::ExternRef if text == "null" => Val::default_for(ty),
        _ => None,
    };
    found.ok_or_else(|| Failure::of(path, format!("`{text}` is not a value of type {}", ty.name())))
}

/// Prints the results of a function, one per line.
fn print(results: &[Val]) -> Outcome {
    output::write(Path::new("-"), false, |out| {
        for result in results {
            match *result {
                Val::I32(number) => writeln!(out, "{number}"),
                Val::I64(number) => writeln!(out, "{number}"),
                Val::F32(bits) => writeln!(out, "{}", f32::from_bits(bits)),
                Val::F64(bits) => writeln!(out, "{}", f64::from_bits(bits)),
                Val::FuncRef(None) | Val::ExternRef(None) => writeln!(out, "null"),
                Val::FuncRef(Some(_)) => writeln!(out, "funcref"),
                Val::ExternRef(Some(word)) => writeln!(out, "externref {}", word.get()),
            }?;
        }
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What the engine's errors mean for the command.
fn failure(path: &Path, error: Error) -> Failure {
    match error.kind() {
        ErrorKind::Compile(error) => input::refused(path, error),
        ErrorKind::Trap(_) => Failure::new(&error).code(TRAPPED),
        ErrorKind::Link(text) if text.starts_with("unknown import") => Failure::of(path, text).hint(
            "with --unknown-imports trap (or default) functions that nothing provides may stay unknown",
        ),
        _ => Failure::of(path, &error),
    }
}
