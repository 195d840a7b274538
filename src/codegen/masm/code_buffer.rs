//! The buffer that machine code is written to: bytes, labels with fix-ups, sites and calls to be patched.
//!
//! It implements dynasmrt's assembling traits, so the `dynasm!` macros write into it, and takes whole instructions by [`CodeBuffer::put`]. A label is a number;
//! a jump to it is a fix-up. Everything is per function except the bytes, the site stream and the calls, which grow over a whole chunk. The ISA may
//! change jumps at the function's end: **no offset into the current function is final before `Masm::end_function`**, those in its site stream included. Labels that
//! are bound, fix-ups, sites and calls are each kept in the order of their offsets. Errors are sticky: [`CodeBuffer::overflowed`] is looked at once per function.

#![forbid(unsafe_code)]

use super::bytes::Bytes;
use super::{Label, Width};
use crate::techniques::{Technique, Techniques};
use beeline_abi::TrapCode;
use beeline_abi::sites::{Encoder, Kind, Site};
use dynasmrt::relocations::Relocation;
use dynasmrt::x64::X64Relocation;
use dynasmrt::{AssemblyOffset, DynamicLabel, DynasmApi, DynasmLabelApi};
use std::ops::Range;

/// Where a label is that is not bound yet. No code is that long.
pub(super) const UNBOUND: u32 = 1 << 31;
/// Where no code ends.
const NOWHERE: u32 = u32::MAX;
/// How far a label is expected that is bound: no body is that long.
const FAR: u32 = 1 << 31;

/// A place in the code that depends on a label.
#[derive(Clone, Copy, Debug)]
pub struct Fixup {
    /// Offset of the 4-byte field.
    pub at: u32,
    /// What to subtract from the target: the offset that the field is relative to.
    pub from: u32,
    /// The target.
    pub label: Label,
    /// The relocation by dynasm's number; 0xff for a plain 32-bit difference (a jump table's entry).
    pub kind: u8,
}

/// A direct call to be patched when all functions are placed.
#[derive(Clone, Copy, Debug)]
pub struct CallFixup {
    /// Offset of the instruction's displacement field in the chunk's code.
    pub at: u32,
    /// Function index.
    pub func: u32,
}

/// An out-of-line trap to be emitted at the function's end.
#[derive(Clone, Copy, Debug)]
pub struct TrapStub {
    /// Where the jump goes.
    pub label: Label,
    /// Why.
    pub code: TrapCode,
    /// Offset of the operator in the module.
    pub wasm: u32,
}

/// A jump table of the current function: its targets are a range of `CodeBuffer::table_targets`.
#[derive(Clone, Copy, Debug)]
struct Table {
    label: Label,
    first: usize,
    len: usize,
}

/// The most targets that a table with jumps has ([`CodeBuffer::shares_targets`]), and how often each of them is there at least, in the mean.
const SHARED_TARGETS: usize = 16;
const SHARES: usize = 4;

/// A float constant of the current function, which its code reads from behind it.
#[derive(Clone, Copy, Debug)]
struct Constant {
    label: Label,
    bits: u64,
    width: Width,
}

/// How many of the constants that were asked for last are looked through for the same one.
const RECENT_CONSTANTS: usize = 8;

/// A label: where it is bound, and at which place that is expected before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub at: u32,
    pub expected: u32,
}

/// Sizes of a buffer between two functions, to go back to.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    bytes: usize,
    sites: usize,
    calls: usize,
}

/// See the head of this file.
#[derive(Debug, Default)]
pub struct CodeBuffer {
    pub(super) bytes: Bytes,
    /// Where each label is bound.
    pub(super) labels: Vec<Spot>,
    /// The labels that are bound, in the order of their places.
    pub(super) bound: Vec<Label>,
    pub(super) fixups: Vec<Fixup>,
    /// Where the current function starts, and its entries in `calls` and in `sites`.
    pub(super) start: u32,
    pub(super) first_call: usize,
    pub(super) first_site: usize,
    /// Trap stubs of the current function, emitted by the macro assembler in `end_function`.
    pub stubs: Vec<TrapStub>,
    /// What is used to make code better.
    pub techniques: Techniques,
    /// Direct calls of the chunk.
    pub calls: Vec<CallFixup>,
    /// Site streams of the chunk, one function after the other; a function's is complete after `Masm::end_function`.
    pub sites: Vec<u8>,
    /// Of the current function's sites, by their distance from the body's start.
    encoder: Encoder,
    /// Bytes of the current function that are no code, at its end: constants and jump tables.
    pub table_bytes: u32,
    constants: Vec<Constant>,
    tables: Vec<Table>,
    jump_lists: Vec<Table>,
    table_targets: Vec<Label>,
    /// Where the body of the current function starts in the module, and by the count of places; where it ends by that count.
    body: u32,
    body_place: u32,
    end_place: u32,
    /// The place of the operator being emitted. Places count bytes of the module from anywhere, whatever is at hand: each operator sets one, and few ask.
    place: u32,
    overflowed: bool,
    /// See [`Self::set_straight`].
    straight: u32,
}

impl CodeBuffer {
    /// Bytes written so far.
    pub fn len(&self) -> u32 {
        self.bytes.len() as u32
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Exchanges what grows over a whole chunk: bytes, site streams and calls.
    pub fn swap_output(&mut self, bytes: &mut Vec<u8>, sites: &mut Vec<u8>, calls: &mut Vec<CallFixup>) {
        self.bytes.swap(bytes);
        std::mem::swap(&mut self.sites, sites);
        std::mem::swap(&mut self.calls, calls);
    }

    /// Makes room for `more` bytes, so that the writes that follow do not grow the buffer one by one.
    pub fn reserve(&mut self, more: usize) {
        self.bytes.reserve(more);
    }

    /// Appends an instruction: the low `head_len` bytes of `head`, then the low `tail_len` bytes of `tail`. At most 7 and 8.
    #[inline(always)]
    pub fn put(&mut self, head: u64, head_len: u32, tail: u64, tail_len: u32) {
        self.bytes.put(head, head_len, tail, tail_len);
    }

    /// Appends an instruction of 32 bits.
    #[inline]
    pub fn put_word(&mut self, word: u32) {
        self.put(u64::from(word), 4, 0, 0);
    }

    /// Sets how long the code should not become: [`Self::exceeds_limit`].
    pub fn set_limit(&mut self, limit: usize) {
        self.bytes.set_limit(limit);
    }

    /// Whether the code has become longer than it should; what is emitted is not wanted any more.
    pub fn exceeds_limit(&self) -> bool {
        self.bytes.exceeds_limit()
    }

    /// Notes that something did not fit its field.
    pub fn set_overflowed(&mut self) {
        self.overflowed = true;
    }

    /// Whether something did not fit its field; the function's code is then unusable.
    pub fn overflowed(&self) -> bool {
        self.overflowed
    }

    /// Starts a function at the current end, whose body lies at offset `wasm` of the module.
    pub fn begin_function(&mut self, wasm: u32) {
        self.labels.clear();
        self.bound.clear();
        self.fixups.clear();
        self.stubs.clear();
        (self.start, self.first_call, self.first_site) = (self.len(), self.calls.len(), self.sites.len());
        self.table_bytes = 0;
        self.constants.clear();
        self.tables.clear();
        self.jump_lists.clear();
        self.table_targets.clear();
        self.overflowed = false;
        self.straight = NOWHERE;
        (self.body, self.body_place, self.end_place, self.place) = (wasm, wasm, wasm, wasm);
        self.encoder = Encoder::new(self.start, 0);
    }

    /// Where the buffer ends, between two functions.
    pub fn mark(&self) -> Mark {
        Mark { bytes: self.bytes.len(), sites: self.sites.len(), calls: self.calls.len() }
    }

    /// Takes back all that was emitted since `mark`.
    pub fn rewind(&mut self, mark: Mark) {
        self.bytes.truncate(mark.bytes);
        self.sites.truncate(mark.sites);
        self.calls.truncate(mark.calls);
    }

    /// Sets the offset in the module of the operator being emitted.
    pub fn set_wasm_offset(&mut self, wasm: u32) {
        self.place = wasm.wrapping_sub(self.body).wrapping_add(self.body_place);
    }

    /// Says at which places the body of the current function starts and ends. Without it, places are offsets in the module.
    pub fn set_body_places(&mut self, start: u32, end: u32) {
        (self.body_place, self.end_place, self.place) = (start, end, start);
    }

    /// Sets the place of the operator being emitted, as [`Self::set_wasm_offset`] does.
    #[inline(always)]
    pub fn set_place(&mut self, place: u32) {
        self.place = place;
    }

    /// Bytes from the body's start to the operator being emitted.
    #[inline(always)]
    fn distance(&self) -> u32 {
        self.place.wrapping_sub(self.body_place)
    }

    /// The offset in the module of the operator being emitted.
    pub fn wasm_offset(&self) -> u32 {
        self.body.wrapping_add(self.distance())
    }

    /// Records a site at offset `at` of the code for the current operator.
    #[inline]
    pub fn site(&mut self, at: u32, kind: Kind) {
        self.note_site(Site { code: at, wasm: self.distance(), kind });
    }

    /// Records a site for an operator elsewhere.
    #[inline]
    pub fn site_for(&mut self, at: u32, wasm: u32, kind: Kind) {
        self.note_site(Site { code: at, wasm: wasm - self.body, kind });
    }

    #[inline(always)]
    fn note_site(&mut self, site: Site) {
        let Self { encoder, sites, .. } = self;
        encoder.encode(site, |entry| sites.extend_from_slice(entry));
    }

    /// Records a direct call whose displacement is at offset `at` of the code.
    #[inline]
    pub fn call(&mut self, at: u32, func: u32) {
        self.calls.push(CallFixup { at, func });
    }

    /// A new label, which is expected to be bound by the current operator.
    pub fn new_label(&mut self) -> Label {
        self.new_label_at(self.place)
    }

    /// A new label, which is expected to be bound by the operator at this place.
    #[inline]
    pub fn new_label_at(&mut self, expected: u32) -> Label {
        self.labels.push(Spot { at: UNBOUND, expected });
        Label(self.labels.len() as u32 - 1)
    }

    /// A new label, which is expected to be bound behind the function's last operator and some other code that is out of line.
    pub fn new_label_at_end(&mut self) -> Label {
        /// The bytes of wasm that make as much code, perhaps.
        const OTHERS: u32 = 40;
        self.new_label_at(self.end_place.wrapping_add(OTHERS))
    }

    /// How many bytes of the module lie between the current operator and the one that is expected to bind a label, which is not bound yet. A large number if that one is
    /// behind.
    #[inline]
    pub(super) fn expected_distance(&self, spot: Spot) -> u32 {
        spot.expected.wrapping_sub(self.place)
    }

    /// Binds a label to the current end.
    pub fn bind(&mut self, label: Label) {
        debug_assert_eq!(self.labels[label.0 as usize].at, UNBOUND, "label bound twice");
        self.labels[label.0 as usize] = Spot { at: self.len(), expected: self.place.wrapping_add(FAR) };
        self.bound.push(label);
        self.straight = NOWHERE;
    }

    /// How many labels are bound to the current end, behind a jump that starts at `start`, and whether any is bound there. `None` if they are too many to be moved with
    /// the end ([`Self::move_last_labels`]): that should take no longer the more there are.
    pub(super) fn labels_around(&self, start: u32) -> Option<(usize, bool)> {
        const MOST: usize = 4;
        let (mut at_end, mut at_start) = (0, false);
        for &Label(label) in self.bound.iter().rev().take(MOST + 1) {
            let at = self.labels[label as usize].at;
            at_end += usize::from(at == self.len());
            at_start |= at == start;
            if at < start {
                break;
            }
        }
        (at_end <= MOST).then_some((at_end, at_start))
    }

    /// Says that control comes to the current end by what lies before it only, as long as no label is bound here and nothing is written.
    #[inline(always)]
    pub fn set_straight(&mut self) {
        self.straight = self.len();
    }

    /// Whether [`Self::set_straight`] was called at this end, and no label has been bound here since.
    #[inline(always)]
    pub fn is_straight(&self) -> bool {
        self.straight == self.len()
    }

    /// Moves so many labels, which were bound to what was the end, to the current end.
    pub(super) fn move_last_labels(&mut self, count: usize) {
        let (end, first) = (self.len(), self.bound.len() - count);
        for &Label(label) in &self.bound[first..] {
            self.labels[label as usize].at = end;
        }
        self.straight = NOWHERE;
    }

    /// Where a label is bound, if it is.
    pub fn target(&self, label: Label) -> Option<u32> {
        Some(self.labels[label.0 as usize].at).filter(|&at| at != UNBOUND)
    }

    /// Records a field at `at` that is to hold the distance of `label` from `from`.
    #[inline]
    pub fn fixup(&mut self, at: u32, from: u32, label: Label, kind: u8) {
        self.fixups.push(Fixup { at, from, label, kind });
    }

    /// A trap stub for the current operator.
    pub fn stub(&mut self, code: TrapCode) -> Label {
        let label = self.new_label_at_end();
        let wasm = self.wasm_offset();
        self.stubs.push(TrapStub { label, code, wasm });
        label
    }

    /// A jump table at the function's end with the distances of these targets.
    pub fn table(&mut self, targets: &[Label]) -> Label {
        let table = self.new_table(targets);
        self.tables.push(table);
        table.label
    }

    /// A jump table at the function's end with jumps to these targets, which the macro assembler emits in `end_function`.
    pub fn jump_list(&mut self, targets: &[Label]) -> Label {
        let table = self.new_table(targets);
        self.jump_lists.push(table);
        table.label
    }

    fn new_table(&mut self, targets: &[Label]) -> Table {
        let table = Table { label: self.new_label(), first: self.table_targets.len(), len: targets.len() };
        self.table_targets.extend_from_slice(targets);
        table
    }

    /// Whether many entries of a jump table have few targets, as where characters are classified, in more runs than comparisons tell apart: then
    /// [`Self::jump_list`] is better than [`Self::table`]. A processor foretells jumps by where those before went. With a jump for each entry that says
    /// which entry it was, and also the target is known without a load. Brings, in CPU time: a scanner of words 0.5, where its runs are not compared
    /// with; with a target for each entry, as in interpreters, the further jump costs 1.08.
    pub fn shares_targets(&self, targets: &[Label]) -> bool {
        let most = (targets.len() / SHARES).min(SHARED_TARGETS);
        let mut found = [Label(0); SHARED_TARGETS];
        let mut len = 0;
        for &target in targets {
            if found[..len].contains(&target) {
                continue;
            }
            if len == most {
                return false;
            }
            found[len] = target;
            len += 1;
        }
        self.techniques.has(Technique::JumpLists)
    }

    /// Binds the label of the `n`th table with jumps, whose jumps follow; where their targets are, for [`Self::table_target`].
    pub fn begin_jump_list(&mut self, n: usize) -> Option<Range<usize>> {
        let &Table { label, first, len } = self.jump_lists.get(n)?;
        self.bind(label);
        Some(first..first + len)
    }

    /// A target of a jump table.
    pub fn table_target(&self, at: usize) -> Label {
        self.table_targets[at]
    }

    /// A constant of this width at the function's end.
    pub fn constant(&mut self, width: Width, bits: u64) -> Label {
        let mut recent = self.constants.iter().rev().take(RECENT_CONSTANTS);
        if let Some(found) = recent.find(|constant| constant.bits == bits && constant.width == width) {
            return found.label;
        }
        let label = self.new_label();
        self.constants.push(Constant { label, bits, width });
        label
    }

    /// Emits what code reads from behind itself, constants and jump tables. Entries of tables are distances from their table; all other labels are bound and
    /// final.
    pub fn emit_data(&mut self) {
        if self.constants.is_empty() && self.tables.is_empty() {
            return;
        }
        let start = self.len();
        self.emit_constants();
        self.emit_tables();
        self.table_bytes = self.len() - start;
    }

    /// The wide ones first: all are at multiples of their size.
    fn emit_constants(&mut self) {
        let constants = std::mem::take(&mut self.constants);
        for width in [Width::W64, Width::W32] {
            let bytes = width.bits() / 8;
            for constant in constants.iter().filter(|constant| constant.width == width) {
                if !self.len().is_multiple_of(bytes) {
                    self.align(bytes as usize, 0xcc);
                }
                self.bind(constant.label);
                self.put(0, 0, constant.bits, bytes);
            }
        }
        self.constants = constants;
    }

    fn emit_tables(&mut self) {
        if self.tables.is_empty() {
            return;
        }
        self.align(4, 0xcc);
        let tables = std::mem::take(&mut self.tables);
        for &Table { label, first, len } in &tables {
            self.bind(label);
            let base = self.len();
            self.reserve(4 * len);
            for at in first..first + len {
                // Every label of a table is bound at the function's end.
                let target = self.target(self.table_targets[at]).unwrap_or(base);
                self.put_word(target.wrapping_sub(base));
            }
        }
        self.tables = tables;
    }

    /// Takes back what [`Self::emit_data`] has emitted.
    pub(super) fn remove_data(&mut self) {
        self.bytes.truncate(self.bytes.len() - std::mem::take(&mut self.table_bytes) as usize);
        let constants = self.constants.iter().map(|constant| constant.label);
        for label in constants.chain(self.tables.iter().map(|table| table.label)) {
            self.labels[label.0 as usize].at = UNBOUND;
        }
    }

    /// Resolves the fix-ups of the current function; `write` puts a distance into a field of a relocation kind, which starts
    /// at the bytes it is given, and says whether it fits. Returns whether all do.
    #[must_use]
    pub fn resolve(&mut self, write: impl Fn(u8, &mut [u8; 4], i32) -> bool) -> bool {
        let Self { bytes, labels, fixups, .. } = self;
        let mut fit = true;
        // Narrower fields may be the last bytes.
        let len = bytes.len();
        bytes.resize(len + 4, 0);
        let code = &mut **bytes;
        for &Fixup { at, from, label: Label(label), kind } in fixups.iter() {
            let target = labels[label as usize].at;
            debug_assert_ne!(target, UNBOUND, "a jump to a label that was never bound");
            let at = at as usize;
            let Some(field) = code.get_mut(at..at + 4).and_then(<[u8]>::first_chunk_mut) else {
                unreachable!("a field outside of the code")
            };
            fit &= write(kind, field, target.wrapping_sub(from) as i32);
        }
        bytes.truncate(len);
        fit
    }
}

impl Extend<u8> for CodeBuffer {
    fn extend<T: IntoIterator<Item = u8>>(&mut self, iter: T) {
        self.bytes.extend(iter);
    }
}

impl<'a> Extend<&'a u8> for CodeBuffer {
    fn extend<T: IntoIterator<Item = &'a u8>>(&mut self, iter: T) {
        self.bytes.extend(iter);
    }
}

impl DynasmApi for CodeBuffer {
    #[inline]
    fn offset(&self) -> AssemblyOffset {
        AssemblyOffset(self.bytes.len())
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    #[inline]
    fn push_u32(&mut self, value: u32) {
        self.put_word(value);
    }

    fn align(&mut self, alignment: usize, with: u8) {
        let len = self.bytes.len().next_multiple_of(alignment);
        self.bytes.resize(len, with);
    }
}

/// Only `extern` relocations are used: named and dynamic labels of dynasm are hashed or owned by its own assemblers.
impl DynasmLabelApi for CodeBuffer {
    type Relocation = X64Relocation;

    fn local_label(&mut self, _: &'static str) {
        unreachable!("labels are numbers here")
    }
    fn global_label(&mut self, _: &'static str) {
        unreachable!("labels are numbers here")
    }
    fn dynamic_label(&mut self, _: DynamicLabel) {
        unreachable!("labels are numbers here")
    }
    fn forward_relocation(&mut self, _: &'static str, _: isize, _: u8, _: u8, _: X64Relocation) {
        unreachable!("labels are numbers here")
    }
    fn backward_relocation(&mut self, _: &'static str, _: isize, _: u8, _: u8, _: X64Relocation) {
        unreachable!("labels are numbers here")
    }
    fn global_relocation(&mut self, _: &'static str, _: isize, _: u8, _: u8, _: X64Relocation) {
        unreachable!("labels are numbers here")
    }
    fn dynamic_relocation(&mut self, _: DynamicLabel, _: isize, _: u8, _: u8, _: X64Relocation) {
        unreachable!("labels are numbers here")
    }

    fn value_reloc(&mut self, value: usize, field_offset: u8, ref_offset: u8, kind: u8) {
        let end = self.len();
        let (at, from) = (end - u32::from(field_offset), end - u32::from(ref_offset));
        self.fixup(at, from, Label(value as u32), kind);
    }

    fn value_relocation(
        &mut self,
        value: usize,
        field_offset: u8,
        ref_offset: u8,
        relocation: X64Relocation,
    ) {
        debug_assert_eq!(relocation.size(), 4);
        self.value_reloc(value, field_offset, ref_offset, 0xff);
    }
}
