//! The info blob: what is known of the module and of its code, in the layout of [`beeline_abi::info`].

#![forbid(unsafe_code)]

use super::datas::Datas;
use super::{ConstOp, ElemItems, Module, SegmentMode, Tail};
use crate::compile::{EmittedFunc, Merged};
use crate::error::{Error, ErrorKind, Result};
use crate::memory::Buffer;
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

/// Segments this close to each other in memory become one, with zeros in between. Optimisers split data at every few zeros: python has 42,695
/// segments, of which 296 are left; php 63,571, of which 22,602 are left. A greater gap makes the file larger than the entries it saves.
const MAX_GAP: u64 = 128;

/// The data of an image: its bytes, and for each segment where it lies in them.
pub struct PlacedData {
    /// The bytes.
    pub bytes: Buffer,
    entries: Vec<PlacedSegment>,
}

/// A segment of the image: one of the module's, or several of them with what lies in between.
#[derive(Clone, Copy)]
struct PlacedSegment {
    /// The module's segment that says where it goes.
    index: usize,
    /// How many of the module's segments it is, from that one on.
    parts: usize,
    start: usize,
    len: usize,
}

/// Puts the contents of the data segments one after the other, large ones where they can be mapped from. Active segments that follow each
/// other closely in the module's own memory are put together.
pub fn place_data(module: &Module<'_>, tail: &Tail<'_>) -> PlacedData {
    // Where all of it goes is settled first, so that the buffer has the size that it needs: what grows is copied once more.
    let (mut entries, mut end, mut next) = (Vec::new(), 0, 0);
    while let Some((place, bytes)) = tail.datas.get(next) {
        let parts = mergeable_run(module, tail, next);
        let len = match (place, tail.datas.get(next + parts - 1)) {
            (Some((_, from)), Some((Some((_, at)), last))) => (at - from) as usize + last.len(),
            _ => bytes.len(),
        };
        let start = match place {
            Some((_, address)) if len >= MAPPED => congruent(end, address),
            _ => end,
        };
        entries.push(PlacedSegment { index: next, parts, start, len });
        end = start + len;
        next += parts;
    }
    let mut bytes = Buffer::with_room(end, 0);
    for &PlacedSegment { index, parts, start, .. } in &entries {
        bytes.extend_to(start);
        let mut from = None;
        for (place, part) in (index..index + parts).filter_map(|index| tail.datas.get(index)) {
            if let Some((_, at)) = place {
                bytes.extend_to(start + (at - *from.get_or_insert(at)) as usize);
            }
            bytes.extend_from_slice(part);
        }
    }
    debug_assert_eq!(bytes.len(), end);
    PlacedData { bytes, entries }
}

/// How many segments from number `first` on become one: each in bounds from the start and at, or shortly behind, the end of the one before, and nothing
/// earlier lies where zeros would go.
fn mergeable_run(module: &Module<'_>, tail: &Tail<'_>, first: usize) -> usize {
    let in_bounds = |index: usize| {
        let (Some((memory, at)), bytes) = tail.datas.get(index)? else { return None };
        let end = at + bytes.len() as u64;
        let limit = module.memories[memory as usize].min * beeline_abi::WASM_PAGE;
        (memory == 0 && module.memory_imports == 0 && end <= limit).then_some((at, end))
    };
    let Some((_, mut end)) = in_bounds(first) else { return 1 };
    let mut run = 1;
    while tail.ascending_datas > first + run
        && let Some((at, next_end)) = in_bounds(first + run)
        && at - end <= MAX_GAP
    {
        end = next_end;
        run += 1;
    }
    run
}

/// The first place at or behind `end` that is congruent with `address` modulo the largest page.
fn congruent(end: usize, address: u64) -> usize {
    let (want, have) = (address as usize % MAX_HOST_PAGE, end % MAX_HOST_PAGE);
    end + (want + MAX_HOST_PAGE - have) % MAX_HOST_PAGE
}

/// How many data segments, counted from the first, are active with constant offsets and lie one behind the other in memory.
pub fn ascending_datas(datas: &Datas<'_>) -> usize {
    let mut end = 0;
    let ascends = |index: &usize| {
        let Some((Some((_, at)), bytes)) = datas.get(*index) else { return false };
        let follows = at >= end;
        end = at + bytes.len() as u64;
        follows
    };
    (0..datas.len()).take_while(ascends).count()
}

/// A section being written.
#[derive(Default)]
struct Out<'a> {
    bytes: Vec<u8>,
    count: u32,
    /// What comes behind `bytes`; borrowed, because it may be long.
    end: &'a [u8],
}

impl<'a> Out<'a> {
    fn end_with(&mut self, bytes: &'a [u8]) {
        self.end = bytes;
        self.count += bytes.len() as u32;
    }

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
struct Blob<'a> {
    sections: [Out<'a>; SECTIONS],
}

impl<'a> Blob<'a> {
    fn at(&mut self, section: Section) -> &mut Out<'a> {
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

/// A blob that lacks only what is known when all code is there.
pub struct Draft<'a> {
    blob: Blob<'a>,
    header: Header,
    data: PlacedData,
    /// Where sections end without the data segments.
    before_datas: [(Section, usize, u32); 2],
}

/// Writes what does not depend on code, and places the data: that can be done while others compile.
pub fn draft<'a>(module: &Module<'_>, tail: &Tail<'a>, options: &Options) -> Draft<'a> {
    let data = place_data(module, tail);
    let mut blob = Blob { sections: Default::default() };
    let name = blob.str(tail.name);
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
    write_elems(&mut blob, module);
    let before_datas = [Section::Datas, Section::ConstOps].map(|section| {
        let out = blob.at(section);
        (section, out.bytes.len(), out.count)
    });
    write_datas(&mut blob, tail, &data, false);
    module.funcrefs.iter().for_each(|func| blob.at(Section::FuncRefs).push(func));
    module.sigs.iter().for_each(|ty| blob.at(Section::Sigs).push(ty));
    let (mut count, names) = tail.func_names;
    if count > 0 {
        let out = blob.at(Section::FuncNames);
        while count >= 0x80 {
            out.extend(&[count as u8 | 0x80]);
            count >>= 7;
        }
        out.extend(&[count as u8]);
        out.end_with(names);
    }
    let exported = |export: &&super::Export<'_>| export.name == "memory" && export.kind == info::KIND_MEMORY;
    let memory_export = match module.exports.iter().find(exported) {
        Some(export) => export.index,
        None if module.memories.is_empty() => NONE,
        None => 0,
    };
    let header = Header {
        magic: info::MAGIC,
        layout: module.layout,
        start: module.start.unwrap_or(NONE),
        memory_export,
        func_imports: module.func_imports,
        table_imports: module.table_imports,
        memory_imports: module.memory_imports,
        global_imports: module.global_imports,
        explicit_checks: u32::from(options.explicit_checks),
        cpu: options.cpu.number(),
        name,
    };
    Draft { blob, header, data, before_datas }
}

impl<'a> Draft<'a> {
    /// The blob, and the data.
    pub fn finish(
        self,
        tail: &Tail<'_>,
        merged: &'a Merged,
        libcalls: &[Libcall],
    ) -> Result<(Buffer, Buffer)> {
        let Self { mut blob, header, data, before_datas } = self;
        if libcalls.iter().any(|libcall| matches!(libcall, Libcall::MemoryInit | Libcall::DataDrop)) {
            for (section, len, count) in before_datas {
                let out = blob.at(section);
                out.bytes.truncate(len);
                out.count = count;
            }
            write_datas(&mut blob, tail, &data, true);
        }
        libcalls.iter().for_each(|&libcall| blob.at(Section::Libcalls).push(&(libcall as u8)));
        blob.at(Section::Sites).end_with(&merged.sites);
        Ok((assemble(&blob, &merged.funcs, &header)?, data.bytes))
    }
}

/// Element segments.
fn write_elems(blob: &mut Blob<'_>, module: &Module<'_>) {
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
}

/// Data segments. `named` says whether code names any of them.
fn write_datas(blob: &mut Blob<'_>, tail: &Tail<'_>, data: &PlacedData, named: bool) {
    for segment in &data.entries {
        let Some(mode) = tail.datas.mode(segment.index) else { continue };
        let (mode, memory, offset) = segment_mode(blob, &mode);
        let (start, len) = (segment.start as u64, segment.len as u64);
        blob.at(Section::Datas).push(&DataEntry { mode, memory, offset, start, len });
        // Code that names segments does so by number. One that is part of another has no bytes left, like any active one after instantiation.
        let others = if named { 1..segment.parts } else { 0..0 };
        for other in others.filter_map(|other| tail.datas.mode(segment.index + other)) {
            let (mode, memory, offset) = segment_mode(blob, &other);
            blob.at(Section::Datas).push(&DataEntry { mode, memory, offset, start: start + len, len: 0 });
        }
    }
}

fn segment_mode(blob: &mut Blob<'_>, mode: &SegmentMode) -> (u32, u32, Range) {
    match mode {
        SegmentMode::Active { index, offset } => (SEGMENT_ACTIVE, *index, blob.expr(offset)),
        SegmentMode::Passive => (SEGMENT_PASSIVE, 0, Range::default()),
        SegmentMode::Declared => (SEGMENT_DECLARED, 0, Range::default()),
    }
}

/// Header, directory, then the sections, each at a multiple of 8. That of the functions is made here: it is not small.
fn assemble(blob: &Blob<'_>, funcs: &[EmittedFunc], header: &Header) -> Result<Buffer> {
    let mut size = (Header::SIZE + SECTIONS * Range::SIZE).next_multiple_of(8);
    let mut directory = [Range::default(); SECTIONS];
    for (number, (entry, section)) in directory.iter_mut().zip(&blob.sections).enumerate() {
        let (count, len) = match number == Section::Funcs as usize {
            true => (funcs.len() as u32, funcs.len() * FuncEntry::SIZE),
            false => (section.count, section.bytes.len() + section.end.len()),
        };
        *entry = Range { start: size as u32, len: count };
        size = (size + len).next_multiple_of(8);
    }
    if u32::try_from(size).is_err() {
        return Err(Error {
            kind: ErrorKind::TooLarge,
            offset: 0,
            func: None,
            message: "the description of the module exceeds 4 GiB".into(),
        });
    }
    let mut out = Buffer::with_room(size, 0);
    let mut push = |bytes: &[u8]| out.extend_from_slice(bytes);
    header.write(&mut push);
    directory.iter().for_each(|entry| entry.write(&mut push));
    for (number, (entry, section)) in directory.iter().zip(&blob.sections).enumerate() {
        out.extend_to(entry.start as usize);
        out.extend_from_slice(&section.bytes);
        out.extend_from_slice(section.end);
        if number == Section::Funcs as usize {
            for func in funcs {
                let sites = Range { start: func.sites, len: func.sites_len };
                let (text, len, tables, wasm) = (func.start, func.len, func.tables, func.wasm);
                FuncEntry { text, len, tables, wasm, sites }.write(&mut |bytes| out.extend_from_slice(bytes));
            }
        }
    }
    out.extend_to(size);
    Ok(out)
}
