//! The section reader: wasmparser's payloads, each validated and then recorded, those in front of the code in [`Module`], those behind it in [`Tail`]. The
//! code section itself is passed over: its bodies are for [`Code`] to find, by any thread.

#![forbid(unsafe_code)]

#[cfg(test)]
use super::Body;
use super::bodies::Code;
use super::datas::Datas;
use super::resources::Resources;
use super::validate::Shape;
use super::{
    ConstExpr, ConstOp, Data, Elem, ElemItems, FuncType, Global, Import, Memory, Module, SegmentMode, Table,
    Tail, datas, exports, features, info, parse_error, val_type,
};
use crate::error::{Error, ErrorKind, Result};
use crate::feature::Feature;
use beeline_abi::info::{self as abi, KIND_FUNC, KIND_GLOBAL, KIND_MEMORY, KIND_TABLE};
use beeline_abi::types::ValType;
use wasmparser::{
    BinaryReader, Chunk, DataKind, ElementItems, ElementKind, Encoding, ExportSectionReader, FunctionBody,
    Imports, KnownCustom, Name, Operator, Parser, Payload, TableInit, TypeRef, Validator,
};

/// A module as far as its code section, which may be missing: what is known of it, its bodies, and what is still to be read.
pub type Opened<'a> = (Module<'a>, Option<Code<'a>>, Rest<'a>);

/// Reads a module up to its bodies, or to its end if it has none.
pub fn open(bytes: &[u8]) -> Result<Opened<'_>> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(Error {
            kind: ErrorKind::TooLarge,
            offset: 0,
            func: None,
            message: "the module is larger than 4 GiB".into(),
        });
    }
    let mut parser = Parser::new(0);
    parser.set_features(features());
    let validator = Validator::new_with_features(features());
    let rest = Rest { bytes, at: 0, parser, validator, tail: Tail::default(), ended: false };
    let mut reader = Head { module: Module::default(), code: None, rest };
    while !reader.rest.ended && reader.code.is_none() {
        let payload = reader.rest.next()?;
        reader.payload(payload)?;
    }
    Ok((reader.module, reader.code, reader.rest))
}

/// All of a module, with its bodies in order.
#[cfg(test)]
pub fn read(bytes: &[u8]) -> Result<(Module<'_>, Vec<Body<'_>>)> {
    let (module, code, rest) = open(bytes)?;
    if let Some(code) = &code {
        code.split(|left| left, |_, _| {}).ok_or_else(|| broken_code(bytes))?;
    }
    rest.read(&module)?;
    let bodies = code.map_or_else(Vec::new, |code| code.all(&module));
    Ok((module, bodies))
}

/// What wasmparser says of a module whose bodies cannot be told apart.
pub fn broken_code(bytes: &[u8]) -> Error {
    let mut parser = Parser::new(0);
    parser.set_features(features());
    let mut validator = Validator::new_with_features(features());
    let mut payloads = parser.parse_all(bytes);
    let error =
        payloads.find_map(|payload| payload.and_then(|payload| validator.payload(&payload).map(drop)).err());
    let broken = || Error {
        kind: ErrorKind::Malformed,
        offset: 0,
        func: None,
        message: "the code section is broken".into(),
    };
    error.map_or_else(broken, |error| parse_error(&error, None))
}

/// The state of [`open`].
struct Head<'a> {
    module: Module<'a>,
    code: Option<Code<'a>>,
    rest: Rest<'a>,
}

/// What has not been read yet.
pub struct Rest<'a> {
    bytes: &'a [u8],
    at: usize,
    parser: Parser,
    validator: Validator,
    tail: Tail<'a>,
    ended: bool,
}

/// An error for something valid that is not compiled, by its proposal.
fn unsupported(offset: usize, proposal: &str) -> Error {
    Error::unsupported(Feature::of_proposal(proposal), offset, None)
}

/// A value type of a section at `offset`.
fn known_type(ty: wasmparser::ValType, offset: usize) -> Result<ValType> {
    match val_type(ty) {
        Some(ValType::V128) => Err(unsupported(offset, "simd")),
        None => Err(unsupported(offset, "function_references")),
        Some(ty) => Ok(ty),
    }
}

impl<'a> Rest<'a> {
    /// Reads what is behind the code section.
    pub fn read(mut self, module: &Module<'_>) -> Result<Tail<'a>> {
        while !self.ended {
            let payload = self.next()?;
            self.payload(module, payload)?;
        }
        Ok(self.tail)
    }

    /// The next piece of the module.
    fn next(&mut self) -> Result<Payload<'a>> {
        let parsed = self.parser.parse(&self.bytes[self.at..], true);
        match parsed.map_err(|error| parse_error(&error, None))? {
            Chunk::Parsed { consumed, payload } => {
                self.at += consumed;
                Ok(payload)
            }
            // Not while it is told that there is no more.
            Chunk::NeedMoreData(_) => Err(Error {
                kind: ErrorKind::Malformed,
                offset: self.at,
                func: None,
                message: "unexpected end".into(),
            }),
        }
    }

    fn validate(&mut self, payload: &Payload<'a>) -> Result<()> {
        self.validator.payload(payload).map(drop).map_err(|error| parse_error(&error, None))
    }

    /// A piece that emission has no need of.
    fn payload(&mut self, module: &Module<'_>, payload: Payload<'a>) -> Result<()> {
        if let Payload::DataSection(section) = &payload {
            let range = section.range();
            let section = &self.bytes[range.start as usize..range.end as usize];
            if let Some(datas) = datas::read(module, section) {
                self.tail.ascending_datas = info::ascending_datas(&datas);
                self.tail.datas = datas;
                return Ok(());
            }
        }
        self.validate(&payload)?;
        match payload {
            Payload::DataSection(section) => {
                let mut datas = Vec::new();
                for data in section {
                    let data = data.map_err(|error| parse_error(&error, None))?;
                    let mode = match data.kind {
                        DataKind::Passive => SegmentMode::Passive,
                        DataKind::Active { memory_index, offset_expr } => {
                            // No function is an address.
                            let offset = const_expr(&offset_expr, |_| {})?;
                            SegmentMode::Active { index: memory_index, offset }
                        }
                    };
                    datas.push(Data { mode, bytes: data.data });
                }
                self.tail.datas = Datas::Any(datas);
                self.tail.ascending_datas = info::ascending_datas(&self.tail.datas);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    // A broken name section is no reason to refuse a module (3.0, 7.4.1): what can be read is used.
                    for name in names.into_iter().map_while(std::result::Result::ok) {
                        match name {
                            Name::Module { name, .. } => self.tail.name = name,
                            Name::Function(mut map) => {
                                let start = map.names.original_position() as usize;
                                let count = map.by_ref().take_while(|name| name.is_ok()).count();
                                let end = map.names.original_position() as usize;
                                self.tail.func_names = (count as u32, &self.bytes[start..end]);
                            }
                            _ => {}
                        }
                    }
                }
            }
            Payload::End(_) => self.ended = true,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Head<'a> {
    fn payload(&mut self, payload: Payload<'a>) -> Result<()> {
        let invalid = |error: wasmparser::Error| parse_error(&error, None);
        match &payload {
            Payload::Version { encoding: Encoding::Component, range, .. } => {
                return Err(unsupported(range.start as usize, "component_model"));
            }
            Payload::DataSection(_) | Payload::CustomSection(_) => {
                return self.rest.payload(&self.module, payload);
            }
            Payload::ExportSection(section) => {
                let range = section.range();
                let (start, end) = (range.start as usize, range.end as usize);
                let Some(exports) = exports::read(&self.module, &self.rest.bytes[start..end]) else {
                    // wasmparser says what is wrong.
                    self.rest.validate(&payload)?;
                    return Err(unsupported(start, "exceptions"));
                };
                // Whether the section may be here is wasmparser's to say.
                let none = ExportSectionReader::new(BinaryReader::new(&[0], range.start));
                self.rest.validate(&Payload::ExportSection(none.map_err(invalid)?))?;
                let funcs = exports.iter().filter(|export| export.kind == KIND_FUNC);
                funcs.for_each(|export| self.module.need_funcref(export.index));
                self.module.exports = exports;
                return Ok(());
            }
            _ => self.rest.validate(&payload)?,
        }
        match payload {
            Payload::TypeSection(section) => {
                for ty in section.into_iter_err_on_gc_types() {
                    let ty = ty.map_err(invalid)?;
                    let list = |types: &[wasmparser::ValType]| {
                        types.iter().map(|&ty| known_type(ty, 0)).collect::<Result<Vec<_>>>()
                    };
                    let ty = FuncType::new(list(ty.params())?, list(ty.results())?);
                    self.module.shapes.push(Shape::new(&ty));
                    self.module.types.push(ty);
                }
            }
            Payload::ImportSection(section) => {
                for import in section {
                    match import.map_err(invalid)? {
                        Imports::Single(offset, import) => {
                            self.import(import.module, import.name, import.ty, offset as usize)?;
                        }
                        _ => return Err(unsupported(0, "compact_imports")),
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for ty in section {
                    self.module.func_types.push(ty.map_err(invalid)?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    let table = table.map_err(invalid)?;
                    let init = match &table.init {
                        TableInit::RefNull => ConstExpr::new(),
                        TableInit::Expr(expr) => self.const_expr(expr)?,
                    };
                    self.table(&table.ty, init)?;
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    let memory = memory.map_err(invalid)?;
                    self.module.memories.push(Memory { min: memory.initial, max: memory.maximum });
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    let global = global.map_err(invalid)?;
                    let init = self.const_expr(&global.init_expr)?;
                    let ty = known_type(global.ty.content_type, 0)?;
                    self.module.globals.push(Global { ty, mutable: global.ty.mutable, init });
                }
            }
            Payload::StartSection { func, .. } => self.module.start = Some(func),
            Payload::ElementSection(section) => {
                for elem in section {
                    let elem = elem.map_err(invalid)?;
                    self.elem(elem)?;
                }
            }
            Payload::CodeSectionStart { count, size, .. } => self.code(count, size)?,
            Payload::End(_) => {
                self.module.lay_out()?;
                self.rest.ended = true;
            }
            _ => {}
        }
        Ok(())
    }

    /// A code section of `count` bodies in `size` bytes, from here on.
    fn code(&mut self, count: u32, size: u32) -> Result<()> {
        if count == 0 && size == 0 {
            return Ok(());
        }
        self.module.code_section = size as usize;
        self.module.lay_out()?;
        let Rest { bytes, at, parser, validator, .. } = &mut self.rest;
        let (start, end) = (*at, at.saturating_add(size as usize));
        let code = bytes.get(..end).filter(|_| count > 0).ok_or_else(|| broken_code(bytes))?;
        // Only with a body wasmparser gives away what it needs for all of them.
        let body = FunctionBody::new(BinaryReader::new(&[], start as u64));
        let first = validator.code_section_entry(&body).map_err(|error| parse_error(&error, None))?;
        let resources = Resources::new(&self.module, first.resources);
        self.code = Some(Code::new(code, start, count, resources));
        parser.skip_section();
        *at = end;
        Ok(())
    }

    fn import(&mut self, module: &'a str, name: &'a str, ty: TypeRef, offset: usize) -> Result<()> {
        let facts = &mut self.module;
        let (kind, index) = match ty {
            TypeRef::Func(ty) | TypeRef::FuncExact(ty) => {
                facts.func_types.push(ty);
                facts.func_imports += 1;
                (KIND_FUNC, facts.func_imports - 1)
            }
            TypeRef::Table(ty) => {
                facts.table_imports += 1;
                self.table(&ty, ConstExpr::new())?;
                (KIND_TABLE, self.module.table_imports - 1)
            }
            TypeRef::Memory(ty) => {
                facts.memories.push(Memory { min: ty.initial, max: ty.maximum });
                facts.memory_imports += 1;
                (KIND_MEMORY, facts.memory_imports - 1)
            }
            TypeRef::Global(ty) => {
                let (ty, mutable) = (known_type(ty.content_type, offset)?, ty.mutable);
                facts.globals.push(Global { ty, mutable, init: ConstExpr::new() });
                facts.global_imports += 1;
                (KIND_GLOBAL, facts.global_imports - 1)
            }
            TypeRef::Tag(_) => return Err(unsupported(offset, "exceptions")),
        };
        self.module.imports.push(Import { module, name, kind, index });
        Ok(())
    }

    fn table(&mut self, ty: &wasmparser::TableType, init: ConstExpr) -> Result<()> {
        let element = known_type(wasmparser::ValType::Ref(ty.element_type), 0)?;
        self.module.tables.push(Table { ty: element, min: ty.initial, max: ty.maximum, init });
        Ok(())
    }

    fn elem(&mut self, elem: wasmparser::Element<'a>) -> Result<()> {
        let invalid = |error: wasmparser::Error| parse_error(&error, None);
        let mode = match elem.kind {
            ElementKind::Passive => SegmentMode::Passive,
            ElementKind::Declared => SegmentMode::Declared,
            ElementKind::Active { table_index, offset_expr } => SegmentMode::Active {
                index: table_index.unwrap_or(0),
                offset: self.const_expr(&offset_expr)?,
            },
        };
        let items = match elem.items {
            ElementItems::Functions(section) => {
                let mut funcs = Vec::with_capacity(section.count() as usize);
                for func in section {
                    let func = func.map_err(invalid)?;
                    self.module.need_funcref(func);
                    funcs.push(func);
                }
                ElemItems::Funcs(funcs)
            }
            ElementItems::Expressions(ty, section) => {
                known_type(wasmparser::ValType::Ref(ty), elem.range.start as usize)?;
                let mut exprs = Vec::with_capacity(section.count() as usize);
                for expr in section {
                    exprs.push(self.const_expr(&expr.map_err(invalid)?)?);
                }
                plain_funcs(&exprs).map_or(ElemItems::Exprs(exprs), ElemItems::Funcs)
            }
        };
        self.module.elems.push(Elem { mode, items });
        Ok(())
    }

    /// A constant expression that wasmparser has found valid.
    fn const_expr(&mut self, expr: &wasmparser::ConstExpr<'a>) -> Result<ConstExpr> {
        const_expr(expr, |func| self.module.need_funcref(func))
    }
}

/// A constant expression that wasmparser has found valid. `referenced` is told of functions that it refers to.
fn const_expr(expr: &wasmparser::ConstExpr<'_>, mut referenced: impl FnMut(u32)) -> Result<ConstExpr> {
    let mut ops = ConstExpr::new();
    for item in expr.get_operators_reader().into_iter_with_offsets() {
        let (op, offset) = item.map_err(|error| parse_error(&error, None))?;
        let (op, arg) = match op {
            Operator::I32Const { value } => (abi::CONST_VALUE, u64::from(value as u32)),
            Operator::I64Const { value } => (abi::CONST_VALUE, value as u64),
            Operator::F32Const { value } => (abi::CONST_VALUE, u64::from(value.bits())),
            Operator::F64Const { value } => (abi::CONST_VALUE, value.bits()),
            Operator::RefNull { .. } => (abi::CONST_VALUE, 0),
            Operator::RefFunc { function_index } => {
                referenced(function_index);
                (abi::CONST_FUNC, u64::from(function_index))
            }
            Operator::GlobalGet { global_index } => (abi::CONST_GLOBAL, u64::from(global_index)),
            Operator::I32Add => (abi::CONST_ADD32, 0),
            Operator::I32Sub => (abi::CONST_SUB32, 0),
            Operator::I32Mul => (abi::CONST_MUL32, 0),
            Operator::I64Add => (abi::CONST_ADD64, 0),
            Operator::I64Sub => (abi::CONST_SUB64, 0),
            Operator::I64Mul => (abi::CONST_MUL64, 0),
            Operator::End => continue,
            _ => return Err(unsupported(offset as usize, "gc")),
        };
        ops.push(ConstOp { op, arg });
    }
    Ok(ops)
}

/// The function indices (or [`abi::NONE`] for null) of expressions that are nothing else.
fn plain_funcs(exprs: &[ConstExpr]) -> Option<Vec<u32>> {
    let plain = |expr: &ConstExpr| match expr[..] {
        [ConstOp { op: abi::CONST_FUNC, arg }] => Some(arg as u32),
        [ConstOp { op: abi::CONST_VALUE, arg: 0 }] => Some(abi::NONE),
        _ => None,
    };
    exprs.iter().map(plain).collect()
}
