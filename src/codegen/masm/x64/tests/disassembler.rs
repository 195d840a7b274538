//! The independent disassembler of x86-64: what is emitted is decoded and printed by iced-x86.

use iced_x86::{Decoder, DecoderOptions, Formatter, Instruction, IntelFormatter, Mnemonic, OpKind, Register};

/// Whether there is nothing but valid instructions, none with a REX prefix that it does not need.
pub fn check_decoding(name: &str, code: &[u8]) {
    let mut decoder = Decoder::new(64, code, DecoderOptions::NONE);
    let mut instruction = Instruction::default();
    while decoder.can_decode() {
        let at = decoder.position();
        decoder.decode_out(&mut instruction);
        assert!(!instruction.is_invalid(), "{name}: {code:02x?} at {at}\n{}", listing(code));
        let skip = code[at..].iter().take_while(|byte| [0x66, 0xf2, 0xf3].contains(byte)).count();
        let needs_rex = (0..instruction.op_count()).any(|i| {
            instruction.op_kind(i) == OpKind::Register
                && [Register::SPL, Register::BPL, Register::SIL, Register::DIL]
                    .contains(&instruction.op_register(i))
        });
        assert!(code[at + skip] != 0x40 || needs_rex, "{name}: an empty REX prefix\n{}", listing(code));
    }
}

/// Intel syntax, an instruction a line.
pub fn listing(code: &[u8]) -> String {
    let mut formatter = IntelFormatter::new();
    let options = formatter.options_mut();
    options.set_hex_prefix("0x");
    options.set_hex_suffix("");
    options.set_space_after_operand_separator(true);
    options.set_uppercase_hex(false);
    options.set_show_branch_size(false);
    options.set_branch_leading_zeros(false);
    options.set_displacement_leading_zeros(false);
    options.set_rip_relative_addresses(true);
    let mut text = String::new();
    let mut decoder = Decoder::new(64, code, DecoderOptions::NONE);
    while decoder.can_decode() {
        let instruction = decoder.decode();
        if instruction.mnemonic() == Mnemonic::INVALID {
            text.push_str("(invalid)");
        }
        formatter.format(&instruction, &mut text);
        text.push('\n');
    }
    text
}
