//! `CompiledModule` to a relocatable ELF object.
//!
//! ```text
//!   .text           machine code, position independent: no relocations
//!   .beeline.info   the info blob
//!   .beeline.data   contents of data segments
//!   .data.rel.ro    ModuleImage (symbol beeline_module), addresses of libcalls, of host functions,
//!                   of the functions for values or 0 (symbol beeline_values)
//!   .note.beeline   the grants (symbol beeline_grants)
//! ```
//!
//! All relocations are 64-bit addresses in `.data.rel.ro`. Undefined symbols are just the libcalls and host functions that the module
//! uses: what an executable contains of the runtime follows from them. The code and the data are borrowed, and copied once, into the file.

use crate::grants::{self, Grants};
use crate::imports::{self, UnknownImports};
use crate::{Error, Result, entry, names, target};
use beeline_abi::info::{FuncEntry, GRANTS_SYMBOL, MODULE_SYMBOL, Section, VALUES_FUNCTIONS, VALUES_SYMBOL};
use beeline_abi::{InfoView, MAX_HOST_PAGE, ModuleImage};
use beeline_codegen::{Buffer, CompiledModule};
use object::write::{Object, Relocation, SectionId, Symbol, SymbolId, SymbolSection, WritableBuffer};
use object::{
    BinaryFormat, Endianness, RelocationEncoding, RelocationFlags, RelocationKind, SectionFlags, SectionKind,
    SymbolFlags, SymbolKind, SymbolScope, elf,
};
use std::collections::HashMap;

/// The section of the info blob.
const INFO_SECTION: &[u8] = b".beeline.info";
/// The section of the data segments' contents.
const DATA_SECTION: &[u8] = b".beeline.data";
/// The sections of an object or executable that hold a module.
pub(crate) const MODULE_SECTIONS: [&[u8]; 3] = [b".text", INFO_SECTION, DATA_SECTION];

/// Alignment of machine code: a cache line, as the code generator lays out loops for.
const TEXT_ALIGN: u64 = 64;

/// Bytes of an address in a file for any of our targets.
const WORD: u64 = 8;

/// How to write an object.
#[derive(Clone, Debug, Default)]
pub struct ObjectOptions {
    /// What the executable may touch.
    pub grants: Grants,
    /// What becomes of imported functions that nothing provides.
    pub unknown_imports: UnknownImports,
    /// Whether each function gets a local symbol.
    pub symbols: bool,
}

/// Writes a relocatable object that makes an executable when it is linked with the runtime archive.
///
/// # Errors
///
/// No function to start with; imports that cannot be provided; a module beyond the limits of the object format.
pub fn write_object(module: &CompiledModule, options: &ObjectOptions) -> Result<Buffer> {
    let info = InfoView::new(&module.info).ok_or(Error::BadInfo)?;
    let has_values = entry::check(&info, options.grants.invoke.as_deref())?;
    let host_funcs = imports::resolve(&info, options.unknown_imports)?;

    let description = names::readable(&module.info, &info);
    let mut object = Object::new(BinaryFormat::Elf, target::machine(module.arch), Endianness::Little);
    let text = object.add_section(Vec::new(), b".text".to_vec(), SectionKind::Text);
    object.set_section_data(text, &module.text[..], TEXT_ALIGN);
    let blob = object.add_section(Vec::new(), INFO_SECTION.to_vec(), SectionKind::ReadOnlyData);
    object.set_section_data(blob, &description[..], WORD);
    let data = if module.data.is_empty() {
        blob
    } else {
        let data = object.add_section(Vec::new(), DATA_SECTION.to_vec(), SectionKind::ReadOnlyData);
        object.set_section_data(data, &module.data[..], data_align(module.data.len()));
        data
    };

    if options.symbols {
        add_function_symbols(&mut object, text, &info);
    }
    add_grants(&mut object, &options.grants);

    let mut table = Table::new(&mut object);
    let after = size_of::<ModuleImage>() as u64;
    // The order of `ModuleImage`'s fields.
    table.start_of(blob)?;
    table.word(description.len() as u64);
    table.start_of(text)?;
    table.word(module.text.len() as u64);
    table.start_of(data)?;
    table.word(module.data.len() as u64);
    table.offset_here(after)?;
    table.offset_here(after + module.libcalls.len() as u64 * WORD)?;
    for libcall in &module.libcalls {
        table.undefined(libcall.symbol())?;
    }
    for func in &host_funcs {
        table.undefined(&func.symbol())?;
    }
    let values = table.here();
    if has_values {
        table.undefined(VALUES_FUNCTIONS)?;
    } else {
        table.word(0);
    }
    table.finish(&[(MODULE_SYMBOL, 0, after), (VALUES_SYMBOL, values, WORD)]);

    // Without this section linkers take the object to need an executable stack.
    object.add_section(Vec::new(), b".note.GNU-stack".to_vec(), SectionKind::Other);
    let mut file = File(Buffer::default());
    object.emit(&mut file).map_err(|error| Error::Object(error.to_string()))?;
    Ok(file.0)
}

/// The file as it is written: where it is large, in huge pages. Python's 15 MB would take 3,800 page faults otherwise.
struct File(Buffer);

impl WritableBuffer for File {
    fn reserve(&mut self, size: u64) -> std::result::Result<(), ()> {
        self.0 = Buffer::with_room(usize::try_from(size).map_err(drop)?, 0);
        Ok(())
    }

    fn write_bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn write_zeros(&mut self, additional: u64) {
        self.0.extend_to(self.0.len() + additional as usize);
    }
}

/// Alignment of the data. Large segments are mapped from the file, which takes whole pages; for small data the padding would be most
/// of the file.
fn data_align(len: usize) -> u64 {
    if len >= MAX_HOST_PAGE { MAX_HOST_PAGE as u64 } else { 16 }
}

/// A local symbol for each function: its name from the name section, or `func[N]`.
fn add_function_symbols(object: &mut Object<'_>, text: SectionId, info: &InfoView<'_>) {
    let imported = info.header().func_imports;
    let mut names = vec![None; info.len(Section::Funcs)];
    for (index, name) in info.func_names() {
        if let Some(slot) = index.checked_sub(imported).and_then(|index| names.get_mut(index as usize)) {
            *slot = Some(name);
        }
    }
    for (number, (func, name)) in info.iter::<FuncEntry>(Section::Funcs).zip(names).enumerate() {
        let name = match name {
            // A symbol ends at a zero byte.
            Some(name) if !name.is_empty() => name.replace('\0', "\u{fffd}"),
            _ => format!("func[{}]", imported as usize + number),
        };
        object.add_symbol(Symbol {
            name: name.into_bytes(),
            value: func.text.into(),
            size: func.len.into(),
            kind: SymbolKind::Text,
            scope: SymbolScope::Compilation,
            weak: false,
            section: SymbolSection::Section(text),
            flags: SymbolFlags::None,
        });
    }
}

/// The note with the grants; its symbol names the blob within.
fn add_grants(object: &mut Object<'_>, grants: &Grants) {
    let note = object.add_section(Vec::new(), grants::NOTE_SECTION.to_vec(), SectionKind::Note);
    object.section_mut(note).flags = SectionFlags::Elf { sh_type: elf::SHT_NOTE, sh_flags: elf::SHF_ALLOC };
    let content = grants.to_note();
    let size = (content.len() - grants::NOTE_HEADER) as u64;
    object.set_section_data(note, content, 4);
    define(object, GRANTS_SYMBOL, SymbolSection::Section(note), grants::NOTE_HEADER as u64, size);
}

/// A symbol that the runtime archive refers to, invisible outside the executable.
fn define(object: &mut Object<'_>, name: &str, section: SymbolSection, value: u64, size: u64) {
    object.add_symbol(Symbol {
        name: name.into(),
        value,
        size,
        kind: SymbolKind::Data,
        scope: SymbolScope::Linkage,
        weak: false,
        section,
        flags: SymbolFlags::None,
    });
}

/// Fills `.data.rel.ro` word by word.
struct Table<'o, 'a> {
    object: &'o mut Object<'a>,
    section: SectionId,
    bytes: Vec<u8>,
    symbols: HashMap<String, SymbolId>,
}

impl<'o, 'a> Table<'o, 'a> {
    fn new(object: &'o mut Object<'a>) -> Self {
        let name = b".data.rel.ro".to_vec();
        let section = object.add_section(Vec::new(), name, SectionKind::ReadOnlyDataWithRel);
        Self { object, section, bytes: Vec::new(), symbols: HashMap::new() }
    }

    fn word(&mut self, value: u64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn address(&mut self, symbol: SymbolId, addend: u64) -> Result<()> {
        let relocation = Relocation {
            offset: self.bytes.len() as u64,
            symbol,
            addend: addend as i64,
            flags: RelocationFlags::Generic {
                kind: RelocationKind::Absolute,
                encoding: RelocationEncoding::Generic,
                size: 64,
            },
        };
        self.object
            .add_relocation(self.section, relocation)
            .map_err(|error| Error::Object(error.to_string()))?;
        self.word(0);
        Ok(())
    }

    /// The address of a section's first byte.
    fn start_of(&mut self, section: SectionId) -> Result<()> {
        let symbol = self.object.section_symbol(section);
        self.address(symbol, 0)
    }

    /// The address of a byte of this table.
    fn offset_here(&mut self, offset: u64) -> Result<()> {
        let symbol = self.object.section_symbol(self.section);
        self.address(symbol, offset)
    }

    /// The address of something in the runtime archive.
    fn undefined(&mut self, name: &str) -> Result<()> {
        let object = &mut self.object;
        let symbol = *self.symbols.entry(name.into()).or_insert_with(|| {
            object.add_symbol(Symbol {
                name: name.into(),
                value: 0,
                size: 0,
                kind: SymbolKind::Text,
                scope: SymbolScope::Unknown,
                weak: false,
                section: SymbolSection::Undefined,
                flags: SymbolFlags::None,
            })
        });
        self.address(symbol, 0)
    }

    /// The offset of what is added next.
    fn here(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Ends the table, parts of which have symbols: names, offsets and sizes.
    fn finish(self, symbols: &[(&str, u64, u64)]) {
        self.object.set_section_data(self.section, self.bytes, WORD);
        for &(name, at, size) in symbols {
            define(self.object, name, SymbolSection::Section(self.section), at, size);
        }
    }
}
