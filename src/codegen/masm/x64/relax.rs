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
//! Labels and calls know how many fix-ups were in front of them, and this notes how many bytes those have lost: that moves each by one subtraction, whenever it is
//! wanted. Sites are relative to the one before, and a fix-up knows the first one behind it, which moves by what that fix-up loses. Nothing lies inside the bytes that are removed,
//! and what lies at their start stays in front of them. With cursors over sites, labels and calls, compiling python took 1.03 times as long. To choose between jumps of both
//! kinds and lengths by arithmetic instead of branches took 1.015 times as long, and to settle a jump when its label is bound, where no other one waits in between, 1.02 times:
//! that is so for a fifth of them.

use super::super::code_buffer::{BLOCK, CodeBuffer, Fixup, move_down};
use crate::techniques::Technique;
use beeline_abi::sites;

/// Fix-up kinds. Those of jumps: an unconditional one, a conditional one, and an unconditional one that has a label.
pub const JMP: u8 = 1;
/// See [`JMP`].
pub const JCC: u8 = 2;
/// See [`JMP`].
pub const JMP_AT_LABEL: u8 = 3;
/// Other kinds, which jumps have after relaxation: a distance of one or four bytes.
pub const REL8: u8 = 4;
/// See [`REL8`].
pub const REL32: u8 = 5;

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

/// See the head of this file.
pub fn relax(code: &mut CodeBuffer) {
    let tidy = code.techniques.has(Technique::TidyJumps);
    let shorten = code.techniques.has(Technique::ShortJumps);
    let CodeBuffer { bytes, labels, fixups, removed, sites, .. } = code;
    let Some(first) = fixups.first() else { return };
    let end_of_code = bytes.len();
    bytes.resize(end_of_code + BLOCK, 0);
    removed.resize(fixups.len() + 1, 0);
    // Bytes removed, and where those start that have not been moved.
    let (mut gone, mut moved) = (0, first.at.saturating_sub(JCC_OPCODE));
    let (mut read, mut written) = (0, 0);
    while let Some(&fixup) = fixups.get(read) {
        read += 1;
        let Fixup { at, from, mut label, kind, next_site } = fixup;
        if kind > JMP_AT_LABEL {
            removed[read] = gone;
            fixups[written] = Fixup { at: at - gone, from: from - gone, label, kind, next_site };
            written += 1;
            continue;
        }
        let conditional = kind == JCC;
        let opcode = if conditional { JCC_OPCODE } else { JMP_OPCODE };
        let (start, mut end) = (at - opcode, from);
        // Of a conditional jump, the byte with its condition.
        let mut byte = bytes[at as usize - 1];
        if conditional
            && tidy
            && let Some(&next) = fixups.get(read)
            && next.kind == JMP
            && next.at == end + JMP_OPCODE
            && labels[label.0 as usize].at == next.from
        {
            byte ^= 1;
            (label, end) = (next.label, next.from);
            removed[read] = gone;
            read += 1;
        }
        let target = labels[label.0 as usize];
        let new_start = start - gone;
        if target.at == end && tidy {
            move_down(bytes, moved, start, gone);
            sites::move_back(&mut sites[next_site as usize..], end - start);
            (gone, moved) = (gone + end - start, end);
            removed[read] = gone;
            continue;
        }
        let is_near = if target.at > start {
            target.at - end <= i8::MAX as u32
        } else {
            let target = target.at - removed[target.fixups as usize];
            new_start + SHORT - target <= i8::MIN.unsigned_abs().into()
        };
        let is_short = is_near && shorten;
        let kept = if is_short { SHORT } else { opcode + 4 };
        move_down(bytes, moved, start + kept, gone);
        // The second byte is the condition, or the first one of the distance.
        let short_form = if conditional { byte ^ 0xf0 } else { 0xeb };
        let long_form = if conditional { 0x0f } else { byte };
        let jump = [if is_short { short_form } else { long_form }, byte];
        bytes[new_start as usize..][..2].copy_from_slice(&jump);
        let new_end = new_start + kept;
        let (at, kind) = if is_short { (new_end - 1, REL8) } else { (new_end - 4, REL32) };
        fixups[written] = Fixup { at, from: new_end, label, kind, next_site };
        written += 1;
        sites::move_back(&mut sites[next_site as usize..], end - (start + kept));
        (gone, moved) = (gone + end - (start + kept), end);
        removed[read] = gone;
    }
    fixups.truncate(written);
    move_down(bytes, moved, end_of_code as u32, gone);
    bytes.truncate(end_of_code - gone as usize);
    code.move_places();
}
