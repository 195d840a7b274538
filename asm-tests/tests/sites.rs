//! Checks the sites of every case: each names an operator that can trap, or call, in that way, and no operator that must have one lacks it.

use beeline_abi::info::{FuncEntry, Section};
use beeline_abi::sites::{Kind, Site};
use beeline_abi::{InfoView, TrapCode};
use beeline_asm_tests::{Case, ISAS, cases};
use beeline_codegen::Arch;
use std::collections::HashSet;
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
        let (mut last, mut found) = (func.text, HashSet::new());
        for site in info.sites(func) {
            let number = operators
                .binary_search_by_key(&site.wasm, |&(offset, _)| offset)
                .map_err(|_| format!("{site:x?} is at no operator"))?;
            let (_, operator) = &operators[number];
            if !fits(site, operator, number == 0) {
                return Err(format!("{site:x?} is at {operator:?}"));
            }
            if site.code < last || site.code > func.text + func.len {
                return Err(format!("{site:x?} is out of order or outside its function"));
            }
            last = site.code;
            found.insert((site.wasm, site.kind == Kind::Call));
        }
        let reload = reloads(operators);
        for (offset, operator) in reachable(operators) {
            let (calls, traps) = needs(operator);
            if reload.contains(offset) {
                continue;
            }
            if calls && !found.contains(&(*offset, true)) || traps && !found.contains(&(*offset, false)) {
                return Err(format!("{operator:?} at {offset:#x} lacks a site"));
            }
        }
    }
    Ok(())
}

type Operators<'a> = Vec<(u32, Operator<'a>)>;
type Bodies<'a> = Vec<(u32, Operators<'a>)>;

/// Operators that are not between an unconditional branch and the end of its block. What comes behind is taken for reachable.
fn reachable<'o, 'a>(operators: &'o Operators<'a>) -> impl Iterator<Item = &'o (u32, Operator<'a>)> {
    // Blocks opened since code became unreachable, if it is.
    let mut dead = None;
    operators.iter().filter(move |(_, operator)| {
        let was_dead = dead.is_some();
        dead = match (operator, dead) {
            (Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. }, Some(depth)) => {
                Some(depth + 1)
            }
            (Operator::Else | Operator::End, Some(0)) => None,
            (Operator::End, Some(depth)) => Some(depth - 1),
            (
                Operator::Br { .. } | Operator::BrTable { .. } | Operator::Return | Operator::Unreachable,
                None,
            ) => Some(0),
            (_, dead) => dead,
        };
        !was_dead
    })
}

/// Whether an operator must have the site of a call, and whether that of a trap. Divisions by some constants cannot trap.
fn needs(operator: &Operator<'_>) -> (bool, bool) {
    let name = name(operator);
    let memory = name.contains("Load") || name.contains("Store");
    let table = name == "TableGet" || name == "TableSet";
    let indirect = name == "CallIndirect";
    (calls(&name), memory || table || indirect || truncates(&name) || name == "Unreachable")
}

/// Loads right behind a store to the same offset, of the same local: they need not access memory.
fn reloads(operators: &Operators<'_>) -> HashSet<u32> {
    let behind = operators.windows(3).filter(|window| {
        let [(_, store), (_, Operator::LocalGet { .. }), (_, load)] = window else { return false };
        match (store, load) {
            (Operator::I32Store { memarg: to }, Operator::I32Load { memarg: from })
            | (Operator::I64Store { memarg: to }, Operator::I64Load { memarg: from })
            | (Operator::F64Store { memarg: to }, Operator::F64Load { memarg: from }) => {
                to.offset == from.offset
            }
            _ => false,
        }
    });
    behind.map(|window| window[2].0).collect()
}

fn name(operator: &Operator<'_>) -> String {
    let text = format!("{operator:?}");
    text.split([' ', '{']).next().unwrap_or("").into()
}

/// Whether the operator of this name is a call, of a function or of the runtime.
fn calls(name: &str) -> bool {
    ["Call", "CallIndirect"].contains(&name)
        || ["MemoryGrow", "MemoryCopy", "MemoryFill", "MemoryInit", "DataDrop"].contains(&name)
        || ["TableGrow", "TableCopy", "TableFill", "TableInit", "ElemDrop"].contains(&name)
}

/// Whether the operator of this name converts to an integer and traps.
fn truncates(name: &str) -> bool {
    name.starts_with('I') && name.contains("Trunc") && !name.contains("Sat")
}

/// The start of each body and its operators with their offsets.
fn bodies(wasm: &[u8]) -> wasmparser::Result<Bodies<'_>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            let mut operators = Vec::new();
            let mut reader = body.get_operators_reader()?;
            while !reader.eof() {
                let (operator, offset) = reader.read_with_offset()?;
                operators.push((offset as u32, operator));
            }
            bodies.push((body.range().start as u32, operators));
        }
    }
    Ok(bodies)
}

/// Whether an operator can have such a site. The check of the stack limit counts to the first operator.
fn fits(site: Site, operator: &Operator<'_>, is_first: bool) -> bool {
    let name = name(operator);
    let memory = name.contains("Load") || name.contains("Store");
    let division = name.starts_with('I') && (name.contains("Div") || name.contains("Rem"));
    match site.kind {
        Kind::Memory => memory,
        Kind::Call => calls(&name),
        Kind::Trap(code) => match code {
            TrapCode::Unreachable => name == "Unreachable",
            TrapCode::MemoryOutOfBounds => memory,
            TrapCode::TableOutOfBounds => name == "TableGet" || name == "TableSet",
            TrapCode::UndefinedElement | TrapCode::IndirectCallToNull | TrapCode::BadSignature => {
                name == "CallIndirect"
            }
            TrapCode::IntegerOverflow => name.contains("DivS") || truncates(&name),
            TrapCode::IntegerDivideByZero => division,
            TrapCode::BadConversionToInteger => truncates(&name),
            TrapCode::StackOverflow => is_first,
            _ => false,
        },
    }
}
