//! `ablation`: what each technique of the code generator brings, by doing without it.
//!
//! Measured by a program of its own (`ablation/main.rs`), which is built here: only its code generator can do without techniques. A ratio is the least CPU time without
//! the technique by the least with all, of measurements taken in turn: other programs can only add to it, and differences are small. Kernels must compute the same.

use crate::chart::{Chart, Series};
use crate::kernels::Kernel;
use crate::measure::{Samples, geometric_mean, machine};
use crate::programs::{Program, fetched};
use crate::table::{Table, figure};
use crate::{Output, build, child};
use anyhow::{anyhow, ensure};
use beeline_codegen::Technique;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is compiled for sizes and for compile time.
const PROGRAMS: [&str; 3] = ["python", "ruby", "php"];

/// Arguments of `ablation`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    output: Output,
}

/// The answer of the program that measures.
#[derive(Deserialize)]
struct Answer {
    cpu: f64,
    text: u64,
    result: Option<i64>,
}

/// All measurements of a run.
#[derive(Serialize)]
struct Results {
    machine: String,
    techniques: Vec<Measured>,
}

/// Ratios of a technique: without it, divided by with it.
#[derive(Serialize)]
struct Measured {
    name: String,
    /// CPU time of each kernel.
    kernels: Vec<(&'static str, f64)>,
    /// Compile time of each program.
    compile: Vec<f64>,
    /// Bytes of machine code of each program, for x86-64 and AArch64.
    x86_64: Vec<f64>,
    aarch64: Vec<f64>,
}

/// Measurements of one variant of the code generator.
#[derive(Default)]
struct Variant {
    kernels: Vec<Samples>,
    compile: Vec<Samples>,
    x86_64: Vec<u64>,
    aarch64: Vec<u64>,
}

/// Measures and prints.
///
/// # Errors
///
/// There is no compiler for the kernels, results differ, the program that measures fails, or a result cannot be written.
pub fn main(args: &Args) -> anyhow::Result<()> {
    let techniques = args.output.choose(Technique::ALL.to_vec(), |technique| name(*technique))?;
    let child = build("beeline-ablation")?;
    let programs: Vec<PathBuf> = fetched(PROGRAMS.iter().filter_map(|name| Program::named(name)).collect())
        .iter()
        .map(Program::path)
        .collect();
    let mut kernels = Vec::new();
    for kernel in Kernel::all() {
        kernels.push((kernel, kernel.wasm()?));
    }
    // The first variant has all techniques. Each round begins with another one: what comes first, or behind a slow one, may have another clock.
    let variants: Vec<_> =
        std::iter::once(None).chain(techniques.iter().copied().map(Some)).enumerate().collect();
    let in_round = |round: u32| {
        let (before, from) = variants.split_at(round as usize % variants.len());
        from.iter().chain(before).copied()
    };
    let mut measured: Vec<Variant> = variants.iter().map(|_| Variant::default()).collect();
    for (kernel, path) in &kernels {
        eprintln!("running {}", kernel.name);
        let mut expected = None;
        measured.iter_mut().for_each(|variant| variant.kernels.push(Samples::default()));
        for round in 0..args.output.rounds {
            for (number, technique) in in_round(round) {
                let answer = ask(&child, technique, path, &[kernel.scale.to_string()])?;
                let known = *expected.get_or_insert(answer.result);
                ensure!(
                    known == answer.result,
                    "{} computes something else without {technique:?}",
                    kernel.name
                );
                if let Some(samples) = measured[number].kernels.last_mut() {
                    samples.push(answer.cpu);
                }
            }
        }
    }
    for path in &programs {
        eprintln!("compiling {}", path.display());
        measured.iter_mut().for_each(|variant| variant.compile.push(Samples::default()));
        for round in 0..args.output.rounds {
            for (number, technique) in in_round(round) {
                let answer = ask(&child, technique, path, &[])?;
                let variant = &mut measured[number];
                if let Some(samples) = variant.compile.last_mut() {
                    samples.push(answer.cpu);
                }
                if round == 0 {
                    variant.x86_64.push(answer.text);
                    variant.aarch64.push(ask(&child, technique, path, &["--aarch64".into()])?.text);
                }
            }
        }
    }
    let results = Results::new(&techniques, &kernels, &measured);
    results.table().print_below(&results.machine);
    args.output.write("ablation", &results, &results.chart(), results.table())
}

/// A technique's name, as one says it.
fn name(technique: Technique) -> &'static str {
    match technique {
        Technique::Homes => "homes",
        Technique::CachedLocals => "cached-locals",
        Technique::PendingCompares => "pending-compares",
        Technique::DestinationHint => "destination-hint",
        Technique::ComparedGlobals => "compared-globals",
        Technique::Constants => "constants",
        Technique::Displacements => "displacements",
        Technique::ScaledIndex => "scaled-index",
        Technique::StoreForwarding => "store-forwarding",
        Technique::ShiftAdd => "shift-add",
        Technique::MulAdd => "mul-add",
        Technique::ConstantDivisors => "constant-divisors",
        Technique::FloatConstants => "float-constants",
        Technique::Tests => "tests",
        Technique::Flags => "flags",
        Technique::Runs => "runs",
        Technique::JumpLists => "jump-lists",
        Technique::TidyJumps => "tidy-jumps",
        Technique::ShortJumps => "short-jumps",
        Technique::DeadEnds => "dead-ends",
    }
}

fn ask(child: &Path, without: Option<Technique>, module: &Path, more: &[String]) -> anyhow::Result<Answer> {
    let mut command = Command::new(child);
    if let Some(technique) = without {
        command.args(["--without", &format!("{technique:?}")]);
    }
    let answer: Result<Answer, String> = child::answer(command.arg(module).args(more))?;
    answer.map_err(|why| anyhow!("{} without {without:?}: {why}", module.display()))
}

impl Results {
    fn new(techniques: &[Technique], kernels: &[(Kernel, PathBuf)], measured: &[Variant]) -> Self {
        let all = &measured[0];
        let times = |without: &[Samples], with: &[Samples]| -> Vec<f64> {
            without.iter().zip(with).map(|(without, with)| without.min() / with.min()).collect()
        };
        let sizes = |without: &[u64], with: &[u64]| -> Vec<f64> {
            without.iter().zip(with).map(|(&without, &with)| without as f64 / with as f64).collect()
        };
        let techniques = techniques.iter().zip(&measured[1..]).map(|(technique, variant)| Measured {
            name: name(*technique).into(),
            kernels: kernels
                .iter()
                .map(|(kernel, _)| kernel.name)
                .zip(times(&variant.kernels, &all.kernels))
                .collect(),
            compile: times(&variant.compile, &all.compile),
            x86_64: sizes(&variant.x86_64, &all.x86_64),
            aarch64: sizes(&variant.aarch64, &all.aarch64),
        });
        Self { machine: machine(), techniques: techniques.collect() }
    }

    fn table(&self) -> Table {
        let mut table = Table::new(
            "without the technique, divided by with it",
            ["kernels", "most", "on", "size x86_64", "size aarch64", "compile time"],
        );
        for measured in &self.techniques {
            let mean = |values: &[f64]| figure(geometric_mean(values.iter().copied()));
            let most = measured.kernels.iter().max_by(|a, b| a.1.total_cmp(&b.1));
            table.row(
                &measured.name,
                [
                    figure(measured.kernel_mean()),
                    figure(most.map(|most| most.1)),
                    most.map_or_else(String::new, |most| most.0.into()),
                    mean(&measured.x86_64),
                    mean(&measured.aarch64),
                    mean(&measured.compile),
                ],
            );
        }
        table
    }

    fn chart(&self) -> Chart {
        Chart {
            title: "CPU time of kernels without a technique, by that with all (mean)".into(),
            rows: self.techniques.iter().map(|measured| measured.name.clone()).collect(),
            series: vec![Series {
                title: "kernels".into(),
                values: self.techniques.iter().map(Measured::kernel_mean).collect(),
            }],
        }
    }
}

impl Measured {
    fn kernel_mean(&self) -> Option<f64> {
        geometric_mean(self.kernels.iter().map(|(_, ratio)| *ratio))
    }
}
