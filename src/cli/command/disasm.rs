//! `beeline disasm`: machine code interleaved with operators, to standard output.

use crate::args::DisasmArgs;
use crate::report::{Failure, Outcome};
use crate::{input, output};
use beeline_image::listing::{ListingOptions, WasmText, write_listing};
use std::path::Path;
use std::process::ExitCode;

/// Runs the command.
pub fn disasm(args: &DisasmArgs) -> Outcome {
    let options = args.compile.options(args.target, false)?;
    let wasm = input::module(&args.module)?;
    let module =
        beeline_codegen::compile(&wasm, &options).map_err(|error| input::refused(&args.module, &error))?;
    let text = WasmText::new(&wasm).map_err(|error| Failure::image(&args.module, error))?;
    let options = ListingOptions { addresses: true, wasm: Some(&text) };
    output::write(Path::new("-"), false, |out| write_listing(out, &module, options))?;
    Ok(ExitCode::SUCCESS)
}
