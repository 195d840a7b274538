//! Machine code as text: what `--emit asm` and `disasm` print, and what the code generator's tests compare.
//!
//! One block per function: a heading, then one line per instruction, branch targets within the function as `.L0`, `.L1` in order of address, calls
//! and references by the name of the function. Instructions with a site say which wasm offset they belong to and which trap they
//! mean. With [`WasmText`], the operators between one site and the next are printed above the site's instruction; exact
//! to the operator only at sites, since the compiler keeps no other map.
//!
//! Linear in code and module. All that depends on the ISA is [`Disassembler`].

mod x86_64;

use crate::{Error, Result};
use beeline_abi::InfoView;
use beeline_abi::info::{FuncEntry, Section};
use beeline_abi::sites::{Kind, Site};
use beeline_codegen::{Arch, CompiledModule};
use std::collections::HashMap;
use std::io::{self, Write};

/// What a listing shows beside the instructions.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListingOptions<'a> {
    /// Offsets in text and the bytes of each instruction. Listings to be compared do without: one changed
    /// instruction would change all lines behind it.
    pub addresses: bool,
    /// The module's operators, to be interleaved.
    pub wasm: Option<&'a WasmText>,
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
    /// Where it may jump, if that is a constant.
    target: Option<u32>,
    /// Whether `target` belongs to a call or reference, so that it needs no label in the function.
    leaves: bool,
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
    };
    let Some(info) = InfoView::new(&module.info) else {
        return Err(io::Error::other(Error::BadInfo.to_string()));
    };
    let mut writer = Writer { module, options, info, names: names(&info) };
    writer.header(out, isa)?;
    let funcs = info.len(Section::Funcs);
    for number in 0..funcs {
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
            writeln!(out, "; import func[{index}]: {}.{}", import.module, import.name)?;
        }
        Ok(())
    }

    /// The name of a function, by its index among all.
    fn name(&self, index: u32) -> String {
        match self.names.get(&index) {
            Some(name) => format!("func[{index}] <{name}>"),
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

        let labels = self.labels(disassembler, text, start);
        let mut sites = self.info.sites(func).peekable();
        let mut operators = self.options.wasm.map_or(&[][..], |wasm| wasm.body(func.wasm, wasm_end));
        let mut line = String::new();
        let mut at = start;
        while at < end {
            let instruction = disassembler.decode(text, at);
            let next = at + instruction.len;
            line.clear();
            disassembler.format(text, at, &labels, &mut line);

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

            if let Some(label) = labels.get(&at).filter(|label| label.starts_with('.')) {
                writeln!(out, "{label}:")?;
            }
            if self.options.addresses {
                let bytes: String =
                    text[at as usize..next as usize].iter().map(|b| format!("{b:02x}")).collect();
                write!(out, "{at:8x}  {bytes:22}")?;
            }
            if notes.is_empty() {
                writeln!(out, "    {line}")?;
            } else {
                writeln!(out, "    {line:40} ; {}", notes.join("; "))?;
            }
            at = next;
        }
        self.operators(out, operators)
    }

    fn operators(&self, out: &mut dyn Write, operators: &[(u32, String)]) -> io::Result<()> {
        let indent = if self.options.addresses { 32 } else { 0 };
        operators
            .iter()
            .try_for_each(|(offset, text)| writeln!(out, "{:indent$}  ;; {offset:#x}: {text}", ""))
    }

    /// Names for the addresses that instructions of a function refer to.
    fn labels(&self, disassembler: &mut dyn Disassembler, text: &[u8], start: u32) -> HashMap<u32, String> {
        let mut local = Vec::new();
        let mut labels = HashMap::new();
        let mut at = start;
        while (at as usize) < text.len() {
            let instruction = disassembler.decode(text, at);
            at = instruction.at + instruction.len;
            let Some(target) = instruction.target else { continue };
            let inside = (start as usize..text.len()).contains(&(target as usize));
            if inside && !(instruction.leaves && target == start) {
                local.push(target);
            } else if let Some((number, func)) = self.info.func_at(target) {
                let name = self.name(self.info.header().func_imports + number as u32);
                let distance = target - func.text;
                labels.insert(target, if distance == 0 { name } else { format!("{name}+{distance:#x}") });
            }
        }
        local.sort_unstable();
        local.dedup();
        labels.extend(local.into_iter().enumerate().map(|(n, target)| (target, format!(".L{n}"))));
        labels
    }
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
