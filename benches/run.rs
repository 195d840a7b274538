//! `run`: how fast the code of kernels and of whole programs is. Every engine must compute the same.
//!
//! CPU time of one call of a kernel's `run` or of a program's `_start`, in a fresh process for each engine and round; compiling is not part of it. The best
//! of the rounds counts.

use crate::chart::{Chart, Series};
use crate::engines::{Called, Engine};
use crate::guests::Guest;
use crate::kernels::Kernel;
use crate::liftoff::Liftoff;
use crate::measure::{Samples, geometric_mean, machine};
use crate::programs::{self, Program};
use crate::table::{Table, figure};
use crate::{Output, child};
use anyhow::{bail, ensure};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The columns, Beeline apart.
const PEERS: [Engine; 5] =
    [Engine::Liftoff, Engine::Winch, Engine::Singlepass, Engine::Cranelift, Engine::Native];

/// Arguments of `run`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    output: Output,
    /// Leave engines out
    #[arg(long, value_name = "ENGINE", value_delimiter = ',')]
    without: Vec<Engine>,
}

/// All measurements of a run.
#[derive(Serialize)]
struct Results {
    machine: String,
    node: Option<String>,
    /// Kernels, then programs.
    kernels: Vec<Measured>,
}

/// What is run.
enum Work {
    Kernel { kernel: Kernel, wasm: PathBuf, native: Option<PathBuf> },
    Guest { guest: Guest, wasm: PathBuf },
}

impl Work {
    fn name(&self) -> &'static str {
        match self {
            Self::Kernel { kernel, .. } => kernel.name,
            Self::Guest { guest, .. } => guest.name,
        }
    }
}

/// A kernel's measurements.
#[derive(Serialize)]
struct Measured {
    name: &'static str,
    /// What it computes; `None` before it has been run.
    result: Option<i64>,
    /// Seconds of CPU time.
    engines: BTreeMap<Engine, Samples>,
    refused: BTreeMap<Engine, String>,
}

impl Measured {
    /// Of what has not been run yet.
    fn nothing(work: &Work) -> Self {
        Self { name: work.name(), result: None, engines: BTreeMap::new(), refused: BTreeMap::new() }
    }

    /// Seconds of CPU time: the best of the rounds, for the same reason as for compilers. What else runs on a core that shares its units takes up to 1.7 times
    /// as long as alone, for seconds or hours.
    fn time(&self, engine: Engine) -> Option<f64> {
        self.engines.get(&engine).map(Samples::min)
    }

    /// Beeline's time divided by an engine's.
    fn ratio(&self, engine: Engine) -> Option<f64> {
        Some(self.time(Engine::Beeline)? / self.time(engine)?)
    }
}

/// Measures and prints.
///
/// # Errors
///
/// There is no compiler for the kernels, engines disagree, a child cannot be started, or a result cannot be written.
pub fn main(args: &Args) -> anyhow::Result<()> {
    let work = args.output.choose(names(), |name| name)?;
    let liftoff = Liftoff::find()?;
    if liftoff.is_none() {
        eprintln!("skipped: Liftoff: node is not installed");
    }
    let mut results = Results {
        machine: machine(),
        node: liftoff.as_ref().map(|liftoff| liftoff.version.clone()),
        kernels: Vec::new(),
    };
    let mut works = Vec::new();
    for name in work {
        eprintln!("making {name}");
        works.extend(made(name)?);
    }
    results.kernels.extend(works.iter().map(Measured::nothing));
    // A round is one of all kernels: those of each are minutes apart, as a machine that is shared may be slow for longer than one kernel takes.
    for round in 1..=args.output.rounds {
        for (work, measured) in works.iter().zip(&mut results.kernels) {
            eprintln!("round {round} of {}: {}", args.output.rounds, work.name());
            measure(work, measured, args, liftoff.as_ref())?;
        }
    }
    results.print();
    args.output.write("run", &results, &results.chart(), results.readme())
}

/// Kernels, then programs.
fn names() -> Vec<&'static str> {
    let kernels = Kernel::all().into_iter().map(|kernel| kernel.name);
    kernels.chain(Guest::all().into_iter().map(|guest| guest.name)).collect()
}

/// What there is of this name; `None` if it is not there and cannot be fetched.
fn made(name: &str) -> anyhow::Result<Option<Work>> {
    if let Some(kernel) = Kernel::all().into_iter().find(|kernel| kernel.name == name) {
        return Ok(Some(Work::Kernel { wasm: kernel.wasm()?, native: kernel.native()?, kernel }));
    }
    let there = programs::fetched(Program::named(name).into_iter().collect());
    let guest = Guest::named(name).filter(|_| !there.is_empty());
    Ok(guest.and_then(|guest| Some(Work::Guest { wasm: guest.wasm()?, guest })))
}

/// One call in each engine.
fn measure(
    work: &Work,
    measured: &mut Measured,
    args: &Args,
    liftoff: Option<&Liftoff>,
) -> anyhow::Result<()> {
    let name = work.name();
    for engine in std::iter::once(Engine::Beeline).chain(PEERS) {
        if args.without.contains(&engine) || measured.refused.contains_key(&engine) {
            continue;
        }
        let Some(called) = call(engine, work, liftoff)? else {
            continue;
        };
        match called {
            Ok(Called { times, result }) => {
                let known = *measured.result.get_or_insert(result);
                ensure!(
                    known == result,
                    "{name} computes {result} in {} but {known} in engines before",
                    engine.title()
                );
                measured.engines.entry(engine).or_default().push(times.cpu);
            }
            Err(why) if engine == Engine::Beeline => bail!("{name}: {why}"),
            Err(why) => drop(measured.refused.insert(engine, why)),
        }
    }
    Ok(())
}

/// One call in an engine; `None` if the engine is not there.
fn call(
    engine: Engine,
    work: &Work,
    liftoff: Option<&Liftoff>,
) -> anyhow::Result<Option<Result<Called, String>>> {
    let called = match (work, engine) {
        (Work::Kernel { kernel, wasm, .. }, Engine::Liftoff) => {
            liftoff.map(|liftoff| liftoff.call(wasm, kernel.scale))
        }
        (Work::Kernel { kernel, native, .. }, Engine::Native) => {
            let native = native.as_ref();
            native.map(|native| child::answer(Command::new(native).arg(kernel.scale.to_string())))
        }
        (Work::Kernel { kernel, wasm, .. }, _) => {
            Some(child::measure(&["run", &engine.id()], wasm, Some(kernel.scale)))
        }
        (Work::Guest { guest, wasm }, Engine::Liftoff) => liftoff.map(|liftoff| liftoff.run(guest, wasm)),
        (Work::Guest { .. }, Engine::Native) => None,
        (Work::Guest { guest, .. }, _) => {
            Some(child::measure(&["guest", &engine.id()], Path::new(guest.name), None))
        }
    };
    called.transpose()
}

impl Results {
    fn print(&self) {
        println!("{}\n", self.machine);
        let titles = || std::iter::once(Engine::Beeline).chain(PEERS).map(Engine::title);
        let mut table = Table::new("seconds of CPU time, best of the rounds", titles());
        for kernel in &self.kernels {
            let times = std::iter::once(Engine::Beeline).chain(PEERS).map(|engine| kernel.time(engine));
            let cells = times.map(|time| time.map_or_else(|| "-".into(), |time| format!("{time:.3}")));
            table.row(kernel.name, cells);
        }
        table.print();

        let mut table = Table::new(
            "Beeline's time divided by the engine's, worst beside Cranelift first",
            PEERS.map(Engine::title),
        );
        let mut sorted: Vec<_> = self.kernels.iter().collect();
        let worst = |kernel: &&Measured| kernel.ratio(Engine::Cranelift).unwrap_or(0.0);
        sorted.sort_by(|a, b| worst(b).total_cmp(&worst(a)));
        for kernel in sorted {
            table.row(kernel.name, PEERS.map(|engine| figure(kernel.ratio(engine))));
        }
        table.row("mean", PEERS.map(|engine| figure(self.mean(engine))));
        table.print();
        for kernel in &self.kernels {
            for (engine, why) in &kernel.refused {
                println!("refused: {} by {}: {why}", kernel.name, engine.title());
            }
        }
    }

    /// Times of the engines divided by Beeline's.
    fn readme(&self) -> Table {
        let mut table = Table::new("", PEERS.map(Engine::title));
        let inverse = |ratio: Option<f64>| figure(ratio.map(|ratio| 1.0 / ratio));
        for kernel in &self.kernels {
            table.row(kernel.name, PEERS.map(|engine| inverse(kernel.ratio(engine))));
        }
        table.row("mean", PEERS.map(|engine| inverse(self.mean(engine))));
        table
    }

    /// The mean of Beeline's time divided by an engine's.
    fn mean(&self, engine: Engine) -> Option<f64> {
        geometric_mean(self.kernels.iter().filter_map(|kernel| kernel.ratio(engine)))
    }

    /// Times beside Beeline's on a line for each kernel, and their means.
    fn chart(&self) -> Chart {
        let names = self.kernels.iter().map(|kernel| kernel.name.to_owned());
        let series = std::iter::once(Engine::Beeline).chain(PEERS).map(|engine| {
            let ratios = self.kernels.iter().map(|kernel| kernel.ratio(engine)).chain([self.mean(engine)]);
            Series { title: engine.title().into(), values: ratios.map(|ratio| Some(1.0 / ratio?)).collect() }
        });
        Chart {
            title: "CPU time of kernels and programs, Beeline = 1 (further left is faster)".into(),
            rows: names.chain(["mean".to_owned()]).collect(),
            series: series.collect(),
        }
    }
}
