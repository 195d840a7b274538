//! Jumps: short ones where their targets are near.
//!
//! A backward distance is known when the jump is emitted. A forward one is not, but validation has found where in the module each block ends, and few bytes of wasm
//! ([`NEAR`]) make less than 128 of code: of 1,000 jumps that were expected to be near, none to 8 were not. So nothing moves in most functions; in the others
//! [`widen`] makes those jumps long. Some that could be short are long: text is 1 to 1.5 % larger than it could be.
//!
//! Binding a label looks at the jumps right in front of it: one to the label goes, and `jcc over; jmp target; over:` becomes `jncc target`.
//!
//! *Why*: emitting long forms, and shortening them when all labels were bound, took 1.03 times as long. To settle a jump when its label is bound, with code moved each
//! time, is quadratic in nesting.

use super::super::Label;
use super::super::code_buffer::{CodeBuffer, Fixup, UNBOUND};
use super::X64;
use super::encode::Cc;
use crate::techniques::Technique;
use beeline_abi::sites::{Encoder, Sites};
use std::hint::select_unpredictable;

/// Fix-up kinds, by what their field belongs to: a jump or a conditional one, short or long.
const JMP8: u8 = 0;
/// See [`JMP8`].
const JCC8: u8 = 1;
/// See [`JMP8`].
const JMP32: u8 = 2;
/// See [`JMP8`].
const JCC32: u8 = 3;
/// Something else, with a field of four bytes.
pub const REL32: u8 = 4;

/// What a short kind lacks to be the long one.
const LONG: u8 = 2;

/// The most bytes of wasm between a jump and its target that is expected to be near.
const NEAR: u32 = 48;

/// How often [`widen`] looks which jumps are too far now, before it makes all long.
const ROUNDS: usize = 4;

/// Bytes of a short jump.
const SHORT: u32 = 2;

/// Bytes of a jump.
const fn len(kind: u8) -> u32 {
    [2, 2, 5, 6][kind as usize & 3]
}

/// Writes a distance into a field, for [`CodeBuffer::resolve`].
pub fn write(kind: u8, field: &mut [u8; 4], distance: i32) -> bool {
    let mask = if kind <= JCC8 { 0xff } else { u32::MAX };
    let rest = u32::from_le_bytes(*field) & !mask;
    *field = (distance as u32 & mask | rest).to_le_bytes();
    fits(distance) | (kind > JCC8)
}

const fn fits(distance: i32) -> bool {
    distance as i8 as i32 == distance
}

impl X64 {
    #[inline]
    pub(super) fn jump(&mut self, target: Label) {
        self.jump_of(0xeb, 0xe9, JMP32, target);
    }

    #[inline]
    pub(super) fn jump_cc(&mut self, cc: Cc, target: Label) {
        let cc = u64::from(cc.0);
        self.jump_of(0x70 | cc, 0x800f | cc << 8, JCC32, target);
    }

    /// A jump by the opcode of its short or long form. Which it will be cannot be foreseen, so there is no branch for it.
    #[inline(always)]
    fn jump_of(&mut self, short: u64, long: u64, long_kind: u8, target: Label) {
        let is_short = self.is_near(target);
        let kind = long_kind - if is_short { LONG } else { 0 };
        let opcode = select_unpredictable(is_short, short, long);
        let bytes = select_unpredictable(is_short, len(long_kind - LONG), len(long_kind));
        let field = select_unpredictable(is_short, 1, 4);
        self.code.put(opcode, bytes, 0, 0);
        let from = self.code.len();
        self.code.fixup(from - field, from, target, kind);
    }

    /// Whether a jump that is emitted here may be short.
    #[inline(always)]
    fn is_near(&self, target: Label) -> bool {
        let spot = self.code.labels[target.0 as usize];
        // Of a label that is bound, the expected place is far away; one that is not lies far behind.
        let forward = self.code.expected_distance(spot) <= NEAR;
        let backward = (self.code.len() + SHORT).wrapping_sub(spot.at) <= i8::MIN.unsigned_abs().into();
        (forward | backward) & self.code.techniques.has(Technique::ShortJumps)
    }

    /// Binds a label here, after a look at the jumps in front of it.
    #[inline]
    pub(super) fn bind_label(&mut self, label: Label) {
        self.forget_flags();
        if self.code.fixups.last().is_some_and(|last| last.from == self.code.len()) {
            self.tidy(label);
        }
        self.code.bind(label);
    }

    /// Most jumps right in front of a label are none that [`Self::tidy_jumps`] changes: this saves no registers to find out.
    #[inline(never)]
    fn tidy(&mut self, label: Label) {
        let [.., before, last] = &self.code.fixups[..] else { return self.tidy_jumps(label) };
        if last.label == label || before.label == label {
            self.tidy_jumps(label);
        }
    }

    /// Takes away or turns around jumps in front of a label that is bound here next; see the head of this file.
    #[inline(never)]
    fn tidy_jumps(&mut self, label: Label) {
        if !self.code.techniques.has(Technique::TidyJumps) {
            return;
        }
        while let Some(&last) = self.code.fixups.last()
            && last.from == self.code.len()
            && last.kind != REL32
        {
            let start = last.from - len(last.kind);
            if last.label == label {
                let Some((at_end, _)) = self.code.labels_around(start) else { return };
                self.code.fixups.pop();
                self.code.bytes.truncate(start as usize);
                self.code.move_last_labels(at_end);
                continue;
            }
            let Some(&[.., condition, _]) = self.code.fixups.get(..) else { return };
            let is_over = condition.label == label && condition.from == start;
            if !is_over || !matches!((condition.kind, last.kind), (JCC8 | JCC32, JMP8 | JMP32)) {
                return;
            }
            let Some((at_end, false)) = self.code.labels_around(start) else { return };
            // The byte in front of the distance.
            let cc = self.code.bytes[condition.at as usize - 1] & 0xf ^ 1;
            let start = condition.from - len(condition.kind);
            let fixups = self.code.fixups.len() - 2;
            self.code.fixups.truncate(fixups);
            self.code.bytes.truncate(start as usize);
            self.jump_cc(Cc(cc), last.label);
            self.code.move_last_labels(at_end);
            return;
        }
    }

    /// Writes the distances of all jumps, and what the code reads from behind itself.
    pub(super) fn settle_jumps(&mut self) {
        self.code.emit_data();
        if !self.code.resolve(write) {
            self.code.remove_data();
            widen(&mut self.code);
            self.code.emit_data();
            let fit = self.code.resolve(write);
            debug_assert!(fit, "a short jump that is too far");
            if !fit {
                self.code.set_overflowed();
            }
        }
    }
}

/// Counts the fix-ups in front of places, which are asked for in their order.
struct Rank<'a> {
    /// Where the instructions of fix-ups end.
    ends: &'a [u32],
    rank: usize,
}

impl<'a> Rank<'a> {
    fn new(ends: &'a [u32]) -> Self {
        Self { ends, rank: 0 }
    }

    fn of(&mut self, at: u32) -> usize {
        while self.ends.get(self.rank).is_some_and(|&end| end <= at) {
            self.rank += 1;
        }
        self.rank
    }
}

/// Makes long the jumps that are too far to be short, and with them those that are too far then. Labels, calls and sites move along.
#[cold]
#[inline(never)]
fn widen(code: &mut CodeBuffer) {
    let ends: Vec<u32> = code.fixups.iter().map(|fixup| fixup.from).collect();
    let mut ranks = vec![0; code.labels.len()];
    let mut rank = Rank::new(&ends);
    for &Label(label) in &code.bound {
        let at = code.labels[label as usize].at;
        if at != UNBOUND {
            ranks[label as usize] = rank.of(at);
        }
    }
    let (kinds, moves) = long_kinds(code, &ranks);
    // From the end on, so that nothing is overwritten.
    let mut end = code.bytes.len();
    code.bytes.resize(end + moves[code.fixups.len()] as usize, 0);
    for (n, fixup) in code.fixups.iter_mut().enumerate().rev() {
        let Fixup { from, kind, .. } = *fixup;
        let by = moves[n + 1];
        (fixup.at, fixup.from) = (fixup.at + by, from + by);
        if kinds[n] == kind {
            continue;
        }
        code.bytes.copy_within(from as usize..end, (from + by) as usize);
        end = (from - len(kind)) as usize;
        let opcode = code.bytes[end];
        let long: &[u8] = if kind == JMP8 { &[0xe9] } else { &[0x0f, opcode + 0x10] };
        let start = end + moves[n] as usize;
        code.bytes[start..start + long.len()].copy_from_slice(long);
        (fixup.at, fixup.kind) = (fixup.from - 4, kinds[n]);
    }
    for (label, rank) in code.labels.iter_mut().zip(ranks) {
        if label.at != UNBOUND {
            label.at += moves[rank];
        }
    }
    let mut rank = Rank::new(&ends);
    for call in &mut code.calls[code.first_call..] {
        call.at += moves[rank.of(call.at)];
    }
    let entries = code.sites.split_off(code.first_site);
    let (mut rank, mut encoder) = (Rank::new(&ends), Encoder::new(code.start, 0));
    for mut site in Sites::new(&entries, code.start, 0) {
        site.code += moves[rank.of(site.code)];
        encoder.encode(site, |entry| code.sites.extend_from_slice(entry));
    }
}

/// The kinds that fix-ups have when all short jumps are near enough, and how far what lies behind so many fix-ups moves for that. `ranks` says how many lie in front of each
/// label.
fn long_kinds(code: &CodeBuffer, ranks: &[usize]) -> (Vec<u8>, Vec<u32>) {
    let mut kinds: Vec<u8> = code.fixups.iter().map(|fixup| fixup.kind).collect();
    let mut moves = vec![0; kinds.len() + 1];
    for round in 0.. {
        let mut sum = 0;
        for (n, fixup) in code.fixups.iter().enumerate() {
            sum += if kinds[n] == fixup.kind { 0 } else { len(kinds[n]) - len(fixup.kind) };
            moves[n + 1] = sum;
        }
        let mut changed = false;
        for (n, &Fixup { from, label: Label(label), .. }) in code.fixups.iter().enumerate() {
            let (label, short) = (label as usize, kinds[n] <= JCC8);
            let target = code.labels[label].at.wrapping_add(moves[ranks[label]]);
            let distance = target.wrapping_sub(from + moves[n + 1]) as i32;
            if short && (round >= ROUNDS || !fits(distance)) {
                kinds[n] |= LONG;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    (kinds, moves)
}
