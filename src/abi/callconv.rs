//! The calling convention between wasm functions, on every ISA.
//!
//! Parameters are assigned from the left: integers and references to the ISA's [`INT_PARAMS`] parameter registers,
//! floats to its [`FLOAT_PARAMS`], what is left to 8-byte stack slots in order. Results likewise, to
//! [`INT_RESULTS`] and [`FLOAT_RESULTS`] registers and then to stack slots, which lie behind the stack parameters. The caller owns
//! that whole area; slot 0 is at the lowest address, just above the callee's return address and saved frame pointer.
//!
//! Registers are numbered here by their place in the convention, not by their encoding: `Loc::Int(0)` is the first integer
//! parameter register of whatever ISA. P holds the instance data ([`crate::vm`]); a call that may leave the instance passes the caller's P beside the
//! callee's.
//!
//! | | x86_64 | AArch64 |
//! |---|---|---|
//! | integer parameters | `rcx rdx rax r8 r9 r10` | `x0`-`x5` |
//! | integer results | `rax rdx` | `x0 x1` |
//! | float parameters | `xmm0`-`xmm7` | `v0`-`v7` |
//! | float results | `xmm0 xmm1` | `v0 v1` |
//! | P | `rbx` | `x28` |
//! | the caller's P | `r11` | `x15` |
//! | frame pointer | `rbp` | `x29` |
//! | callee-saved | `rsi rdi r12`-`r15`, low halves of `xmm8`-`xmm14` | `x19`-`x27`, low halves of `v8`-`v15` |
//! | never touched | | `x18` |
//!
//! What is in no row is not kept by calls. P is the same throughout an instance; a call that may leave it comes back with any P, and the caller
//! restores its own. On AArch64 the return address comes in `x30`, and each function's first instruction, `stp x29, x30, [sp, #-16]!`, stores it
//! where x86_64's calls put it; there sp is a multiple of 16 throughout. Nothing below the stack pointer is used.
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
        let (used, max) =
            if ty.is_float() { (&mut self.floats, self.max_floats) } else { (&mut self.ints, self.max_ints) };
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

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use ValType::{ExternRef, F32, F64, FuncRef, I32, I64};
    use std::collections::HashSet;
    use std::vec::Vec;

    fn locs(locs: Locs<'_>) -> Vec<Loc> {
        locs.map(|(_, loc)| loc).collect()
    }

    /// Lists of types of every length up to 40, by a fixed sequence of random numbers.
    fn lists() -> impl Iterator<Item = Vec<ValType>> {
        let mut state = 1u64;
        let mut next = move || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            [I32, I64, F32, F64, FuncRef, ExternRef][(state >> 33) as usize % 6]
        };
        (0..2000).map(move |n| (0..n % 41).map(|_| next()).collect())
    }

    #[test]
    fn classes_are_counted_separately_and_references_are_integers() {
        use Loc::{Float, Int};
        let types = [F64, I32, ExternRef, F32, I64];
        assert_eq!(locs(Locs::params(&types)), [Float(0), Int(0), Int(1), Float(1), Int(2)]);
    }

    #[test]
    fn what_is_left_goes_to_stack_slots_in_order() {
        use Loc::{Float, Int, Stack};
        let mut types = [I32; 9];
        (types[6], types[8]) = (F32, I64);
        let expected = [Int(0), Int(1), Int(2), Int(3), Int(4), Int(5), Float(0), Stack(0), Stack(1)];
        assert_eq!(locs(Locs::params(&types)), expected);
    }

    #[test]
    fn stack_results_follow_stack_parameters() {
        use Loc::{Float, Int, Stack};
        let signature = Signature { params: &[I64; 8], results: &[I32, I32, F64, I32, F64, F64] };
        assert_eq!(signature.stack_params(), 2);
        assert_eq!(signature.stack_slots(), 4);
        let expected = [Int(0), Int(1), Float(0), Stack(2), Float(1), Stack(3)];
        assert_eq!(locs(Locs::results(signature.results, 2)), expected);
    }

    #[test]
    fn no_two_values_share_a_place_and_registers_fill_first() {
        for types in lists() {
            for (list, ints, floats, first) in [
                (Locs::params(&types), INT_PARAMS, FLOAT_PARAMS, 0),
                (Locs::results(&types, 7), INT_RESULTS, FLOAT_RESULTS, 7),
            ] {
                let mut places = HashSet::new();
                let (mut used_ints, mut used_floats, mut stack) = (0, 0, first);
                for (&ty, (same, loc)) in types.iter().zip(list) {
                    assert_eq!(ty, same);
                    assert!(places.insert(std::format!("{loc:?}")), "{types:?}: {loc:?} twice");
                    match loc {
                        Loc::Int(n) => {
                            assert!(!ty.is_float() && n as usize == used_ints);
                            used_ints += 1;
                        }
                        Loc::Float(n) => {
                            assert!(ty.is_float() && n as usize == used_floats);
                            used_floats += 1;
                        }
                        Loc::Stack(n) => {
                            let full = if ty.is_float() { used_floats == floats } else { used_ints == ints };
                            assert!(full && n == stack, "{types:?}");
                            stack += 1;
                        }
                    }
                }
                assert!(used_ints <= ints && used_floats <= floats && places.len() == types.len());
            }
        }
    }

    #[test]
    fn the_area_of_a_signature_holds_all_its_slots() {
        for (params, results) in lists().zip(lists().skip(17)) {
            let signature = Signature { params: &params, results: &results };
            let stack = |locs: Locs<'_>| {
                locs.filter_map(|(_, loc)| if let Loc::Stack(n) = loc { Some(n) } else { None })
                    .collect::<Vec<_>>()
            };
            let mut slots = stack(Locs::params(&params));
            assert_eq!(slots.len(), signature.stack_params() as usize);
            slots.extend(stack(Locs::results(&results, signature.stack_params())));
            assert_eq!(slots, (0..signature.stack_slots()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn saved_registers_lie_where_thunks_expect_them() {
        use core::mem::offset_of;
        assert_eq!(offset_of!(RegSave, ints), 0);
        assert_eq!(offset_of!(RegSave, floats), 48);
        assert_eq!(offset_of!(RegSave, results_int), 112);
        assert_eq!(offset_of!(RegSave, results_float), 128);
        assert_eq!(offset_of!(RegSave, stack), 144);
    }
}
