//! One measurement of Beeline with techniques switched off, for `beeline-benches ablation`, which builds and starts this program.
//!
//! A crate of its own, because a code generator that can do without its techniques is slower: it asks for each whether it is in use. No other measurement is to
//! pay for that. The answers are those of `child` of the benches.

#![forbid(unsafe_code)]

#[path = "../measure.rs"]
#[allow(dead_code, reason = "the benches use the rest of it")]
mod measure;

use beeline::{Config, Engine, Linker, Module, Store};
use beeline_codegen::{Arch, Options, Technique, Techniques};
use clap::Parser;
use measure::{Times, timed};
use serde::Serialize;
use std::path::PathBuf;

/// Measures Beeline without some of its techniques.
#[derive(Parser)]
struct Args {
    /// The technique to do without
    #[arg(long)]
    without: Option<String>,
    /// For AArch64
    #[arg(long)]
    aarch64: bool,
    /// The module
    path: PathBuf,
    /// The argument of a kernel; without it, the module is only compiled
    scale: Option<i32>,
}

/// What was measured.
#[derive(Serialize)]
struct Measured {
    #[serde(flatten)]
    times: Times,
    /// Bytes of machine code.
    text: u64,
    /// What the kernel returned.
    result: Option<i64>,
}

fn main() -> anyhow::Result<()> {
    let answer = measured(&Args::parse());
    println!("{}", serde_json::to_string(&answer.map_err(|error| format!("{error:#}")))?);
    Ok(())
}

fn measured(args: &Args) -> anyhow::Result<Measured> {
    let bytes = std::fs::read(&args.path)?;
    let mut options =
        Options { threads: 1, techniques: techniques(args.without.as_deref())?, ..Options::default() };
    if args.aarch64 {
        options.arch = Arch::Aarch64;
    }
    let Some(scale) = args.scale else {
        let (module, times) = timed(|| beeline_codegen::compile(&bytes, &options));
        return Ok(Measured { times, text: module?.text.len() as u64, result: None });
    };
    let text = beeline_codegen::compile(&bytes, &options)?.text.len() as u64;
    let (result, times) = called(&bytes, options, scale)?;
    Ok(Measured { times, text, result: Some(result) })
}

/// All techniques but the one of this name.
fn techniques(without: Option<&str>) -> anyhow::Result<Techniques> {
    let Some(name) = without else { return Ok(Techniques::default()) };
    let found = Technique::ALL.into_iter().find(|technique| format!("{technique:?}") == name);
    Ok(Techniques::default().without(found.ok_or_else(|| anyhow::anyhow!("there is no technique {name}"))?))
}

/// The result of a kernel's export `run`, and how long it took.
fn called(bytes: &[u8], options: Options, scale: i32) -> beeline::Result<(i64, Times)> {
    let engine = Engine::new(&Config::from(options))?;
    let module = Module::from_binary(&engine, bytes)?;
    let mut store = Store::new(&engine, ());
    let instance = Linker::new(&engine).instantiate(&mut store, &module)?;
    let run = instance.get_typed_func::<i32, i64>(&mut store, "run")?;
    let (result, times) = timed(|| run.call(&mut store, scale));
    Ok((result?, times))
}

#[cfg(test)]
mod tests;
