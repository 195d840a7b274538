//! Out-of-line code: what rarely runs, emitted at the function's end so that the common path falls through.
//!
//! [`Arm64::jump_slow`] emits the jump and returns the label to bind behind the common path; `end_function` emits the rest, each piece
//! for the operator that asked for it.

use super::super::{Label, Slot};
use super::Arm64;
use super::float::Truncation;

/// What to do out of line.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slow {
    /// A conversion of a float that does not fit, or perhaps does.
    Truncation(Truncation),
    /// A call of a function of another instance.
    CallOther { saved_p: Slot },
}

/// A piece of out-of-line code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pending {
    slow: Slow,
    enter: Label,
    back: Label,
    /// Offset of the operator in the module.
    wasm: u32,
}

impl Arm64 {
    /// Notes a piece. Gives its label, and the one that it comes back to.
    pub(super) fn put_off(&mut self, slow: Slow) -> (Label, Label) {
        let enter = self.code.new_label();
        let back = self.code.new_label();
        let wasm = self.code.wasm_offset();
        self.slow.push(Pending { slow, enter, back, wasm });
        (enter, back)
    }

    /// Emits all that was put off.
    pub(super) fn emit_slow(&mut self) {
        let mut list = std::mem::take(&mut self.slow);
        for Pending { slow, enter, back, wasm } in list.drain(..) {
            self.code.set_wasm_offset(wasm);
            self.code.bind(enter);
            match slow {
                Slow::Truncation(which) => self.slow_truncation(which, back),
                Slow::CallOther { saved_p } => {
                    self.call_other(saved_p);
                    self.jump_to(back);
                }
            }
        }
        self.slow = list;
    }
}
