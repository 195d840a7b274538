//! Machine code as text: what `--emit asm` and `disasm` print, and what the code generator's tests compare.
//!
//! One block per function: a heading, then one line per instruction, branch targets within the function as `.L0`, `.L1` in order of address, calls
//! and references by the name of the function. Instructions with a site say which wasm offset they belong to and which trap they
//! mean. With [`WasmText`], the operators between one site and the next are printed above the site's instruction; exact
//! to the operator only at sites, since the compiler keeps no other map.
//!
//! Linear in code and module. All that depends on the ISA is `Disassembler`.

mod aarch64;
mod x86_64;

use crate::{Error, Result, printable, shown};
use beeline_abi::InfoView;
use beeline_abi::info::{FuncEntry, Section};
use beeline_abi::sites::{Kind, Site};
use beeline_codegen::{Arch, CompiledModule};
use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::ops::Range;

/// What a listing shows beside the instructions.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListingOptions<'a> {
    /// Offsets in text and the bytes of each instruction. Listings to be compared do without: one changed
    /// instruction would change all lines behind it.
    pub addresses: bool,
    /// The module's operators, to be interleaved.
    pub wasm: Option<&'a WasmText>,
    /// The indices of the functions to be listed, imported ones counted; all without.
    pub only: Option<&'a HashSet<u32>>,
}

/// The text of a module's operators by their offsets.
#[derive(Clone, Debug)]
pub struct WasmText {
    /// In the order of offsets.
    operators: Vec<(u32, String)>,
}

impl WasmText {
    /// Prints the operators of a module.
    ///
    /// # Errors
    ///
    /// The module is malformed.
    pub fn new(wasm: &[u8]) -> Result<Self> {
        let mut storage = String::new();
        let mut operators: Vec<(u32, String)> = wasmprinter::Config::new()
            .name_unnamed(false)
            .offsets_and_lines(wasm, &mut storage)
            .map_err(|error| Error::Text(error.to_string()))?
            // Only operators stand on lines of their own that do not start with a parenthesis.
            .filter_map(|(offset, line)| {
                let line = line.trim();
                let offset = u32::try_from(offset?).ok()?;
                (!line.is_empty() && !line.starts_with(['(', ')'])).then(|| (offset, line.into()))
            })
            .collect();
        operators.sort_by_key(|&(offset, _)| offset);
        Ok(Self { operators })
    }

    /// The operators of the body between two offsets.
    fn body(&self, start: u32, end: u32) -> &[(u32, String)] {
        let from = self.operators.partition_point(|&(offset, _)| offset < start);
        let to = self.operators.partition_point(|&(offset, _)| offset < end);
        &self.operators[from..to.max(from)]
    }
}

/// An instruction of any ISA.
struct Instruction {
    /// Offset in text.
    at: u32,
    /// Bytes.
    len: u32,
    /// The address in text that it refers to, if that is a constant.
    target: Option<(Reference, u32)>,
}

/// How an instruction refers to an address in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reference {
    /// It may jump there.
    Branch,
    /// It calls what is there.
    Call,
    /// It takes the address, of a jump table.
    Table,
    /// It reads a constant of so many bytes.
    Constant(u8),
}

/// The addresses that a function's instructions refer to.
#[derive(Default)]
struct Labels {
    /// Names, by address: `.L0` and so on in the function, names of functions elsewhere.
    names: HashMap<u32, String>,
    /// Where the function's constants are, in order, and how many bytes each has.
    constants: Vec<(u32, u8)>,
    /// Where the function's jump tables start, in order; they are its end, behind the constants.
    tables: Vec<u32>,
}

/// Decoder and formatter of an ISA.
trait Disassembler {
    /// Decodes the instruction at an offset of `text`; bytes that are none count as one instruction of one unit.
    fn decode(&mut self, text: &[u8], at: u32) -> Instruction;
    /// Prints the instruction at an offset of `text`, with names for the addresses in `labels`.
    fn format(&mut self, text: &[u8], at: u32, labels: &HashMap<u32, String>, out: &mut String);
}

/// The listing of a compiled module as a string. See [`write_listing`].
#[must_use]
pub fn listing(module: &CompiledModule, options: ListingOptions<'_>) -> String {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = write_listing(&mut bytes, module, options);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Writes the listing of a compiled module.
///
/// # Errors
///
/// `out` fails.
pub fn write_listing(
    out: &mut dyn Write,
    module: &CompiledModule,
    options: ListingOptions<'_>,
) -> io::Result<()> {
    let (mut disassembler, isa): (Box<dyn Disassembler>, _) = match module.arch {
        Arch::X86_64 => (Box::new(x86_64::X86_64::new()), "x86_64"),
        Arch::Aarch64 => (Box::new(aarch64::Aarch64::new()), "aarch64"),
    };
    let Some(info) = InfoView::new(&module.info) else {
        return Err(io::Error::other(Error::BadInfo.to_string()));
    };
    let mut writer = Writer { module, options, info, names: names(&info) };
    writer.header(out, isa)?;
    let funcs = info.len(Section::Funcs);
    for number in 0..funcs {
        let index = info.header().func_imports + number as u32;
        if options.only.is_some_and(|only| !only.contains(&index)) {
            continue;
        }
        let func: FuncEntry = info.get(Section::Funcs, number);
        let end = if number + 1 < funcs {
            info.get::<FuncEntry>(Section::Funcs, number + 1).wasm
        } else {
            u32::MAX
        };
        writer.function(out, disassembler.as_mut(), number as u32, func, end)?;
    }
    Ok(())
}

/// Names of functions as far as the name section has them, by index.
fn names<'a>(info: &InfoView<'a>) -> HashMap<u32, &'a str> {
    info.func_names().collect()
}

struct Writer<'a> {
    module: &'a CompiledModule,
    options: ListingOptions<'a>,
    info: InfoView<'a>,
    names: HashMap<u32, &'a str>,
}

impl Writer<'_> {
    fn header(&self, out: &mut dyn Write, isa: &str) -> io::Result<()> {
        let module = self.module;
        let funcs = self.info.len(Section::Funcs);
        write!(out, "; {isa}, {} in {} of code", count(funcs, "function"), count(module.text.len(), "byte"))?;
        if !module.data.is_empty() {
            let segments = self.info.len(Section::Datas);
            write!(out, ", {} of data in {}", count(module.data.len(), "byte"), count(segments, "segment"))?;
        }
        writeln!(out)?;
        if !module.libcalls.is_empty() {
            let symbols: Vec<_> = module.libcalls.iter().map(|call| call.symbol()).collect();
            writeln!(out, "; runtime: {}", symbols.join(", "))?;
        }
        for (index, import) in module.func_imports.iter().enumerate() {
            let (module, name) = (printable(&import.module), printable(&import.name));
            writeln!(out, "; import func[{index}]: {module}.{name}")?;
        }
        Ok(())
    }

    /// The name of a function, by its index among all.
    fn name(&self, index: u32) -> String {
        match self.names.get(&index) {
            Some(name) => format!("func[{index}] <{}>", shown(name)),
            None => format!("func[{index}]"),
        }
    }

    fn function(
        &mut self,
        out: &mut dyn Write,
        disassembler: &mut dyn Disassembler,
        number: u32,
        func: FuncEntry,
        wasm_end: u32,
    ) -> io::Result<()> {
        let index = self.info.header().func_imports + number;
        let (start, end) = (func.text, func.text.saturating_add(func.len));
        let Some(text) = self.module.text.get(..end as usize) else {
            return writeln!(out, "\n{}: outside the text", self.name(index));
        };
        write!(out, "\n{}: ", self.name(index))?;
        if self.options.addresses {
            write!(out, "; {start:#x}, ")?;
        } else {
            write!(out, "; ")?;
        }
        writeln!(out, "{}, wasm {:#x}", count(func.len as usize, "byte"), func.wasm)?;

        let labels = self.labels(disassembler, text, start, end.saturating_sub(func.tables));
        let mut sites = self.info.sites(func).peekable();
        let mut operators = self.options.wasm.map_or(&[][..], |wasm| wasm.body(func.wasm, wasm_end));
        let mut line = String::new();
        let mut at = start;
        let constants = labels.constants.first().map(|&(at, _)| at);
        let code_end = constants.or(labels.tables.first().copied()).unwrap_or(end);
        while at < code_end {
            let instruction = disassembler.decode(text, at);
            let next = (at + instruction.len).min(code_end);
            line.clear();
            disassembler.format(text, at, &labels.names, &mut line);

            let mut notes = Vec::new();
            let mut reached = 0;
            while let Some(site) = sites.next_if(|site| belongs(*site, at, next)) {
                reached = reached.max(site.wasm);
                notes.push(match site.kind {
                    Kind::Memory => format!("wasm {:#x}", site.wasm),
                    Kind::Call => format!("wasm {:#x} call", site.wasm),
                    Kind::Trap(code) => format!("wasm {:#x} trap: {}", site.wasm, code.message()),
                });
            }
            let passed = operators.partition_point(|&(offset, _)| offset <= reached);
            self.operators(out, &operators[..passed])?;
            operators = &operators[passed..];

            self.place(out, &labels, text, at..next)?;
            if notes.is_empty() {
                writeln!(out, "    {line}")?;
            } else {
                writeln!(out, "    {line:40} ; {}", notes.join("; "))?;
            }
            at = next;
        }
        self.operators(out, operators)?;
        self.constants(out, &labels, text)?;
        self.tables(out, &labels, text)
    }

    fn operators(&self, out: &mut dyn Write, operators: &[(u32, String)]) -> io::Result<()> {
        let indent = if self.options.addresses { 32 } else { 0 };
        operators
            .iter()
            .try_for_each(|(offset, text)| writeln!(out, "{:indent$}  ;; {offset:#x}: {text}", ""))
    }

    /// What stands before an instruction or table entry: its label, and on demand its offset and bytes.
    fn place(&self, out: &mut dyn Write, labels: &Labels, text: &[u8], at: Range<u32>) -> io::Result<()> {
        if let Some(label) = labels.names.get(&at.start).filter(|label| label.starts_with('.')) {
            writeln!(out, "{label}:")?;
        }
        if self.options.addresses {
            let bytes = text.get(at.start as usize..at.end as usize).unwrap_or(&[]);
            let bytes: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            write!(out, "{:8x}  {bytes:22}", at.start)?;
        }
        Ok(())
    }

    /// The constants behind a function's code, as their bits.
    fn constants(&self, out: &mut dyn Write, labels: &Labels, text: &[u8]) -> io::Result<()> {
        for &(at, len) in &labels.constants {
            let end = at + u32::from(len);
            self.place(out, labels, text, at..end)?;
            let bytes = text.get(at as usize..end as usize).unwrap_or(&[]);
            let bits = bytes.iter().rev().fold(0u64, |bits, &byte| bits << 8 | u64::from(byte));
            writeln!(out, "    {} {bits:#x}", if len == 8 { ".quad" } else { ".long" })?;
        }
        Ok(())
    }

    /// The jump tables at the end of a function: distances of the targets from the start of their table.
    fn tables(&self, out: &mut dyn Write, labels: &Labels, text: &[u8]) -> io::Result<()> {
        for (table, at, target) in entries(&labels.tables, text) {
            self.place(out, labels, text, at..at + ENTRY)?;
            let name = |address| labels.names.get(&address).map_or("?", String::as_str);
            writeln!(out, "    .long {} - {}", name(target), name(table))?;
        }
        Ok(())
    }

    /// The addresses that a function's instructions refer to. `text` ends where the function does; from `data` on it is not code.
    fn labels(&self, disassembler: &mut dyn Disassembler, text: &[u8], start: u32, data: u32) -> Labels {
        let mut labels = Labels::default();
        let mut local = Vec::new();
        let mut end = text.len() as u32;
        let inside = |target: u32| (start as usize..text.len()).contains(&(target as usize));
        let mut at = start;
        while at < end {
            let instruction = disassembler.decode(text, at);
            at = instruction.at + instruction.len;
            match instruction.target {
                // A table with jumps is code.
                Some((Reference::Table, target)) if inside(target) && target < data => local.push(target),
                Some((Reference::Table, target)) if inside(target) => {
                    labels.tables.push(target);
                    end = end.min(target);
                }
                Some((Reference::Constant(len), target)) if inside(target) => {
                    labels.constants.push((target, len));
                    end = end.min(target);
                }
                Some((Reference::Branch, target)) if inside(target) => local.push(target),
                Some((_, target)) => {
                    if let Some((number, func)) = self.info.func_at(target) {
                        let name = self.name(self.info.header().func_imports + number as u32);
                        let distance = target - func.text;
                        let name = if distance == 0 { name } else { format!("{name}+{distance:#x}") };
                        labels.names.insert(target, name);
                    }
                }
                None => {}
            }
        }
        labels.tables.sort_unstable();
        labels.tables.dedup();
        labels.constants.sort_unstable();
        labels.constants.dedup();
        local.extend(&labels.tables);
        local.extend(labels.constants.iter().map(|&(at, _)| at));
        local.extend(
            entries(&labels.tables, text).map(|(_, _, target)| target).filter(|&target| inside(target)),
        );
        local.sort_unstable();
        local.dedup();
        labels.names.extend(local.into_iter().enumerate().map(|(n, target)| (target, format!(".L{n}"))));
        labels
    }
}

/// Bytes of an entry of a jump table.
const ENTRY: u32 = 4;

/// The entries of jump tables that reach up to the end of `text`: the start of the table, where the entry is, and its target.
fn entries<'a>(tables: &'a [u32], text: &'a [u8]) -> impl Iterator<Item = (u32, u32, u32)> + 'a {
    tables.iter().enumerate().flat_map(move |(number, &table)| {
        let end = tables.get(number + 1).map_or(text.len(), |&next| next as usize);
        let bytes = text.get(table as usize..end).unwrap_or(&[]);
        bytes.chunks_exact(ENTRY as usize).zip(0..).map(move |(entry, n)| {
            let distance = u32::from_le_bytes([entry[0], entry[1], entry[2], entry[3]]);
            (table, table + n * ENTRY, table.wrapping_add(distance))
        })
    })
}

/// Whether a site describes the instruction between two addresses: calls are known by their return addresses.
fn belongs(site: Site, at: u32, next: u32) -> bool {
    match site.kind {
        Kind::Call => site.code <= next,
        Kind::Memory | Kind::Trap(_) => site.code <= at,
    }
}

/// A number with its unit.
fn count(n: usize, unit: &str) -> String {
    format!("{n} {unit}{}", if n == 1 { "" } else { "s" })
}
