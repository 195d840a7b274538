//! The independent disassembler of AArch64: what is emitted is decoded and printed by fARM64.

use farm64::format::{FmtFormatter, Formatter, FormatterOptions};
use farm64::{Decoder, DecoderOptions, Instruction};

fn formatter() -> FmtFormatter {
    FmtFormatter::with_options(FormatterOptions {
        first_operand_char_index: 0,
        ..FormatterOptions::default()
    })
}

fn decoded(code: &[u8]) -> Decoder<'_> {
    Decoder::new(code, 0, DecoderOptions::default())
}

fn line(instruction: &Instruction) -> String {
    let mut text = String::new();
    if instruction.is_invalid() {
        text.push_str("(invalid)");
    } else {
        formatter().format(instruction, &mut text);
    }
    text
}

/// Whether there is nothing but valid instructions, none of which has to do with x18, the platform's register.
pub fn check_decoding(name: &str, code: &[u8]) {
    for instruction in decoded(code) {
        let text = line(&instruction);
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
        assert!(
            !words.any(|word| ["invalid", "x18", "w18"].contains(&word)),
            "{name}: {text}\n{}",
            listing(code)
        );
    }
}

/// Arm's own syntax with the usual aliases, an instruction a line.
pub fn listing(code: &[u8]) -> String {
    decoded(code).into_iter().map(|instruction| line(&instruction) + "\n").collect()
}
