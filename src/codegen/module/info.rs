//! The info blob: what is known of the module and of its code, in the layout of [`beeline_abi::info`].

use super::{ConstOp, ElemItems, Module, SegmentMode};
use crate::compile::Chunk;
use crate::error::{Error, ErrorKind, Result};
use crate::output::Options;
use beeline_abi::info::{
    self, DataEntry, ELEM_EXPRS, ELEM_FUNCS, ElemEntry, ExportEntry, FuncEntry, GlobalEntry, Header,
    ImportEntry, MemoryEntry, NONE, Range, Record, SECTIONS, SEGMENT_ACTIVE, SEGMENT_DECLARED,
    SEGMENT_PASSIVE, Section, TableEntry, TypeEntry,
};
use beeline_abi::types::ValType;
use beeline_abi::{Libcall, MAX_HOST_PAGE};

/// Data segments of at least this many bytes are made congruent with their address in memory, so that they can be mapped: half a page of padding on
/// average has to be worth it.
const MAPPED: usize = 4 * MAX_HOST_PAGE;

/// Puts the contents of the data segments one after the other, large ones with a constant offset where they can be mapped from. The segments
/// of `module` become ranges of the result: their bytes stay as they are, their places are found again by [`write`].
pub fn place_data(module: &mut Module<'_>) -> Vec<u8> {
    let total = module.datas.iter().map(|data| data.bytes.len()).sum();
    let mut bytes = Vec::with_capacity(total);
    for data in &module.datas {
        let start = data_start(bytes.len(), &data.mode, data.bytes.len());
        bytes.resize(start, 0);
        bytes.extend_from_slice(data.bytes);
    }
    bytes
}

/// Where a segment of `len` bytes goes that follows `end` bytes of others.
fn data_start(end: usize, mode: &SegmentMode, len: usize) -> usize {
    let SegmentMode::Active { offset, .. } = mode else { return end };
    let [ConstOp { op: info::CONST_VALUE, arg }] = offset[..] else { return end };
    if len < MAPPED {
        return end;
    }
    let (want, have) = (arg as usize % MAX_HOST_PAGE, end % MAX_HOST_PAGE);
    end + (want + MAX_HOST_PAGE - have) % MAX_HOST_PAGE
}

/// A section being written.
#[derive(Default)]
struct Out {
    bytes: Vec<u8>,
    count: u32,
}

impl Out {
    fn push(&mut self, record: &impl Record) {
        record.write(&mut |bytes| self.bytes.extend_from_slice(bytes));
        self.count += 1;
    }

    fn extend(&mut self, bytes: &[u8]) -> Range {
        let range = Range { start: self.count, len: bytes.len() as u32 };
        self.bytes.extend_from_slice(bytes);
        self.count += bytes.len() as u32;
        range
    }
}

/// The sections of the blob.
struct Blob {
    sections: [Out; SECTIONS],
}

impl Blob {
    fn at(&mut self, section: Section) -> &mut Out {
        &mut self.sections[section as usize]
    }

    fn str(&mut self, text: &str) -> Range {
        self.at(Section::Strings).extend(text.as_bytes())
    }

    fn types(&mut self, types: &[ValType]) -> Range {
        let bytes: Vec<u8> = types.iter().map(|&ty| ty as u8).collect();
        self.at(Section::ValTypes).extend(&bytes)
    }

    fn expr(&mut self, ops: &[ConstOp]) -> Range {
        let out = self.at(Section::ConstOps);
        let range = Range { start: out.count, len: ops.len() as u32 };
        ops.iter().for_each(|op| out.push(&info::ConstOp { op: op.op, arg: op.arg }));
        range
    }
}

/// Writes the blob.
pub fn write(
    module: &Module<'_>,
    chunks: &[Chunk],
    libcalls: &[Libcall],
    options: &Options,
) -> Result<Vec<u8>> {
    let mut blob = Blob { sections: Default::default() };
    let name = blob.str(module.name);
    for ty in &module.types {
        let (params, results) = (blob.types(&ty.params), blob.types(&ty.results));
        let sig = ty.sig.map_or(0, |sig| sig.0);
        blob.at(Section::Types).push(&TypeEntry { params, results, sig });
    }
    for import in &module.imports {
        let (name, field) = (blob.str(import.module), blob.str(import.name));
        let entry = ImportEntry { module: name, name: field, kind: import.kind, index: import.index };
        blob.at(Section::Imports).push(&entry);
    }
    for export in &module.exports {
        let name = blob.str(export.name);
        blob.at(Section::Exports).push(&ExportEntry { name, kind: export.kind, index: export.index });
    }
    module.func_types.iter().for_each(|ty| blob.at(Section::FuncTypes).push(ty));
    for table in &module.tables {
        let init = blob.expr(&table.init);
        let (ty, min, max) = (table.ty as u32, table.min, table.max.unwrap_or(u64::MAX));
        blob.at(Section::Tables).push(&TableEntry { ty, min, max, init });
    }
    for memory in &module.memories {
        let entry = MemoryEntry { min: memory.min, max: memory.max.unwrap_or(u64::MAX), flags: 0 };
        blob.at(Section::Memories).push(&entry);
    }
    for global in &module.globals {
        let init = blob.expr(&global.init);
        let (ty, mutable) = (global.ty as u32, u32::from(global.mutable));
        blob.at(Section::Globals).push(&GlobalEntry { ty, mutable, init });
    }
    write_segments(&mut blob, module);
    module.funcrefs.iter().for_each(|func| blob.at(Section::FuncRefs).push(func));
    libcalls.iter().for_each(|&libcall| blob.at(Section::Libcalls).push(&(libcall as u8)));
    module.sigs.iter().for_each(|ty| blob.at(Section::Sigs).push(ty));
    write_code(&mut blob, chunks);
    let (mut count, names) = module.func_names;
    if count > 0 {
        let out = blob.at(Section::FuncNames);
        while count >= 0x80 {
            out.extend(&[count as u8 | 0x80]);
            count >>= 7;
        }
        out.extend(&[count as u8]);
        out.extend(names);
    }
    let exported = |export: &&super::Export<'_>| export.name == "memory" && export.kind == info::KIND_MEMORY;
    let memory_export = match module.exports.iter().find(exported) {
        Some(export) => export.index,
        None if module.memories.is_empty() => NONE,
        None => 0,
    };
    assemble(
        blob,
        &Header {
            magic: info::MAGIC,
            layout: module.layout,
            start: module.start.unwrap_or(NONE),
            memory_export,
            func_imports: module.func_imports,
            table_imports: module.table_imports,
            memory_imports: module.memory_imports,
            global_imports: module.global_imports,
            explicit_checks: u32::from(options.explicit_checks),
            name,
        },
    )
}

fn write_segments(blob: &mut Blob, module: &Module<'_>) {
    for elem in &module.elems {
        let (kind, items) = match &elem.items {
            ElemItems::Funcs(funcs) => {
                let out = blob.at(Section::ElemFuncs);
                let range = Range { start: out.count, len: funcs.len() as u32 };
                funcs.iter().for_each(|func| out.push(func));
                (ELEM_FUNCS, range)
            }
            ElemItems::Exprs(exprs) => {
                let ranges: Vec<Range> = exprs.iter().map(|expr| blob.expr(expr)).collect();
                let out = blob.at(Section::ElemExprs);
                let range = Range { start: out.count, len: ranges.len() as u32 };
                ranges.iter().for_each(|expr| out.push(expr));
                (ELEM_EXPRS, range)
            }
        };
        let (mode, table, offset) = segment_mode(blob, &elem.mode);
        blob.at(Section::Elems).push(&ElemEntry { mode, table, offset, kind, items });
    }
    let mut end = 0;
    for data in &module.datas {
        let start = data_start(end, &data.mode, data.bytes.len());
        end = start + data.bytes.len();
        let (mode, memory, offset) = segment_mode(blob, &data.mode);
        let (start, len) = (start as u64, data.bytes.len() as u64);
        blob.at(Section::Datas).push(&DataEntry { mode, memory, offset, start, len });
    }
}

fn segment_mode(blob: &mut Blob, mode: &SegmentMode) -> (u32, u32, Range) {
    match mode {
        SegmentMode::Active { index, offset } => (SEGMENT_ACTIVE, *index, blob.expr(offset)),
        SegmentMode::Passive => (SEGMENT_PASSIVE, 0, Range::default()),
        SegmentMode::Declared => (SEGMENT_DECLARED, 0, Range::default()),
    }
}

/// Functions and site streams, with chunks in the places that merging gives them.
fn write_code(blob: &mut Blob, chunks: &[Chunk]) {
    let mut base = 0;
    for chunk in chunks {
        let sites = blob.at(Section::Sites).extend(&chunk.sites).start;
        for func in &chunk.funcs {
            blob.at(Section::Funcs).push(&FuncEntry {
                text: base + func.start,
                len: func.len,
                tables: func.tables,
                wasm: func.wasm,
                sites: Range { start: sites + func.sites, len: func.sites_len },
            });
        }
        base += crate::compile::placed_len(chunk);
    }
}

/// Header, directory, then the sections, each at a multiple of 8.
fn assemble(blob: Blob, header: &Header) -> Result<Vec<u8>> {
    let mut size = (Header::SIZE + SECTIONS * Range::SIZE).next_multiple_of(8);
    let mut directory = [Range::default(); SECTIONS];
    for (entry, section) in directory.iter_mut().zip(&blob.sections) {
        *entry = Range { start: size as u32, len: section.count };
        size = (size + section.bytes.len()).next_multiple_of(8);
    }
    if u32::try_from(size).is_err() {
        return Err(Error {
            kind: ErrorKind::TooLarge,
            offset: 0,
            func: None,
            message: "the description of the module exceeds 4 GiB".into(),
        });
    }
    let mut out = Vec::with_capacity(size);
    let mut push = |bytes: &[u8]| out.extend_from_slice(bytes);
    header.write(&mut push);
    directory.iter().for_each(|entry| entry.write(&mut push));
    for (entry, section) in directory.iter().zip(&blob.sections) {
        out.resize(entry.start as usize, 0);
        out.extend_from_slice(&section.bytes);
    }
    out.resize(size, 0);
    Ok(out)
}
