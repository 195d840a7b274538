//! Whole programs as work: interpreters that run a script of ours. The engines that are libraries all get WASI from Beeline's own library, so that the difference is
//! their code; V8 has node's.
//!
//! What a program computes is what it prints: a checksum of that is the result that engines have to agree on.

use crate::engines::{Called, Engine, beeline_module, refused, singlepass_engine, wasmtime_engine};
use crate::measure::timed;
use crate::programs::{Program, directory, root};
use anyhow::{Context, anyhow, ensure};
use beeline::ValType;
use beeline::wasi::WasiCtx;
use beeline_wasi::Function;
use std::fs::File;
use std::io::Read;
use std::io::Seek;
use std::path::PathBuf;

/// A program and the script that it runs.
#[derive(Clone, Copy, Debug)]
pub struct Guest {
    /// The program's name, too.
    pub name: &'static str,
    /// The file of its script.
    script: &'static str,
    /// What stands before the script's text among the arguments; without it, the script is standard input.
    flags: Option<&'static [&'static str]>,
    /// The directory that it needs, below that of the programs.
    library: Option<&'static str>,
}

const GUESTS: [Guest; 3] = [
    Guest { name: "python", script: "work.py", flags: Some(&["-c"]), library: Some("python-usr") },
    Guest { name: "ruby", script: "work.rb", flags: Some(&["--disable-gems", "-e"]), library: None },
    Guest { name: "php", script: "work.php", flags: None, library: None },
];

/// Where a guest sees its library.
const LIBRARY: &str = "/usr";

/// The end of a guest by `proc_exit`, on its way through an engine.
#[derive(Debug)]
struct Exit;

impl std::fmt::Display for Exit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the program has exited")
    }
}

impl std::error::Error for Exit {}

impl Guest {
    /// All of them.
    pub fn all() -> Vec<Self> {
        GUESTS.to_vec()
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        GUESTS.iter().find(|guest| guest.name == name).copied()
    }

    /// Its module, if it is there.
    pub fn wasm(&self) -> Option<PathBuf> {
        Program::named(self.name).map(|program| program.path()).filter(|path| path.exists())
    }

    /// Its script's file.
    pub fn script(&self) -> PathBuf {
        root().join("benches/scripts").join(self.script)
    }

    /// Its arguments, with its name in front.
    ///
    /// # Errors
    ///
    /// The script cannot be read.
    pub fn args(&self) -> anyhow::Result<Vec<String>> {
        let mut args = vec![self.name.to_owned()];
        if let Some(flags) = self.flags {
            args.extend(flags.iter().map(|&flag| flag.to_owned()));
            args.push(std::fs::read_to_string(self.script())?);
        }
        Ok(args)
    }

    /// Directories that it needs: here and for the guest.
    pub fn directories(&self) -> Option<(PathBuf, &'static str)> {
        self.library.map(|library| (directory().join(library), LIBRARY))
    }

    /// What it is given; its output goes to the file.
    fn context(&self, output: &File) -> anyhow::Result<WasiCtx> {
        let mut context = WasiCtx::new();
        for arg in self.args()? {
            context.arg(arg.as_bytes());
        }
        context.stdin(File::open(self.script())?.into()).stdout(output.try_clone()?.into()).inherit_stderr();
        if let Some((host, guest)) = self.directories() {
            let granted = context.preopen(host.as_os_str().as_encoded_bytes(), guest.as_bytes(), false);
            granted.map_err(|error| anyhow!("{}: {}", host.display(), error.reason()))?;
        }
        Ok(context)
    }
}

/// Compiles a program, and runs it with its script.
///
/// # Errors
///
/// The engine refuses the module, or the program fails.
pub fn run(engine: Engine, guest: &Guest) -> anyhow::Result<Called> {
    let bytes = std::fs::read(guest.wasm().context("there is no such program")?)?;
    let mut output = tempfile::tempfile()?;
    let context = guest.context(&output)?;
    let (times, status) = match engine {
        Engine::Beeline => {
            let module = beeline_module(&bytes)?;
            let mut store = beeline::Store::new(module.engine(), context);
            let mut linker = beeline::Linker::new(module.engine());
            beeline::wasi::add_to_linker(&mut linker, |context| context)?;
            let instance = linker.instantiate(&mut store, &module)?;
            let start = instance.get_typed_func::<(), ()>(&mut store, "_start")?;
            let (result, times) = timed(|| start.call(&mut store, ()));
            let status = result.or_else(|error| error.exit_status().map(|_| ()).ok_or(error));
            (times, status.map_err(|error| anyhow!("{error}")))
        }
        Engine::Winch | Engine::Cranelift => in_wasmtime(engine, &bytes, context)?,
        Engine::Singlepass => in_wasmer(&bytes, context)?,
        _ => return Err(anyhow!("not a library")),
    };
    status?;
    output.rewind()?;
    let mut text = Vec::new();
    output.read_to_end(&mut text)?;
    ensure!(!text.is_empty(), "{} has printed nothing", guest.name);
    Ok(Called { times, result: checksum(&text) })
}

/// FNV-1a of 64 bits.
fn checksum(bytes: &[u8]) -> i64 {
    let mix = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix).cast_signed()
}

/// Times, and whether it ended well.
type Ran = (crate::measure::Times, anyhow::Result<()>);

fn in_wasmtime(engine: Engine, bytes: &[u8], context: WasiCtx) -> anyhow::Result<Ran> {
    use wasmtime::{Caller, FuncType, Val};
    let engine = wasmtime_engine(engine)?;
    let module = wasmtime::Module::new(&engine, bytes).map_err(refused)?;
    let mut store = wasmtime::Store::new(&engine, context);
    let mut linker = wasmtime::Linker::new(&engine);
    let types = |types: &[ValType]| -> Vec<_> {
        let ty =
            |ty: &ValType| if *ty == ValType::I64 { wasmtime::ValType::I64 } else { wasmtime::ValType::I32 };
        types.iter().map(ty).collect()
    };
    for function in beeline_wasi::functions() {
        let ty = FuncType::new(&engine, types(function.params), types(function.results));
        let call = |mut caller: Caller<'_, WasiCtx>, params: &[Val], results: &mut [Val]| {
            let memory = caller.get_export("memory").and_then(wasmtime::Extern::into_memory);
            let slots = params.iter().map(|param| match param {
                Val::I64(value) => value.cast_unsigned(),
                other => u64::from(other.unwrap_i32().cast_unsigned()),
            });
            let slots: Vec<u64> = slots.collect();
            let (memory, context) = match memory {
                Some(memory) => memory.data_and_store_mut(&mut caller),
                None => (&mut [][..], caller.data_mut()),
            };
            answer(function, context, memory, &slots, |errno| results[0] = Val::I32(errno))
                .map_err(wasmtime::Error::new)
        };
        linker.func_new(function.module, function.name, ty, call).map_err(refused)?;
    }
    let instance = linker.instantiate(&mut store, &module).map_err(refused)?;
    let start = instance.get_typed_func::<(), ()>(&mut store, "_start").map_err(refused)?;
    let (result, times) = timed(|| start.call(&mut store, ()));
    let ended = result.or_else(|error| if error.is::<Exit>() { Ok(()) } else { Err(error) });
    Ok((times, ended.map_err(refused)))
}

/// What a host function for wasmer works with.
struct Env {
    context: WasiCtx,
    memory: Option<wasmer::Memory>,
}

fn in_wasmer(bytes: &[u8], context: WasiCtx) -> anyhow::Result<Ran> {
    use wasmer::{FunctionEnv, FunctionEnvMut, FunctionType, Imports, Instance, RuntimeError, Type, Value};
    let engine = singlepass_engine();
    let module = wasmer::Module::new(&engine, bytes)?;
    let mut store = wasmer::Store::new(engine);
    let env = FunctionEnv::new(&mut store, Env { context, memory: None });
    let types = |types: &[ValType]| -> Vec<Type> {
        types.iter().map(|ty| if *ty == ValType::I64 { Type::I64 } else { Type::I32 }).collect()
    };
    let mut imports = Imports::new();
    for function in beeline_wasi::functions() {
        let ty = FunctionType::new(types(function.params), types(function.results));
        let call = |mut env: FunctionEnvMut<'_, Env>, params: &[Value]| {
            let slots = params.iter().map(|param| match param {
                Value::I64(value) => value.cast_unsigned(),
                other => u64::from(other.unwrap_i32().cast_unsigned()),
            });
            let slots: Vec<u64> = slots.collect();
            let (env, store) = env.data_and_store_mut();
            let mut results = Vec::new();
            let view = env.memory.as_ref().map(|memory| memory.view(&store));
            let memory = match &view {
                #[expect(unsafe_code, reason = "wasmer lends memory as a slice in no other way")]
                // SAFETY: the guest does not run while its host function does, and nobody else has the memory.
                Some(view) => unsafe { view.data_unchecked_mut() },
                None => &mut [],
            };
            answer(function, &mut env.context, memory, &slots, |errno| results.push(Value::I32(errno)))
                .map_err(|exit| RuntimeError::user(Box::new(exit)))?;
            Ok::<_, RuntimeError>(results)
        };
        imports.define(
            function.module,
            function.name,
            wasmer::Function::new_with_env(&mut store, &env, ty, call),
        );
    }
    let instance = Instance::new(&mut store, &module, &imports)?;
    env.as_mut(&mut store).memory = instance.exports.get_memory("memory").ok().cloned();
    let start = instance.exports.get_typed_function::<(), ()>(&store, "_start")?;
    let (result, times) = timed(|| start.call(&mut store));
    let ended = result.or_else(|error| error.downcast::<Exit>().map(drop));
    Ok((times, ended.map_err(Into::into)))
}

/// Calls a function of WASI and hands on its error number.
fn answer(
    function: &Function,
    context: &mut WasiCtx,
    memory: &mut [u8],
    params: &[u64],
    result: impl FnOnce(i32),
) -> Result<(), Exit> {
    let errno = (function.call)(context, memory, params).ok_or(Exit)?;
    result(errno as i32);
    Ok(())
}
