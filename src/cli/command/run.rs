//! `beeline run`: compile in memory and run. What the program may touch, how it starts and what its end means is the launcher's
//! affair, which executables have as well; what a program may import and what is called is checked as for executables.

use super::build::module_name;
use crate::args::{RunArgs, bytes};
use crate::progress::Progress;
use crate::report::{self, Failure, Outcome};
use crate::timings::Measured;
use crate::{input, memory};
use beeline::{Config, Engine, Error, ErrorKind, Module};
use beeline_abi::ModuleImage;
use beeline_image::entry;
use beeline_image::imports::{self, HostFunc};
use beeline_launch::{Program, beeline_launch_values, launch};
use beeline_runtime::libcalls::{beeline_unknown_import_default, beeline_unknown_import_trap};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// Runs the command.
pub fn run(args: &RunArgs) -> Outcome {
    let (path, program_args) = args.module_and_args();
    let started = Instant::now();
    let progress = Progress::new(format!("compiling {}", report::name(path)));
    let wasm = input::module(path)?;
    let config = Config::from(args.compile.options(None, args.timings.timings.is_some())?);
    let engine = Engine::new(&config).map_err(|error| failure(path, &error))?;
    let module = Module::from_binary(&engine, &wasm).map_err(|error| failure(path, &error))?;
    drop(progress);
    if let Some(format) = args.timings.timings {
        Measured::in_memory(*module.timings(), wasm.len(), started.elapsed()).print(format);
    }
    drop(wasm);
    memory::set_fatal(false);

    let refused = |error| Failure::image(path, error);
    let info = module.info();
    let has_values = entry::check(&info, args.sandbox.invoke.as_deref()).map_err(refused)?;
    let host_funcs = imports::resolve(&info, args.unknown_imports.into()).map_err(refused)?;
    let host_funcs: Vec<*const u8> = host_funcs.into_iter().map(address).collect();
    let image = ModuleImage { host_funcs: host_funcs.as_ptr(), ..*module.image() };

    let grants = args.sandbox.grants(module_name(path), &[]).to_blob();
    let own = path.file_name().filter(|_| path != Path::new("-"));
    let own = own.map_or_else(|| module_name(path).into_bytes(), bytes);
    let line: Vec<Vec<u8>> = std::iter::once(own).chain(program_args.iter().map(bytes)).collect();
    let env: Vec<Vec<u8>> =
        std::env::vars_os().map(|(name, value)| [bytes(name), bytes(value)].join(&b'=')).collect();
    let (line, env): (Vec<&[u8]>, Vec<&[u8]>) =
        (line.iter().map(Vec::as_slice).collect(), env.iter().map(Vec::as_slice).collect());
    let program = Program {
        image: &image,
        grants: &grants,
        args: &line,
        env: &env,
        names: |name, out| out.push_str(&beeline_names::shown(name)),
        values: has_values.then_some(&beeline_launch_values),
        backing: None,
    };
    // SAFETY: the module was compiled for this machine just now, and is registered as long as it lives; its imports were
    // found to be functions of these types.
    let ended = unsafe { launch(program) };
    // Guests and their memories are left to the end of the process, and so is the code that they refer to.
    std::mem::forget(module);
    // The system keeps the low eight bits.
    let status = ended.status as u8;
    match ended.message {
        Some(message) => Err(Failure::new(message.as_str().trim_end_matches('\n')).code(status)),
        None => Ok(ExitCode::from(status)),
    }
}

/// The address of a host function in this process.
fn address(func: HostFunc) -> *const u8 {
    match func {
        HostFunc::Known(function) => function.func as *const () as *const u8,
        HostFunc::Trap => beeline_unknown_import_trap as *const () as *const u8,
        HostFunc::Default => beeline_unknown_import_default as *const () as *const u8,
    }
}

/// What the engine's errors mean for the command.
fn failure(path: &Path, error: &Error) -> Failure {
    match error.kind() {
        ErrorKind::Compile(error) => input::refused(path, error),
        _ => Failure::of(path, error),
    }
}
