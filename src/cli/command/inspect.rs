//! `beeline inspect`: what a module needs and has; what an executable was granted.

use crate::args::InspectArgs;
use crate::report::{self, Failure, Outcome};
use crate::{input, output};
use beeline_abi::text::is_printable;
use beeline_codegen::Feature;
use beeline_image::executable::{self, Executable};
use beeline_image::printable;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use wasmparser::{
    AbstractHeapType as Abstract, CompositeInnerType, DataKind, ElementItems, ElementKind, Encoding,
    ExternalKind, FuncType, FunctionBody, HeapType, KnownCustom, MemoryType, Name, Operator, Parser, Payload,
    TableInit, TableType, TypeRef, ValType,
};

/// Runs the command.
pub fn inspect(args: &InspectArgs) -> Outcome {
    let file = input::read(&args.file)?;
    let text = if executable::is_elf(&file) {
        let facts = Executable::read(&file).map_err(|error| Failure::image(&args.file, error))?;
        if args.json { lines(&executable_json(&facts)) } else { executable_text(&args.file, &facts) }
    } else {
        let wasm = input::module_of(&args.file, file)?;
        let mut module = Module::default();
        module.read(&wasm).map_err(|error| {
            let message = error.message();
            Failure::of(&args.file, format!("{message} (at offset {:#x})", error.offset()))
                .hint("the file is damaged or incomplete")
        })?;
        if args.json { lines(&module.json(wasm.len())) } else { module.text(&args.file, wasm.len()) }
    };
    output::write(Path::new("-"), false, |out| out.write_all(text.as_bytes()))?;
    Ok(ExitCode::SUCCESS)
}

/// A JSON document, indented. Its strings are the module's own, as JSON escapes them.
fn lines(value: &Value) -> String {
    let mut out = String::new();
    for c in format!("{value:#}\n").chars() {
        // What steers a terminal stands in strings only, where it can be written in another way; none of it is beyond 16 bits.
        let _ =
            if c == '\n' || is_printable(c) { out.write_char(c) } else { write!(out, "\\u{:04x}", c as u32) };
    }
    out
}

/// Sections with their sizes in bytes.
fn sections_json(sections: &[(String, u64)]) -> Value {
    sections.iter().map(|(name, bytes)| json!({ "name": name, "bytes": bytes })).collect()
}

/// What [`executable_text`] says.
fn executable_json(facts: &Executable) -> Value {
    let grants = &facts.grants;
    let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
    let directories = grants
        .dirs
        .iter()
        .map(|dir| json!({ "host": text(&dir.host), "guest": text(&dir.guest), "writable": dir.writable }));
    json!({
        "kind": if facts.linked { "executable" } else { "object" },
        "isa": facts.isa,
        "module": grants.module_name,
        "calls": grants.invoke.as_deref().unwrap_or("_start"),
        "argv0": grants.argv0.as_ref().map(text),
        "arguments": grants.args.iter().map(text).collect::<Vec<_>>(),
        "stack_bytes": grants.stack_size,
        "max_memory_bytes": grants.max_memory,
        "max_table_elements": grants.max_table,
        "grants": {
            "directories": directories.collect::<Value>(),
            "environment": grants.env.iter().map(text).collect::<Vec<_>>(),
            "whole_environment": grants.inherit_env,
        },
        "sections": sections_json(&facts.sections),
    })
}

fn executable_text(path: &Path, facts: &Executable) -> String {
    let mut text = String::new();
    let grants = &facts.grants;
    let kind = if facts.linked { "executable" } else { "object" };
    let _ = writeln!(text, "{}: {kind} by beeline for {}", report::name(path), facts.isa);
    if let Some(name) = &grants.module_name {
        let _ = writeln!(text, "  module: {}", printable(name));
    }
    let _ = writeln!(text, "  calls: {}", printable(grants.invoke.as_deref().unwrap_or("_start")));
    if let Some(argv0) = &grants.argv0 {
        let _ = writeln!(text, "  argv[0]: {}", shown(argv0));
    }
    if !grants.args.is_empty() {
        let args: Vec<_> = grants.args.iter().map(|arg| format!("\"{}\"", shown(arg))).collect();
        let _ = writeln!(text, "  arguments: [{}]", args.join(", "));
    }
    if let Some(size) = grants.stack_size {
        let _ = writeln!(text, "  stack: {size} bytes");
    }
    if let Some(size) = grants.max_memory {
        let _ = writeln!(text, "  memory: at most {size} bytes");
    }
    if let Some(elements) = grants.max_table {
        let _ = writeln!(text, "  tables: at most {elements} elements");
    }
    text.push_str("grants:\n");
    for dir in &grants.dirs {
        let rights = if dir.writable { "read and write" } else { "read" };
        let _ = writeln!(text, "  directory {} as {} ({rights})", shown(&dir.host), shown(&dir.guest));
    }
    if grants.inherit_env {
        text.push_str("  the whole environment\n");
    }
    for variable in &grants.env {
        let passed = if variable.contains(&b'=') { "" } else { " (as it is when the program starts)" };
        let _ = writeln!(text, "  environment {}{passed}", shown(variable));
    }
    if grants.dirs.is_empty() && grants.env.is_empty() && !grants.inherit_env {
        text.push_str("  none\n");
    }
    if !facts.sections.is_empty() {
        text.push_str("sections:\n");
        for (name, size) in &facts.sections {
            let _ = writeln!(text, "  {name:<16}{size:>12} bytes");
        }
    }
    text
}

/// Bytes of a path, a variable or an argument, which need not be text.
fn shown(bytes: &[u8]) -> String {
    printable(&String::from_utf8_lossy(bytes))
}

/// The facts of a module.
#[derive(Default)]
struct Module {
    name: Option<String>,
    types: Vec<Option<FuncType>>,
    /// Module name, name and type of each import.
    imports: Vec<[String; 3]>,
    /// Name and type of each export.
    exports: Vec<[String; 2]>,
    memories: Vec<String>,
    /// Type of each function, imported ones first.
    funcs: Vec<u32>,
    defined_funcs: usize,
    globals: usize,
    tables: usize,
    data_segments: usize,
    element_segments: usize,
    /// Names and sizes in the order of the file.
    sections: Vec<(String, u64)>,
    /// The names of features, and whether they are supported.
    features: BTreeMap<&'static str, bool>,
    /// It is a component, of which nothing else is read.
    component: bool,
}

impl Module {
    fn read(&mut self, wasm: &[u8]) -> Result<(), wasmparser::BinaryReaderError> {
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            self.section(&payload);
            match payload {
                Payload::Version { encoding: Encoding::Component, .. } => {
                    self.feature("component_model");
                    self.component = true;
                    // What follows is not a module's.
                    return Ok(());
                }
                Payload::TypeSection(types) => {
                    for group in types {
                        let group = group?;
                        if group.is_explicit_rec_group() {
                            self.feature("gc");
                        }
                        for ty in group.into_types() {
                            if !ty.is_final || !ty.supertype_idxs.is_empty() {
                                self.feature("gc");
                            }
                            let func = match ty.composite_type.inner {
                                CompositeInnerType::Func(func) => func,
                                other => {
                                    let cont = matches!(other, CompositeInnerType::Cont(_));
                                    self.feature(if cont { "stack_switching" } else { "gc" });
                                    self.types.push(None);
                                    continue;
                                }
                            };
                            func.params().iter().chain(func.results()).for_each(|&ty| self.value(ty));
                            if func.results().len() > 1 {
                                self.feature("multi_value");
                            }
                            self.types.push(Some(func));
                        }
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        let what = self.imported(import.ty);
                        self.imports.push([import.module.into(), import.name.into(), what]);
                    }
                }
                Payload::FunctionSection(funcs) => {
                    for func in funcs {
                        self.funcs.push(func?);
                        self.defined_funcs += 1;
                    }
                }
                Payload::TableSection(tables) => {
                    for table in tables {
                        let table = table?;
                        if matches!(table.init, TableInit::Expr(_)) {
                            self.feature("function_references");
                        }
                        self.table(table.ty);
                    }
                }
                Payload::MemorySection(memories) => {
                    for memory in memories {
                        let text = self.memory(memory?);
                        self.memories.push(text);
                    }
                }
                Payload::TagSection(_) => self.feature("exceptions"),
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        let global = global?;
                        self.globals += 1;
                        self.value(global.ty.content_type);
                        self.constant(global.init_expr.get_operators_reader())?;
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        let what = match export.kind {
                            ExternalKind::Func | ExternalKind::FuncExact => self.func_text(export.index),
                            ExternalKind::Table => "table".into(),
                            ExternalKind::Memory => "memory".into(),
                            ExternalKind::Global => "global".into(),
                            ExternalKind::Tag => "tag".into(),
                        };
                        self.exports.push([export.name.into(), what]);
                    }
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        self.element_segments += 1;
                        match element.kind {
                            ElementKind::Active { offset_expr, .. } => {
                                self.constant(offset_expr.get_operators_reader())?;
                            }
                            ElementKind::Passive => self.feature("bulk_memory"),
                            ElementKind::Declared => self.feature("reference_types"),
                        }
                        if matches!(element.items, ElementItems::Expressions(..)) {
                            self.feature("reference_types");
                        }
                    }
                }
                Payload::DataCountSection { .. } => self.feature("bulk_memory"),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        self.data_segments += 1;
                        match segment?.kind {
                            DataKind::Active { offset_expr, .. } => {
                                self.constant(offset_expr.get_operators_reader())?;
                            }
                            DataKind::Passive => self.feature("bulk_memory"),
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => self.body(&body)?,
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(names) = custom.as_known() {
                        // A damaged name section is no fault of the module.
                        for name in names.into_iter().map_while(Result::ok) {
                            if let Name::Module { name, .. } = name {
                                self.name = Some(name.into());
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Takes note of a feature, by its proposal.
    fn feature(&mut self, proposal: &str) {
        let feature = Feature::of_proposal(proposal);
        self.features.insert(feature.name(), feature.is_supported());
    }

    fn section(&mut self, payload: &Payload<'_>) {
        let name = match payload {
            Payload::TypeSection(_) => "type",
            Payload::ImportSection(_) => "import",
            Payload::FunctionSection(_) => "function",
            Payload::TableSection(_) => "table",
            Payload::MemorySection(_) => "memory",
            Payload::TagSection(_) => "tag",
            Payload::GlobalSection(_) => "global",
            Payload::ExportSection(_) => "export",
            Payload::StartSection { .. } => "start",
            Payload::ElementSection(_) => "element",
            Payload::DataCountSection { .. } => "data count",
            Payload::CodeSectionStart { .. } => "code",
            Payload::DataSection(_) => "data",
            Payload::CustomSection(custom) => {
                self.sections
                    .push((format!("custom \"{}\"", printable(custom.name())), length(custom.range())));
                return;
            }
            _ => return,
        };
        if let Some((_, range)) = payload.as_section() {
            self.sections.push((name.into(), length(range)));
        }
    }

    fn value(&mut self, ty: ValType) {
        match ty {
            ValType::V128 => self.feature("simd"),
            ValType::FUNCREF | ValType::EXTERNREF => self.feature("reference_types"),
            ValType::Ref(ty) => self.feature(match ty.heap_type() {
                HeapType::Abstract { ty: Abstract::Exn | Abstract::NoExn, .. } => "exceptions",
                HeapType::Abstract { ty: Abstract::Cont | Abstract::NoCont, .. } => "stack_switching",
                // Never null.
                HeapType::Abstract { ty: Abstract::Func | Abstract::Extern, .. } => "function_references",
                HeapType::Abstract { .. } => "gc",
                _ => "function_references",
            }),
            _ => {}
        }
    }

    fn table(&mut self, table: TableType) {
        if table.table64 {
            self.feature("memory64");
        }
        if table.shared {
            self.feature("shared_everything_threads");
        }
        let element = ValType::Ref(table.element_type);
        self.tables += 1;
        if self.tables > 1 || element != ValType::FUNCREF {
            self.value(element);
        }
    }

    fn memory(&mut self, memory: MemoryType) -> String {
        if memory.memory64 {
            self.feature("memory64");
        }
        if memory.shared {
            self.feature("threads");
        }
        if memory.page_size_log2.is_some() {
            self.feature("custom_page_sizes");
        }
        if !self.memories.is_empty() {
            self.feature("multi_memory");
        }
        let bits = if memory.memory64 { 64 } else { 32 };
        let max = memory.maximum.map_or("no maximum".into(), |max| format!("at most {max}"));
        let shared = if memory.shared { ", shared" } else { "" };
        format!("{} pages, {max}, {bits}-bit{shared}", memory.initial)
    }

    fn imported(&mut self, ty: TypeRef) -> String {
        match ty {
            TypeRef::Func(ty) | TypeRef::FuncExact(ty) => {
                self.funcs.push(ty);
                self.func_text(self.funcs.len() as u32 - 1)
            }
            TypeRef::Table(ty) => {
                self.table(ty);
                format!("table of {}", ty.element_type)
            }
            TypeRef::Memory(ty) => {
                let text = self.memory(ty);
                self.memories.push(format!("{text}, imported"));
                format!("memory of {text}")
            }
            TypeRef::Global(ty) => {
                self.globals += 1;
                self.value(ty.content_type);
                if ty.mutable {
                    self.feature("mutable_global");
                }
                format!("global {}{}", if ty.mutable { "mut " } else { "" }, ty.content_type)
            }
            TypeRef::Tag(_) => {
                self.feature("exceptions");
                "tag".into()
            }
        }
    }

    fn func_text(&self, index: u32) -> String {
        let ty = self.funcs.get(index as usize).and_then(|&ty| self.types.get(ty as usize)?.as_ref());
        let Some(ty) = ty else { return "function".into() };
        let list = |types: &[ValType]| types.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match ty.results() {
            [one] => format!("function ({}) -> {one}", list(ty.params())),
            results => format!("function ({}) -> ({})", list(ty.params()), list(results)),
        }
    }

    fn constant(
        &mut self,
        operators: wasmparser::OperatorsReader<'_>,
    ) -> Result<(), wasmparser::BinaryReaderError> {
        for operator in operators {
            let operator = operator?;
            use Operator as Op;
            match operator {
                Op::I32Add | Op::I32Sub | Op::I32Mul | Op::I64Add | Op::I64Sub | Op::I64Mul => {
                    self.feature("extended_const");
                }
                _ => self.operator(&operator),
            }
        }
        Ok(())
    }

    fn body(&mut self, body: &FunctionBody<'_>) -> Result<(), wasmparser::BinaryReaderError> {
        for local in body.get_locals_reader()? {
            self.value(local?.1);
        }
        for operator in body.get_operators_reader()? {
            self.operator(&operator?);
        }
        Ok(())
    }

    fn operator(&mut self, operator: &Operator<'_>) {
        if let Some(proposal) = proposal(operator) {
            self.feature(proposal);
        }
    }

    /// What [`Module::text`] says.
    fn json(&self, size: usize) -> Value {
        let features =
            self.features.iter().map(|(name, supported)| json!({ "name": name, "supported": supported }));
        let features = features.collect::<Value>();
        if self.component {
            return json!({ "kind": "component", "bytes": size, "features": features });
        }
        let import = |[module, name, ty]: &[String; 3]| json!({ "module": module, "name": name, "type": ty });
        let export = |[name, ty]: &[String; 2]| json!({ "name": name, "type": ty });
        json!({
            "kind": "module",
            "name": self.name,
            "bytes": size,
            "functions": self.defined_funcs,
            "globals": self.globals,
            "tables": self.tables,
            "data_segments": self.data_segments,
            "element_segments": self.element_segments,
            "memories": self.memories,
            "features": features,
            "imports": self.imports.iter().map(import).collect::<Value>(),
            "exports": self.exports.iter().map(export).collect::<Value>(),
            "sections": sections_json(&self.sections),
        })
    }

    fn text(&self, path: &Path, size: usize) -> String {
        let mut text = String::new();
        let name = self.name.as_ref().map(|name| format!(" \"{}\"", printable(name))).unwrap_or_default();
        if self.component {
            let _ = writeln!(text, "{}: component, {size} bytes", report::name(path));
            text.push_str("  features: components (not supported)\n");
            return text;
        }
        let _ = writeln!(text, "{}: module{name}, {size} bytes", report::name(path));
        let _ = writeln!(
            text,
            "  functions: {}, globals: {}, tables: {}, data segments: {}, element segments: {}",
            self.defined_funcs, self.globals, self.tables, self.data_segments, self.element_segments
        );
        for memory in &self.memories {
            let _ = writeln!(text, "  memory: {memory}");
        }
        let features: Vec<_> = self
            .features
            .iter()
            .map(|(name, supported)| format!("{name}{}", if *supported { "" } else { " (not supported)" }))
            .collect();
        let _ = writeln!(
            text,
            "  features: {}",
            if features.is_empty() { "WebAssembly 1.0".into() } else { features.join(", ") }
        );
        let imports = self
            .imports
            .iter()
            .map(|[module, name, ty]| format!("{}.{}: {ty}", printable(module), printable(name)));
        let exports = self.exports.iter().map(|[name, ty]| format!("{}: {ty}", printable(name)));
        for (what, lines) in
            [("imports", imports.collect::<Vec<_>>()), ("exports", exports.collect::<Vec<_>>())]
        {
            let _ = writeln!(text, "{what}:{}", if lines.is_empty() { " none" } else { "" });
            for line in lines {
                let _ = writeln!(text, "  {line}");
            }
        }
        text.push_str("sections:\n");
        for (name, size) in &self.sections {
            let _ = writeln!(text, "  {name:<28}{size:>12} bytes");
        }
        text
    }
}

/// Bytes of a section.
fn length(range: std::ops::Range<u64>) -> u64 {
    range.end.saturating_sub(range.start)
}

/// Defines [`proposal`] from the parser's own list of operators.
macro_rules! define_proposal {
    ($(@$proposal:ident $op:ident $({ $($arg:ident: $ty:ty),* })? => $visit:ident ($($ann:tt)*))*) => {
        /// The proposal that an operator belongs to, if it is not one of WebAssembly 1.0.
        fn proposal(operator: &Operator<'_>) -> Option<&'static str> {
            let proposal = match operator {
                $(Operator::$op { .. } => stringify!($proposal),)*
                _ => "mvp",
            };
            (proposal != "mvp").then_some(proposal)
        }
    };
}
wasmparser::for_each_operator!(define_proposal);
