//! The image of a module: [`ModuleImage`] points at its parts, and the info blob describes it.
//!
//! The blob is position independent and needs no decoding: a [`Header`], then arrays of fixed little-endian records found through the header's
//! directory, one [`Section`] each. [`InfoView`] reads it, wherever it lies. Indices and offsets in it are trusted by the runtime: it is
//! written by the compiler and never taken from elsewhere.

use crate::types::ValType;

/// Defines a record of `u32` and `u64` fields with its little-endian form.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)* }

        impl Record for $name {
            const SIZE: usize = 0 $(+ <$ty as Record>::SIZE)*;
            fn read(bytes: &[u8]) -> Self {
                // One check of the length instead of one for each byte.
                let bytes = &bytes[..Self::SIZE];
                let mut at = 0;
                $(let $field = <$ty as Record>::read(&bytes[at..]); at += <$ty as Record>::SIZE;)*
                let _ = at;
                Self { $($field,)* }
            }
            #[inline]
            fn write(&self, push: &mut impl FnMut(&[u8])) {
                $(self.$field.write(push);)*
            }
        }
    )*};
}

/// A value with a fixed little-endian form in the blob.
pub trait Record: Sized {
    /// Bytes of the form.
    const SIZE: usize;
    /// Reads the form at the start of `bytes`, which must be long enough.
    fn read(bytes: &[u8]) -> Self;
    /// Hands the form to `push`.
    fn write(&self, push: &mut impl FnMut(&[u8]));
}

impl Record for u32 {
    const SIZE: usize = 4;
    fn read(bytes: &[u8]) -> Self {
        Self::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
    }
    #[inline]
    fn write(&self, push: &mut impl FnMut(&[u8])) {
        push(&self.to_le_bytes());
    }
}

impl Record for u64 {
    const SIZE: usize = 8;
    fn read(bytes: &[u8]) -> Self {
        u64::from(u32::read(bytes)) | u64::from(u32::read(&bytes[4..])) << 32
    }
    #[inline]
    fn write(&self, push: &mut impl FnMut(&[u8])) {
        push(&self.to_le_bytes());
    }
}

impl Record for u8 {
    const SIZE: usize = 1;
    fn read(bytes: &[u8]) -> Self {
        bytes[0]
    }
    #[inline]
    fn write(&self, push: &mut impl FnMut(&[u8])) {
        push(&[*self]);
    }
}

/// "No index": in [`Header::start`], [`Header::memory_export`] and for null items of element segments.
pub const NONE: u32 = u32::MAX;

/// The value of [`Header::magic`]; its last byte counts the layout's versions.
pub const MAGIC: u32 = u32::from_le_bytes(*b"bee\x03");

/// The arrays of the blob, by their place in the header's directory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(usize)]
pub enum Section {
    /// [`TypeEntry`] of each type.
    Types,
    /// [`ValType`] bytes that types refer to.
    ValTypes,
    /// [`ImportEntry`] of each import, in the module's order.
    Imports,
    /// [`ExportEntry`] of each export, in the module's order.
    Exports,
    /// [`FuncEntry`] of each defined function, in order of index and of text offset.
    Funcs,
    /// `u32` type index of each function, imported ones first.
    FuncTypes,
    /// [`TableEntry`] of each table, imported ones first.
    Tables,
    /// [`MemoryEntry`] of each memory, imported ones first.
    Memories,
    /// [`GlobalEntry`] of each global, imported ones first.
    Globals,
    /// [`ElemEntry`] of each element segment.
    Elems,
    /// [`DataEntry`] of each data segment.
    Datas,
    /// [`ConstOp`]s that [`Range`]s named `expr` refer to.
    ConstOps,
    /// `u32` function indices (or [`NONE`]) of element segments of kind [`ELEM_FUNCS`].
    ElemFuncs,
    /// [`Range`]s into `ConstOps` of element segments of kind [`ELEM_EXPRS`].
    ElemExprs,
    /// `u32` index of each function that has a [`crate::vm::FuncRef`] in the instance data.
    FuncRefs,
    /// Byte number of each [`crate::Libcall`] used. A libcall's slot in the instance data is the one with its number,
    /// whether others are used or not.
    Libcalls,
    /// `u32` type index of each slot for an interned signature id.
    Sigs,
    /// Site streams ([`crate::sites`]), bytes.
    Sites,
    /// Bytes that names refer to.
    Strings,
    /// Function names: the content of subsection 1 of the name section, bytes, or nothing.
    FuncNames,
}

/// How many [`Section`]s there are.
pub const SECTIONS: usize = Section::FuncNames as usize + 1;

records! {
    /// A run of entries of some section: `len` of them from number `start`.
    Range {
        /// Number of the first entry.
        start: u32,
        /// How many entries.
        len: u32,
    }
    /// Where the arrays of the instance data lie: element `i` of one is at `P - (distance + (i + 1) * stride)`, strides in [`crate::vm`].
    Layout {
        /// Distance of the globals.
        globals: u32,
        /// Distance of imported functions.
        func_imports: u32,
        /// Distance of tables.
        tables: u32,
        /// Distance of memories.
        memories: u32,
        /// Distance of libcalls.
        libcalls: u32,
        /// Distance of interned signature ids.
        sigs: u32,
        /// Distance of function references.
        funcrefs: u32,
        /// Bytes of instance data in all: how far it reaches below P. A multiple of 16.
        size: u32,
    }
    /// Start of the blob, before the directory.
    Header {
        /// [`MAGIC`].
        magic: u32,
        /// Where the instance data lies.
        layout: Layout,
        /// Index of the start function, or [`NONE`].
        start: u32,
        /// Index of the memory exported as `memory`, else 0 if there is a memory, else [`NONE`]: the one that WASI works on.
        memory_export: u32,
        /// Imported functions.
        func_imports: u32,
        /// Imported tables.
        table_imports: u32,
        /// Imported memories.
        memory_imports: u32,
        /// Imported globals.
        global_imports: u32,
        /// 1 if memories were compiled with explicit checks and need no guard.
        explicit_checks: u32,
        /// [`CPU_BASELINE`] and so on: what the machine code expects of the processor.
        cpu: u32,
        /// The module's name from its name section, a range of `Strings`.
        name: Range,
    }
    /// A function type.
    TypeEntry {
        /// Parameter types in `ValTypes`.
        params: Range,
        /// Result types in `ValTypes`.
        results: Range,
        /// Its [`crate::SigId`], or 0 if it has to be interned.
        sig: u32,
    }
    /// An import.
    ImportEntry {
        /// Module name in `Strings`.
        module: Range,
        /// Field name in `Strings`.
        name: Range,
        /// [`KIND_FUNC`] and so on.
        kind: u32,
        /// Index of the imported thing in its index space.
        index: u32,
    }
    /// An export.
    ExportEntry {
        /// Name in `Strings`.
        name: Range,
        /// [`KIND_FUNC`] and so on.
        kind: u32,
        /// Index of the exported thing in its index space.
        index: u32,
    }
    /// A defined function.
    FuncEntry {
        /// Its first byte in text.
        text: u32,
        /// Bytes of its code, constants and jump tables included.
        len: u32,
        /// How many of these bytes, at the end, are constants and jump tables.
        tables: u32,
        /// Offset of its body in the module.
        wasm: u32,
        /// Its site stream: bytes of `Sites`.
        sites: Range,
    }
    /// A table.
    TableEntry {
        /// [`ValType`] of its elements.
        ty: u32,
        /// Initial length.
        min: u64,
        /// Greatest length, or `u64::MAX`.
        max: u64,
        /// Initial value of its elements, in `ConstOps`; none for null.
        init: Range,
    }
    /// A memory.
    MemoryEntry {
        /// Initial size in pages.
        min: u64,
        /// Greatest size in pages, or `u64::MAX`.
        max: u64,
        /// [`MEMORY_64`] and the like.
        flags: u32,
    }
    /// A global.
    GlobalEntry {
        /// [`ValType`] of its value.
        ty: u32,
        /// 1 if it may be written.
        mutable: u32,
        /// Initial value, in `ConstOps`; empty for imported globals.
        init: Range,
    }
    /// An element segment.
    ElemEntry {
        /// [`SEGMENT_ACTIVE`] and so on.
        mode: u32,
        /// The table of an active segment.
        table: u32,
        /// Where an active segment goes, in `ConstOps`.
        offset: Range,
        /// [`ELEM_FUNCS`] or [`ELEM_EXPRS`].
        kind: u32,
        /// Its items, in `ElemFuncs` or `ElemExprs`.
        items: Range,
    }
    /// A data segment.
    DataEntry {
        /// [`SEGMENT_ACTIVE`] or [`SEGMENT_PASSIVE`].
        mode: u32,
        /// The memory of an active segment.
        memory: u32,
        /// Where an active segment goes, in `ConstOps`.
        offset: Range,
        /// First byte in the data of the image. A large active segment with a constant offset lies there congruent to its address
        /// in memory, modulo [`crate::MAX_HOST_PAGE`].
        start: u64,
        /// Bytes.
        len: u64,
    }
    /// One operation of a constant expression; they work on a stack of 64-bit values.
    ConstOp {
        /// [`CONST_VALUE`] and so on.
        op: u32,
        /// What the operation works on.
        arg: u64,
    }
}

/// Code for every processor that the target supports: x86-64-v2 (x86-64 psABI, table 3.1), Armv8.0-A.
pub const CPU_BASELINE: u32 = 0;
/// Code for x86-64-v3 (x86-64 psABI, table 3.1).
pub const CPU_X86_64_V3: u32 = 1;

/// Pushes `arg`: bits of a number, 0 for a null reference.
pub const CONST_VALUE: u32 = 0;
/// Pushes the value of global `arg`.
pub const CONST_GLOBAL: u32 = 1;
/// Pushes a reference to function `arg`.
pub const CONST_FUNC: u32 = 2;
/// `i32.add`.
pub const CONST_ADD32: u32 = 3;
/// `i32.sub`.
pub const CONST_SUB32: u32 = 4;
/// `i32.mul`.
pub const CONST_MUL32: u32 = 5;
/// `i64.add`.
pub const CONST_ADD64: u32 = 6;
/// `i64.sub`.
pub const CONST_SUB64: u32 = 7;
/// `i64.mul`.
pub const CONST_MUL64: u32 = 8;

/// A function.
pub const KIND_FUNC: u32 = 0;
/// A table.
pub const KIND_TABLE: u32 = 1;
/// A memory.
pub const KIND_MEMORY: u32 = 2;
/// A global.
pub const KIND_GLOBAL: u32 = 3;

/// Written when the module is instantiated.
pub const SEGMENT_ACTIVE: u32 = 0;
/// Waits for `memory.init` or `table.init`.
pub const SEGMENT_PASSIVE: u32 = 1;
/// Only declares references.
pub const SEGMENT_DECLARED: u32 = 2;

/// Items are function indices in [`Section::ElemFuncs`].
pub const ELEM_FUNCS: u32 = 0;
/// Items are constant expressions, as ranges in [`Section::ElemExprs`].
pub const ELEM_EXPRS: u32 = 1;

/// The memory is indexed by 64-bit numbers.
pub const MEMORY_64: u32 = 1;
/// The memory is shared.
pub const MEMORY_SHARED: u32 = 2;

/// Reads an info blob in place.
#[derive(Clone, Copy, Debug)]
pub struct InfoView<'a> {
    bytes: &'a [u8],
}

impl<'a> InfoView<'a> {
    /// A view of `bytes`, which the compiler has written; `None` if it was not, or for another version of the layout.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let enough = bytes.len() >= Header::SIZE + SECTIONS * Range::SIZE;
        (enough && Header::read(bytes).magic == MAGIC).then_some(Self { bytes })
    }

    /// The header.
    #[must_use]
    pub fn header(&self) -> Header {
        Header::read(self.bytes)
    }

    /// The bytes from the start of a section, and how many entries it has.
    fn section(&self, section: Section) -> (&'a [u8], usize) {
        let entry = Range::read(&self.bytes[Header::SIZE + section as usize * Range::SIZE..]);
        (&self.bytes[entry.start as usize..], entry.len as usize)
    }

    /// How many entries a section has.
    #[must_use]
    pub fn len(&self, section: Section) -> usize {
        self.section(section).1
    }

    /// Whether a section has no entries.
    #[must_use]
    pub fn is_empty(&self, section: Section) -> bool {
        self.len(section) == 0
    }

    /// Entry `index` of a section of `T`.
    #[must_use]
    pub fn get<T: Record>(&self, section: Section, index: usize) -> T {
        let (bytes, len) = self.section(section);
        assert!(index < len, "index out of range in a module image");
        T::read(&bytes[index * T::SIZE..])
    }

    /// All entries of a section of `T`.
    pub fn iter<T: Record>(&self, section: Section) -> impl ExactSizeIterator<Item = T> + Clone + use<'a, T> {
        let (bytes, len) = self.section(section);
        (0..len).map(move |i| T::read(&bytes[i * T::SIZE..]))
    }

    /// The bytes of a section of bytes.
    #[must_use]
    pub fn bytes(&self, section: Section) -> &'a [u8] {
        let (bytes, len) = self.section(section);
        &bytes[..len]
    }

    /// The bytes of a name.
    #[must_use]
    pub fn str(&self, name: Range) -> &'a str {
        let bytes = &self.bytes(Section::Strings)[name.start as usize..][..name.len as usize];
        core::str::from_utf8(bytes).unwrap_or("")
    }

    /// Byte values of the types in a range of `ValTypes`.
    pub fn val_types(&self, range: Range) -> impl ExactSizeIterator<Item = ValType> + Clone + use<'a> {
        let bytes = &self.bytes(Section::ValTypes)[range.start as usize..][..range.len as usize];
        bytes.iter().map(|&byte| ValType::from_byte(byte).unwrap_or(ValType::I32))
    }

    /// The type of function `index`, imported ones first.
    #[must_use]
    pub fn func_type(&self, index: u32) -> TypeEntry {
        self.get(Section::Types, self.get::<u32>(Section::FuncTypes, index as usize) as usize)
    }

    /// The operations of a constant expression.
    pub fn const_expr(&self, range: Range) -> impl ExactSizeIterator<Item = ConstOp> + Clone + use<'a> {
        let (bytes, _) = self.section(Section::ConstOps);
        (0..range.len).map(move |i| ConstOp::read(&bytes[(range.start + i) as usize * ConstOp::SIZE..]))
    }

    /// The defined function whose code contains byte `text` of text, as its number among defined functions.
    #[must_use]
    pub fn func_at(&self, text: u32) -> Option<(usize, FuncEntry)> {
        let (mut low, mut high) = (0, self.len(Section::Funcs));
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get::<FuncEntry>(Section::Funcs, middle).text <= text {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let found: FuncEntry = self.get(Section::Funcs, low.checked_sub(1)?);
        (text < found.text + found.len).then_some((low - 1, found))
    }

    /// The site stream of a function.
    #[must_use]
    pub fn sites(&self, func: FuncEntry) -> crate::sites::Sites<'a> {
        let bytes = &self.bytes(Section::Sites)[func.sites.start as usize..][..func.sites.len as usize];
        crate::sites::Sites::new(bytes, func.text, func.wasm)
    }

    /// The name that the name section gives function `index` (imported ones first), looked up by a linear search.
    #[must_use]
    pub fn func_name(&self, index: u32) -> Option<&'a str> {
        self.func_names().find_map(|(found, name)| (found == index).then_some(name))
    }

    /// The names in the name section with the indices of their functions (imported ones first), in its order. Ends early
    /// where the name section is damaged.
    #[must_use]
    pub fn func_names(&self) -> FuncNames<'a> {
        let mut rest = self.bytes(Section::FuncNames);
        let count = leb(&mut rest).unwrap_or(0);
        FuncNames { rest, count }
    }
}

/// Iterator over function names: see [`InfoView::func_names`].
#[derive(Clone, Debug)]
pub struct FuncNames<'a> {
    rest: &'a [u8],
    count: u32,
}

impl<'a> Iterator for FuncNames<'a> {
    type Item = (u32, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.count = self.count.checked_sub(1)?;
        let index = leb(&mut self.rest)?;
        let len = leb(&mut self.rest)? as usize;
        let name = self.rest.get(..len)?;
        self.rest = &self.rest[len..];
        Some((index, core::str::from_utf8(name).ok()?))
    }
}

/// Reads an unsigned LEB128 number.
fn leb(bytes: &mut &[u8]) -> Option<u32> {
    let (mut value, mut shift) = (0u32, 0);
    loop {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
    }
}

/// Where the parts of a module lie in this process: what [`crate::info`] describes, plus addresses. An executable has it as the
/// symbol [`MODULE_SYMBOL`], filled in by the linker; the in-process engine makes one after loading.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct ModuleImage {
    /// The info blob.
    pub info: *const u8,
    /// Bytes of the info blob.
    pub info_len: usize,
    /// Machine code.
    pub text: *const u8,
    /// Bytes of machine code.
    pub text_len: usize,
    /// Contents of data segments.
    pub data: *const u8,
    /// Bytes of them.
    pub data_len: usize,
    /// Address of the thunk of each libcall in [`Section::Libcalls`], in that order.
    pub libcalls: *const *const u8,
    /// In an executable, the host function for each imported function; null in process.
    pub host_funcs: *const *const u8,
}

/// The symbol of an executable's [`ModuleImage`].
pub const MODULE_SYMBOL: &str = "beeline_module";

/// The symbol of an executable's grants and defaults: see [`crate::grants`].
pub const GRANTS_SYMBOL: &str = "beeline_grants";

/// The symbol of a word of an executable: the address of what reads and prints values ([`VALUES_FUNCTIONS`]) if the
/// function to call takes or returns any, else 0.
pub const VALUES_SYMBOL: &str = "beeline_values";

/// The symbol of the launcher's functions for values.
pub const VALUES_FUNCTIONS: &str = "beeline_launch_values";

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use crate::TrapCode;
    use crate::sites::{Encoder, Kind, Site};
    use std::fmt::Debug;
    use std::vec::Vec;

    fn bytes_of<T: Record>(value: &T) -> Vec<u8> {
        let mut bytes = Vec::new();
        value.write(&mut |part| bytes.extend_from_slice(part));
        bytes
    }

    /// A blob with these sections; each is a number of entries and their bytes.
    fn blob(sections: &[(Section, usize, Vec<u8>)]) -> Vec<u8> {
        let mut blob = bytes_of(&Header { magic: MAGIC, ..Header::default() });
        let mut directory = [Range::default(); SECTIONS];
        let mut rest = Vec::new();
        let start = blob.len() + SECTIONS * Range::SIZE;
        for (section, len, bytes) in sections {
            directory[*section as usize] = Range { start: (start + rest.len()) as u32, len: *len as u32 };
            rest.extend_from_slice(bytes);
        }
        for range in directory {
            blob.extend(bytes_of(&range));
        }
        blob.extend(rest);
        blob
    }

    fn array<T: Record>(section: Section, entries: &[T]) -> (Section, usize, Vec<u8>) {
        (section, entries.len(), entries.iter().flat_map(bytes_of).collect())
    }

    fn bytes(section: Section, bytes: &[u8]) -> (Section, usize, Vec<u8>) {
        (section, bytes.len(), bytes.to_vec())
    }

    /// Fills a record with bytes that all differ, and takes it there and back.
    fn round_trip<T: Record + PartialEq + Debug>() {
        let form: Vec<u8> = (1..=T::SIZE as u8).collect();
        let value = T::read(&form);
        assert_eq!(bytes_of(&value), form, "{value:?}");
        // What lies behind is not looked at.
        let mut longer = form;
        longer.push(0xff);
        assert_eq!(T::read(&longer), value);
    }

    #[test]
    fn records_keep_every_byte_of_their_form() {
        round_trip::<u8>();
        round_trip::<u32>();
        round_trip::<u64>();
        round_trip::<Range>();
        round_trip::<Layout>();
        round_trip::<Header>();
        round_trip::<TypeEntry>();
        round_trip::<ImportEntry>();
        round_trip::<ExportEntry>();
        round_trip::<FuncEntry>();
        round_trip::<TableEntry>();
        round_trip::<MemoryEntry>();
        round_trip::<GlobalEntry>();
        round_trip::<ElemEntry>();
        round_trip::<DataEntry>();
        round_trip::<ConstOp>();
    }

    #[test]
    fn records_are_little_endian_without_padding() {
        let op = ConstOp { op: 0x0403_0201, arg: 0x0c0b_0a09_0807_0605 };
        assert_eq!(bytes_of(&op), (1..=12).collect::<Vec<u8>>());
        assert_eq!(ConstOp::SIZE, 12);
    }

    #[test]
    fn a_blob_of_something_else_is_refused() {
        let good = blob(&[]);
        assert!(InfoView::new(&good).is_some());
        assert!(InfoView::new(&good[..good.len() - 1]).is_none());
        assert!(InfoView::new(&[]).is_none());
        let mut other_version = good;
        other_version[3] ^= 0xff;
        assert!(InfoView::new(&other_version).is_none());
    }

    #[test]
    fn sections_hold_what_was_written() {
        let ops = [ConstOp { op: CONST_VALUE, arg: u64::MAX }, ConstOp { op: CONST_GLOBAL, arg: 3 }];
        let ty = TypeEntry { params: Range { start: 1, len: 2 }, ..TypeEntry::default() };
        let blob = blob(&[
            array(Section::ConstOps, &ops),
            bytes(Section::ValTypes, &[1, 2, 4, 0]),
            array(Section::Types, &[TypeEntry::default(), ty]),
            array(Section::FuncTypes, &[0u32, 1]),
            bytes(Section::Strings, b"abc\xff"),
        ]);
        let view = InfoView::new(&blob).unwrap();
        assert_eq!(view.iter::<ConstOp>(Section::ConstOps).collect::<Vec<_>>(), ops);
        assert_eq!(view.const_expr(Range { start: 1, len: 1 }).collect::<Vec<_>>(), ops[1..]);
        assert_eq!(view.const_expr(Range::default()).count(), 0);
        assert_eq!(view.func_type(1), ty);
        let types: Vec<_> = view.val_types(ty.params).collect();
        assert_eq!(types, [ValType::I64, ValType::F64]);
        assert_eq!(view.str(Range { start: 1, len: 2 }), "bc");
        assert_eq!(view.str(Range { start: 3, len: 1 }), "", "no text");
        assert!(view.is_empty(Section::Exports) && view.len(Section::FuncTypes) == 2);
    }

    #[test]
    #[should_panic(expected = "index out of range")]
    fn entries_beyond_a_section_are_not_read() {
        let blob = blob(&[array(Section::FuncTypes, &[0u32, 1])]);
        let _ = InfoView::new(&blob).unwrap().get::<u32>(Section::FuncTypes, 2);
    }

    #[test]
    fn functions_are_found_by_every_byte_of_their_code() {
        // With padding between them, one without code, and a gap in front.
        let ranges = [(16, 10), (32, 16), (48, 0), (48, 1), (64, 100)];
        let funcs = ranges.map(|(text, len)| FuncEntry { text, len, ..FuncEntry::default() });
        let blob = blob(&[array(Section::Funcs, &funcs)]);
        let view = InfoView::new(&blob).unwrap();
        for at in 0..200 {
            let expected = ranges.iter().position(|&(text, len)| (text..text + len).contains(&at));
            let found = view.func_at(at);
            assert_eq!(found.map(|(n, _)| n), expected, "at {at}");
            assert_eq!(found.map(|(_, func)| func), expected.map(|n| funcs[n]));
        }
        assert_eq!(view.func_at(u32::MAX), None);
    }

    #[test]
    fn no_functions_no_code() {
        let blob = blob(&[]);
        assert_eq!(InfoView::new(&blob).unwrap().func_at(0), None);
    }

    #[test]
    fn each_function_has_its_own_sites() {
        let sites = [
            [
                Site { code: 105, wasm: 52, kind: Kind::Call },
                Site { code: 110, wasm: 51, kind: Kind::Memory },
            ],
            [
                Site { code: 200, wasm: 80, kind: Kind::Memory },
                Site { code: 203, wasm: 81, kind: Kind::Trap(TrapCode::Unreachable) },
            ],
        ];
        let mut stream = Vec::new();
        let mut funcs = Vec::new();
        for (list, (text, wasm)) in sites.iter().zip([(100, 50), (200, 70)]) {
            let start = stream.len() as u32;
            let mut encoder = Encoder::new(text, wasm);
            for &site in list.iter() {
                encoder.encode(site, |entry| stream.extend_from_slice(entry));
            }
            let sites = Range { start, len: stream.len() as u32 - start };
            funcs.push(FuncEntry { text, len: 20, wasm, sites, ..FuncEntry::default() });
        }
        let blob = blob(&[array(Section::Funcs, &funcs), bytes(Section::Sites, &stream)]);
        let view = InfoView::new(&blob).unwrap();
        for (func, list) in funcs.iter().zip(sites) {
            assert_eq!(view.sites(*func).collect::<Vec<_>>(), list);
        }
    }

    fn names(section: &[u8]) -> Vec<(u32, std::string::String)> {
        let blob = blob(&[bytes(Section::FuncNames, section)]);
        let view = InfoView::new(&blob).unwrap();
        view.func_names().map(|(index, name)| (index, name.into())).collect()
    }

    #[test]
    fn names_are_found_by_index() {
        let blob = blob(&[bytes(Section::FuncNames, b"\x03\x00\x01a\x02\x00\x80\x01\x03xyz")]);
        let view = InfoView::new(&blob).unwrap();
        assert_eq!(view.func_names().collect::<Vec<_>>(), [(0, "a"), (2, ""), (128, "xyz")]);
        assert_eq!(view.func_name(0), Some("a"));
        assert_eq!(view.func_name(128), Some("xyz"));
        assert_eq!((view.func_name(1), view.func_name(2)), (None, Some("")));
    }

    #[test]
    fn damaged_names_end_the_list() {
        assert_eq!(names(b"").len(), 0);
        assert_eq!(names(b"\x05\x00\x01a").len(), 1, "more announced than there are");
        assert_eq!(names(b"\x02\x00\x01a\x01\x09b").len(), 1, "longer than the section");
        assert_eq!(names(b"\x02\x00\x01\xff\x01\x01b").len(), 0, "no text");
        assert_eq!(names(b"\x01\x80\x80\x80\x80\x80\x80\x00\x00").len(), 0, "a number without end");
        assert_eq!(names(b"\xff\xff\xff\xff\x0f").len(), 0);
        assert_eq!(names(b"\x01\x00\x00\x07\x01z").len(), 1, "what is behind the last name");
    }
}
