//! A module image made by hand around machine code of the test's own: what the compiler would write, for a
//! fixed layout of the instance data, so that the code's assembly can name slots by numbers. Room: 2 imported
//! functions, 1 table, 4 memories, 8 globals, 8 signatures, 16 function records.
#![allow(dead_code, reason = "no test uses all of it")]

use beeline_abi::info::{
    CONST_VALUE, ConstOp, DataEntry, ExportEntry, FuncEntry, Header, ImportEntry, KIND_FUNC, Layout, MAGIC,
    MemoryEntry, NONE, Range, Record, SECTIONS, SEGMENT_ACTIVE, Section, TypeEntry,
};
use beeline_abi::sites::{Encoder, Site};
use beeline_abi::{Libcall, ModuleImage, SigId, ValType};

/// Distances below P that the assembly in `guest.rs` knows.
pub const LAYOUT: Layout = Layout {
    globals: 768,
    func_imports: 48,
    tables: 208,
    memories: 224,
    libcalls: 128,
    sigs: 832,
    funcrefs: 256,
    size: 896,
};

/// A module under construction.
#[derive(Default)]
pub struct Module {
    sections: [(Vec<u8>, u32); SECTIONS],
    func_imports: u32,
    pub memory_imports: u32,
    pub table_imports: u32,
    pub start: Option<u32>,
    pub data: Vec<u8>,
    libcalls: Vec<*const u8>,
    info: Vec<u8>,
}

impl Module {
    pub fn push<T: Record>(&mut self, section: Section, record: T) {
        let (bytes, count) = &mut self.sections[section as usize];
        record.write(&mut |new| bytes.extend_from_slice(new));
        *count += 1;
    }

    /// Entries of a section so far.
    pub fn count(&self, section: Section) -> u32 {
        self.sections[section as usize].1
    }

    /// Adds bytes to a section of bytes.
    pub fn bytes(&mut self, section: Section, new: &[u8]) -> Range {
        let (bytes, count) = &mut self.sections[section as usize];
        let range = Range { start: *count, len: new.len() as u32 };
        bytes.extend_from_slice(new);
        *count = bytes.len() as u32;
        range
    }

    /// Adds a type; its number.
    pub fn ty(&mut self, params: &[ValType], results: &[ValType]) -> u32 {
        let bytes = |types: &[ValType]| types.iter().map(|&ty| ty as u8).collect::<Vec<_>>();
        let entry = TypeEntry {
            params: self.bytes(Section::ValTypes, &bytes(params)),
            results: self.bytes(Section::ValTypes, &bytes(results)),
            sig: SigId::exact(params, results).map_or(0, |id| id.0),
        };
        self.push(Section::Types, entry);
        self.sections[Section::Types as usize].1 - 1
    }

    /// Adds an export.
    pub fn export(&mut self, name: &str, kind: u32, index: u32) {
        let name = self.bytes(Section::Strings, name.as_bytes());
        self.push(Section::Exports, ExportEntry { name, kind, index });
    }

    /// Adds a constant expression.
    pub fn expr(&mut self, ops: &[(u32, u64)]) -> Range {
        let start = self.sections[Section::ConstOps as usize].1;
        ops.iter().for_each(|&(op, arg)| self.push(Section::ConstOps, ConstOp { op, arg }));
        Range { start, len: ops.len() as u32 }
    }

    /// Adds an active data segment at a constant offset, its content at the next place that is congruent to
    /// it.
    pub fn data(&mut self, offset: u64, content: &[u8]) {
        let start = (self.data.len() as u64).next_multiple_of(1 << 16) + offset % (1 << 16);
        self.data.resize(start as usize, 0xee);
        self.data.extend_from_slice(content);
        let offset = self.expr(&[(CONST_VALUE, offset)]);
        let len = content.len() as u64;
        self.push(Section::Datas, DataEntry { mode: SEGMENT_ACTIVE, memory: 0, offset, start, len });
    }

    /// Adds an imported function.
    pub fn import(&mut self, name: &str, params: &[ValType], results: &[ValType]) {
        let ty = self.ty(params, results);
        self.push(Section::FuncTypes, ty);
        let (module, name) =
            (self.bytes(Section::Strings, b"env"), self.bytes(Section::Strings, name.as_bytes()));
        let index = self.func_imports;
        self.push(Section::Imports, ImportEntry { module, name, kind: KIND_FUNC, index });
        self.func_imports += 1;
    }

    /// Adds a function with its code's place and sites, exported under its name and with a record in the
    /// instance data.
    pub fn func(
        &mut self,
        name: &str,
        (params, results): (&[ValType], &[ValType]),
        text: std::ops::Range<u32>,
        sites: &[Site],
    ) -> u32 {
        let ty = self.ty(params, results);
        self.push(Section::FuncTypes, ty);
        let index = self.sections[Section::FuncTypes as usize].1 - 1;
        let wasm = 0x1000 * (index + 1);
        let mut stream = Vec::new();
        let mut encoder = Encoder::new(text.start, wasm);
        for &site in sites {
            encoder.encode(site, |entry| stream.extend_from_slice(entry));
        }
        let sites = self.bytes(Section::Sites, &stream);
        self.push(
            Section::Funcs,
            FuncEntry { text: text.start, len: text.end - text.start, tables: 0, wasm, sites },
        );
        self.push(Section::FuncRefs, index);
        self.export(name, KIND_FUNC, index);
        index
    }

    pub fn memory(&mut self, min: u64, max: u64) {
        self.push(Section::Memories, MemoryEntry { min, max, flags: 0 });
    }

    /// Adds the name section's function names.
    pub fn names(&mut self, names: &[(u8, &str)]) {
        let mut bytes = vec![names.len() as u8];
        for (index, name) in names {
            bytes.extend([*index, name.len() as u8]);
            bytes.extend(name.as_bytes());
        }
        self.bytes(Section::FuncNames, &bytes);
    }

    /// The image, around the given machine code. Valid as long as this.
    pub fn image(&mut self, text: *const u8, text_len: usize) -> ModuleImage {
        self.sections[Section::Libcalls as usize] = Default::default();
        self.libcalls.clear();
        for &libcall in Libcall::ALL {
            self.push(Section::Libcalls, libcall as u8);
            self.libcalls.push(beeline_runtime::libcalls::thunk(libcall));
        }
        let name = self.bytes(Section::Strings, b"hand");
        let header = Header {
            magic: MAGIC,
            layout: LAYOUT,
            start: self.start.unwrap_or(NONE),
            memory_export: if self.sections[Section::Memories as usize].1 > 0 { 0 } else { NONE },
            func_imports: self.func_imports,
            memory_imports: self.memory_imports,
            table_imports: self.table_imports,
            name,
            ..Header::default()
        };
        let mut info = Vec::new();
        header.write(&mut |new| info.extend_from_slice(new));
        let mut at = Header::SIZE + SECTIONS * Range::SIZE;
        for (bytes, count) in &self.sections {
            Range { start: at as u32, len: *count }.write(&mut |new| info.extend_from_slice(new));
            at += bytes.len();
        }
        self.sections.iter().for_each(|(bytes, _)| info.extend_from_slice(bytes));
        self.info = info;
        ModuleImage {
            info: self.info.as_ptr(),
            info_len: self.info.len(),
            text,
            text_len,
            data: self.data.as_ptr(),
            data_len: self.data.len(),
            libcalls: self.libcalls.as_ptr(),
            host_funcs: std::ptr::null(),
        }
    }
}
