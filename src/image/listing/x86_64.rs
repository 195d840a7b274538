//! x86-64 instructions as text, by iced-x86.

use super::{Disassembler, Instruction, Reference};
use iced_x86::{
    Decoder, DecoderOptions, FlowControl, Formatter, IntelFormatter, OpKind, SymbolResolver, SymbolResult,
};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Labels that the formatter asks for.
type Labels = Rc<RefCell<HashMap<u64, String>>>;

/// Decoder and formatter for x86-64.
pub(super) struct X86_64 {
    formatter: IntelFormatter,
    labels: Labels,
}

struct Resolver(Labels);

impl SymbolResolver for Resolver {
    fn symbol(
        &mut self,
        _: &iced_x86::Instruction,
        _: u32,
        _: Option<u32>,
        address: u64,
        _: u32,
    ) -> Option<SymbolResult<'_>> {
        let name = self.0.borrow().get(&address)?.clone();
        Some(SymbolResult::with_string(address, name))
    }
}

impl X86_64 {
    pub(super) fn new() -> Self {
        let labels = Labels::default();
        let mut formatter = IntelFormatter::with_options(Some(Box::new(Resolver(Rc::clone(&labels)))), None);
        let options = formatter.options_mut();
        options.set_hex_prefix("0x");
        options.set_hex_suffix("");
        options.set_uppercase_hex(false);
        options.set_space_after_operand_separator(true);
        options.set_branch_leading_zeros(false);
        options.set_show_branch_size(false);
        options.set_signed_immediate_operands(true);
        options.set_rip_relative_addresses(false);
        Self { formatter, labels }
    }
}

fn decode(text: &[u8], at: u32) -> iced_x86::Instruction {
    let bytes = text.get(at as usize..).unwrap_or(&[]);
    Decoder::with_ip(64, bytes, u64::from(at), DecoderOptions::NONE).decode()
}

impl Disassembler for X86_64 {
    fn decode(&mut self, text: &[u8], at: u32) -> Instruction {
        let instruction = decode(text, at);
        let call = instruction.flow_control() == FlowControl::Call;
        let target = match instruction.op0_kind() {
            OpKind::NearBranch64 if call => Some((Reference::Call, instruction.near_branch_target())),
            OpKind::NearBranch64 => Some((Reference::Branch, instruction.near_branch_target())),
            _ if instruction.is_ip_rel_memory_operand() => {
                let how = match instruction.memory_size().size() {
                    // `lea` accesses nothing.
                    0 => Reference::Table,
                    len => Reference::Constant(len as u8),
                };
                Some((how, instruction.ip_rel_memory_address()))
            }
            _ => None,
        };
        let target = target.and_then(|(how, address)| Some((how, u32::try_from(address).ok()?)));
        let len = if instruction.is_invalid() { 1 } else { instruction.len() as u32 };
        Instruction { at, len, target }
    }

    fn format(&mut self, text: &[u8], at: u32, labels: &HashMap<u32, String>, out: &mut String) {
        let instruction = decode(text, at);
        if instruction.is_invalid() {
            let byte = text.get(at as usize).copied().unwrap_or(0);
            out.push_str(&format!(".byte {byte:#04x}"));
            return;
        }
        let target = self.decode(text, at).target;
        let mut known = self.labels.borrow_mut();
        known.clear();
        if let Some((target, name)) = target.and_then(|(_, target)| Some((target, labels.get(&target)?))) {
            known.insert(target.into(), name.clone());
        }
        drop(known);
        self.formatter.format(&instruction, out);
    }
}
