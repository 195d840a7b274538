//! Checks the sites of every case: each names an operator that can trap, or call, in that way, and no operator that must have a site lacks it.

use beeline_abi::info::{FuncEntry, Section};
use beeline_abi::sites::{Kind, Site};
use beeline_abi::{InfoView, TrapCode};
use beeline_asm_tests::{Case, ISAS, cases};
use beeline_codegen::Arch;
use std::collections::HashMap;
use wasmparser::{Operator, Parser, Payload};

#[test]
fn sites_name_the_operators_that_they_belong_to() {
    let (cases, _) = cases().expect("the cases can be read");
    let mut failures = Vec::new();
    for case in &cases {
        for (arch, isa) in ISAS {
            if let Err(failure) = check(case, arch) {
                failures.push(format!("{}.{isa}: {failure}", case.name));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn check(case: &Case, arch: Arch) -> Result<(), String> {
    let wasm = case.wasm()?;
    let module = case.compile(arch)?;
    let info = InfoView::new(&module.info).ok_or("the info blob is unreadable")?;
    let bodies = bodies(&wasm).map_err(|error| error.to_string())?;
    let funcs = info.iter::<FuncEntry>(Section::Funcs);
    if funcs.len() != bodies.len() {
        return Err(format!("{} functions for {} bodies", funcs.len(), bodies.len()));
    }
    for (func, (start, operators)) in funcs.zip(&bodies) {
        if func.wasm != *start {
            return Err(format!("a function at wasm {:#x} instead of {start:#x}", func.wasm));
        }
        let mut last = func.text;
        for site in info.sites(func) {
            let operator = operators.get(&site.wasm).ok_or_else(|| format!("{site:x?} is at no operator"))?;
            if !fits(site, operator, site.wasm == first(operators)) {
                return Err(format!("{site:x?} is at {operator:?}"));
            }
            if site.code < last || site.code > func.text + func.len {
                return Err(format!("{site:x?} is out of order or outside its function"));
            }
            last = site.code;
        }
    }
    Ok(())
}

/// The offset of a body's first operator.
fn first(operators: &HashMap<u32, Operator<'_>>) -> u32 {
    operators.keys().copied().min().unwrap_or(0)
}

type Bodies<'a> = Vec<(u32, HashMap<u32, Operator<'a>>)>;

/// The start of each body and its operators by offset.
fn bodies(wasm: &[u8]) -> wasmparser::Result<Bodies<'_>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            let mut operators = HashMap::new();
            let mut reader = body.get_operators_reader()?;
            while !reader.eof() {
                let (operator, offset) = reader.read_with_offset()?;
                operators.insert(offset as u32, operator);
            }
            bodies.push((body.range().start as u32, operators));
        }
    }
    Ok(bodies)
}

/// Whether an operator can have such a site. The check of the stack limit counts to the first operator.
fn fits(site: Site, operator: &Operator<'_>, is_first: bool) -> bool {
    let name = format!("{operator:?}");
    let name = name.split([' ', '{']).next().unwrap_or("");
    let call = matches!(operator, Operator::Call { .. } | Operator::CallIndirect { .. });
    let bulk = ["MemoryGrow", "MemoryCopy", "MemoryFill", "MemoryInit", "DataDrop"].contains(&name)
        || ["TableGrow", "TableCopy", "TableFill", "TableInit", "ElemDrop"].contains(&name);
    let division = name.contains("Div") || name.contains("Rem");
    let truncation = name.contains("Trunc") && !name.contains("Sat");
    match site.kind {
        Kind::Memory => name.contains("Load") || name.contains("Store"),
        Kind::Call => call || bulk,
        Kind::Trap(code) => match code {
            TrapCode::Unreachable => name == "Unreachable",
            TrapCode::MemoryOutOfBounds => name.contains("Load") || name.contains("Store"),
            TrapCode::TableOutOfBounds => name == "TableGet" || name == "TableSet",
            TrapCode::UndefinedElement | TrapCode::IndirectCallToNull | TrapCode::BadSignature => {
                name == "CallIndirect"
            }
            TrapCode::IntegerOverflow => name.contains("DivS") || truncation,
            TrapCode::IntegerDivideByZero => division && name.starts_with('I'),
            TrapCode::BadConversionToInteger => truncation,
            TrapCode::StackOverflow => is_first,
            _ => false,
        },
    }
}
