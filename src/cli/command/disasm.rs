//! `beeline disasm`: machine code interleaved with operators, to standard output.

use crate::args::DisasmArgs;
use crate::report::{Failure, Outcome};
use crate::{input, output};
use beeline_abi::InfoView;
use beeline_abi::info::{ExportEntry, KIND_FUNC, Section};
use beeline_image::listing::{ListingOptions, WasmText, write_listing};
use beeline_names::{demangle, shown};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::process::ExitCode;

/// Names that are offered in the place of one that is unknown.
const OFFERED: usize = 8;

/// Runs the command.
pub fn disasm(args: &DisasmArgs) -> Outcome {
    let options = args.compile.options(args.target, false)?;
    let wasm = input::module(&args.module)?;
    let module =
        beeline_codegen::compile(&wasm, &options).map_err(|error| input::refused(&args.module, &error))?;
    let text = WasmText::new(&wasm).map_err(|error| Failure::image(&args.module, error))?;
    let only = if args.functions.is_empty() { None } else { Some(functions(args, &module.info)?) };
    let options = ListingOptions { addresses: true, wasm: Some(&text), only: only.as_ref() };
    output::write(Path::new("-"), false, |out| write_listing(out, &module, options))?;
    Ok(ExitCode::SUCCESS)
}

/// The indices of the functions that were asked for.
fn functions(args: &DisasmArgs, info: &[u8]) -> Result<HashSet<u32>, Failure> {
    let refused = |what: String| Failure::of(&args.module, what);
    let info =
        InfoView::new(info).ok_or_else(|| Failure::image(&args.module, beeline_image::Error::BadInfo))?;
    let imported = info.header().func_imports;
    let all = info.len(Section::FuncTypes) as u32;
    let names = || {
        let exports = info.iter::<ExportEntry>(Section::Exports).filter(|export| export.kind == KIND_FUNC);
        // Name sections may name functions that there are none of.
        let named = info.func_names().filter(|&(index, _)| index < all);
        named.chain(exports.map(|export| (export.index, info.str(export.name))))
    };
    // The functions of each name that is wanted; several may have the same. Functions go by their names, mangled and not, and by their exports.
    let mut named: HashMap<&str, Vec<u32>> =
        args.functions.iter().map(|wanted| (&**wanted, Vec::new())).collect();
    for (index, name) in names() {
        for name in [Cow::Borrowed(name), demangle(name)] {
            if let Some(indices) = named.get_mut(&*name) {
                indices.push(index);
            }
        }
    }
    let mut found = HashSet::new();
    for wanted in &args.functions {
        let indices = match (named.get(&**wanted), wanted.parse::<u32>()) {
            (Some(indices), _) if !indices.is_empty() => indices.clone(),
            (_, Ok(index)) if index < all => vec![index],
            _ => {
                let failure = refused(format!("has no function `{}`", shown(wanted)));
                let part = wanted.to_lowercase();
                let alike = names()
                    .map(|(_, name)| shown(name))
                    .filter(|name| name.to_lowercase().contains(&part))
                    .take(OFFERED)
                    .collect::<BTreeSet<_>>();
                let lines: String = alike.iter().map(|name| format!("\n  {name}")).collect();
                return Err(match lines.is_empty() {
                    true => failure.hint("name a function as backtraces do, or give its index"),
                    false => failure.hint(format!("functions with names like that:{lines}")),
                });
            }
        };
        let defined = |&index: &u32| index >= imported;
        if !indices.iter().any(defined) {
            return Err(refused(format!("imports the function `{}`: there is no code of it", shown(wanted))));
        }
        found.extend(indices.into_iter().filter(defined));
    }
    Ok(found)
}
