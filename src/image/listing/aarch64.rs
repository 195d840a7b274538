//! AArch64 instructions as text.

use super::{Disassembler, Instruction};
use std::collections::HashMap;

/// Decoder and formatter for AArch64.
pub(super) struct Aarch64;

impl Disassembler for Aarch64 {
    fn decode(&mut self, _: &[u8], at: u32) -> Instruction {
        Instruction { at, len: 4, target: None }
    }

    fn format(&mut self, text: &[u8], at: u32, _: &HashMap<u32, String>, out: &mut String) {
        let word = text.get(at as usize..).and_then(|bytes| bytes.first_chunk()).copied().unwrap_or_default();
        out.push_str(&format!(".word {:#010x}", u32::from_le_bytes(word)));
    }
}
