//! `compile`: how fast compilers are on whole programs, how large their code is and how much memory they need.
//!
//! A program that an engine refuses has no figures there, and is left out of the mean of that engine against Beeline only.

use crate::chart::{Chart, Series};
use crate::engines::{Compiled, Engine, OTHER_ARCH, arch_name};
use crate::liftoff::Liftoff;
use crate::measure::{Samples, geometric_mean, machine};
use crate::programs::{Program, code_section, fetched};
use crate::table::{Table, figure};
use crate::{Output, child};
use anyhow::{Context, bail};
use serde::Serialize;
use std::collections::BTreeMap;

/// The columns of a compiler's speed, Beeline apart.
const PEERS: [Engine; 5] =
    [Engine::Validation, Engine::Liftoff, Engine::Winch, Engine::Singlepass, Engine::Cranelift];

/// What is measured, in the order of a round.
const ENGINES: [Engine; 9] = [
    Engine::Beeline,
    Engine::Validation,
    Engine::Liftoff,
    Engine::BeelineTwoThreads,
    Engine::BeelineLoaded,
    Engine::BeelineOther,
    Engine::Winch,
    Engine::Singlepass,
    Engine::Cranelift,
];

/// Arguments of `compile`.
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
    programs: Vec<Measured>,
}

/// A program's measurements.
#[derive(Serialize)]
struct Measured {
    name: &'static str,
    /// Bytes of the module.
    module: u64,
    /// Bytes of its code section.
    code: u64,
    engines: BTreeMap<Engine, Speed>,
    refused: BTreeMap<Engine, String>,
}

/// An engine's measurements on a program.
#[derive(Default, Serialize)]
struct Speed {
    cpu: Samples,
    wall: Samples,
    /// CPU time of the first compilation of a process.
    first: Samples,
    /// Of two threads, how long one takes, by the clock.
    alone: Samples,
    memory: Samples,
    text: Option<u64>,
    output: Option<u64>,
}

impl Measured {
    /// Seconds of CPU time: the best of the rounds, because a machine that is shared only ever adds to it, sometimes half as much again for seconds on end.
    fn time(&self, engine: Engine) -> Option<f64> {
        self.engines.get(&engine).map(|speed| speed.cpu.min())
    }

    /// Beeline's time for the first compilation of a process, divided by that of the second one, which counts everywhere else.
    fn first(&self) -> Option<f64> {
        let speed = self.engines.get(&Engine::Beeline)?;
        Some(speed.first.min() / speed.cpu.min())
    }

    fn text(&self, engine: Engine) -> Option<f64> {
        self.engines.get(&engine)?.text.map(|text| text as f64 / self.code as f64)
    }

    /// An engine's time divided by Beeline's.
    fn ratio(&self, engine: Engine) -> Option<f64> {
        Some(self.time(engine)? / self.time(Engine::Beeline)?)
    }

    /// Beeline's time by the clock with one thread, divided by that with two.
    fn threads(&self) -> Option<f64> {
        let speed = self.engines.get(&Engine::BeelineTwoThreads)?;
        Some(speed.alone.min() / speed.wall.min())
    }

    /// Megabytes of code section per second.
    fn speed(&self, time: f64) -> f64 {
        self.code as f64 / 1e6 / time
    }

    /// Peak memory per byte of input and output.
    fn memory(&self, engine: Engine) -> Option<f64> {
        let speed = self.engines.get(&engine)?;
        Some(speed.memory.median() / (self.module + speed.output?) as f64)
    }
}

/// Measures and prints.
///
/// # Errors
///
/// No program is to be had, a child cannot be started, or a result cannot be written.
pub fn main(args: &Args) -> anyhow::Result<()> {
    let programs = fetched(args.output.choose(Program::all(), |program| program.name)?);
    if programs.is_empty() {
        bail!("there is no program to compile: run scripts/fetch-programs --benches");
    }
    let liftoff = Liftoff::find()?;
    if liftoff.is_none() {
        eprintln!("skipped: Liftoff: node is not installed");
    }
    let mut results = Results {
        machine: machine(),
        node: liftoff.as_ref().map(|liftoff| liftoff.version.clone()),
        programs: Vec::new(),
    };
    for program in &programs {
        eprintln!("compiling {}", program.name);
        results.programs.push(measure(program, args, liftoff.as_ref())?);
    }
    results.print();
    args.output.write("compile", &results, &results.chart(), results.readme())
}

/// An engine whose compilations of a program have taken so long, in seconds, has no further rounds: those of optimising compilers would be most of the run.
const PATIENCE: f64 = 10.0;

fn measure(program: &Program, args: &Args, liftoff: Option<&Liftoff>) -> anyhow::Result<Measured> {
    let path = program.path();
    let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let code = code_section(&bytes).with_context(|| format!("{} has no code", path.display()))?;
    let mut measured = Measured {
        name: program.name,
        module: bytes.len() as u64,
        code,
        engines: BTreeMap::new(),
        refused: BTreeMap::new(),
    };
    drop(bytes);
    for round in 0..args.output.rounds {
        for engine in ENGINES {
            let spent = measured.engines.get(&engine).map_or(0.0, |speed| speed.wall.sum());
            if spent > PATIENCE || args.without.contains(&engine) || measured.refused.contains_key(&engine) {
                continue;
            }
            let result: Result<Compiled, String> = match (engine, liftoff) {
                (Engine::Liftoff, None) => continue,
                (Engine::Liftoff, Some(liftoff)) => liftoff.compile(&path)?,
                _ => child::measure(&["compile", &engine.id()], &path, None)?,
            };
            match result {
                Ok(compiled) => {
                    let speed = measured.engines.entry(engine).or_default();
                    speed.cpu.push(compiled.times.cpu);
                    speed.wall.push(compiled.times.wall);
                    speed.first.push(compiled.first.cpu);
                    compiled.alone.into_iter().for_each(|alone| speed.alone.push(alone));
                    speed.memory.push(compiled.memory as f64);
                    (speed.text, speed.output) = (compiled.text, compiled.output);
                }
                Err(why) if round == 0 => drop(measured.refused.insert(engine, why)),
                Err(why) => bail!("{} compiled {} before, but now: {why}", engine.title(), program.name),
            }
        }
    }
    Ok(measured)
}

impl Results {
    fn print(&self) {
        println!("{}\n", self.machine);
        self.print_speeds();
        self.print_ratios();
        self.print_sizes();
        self.print_memory();
        for program in &self.programs {
            let own = program.refused.get(&Engine::Beeline);
            for (engine, why) in &program.refused {
                // Beeline's variants refuse for the same reason.
                if *engine == Engine::Beeline || Some(why) != own {
                    println!("refused: {} by {}: {why}", program.name, engine.title());
                }
            }
        }
    }

    fn print_speeds(&self) {
        let titles = std::iter::once(Engine::Beeline).chain(PEERS).map(Engine::title);
        let mut table = Table::new(
            "compile, one thread: MB of code section per second of CPU time, best (median)",
            std::iter::once("code MB").chain(titles),
        );
        for program in &self.programs {
            let code = format!("{:.2}", program.code as f64 / 1e6);
            let speeds = std::iter::once(Engine::Beeline).chain(PEERS).map(|engine| {
                let Some(speed) = program.engines.get(&engine) else {
                    return if program.refused.contains_key(&engine) { "refused".into() } else { "-".into() };
                };
                let (best, median) = (program.speed(speed.cpu.min()), program.speed(speed.cpu.median()));
                format!("{best:.2} ({median:.2})")
            });
            table.row(program.name, std::iter::once(code).chain(speeds));
        }
        table.print();
    }

    fn print_ratios(&self) {
        let columns = PEERS.into_iter().chain([Engine::BeelineLoaded, Engine::BeelineOther]);
        let other = format!("Beeline for {}", arch_name(OTHER_ARCH));
        let titles = PEERS.map(Engine::title).into_iter().chain([
            "Beeline, loaded",
            &other,
            "Beeline, one thread against two (clock)",
            "Beeline, first in its process",
        ]);
        let mut table = Table::new("time divided by Beeline's, best of the rounds", titles);
        for program in &self.programs {
            let ratios = columns.clone().map(|engine| program.ratio(engine));
            table.row(program.name, ratios.chain([program.threads(), program.first()]).map(figure));
        }
        let means = columns.clone().map(|engine| self.mean(|program| program.ratio(engine)));
        let own = [self.mean(Measured::threads), self.mean(Measured::first)];
        table.row("mean", means.chain(own).map(figure));
        table.print();
    }

    fn print_sizes(&self) {
        let engines = [Engine::Beeline, Engine::BeelineOther, Engine::Winch, Engine::Cranelift];
        let mut table =
            Table::new("bytes of machine code per byte of code section", engines.map(Engine::title));
        for program in &self.programs {
            table.row(program.name, engines.map(|engine| figure(program.text(engine))));
        }
        table.row("mean", engines.map(|engine| figure(self.mean(|program| program.text(engine)))));
        table.print();
    }

    fn print_memory(&self) {
        let engines = [
            Engine::Beeline,
            Engine::BeelineTwoThreads,
            Engine::BeelineOther,
            Engine::Winch,
            Engine::Singlepass,
            Engine::Cranelift,
        ];
        let mut table = Table::new(
            "peak memory per byte of module and output; of Liftoff, which has no output, in MB beside Beeline's",
            engines.map(Engine::title).into_iter().chain(["Beeline MB", "Liftoff MB"]),
        );
        for program in &self.programs {
            let megabytes = [Engine::Beeline, Engine::Liftoff]
                .map(|engine| program.engines.get(&engine).map(|speed| speed.memory.median() / 1e6));
            let ratios = engines.map(|engine| program.memory(engine));
            table.row(program.name, ratios.into_iter().chain(megabytes).map(figure));
        }
        table.row("mean", engines.map(|engine| figure(self.mean(|program| program.memory(engine)))));
        table.print();
    }

    /// Beeline's speed, the times of the others divided by its own, and sizes.
    fn readme(&self) -> Table {
        let titles = PEERS.map(|engine| engine.title().to_owned()).into_iter().chain([
            "one thread, by two".into(),
            "size".into(),
            format!("size, {}", arch_name(OTHER_ARCH)),
            "memory".into(),
        ]);
        let mut table = Table::new("", std::iter::once("Beeline".to_owned()).chain(titles));
        type Value = dyn Fn(&Measured) -> Option<f64>;
        let columns: Vec<Box<Value>> = PEERS
            .map(|engine| -> Box<Value> { Box::new(move |program| program.ratio(engine)) })
            .into_iter()
            .chain([
                Box::new(Measured::threads) as Box<Value>,
                Box::new(|program| program.text(Engine::Beeline)),
                Box::new(|program| program.text(Engine::BeelineOther)),
                Box::new(|program| program.memory(Engine::Beeline)),
            ])
            .collect();
        for program in &self.programs {
            let Some(time) = program.time(Engine::Beeline) else {
                table.row(program.name, std::iter::once("refused".to_owned()));
                continue;
            };
            let speed = format!("{:.0} MB/s", program.speed(time));
            let name = format!("{} ({:.1} MB)", program.name, program.code as f64 / 1e6);
            table.row(
                &name,
                std::iter::once(speed).chain(columns.iter().map(|column| figure(column(program)))),
            );
        }
        let means = columns.iter().map(|column| figure(self.mean(column)));
        table.row("mean", std::iter::once(String::new()).chain(means));
        table
    }

    fn mean(&self, value: impl Fn(&Measured) -> Option<f64>) -> Option<f64> {
        geometric_mean(self.programs.iter().filter_map(value))
    }

    /// Speeds on a line for each program.
    fn chart(&self) -> Chart {
        let engines =
            [Engine::Beeline, Engine::Liftoff, Engine::Winch, Engine::Singlepass, Engine::Cranelift];
        let series = engines.map(|engine| Series {
            title: engine.title().into(),
            values: self
                .programs
                .iter()
                .map(|program| program.time(engine).map(|time| program.speed(time)))
                .collect(),
        });
        Chart {
            title: "Compile speed, one thread: MB of code section per second (further right is faster)"
                .into(),
            rows: self.programs.iter().map(|program| program.name.to_owned()).collect(),
            series: series.into(),
        }
    }
}
