//! The calling convention between wasm functions, on every ISA.
//!
//! Parameters are assigned from the left: integers and references to the ISA's [`INT_PARAMS`] parameter registers,
//! floats to its [`FLOAT_PARAMS`], what is left to 8-byte stack slots in order. Results likewise, to
//! [`INT_RESULTS`] and [`FLOAT_RESULTS`] registers and then to stack slots, which lie behind the stack parameters. The caller owns
//! that whole area; slot 0 is at the lowest address, just above the callee's return address and saved frame pointer.
//!
//! Registers are numbered here by their place in the convention, not by their encoding: `Loc::Int(0)` is the first integer
//! parameter register of whatever ISA. x86_64 maps
//! integer parameters to `rcx rdx rax r8 r9 r10`, integer results to `rax rdx`, float parameters to `xmm0`-`xmm7`, float results to `xmm0 xmm1`.
//! `rbx` is P, `rbp` the frame pointer. `rsi rdi r12 r13 r14 r15` and the low halves of `xmm8`-`xmm14` are callee-saved; all
//! else is not. A call that may leave the instance passes the caller's P in `r11`.
//!
//! An `i32` occupies the low half of its register with the high half zero; in a slot the high half is undefined. Floats are in the
//! low lane.

use crate::types::ValType;

/// Integer parameter registers.
pub const INT_PARAMS: usize = 6;
/// Float parameter registers.
pub const FLOAT_PARAMS: usize = 8;
/// Integer result registers.
pub const INT_RESULTS: usize = 2;
/// Float result registers.
pub const FLOAT_RESULTS: usize = 2;

/// Where one parameter or result travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Loc {
    /// The n-th integer parameter (or result) register.
    Int(u8),
    /// The n-th float parameter (or result) register.
    Float(u8),
    /// The n-th 8-byte slot of the stack area, counted in slots from its low end.
    Stack(u32),
}

/// Iterator over the locations of a list of types.
#[derive(Clone, Debug)]
pub struct Locs<'a> {
    types: core::slice::Iter<'a, ValType>,
    ints: u8,
    floats: u8,
    max_ints: u8,
    max_floats: u8,
    stack: u32,
}

impl<'a> Locs<'a> {
    /// The locations of parameters of these types.
    #[must_use]
    pub fn params(types: &'a [ValType]) -> Self {
        Self::new(types, INT_PARAMS, FLOAT_PARAMS, 0)
    }

    /// The locations of results of these types, for a function whose parameters take `stack_params` stack slots.
    #[must_use]
    pub fn results(types: &'a [ValType], stack_params: u32) -> Self {
        Self::new(types, INT_RESULTS, FLOAT_RESULTS, stack_params)
    }

    fn new(types: &'a [ValType], max_ints: usize, max_floats: usize, stack: u32) -> Self {
        Self {
            types: types.iter(),
            ints: 0,
            floats: 0,
            max_ints: max_ints as u8,
            max_floats: max_floats as u8,
            stack,
        }
    }

    /// The first stack slot that is not taken by the types seen so far.
    #[must_use]
    pub fn stack_slots(&self) -> u32 {
        self.stack
    }
}

impl Iterator for Locs<'_> {
    type Item = (ValType, Loc);

    fn next(&mut self) -> Option<Self::Item> {
        let ty = *self.types.next()?;
        let (used, max) = if ty.is_float() {
            (&mut self.floats, self.max_floats)
        } else {
            (&mut self.ints, self.max_ints)
        };
        if *used < max {
            let n = *used;
            *used += 1;
            return Some((ty, if ty.is_float() { Loc::Float(n) } else { Loc::Int(n) }));
        }
        let slot = self.stack;
        self.stack += 1;
        Some((ty, Loc::Stack(slot)))
    }
}

/// Parameter and result types of a function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Signature<'a> {
    /// Parameter types, from the left.
    pub params: &'a [ValType],
    /// Result types, from the left.
    pub results: &'a [ValType],
}

impl Signature<'_> {
    /// Stack slots that the parameters take.
    #[must_use]
    pub fn stack_params(&self) -> u32 {
        let mut locs = Locs::params(self.params);
        locs.by_ref().for_each(drop);
        locs.stack_slots()
    }

    /// Stack slots that parameters and results take together: what a caller provides.
    #[must_use]
    pub fn stack_slots(&self) -> u32 {
        let mut locs = Locs::results(self.results, self.stack_params());
        locs.by_ref().for_each(drop);
        locs.stack_slots()
    }
}

/// The registers of one call as they lie in memory while the call goes between host and guest: what the runtime's entry and exit
/// thunks load and store. Offsets: `ints` 0, `floats` 48, `results_int` 112, `results_float` 128, `stack` 144.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct RegSave {
    /// Integer parameter registers, in the convention's order.
    pub ints: [u64; INT_PARAMS],
    /// Float parameter registers (bits of the low lane), in the convention's order.
    pub floats: [u64; FLOAT_PARAMS],
    /// Integer result registers.
    pub results_int: [u64; INT_RESULTS],
    /// Float result registers (bits of the low lane).
    pub results_float: [u64; FLOAT_RESULTS],
    /// The stack area: [`Signature::stack_slots`] slots.
    pub stack: *mut u64,
}
