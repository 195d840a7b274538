//! `beeline build`: module to executable, object or listing.

use crate::args::{BuildArgs, Emit};
use crate::progress::Progress;
use crate::report::{self, Failure, Outcome};
use crate::timings::Measured;
use crate::{input, output};
use beeline_codegen::{Buffer, CompiledModule};
use beeline_image::link::LinkOptions;
use beeline_image::listing::{ListingOptions, WasmText, write_listing};
use beeline_image::{ObjectOptions, Target, external, link, runtime, write_object};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Runs the command.
pub fn build(args: &BuildArgs) -> Outcome {
    let started = Instant::now();
    let path = output_path(args)?;
    output::check(&path, &args.module)?;
    output::clean_up_when_interrupted();
    let Some(target) = args.target.or_else(Target::host) else {
        return Err(Failure::new("there is no target for this machine").hint("name one with --target"));
    };
    let options = args.compile.options(Some(target), args.timings.timings.is_some())?;
    if args.emit == Emit::Exe {
        // Said before the work is done.
        runtime::objects(target).map_err(|error| Failure::image(&args.module, error))?;
    }

    let progress = Progress::new(format!("compiling {}", report::name(&args.module)));
    let wasm = input::module(&args.module)?;
    let module =
        beeline_codegen::compile(&wasm, &options).map_err(|error| input::refused(&args.module, &error))?;
    let mut measured = Measured::new(&module, wasm.len());

    match args.emit {
        Emit::Asm => {
            let text = WasmText::new(&wasm).map_err(|error| Failure::image(&args.module, error))?;
            drop(progress);
            output::write(&path, false, |out| {
                let mut out = Counter { out, bytes: &mut measured.output };
                write_listing(
                    &mut out,
                    &module,
                    ListingOptions { addresses: true, wasm: Some(&text), only: None },
                )
            })?;
        }
        Emit::Obj | Emit::Exe => {
            drop(wasm);
            let bytes = image(args, target, module, &mut measured)?;
            measured.output = bytes.len();
            output::write(&path, args.emit == Emit::Exe, |out| out.write_all(&bytes))?;
            drop(progress);
        }
    }
    measured.total = started.elapsed();
    if args.output.is_none() && !report::quiet() && std::io::stderr().is_terminal() {
        let kilobytes = measured.output.div_ceil(1000);
        let name = report::name(&path);
        let _ = writeln!(anstream::stderr(), "wrote ./{name} ({kilobytes} kB)");
    }
    if let Some(format) = args.timings.timings {
        measured.print(format);
    }
    Ok(ExitCode::SUCCESS)
}

/// The bytes of the object or executable.
fn image(
    args: &BuildArgs,
    target: Target,
    module: CompiledModule,
    measured: &mut Measured,
) -> Result<Buffer, Failure> {
    let failed = |error| Failure::image(&args.module, error);
    let options = ObjectOptions {
        grants: args.sandbox.grants(module_name(&args.module), &args.args),
        unknown_imports: args.unknown_imports.into(),
        symbols: args.symbols,
    };
    let start = Instant::now();
    let object = write_object(&module, &options).map_err(failed)?;
    measured.object = start.elapsed();
    // The code is in the object now; there should not be three copies of it while linking.
    drop(module);
    if args.emit == Emit::Obj {
        return Ok(object);
    }

    let start = Instant::now();
    let runtime = runtime::objects(target).map_err(failed)?;
    let executable = match &args.linker {
        None => {
            let options = LinkOptions { target, symbols: args.symbols, threads: args.compile.jobs };
            link::link(object, runtime, options).map_err(failed)?
        }
        Some(linker) => {
            let workspace = output::Workspace::new()?;
            external::link(linker, workspace.path(), &object, runtime, target, args.symbols)
                .map_err(failed)?
                .into()
        }
    };
    measured.link = start.elapsed();
    Ok(executable)
}

/// Where the output goes: as asked, or by the module's name.
fn output_path(args: &BuildArgs) -> Result<PathBuf, Failure> {
    let path = match &args.output {
        Some(path) => path.clone(),
        None => {
            if output::is_stdout(&args.module) {
                return Err(Failure::usage("a module from standard input has no name")
                    .hint("name the output with -o"));
            }
            let mut path = PathBuf::from(module_name(&args.module));
            match args.emit {
                Emit::Exe => {}
                Emit::Obj => path.as_mut_os_string().push(".o"),
                Emit::Asm => path.as_mut_os_string().push(".s"),
            }
            path
        }
    };
    if output::is_stdout(&path) && args.emit == Emit::Exe {
        return Err(Failure::usage("an executable cannot go to standard output").hint("name a file with -o"));
    }
    Ok(path)
}

/// The name of a module in messages of its executable: that of its file, without the directories, which are not the same
/// everywhere.
pub fn module_name(path: &Path) -> String {
    match path.file_stem() {
        Some(stem) if !output::is_stdout(path) => stem.to_string_lossy().into_owned(),
        _ => "module".into(),
    }
}

/// Counts what is written.
struct Counter<'a> {
    out: &'a mut dyn Write,
    bytes: &'a mut usize,
}

impl Write for Counter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.out.write(bytes)?;
        *self.bytes += written;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}
