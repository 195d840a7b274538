//! Short jumps: one linear pass over a finished function's fix-ups that rewrites and moves its bytes.
//!
//! Jumps are emitted in the long form. When all labels are bound, this pass goes through the fix-ups in code order and
//!
//! * removes a jump to the next instruction,
//! * turns `jcc over; jmp target; over:` into `jncc target`,
//! * makes a jump short if its target is within reach.
//!
//! A backward distance is exact, since everything before has its final place. A forward distance is taken as it was before
//! anything behind shrank, so a jump that fits only because others become short stays long: deciding those needs iterations, and on real
//! code they are few. Alternatives turned down: hints from the emitter (it does not know how long a block's code will be), and shortening
//! at `bind` (each block would move its own body again: quadratic in nesting).
//!
//! Labels, sites, calls and fix-ups are all in code order, so each is moved by a cursor of its own. Nothing lies inside the bytes
//! that are removed, and what lies at their start stays in front of them.

use super::super::code_buffer::{CodeBuffer, Fixup};
use crate::techniques::Technique;

/// Fix-up kinds: an unconditional jump, a conditional one, and after relaxation a field of one or four bytes.
pub const JMP: u8 = 1;
/// See [`JMP`].
pub const JCC: u8 = 2;
/// See [`JMP`].
pub const REL8: u8 = 3;
/// See [`JMP`].
pub const REL32: u8 = 4;

/// Bytes of opcode of the long forms, which is where the displacement starts.
const JMP_OPCODE: u32 = 1;
const JCC_OPCODE: u32 = 2;
/// Bytes of a short jump.
const SHORT: u32 = 2;

/// Writes a distance into a field, for [`CodeBuffer::resolve`].
pub fn write(kind: u8, field: &mut [u8], distance: i32) -> bool {
    if kind != REL8 {
        field[..4].copy_from_slice(&distance.to_le_bytes());
        return true;
    }
    field[0] = distance as u8;
    i8::try_from(distance).is_ok()
}

/// What has been moved so far: everything in front of the cursors.
struct Moved {
    bound: usize,
    site: usize,
    call: usize,
    /// Bytes removed so far.
    removed: u32,
    /// Bytes up to here have been copied, once anything has been removed (old offset).
    copied: u32,
}

impl Moved {
    /// Moves labels, sites and calls up to the old offset `at`.
    #[inline]
    fn advance(&mut self, code: &mut CodeBuffer, at: u32) {
        let removed = self.removed;
        while let Some(label) = code.bound.get(self.bound) {
            let place = &mut code.labels[label.0 as usize];
            if *place > at {
                break;
            }
            *place -= removed;
            self.bound += 1;
        }
        while let Some(site) = code.pending.get_mut(self.site).filter(|site| site.code() <= at) {
            site.move_back(removed);
            self.site += 1;
        }
        while let Some(call) = code.calls.get_mut(self.call).filter(|call| call.at <= at) {
            call.at -= removed;
            self.call += 1;
        }
    }

    /// Removes the bytes from `from` to `to` (old offsets).
    #[inline]
    fn cut(&mut self, code: &mut CodeBuffer, from: u32, to: u32) {
        if self.removed != 0 {
            code.bytes
                .copy_within(self.copied as usize..from as usize, (self.copied - self.removed) as usize);
        }
        self.copied = to;
        self.removed += to - from;
    }
}

/// See the head of this file.
pub fn relax(code: &mut CodeBuffer) {
    let mut moved = Moved { bound: 0, site: 0, call: code.first_call, removed: 0, copied: 0 };
    let (mut read, mut written) = (0, 0);
    while let Some(&fixup) = code.fixups.get(read) {
        read += 1;
        let opcode = if fixup.kind == JCC { JCC_OPCODE } else { JMP_OPCODE };
        let start = fixup.at - opcode;
        moved.advance(code, start);
        if fixup.kind != JMP && fixup.kind != JCC {
            let Fixup { at, from, label, kind } = fixup;
            code.fixups[written] = Fixup { at: at - moved.removed, from: from - moved.removed, label, kind };
            written += 1;
            continue;
        }
        let (mut label, mut end) = (fixup.label, fixup.from);
        if fixup.kind == JCC
            && code.techniques.has(Technique::TidyJumps)
            && let Some(&next) = code.fixups.get(read)
            && next.kind == JMP
            && next.at == end + JMP_OPCODE
            && code.labels[label.0 as usize] == next.from
            && code.bound.get(moved.bound).is_none_or(|bound| code.labels[bound.0 as usize] != end)
        {
            code.bytes[start as usize + 1] ^= 1;
            (label, end) = (next.label, next.from);
            read += 1;
        }
        let target = code.labels[label.0 as usize];
        if target == end && code.techniques.has(Technique::TidyJumps) {
            moved.cut(code, start, end);
            continue;
        }
        let new_start = start - moved.removed;
        let short = if target > start {
            target - end <= i8::MAX as u32
        } else {
            new_start + SHORT - target <= i8::MIN.unsigned_abs().into()
        };
        let (at, from, kind) = if short && code.techniques.has(Technique::ShortJumps) {
            let byte = code.bytes[start as usize + opcode as usize - 1];
            code.bytes[start as usize] = if opcode == JCC_OPCODE { byte ^ 0xf0 } else { 0xeb };
            moved.cut(code, start + SHORT, end);
            (new_start + 1, new_start + SHORT, REL8)
        } else {
            let long = start + opcode + 4;
            if long != end {
                moved.cut(code, long, end);
            }
            (new_start + opcode, new_start + opcode + 4, REL32)
        };
        code.fixups[written] = Fixup { at, from, label, kind };
        written += 1;
    }
    code.fixups.truncate(written);
    let end = code.len();
    moved.advance(code, end);
    moved.cut(code, end, end);
    code.bytes.truncate((end - moved.removed) as usize);
}
