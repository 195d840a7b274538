//! Techniques of the code generator that can be switched off one by one, for the bench that shows what each is worth.
//!
//! Each has one place that asks for it: where its policy is decided. That costs nothing, because without the feature `ablation`, which only that bench enables,
//! [`Techniques`] has no bytes and every answer is a constant. What cannot be switched off here: parameters in registers, on which the runtime's trampolines
//! and every call rely.

#![forbid(unsafe_code)]

/// Something that makes code better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Technique {
    /// Registers for the locals that are used most.
    Homes,
    /// Values of other locals stay in registers between two labels.
    CachedLocals,
    /// A comparison waits for the operator that consumes it as a condition.
    PendingCompares,
    /// An operator computes into the home of the local that is written next.
    DestinationHint,
    /// A comparison takes a global from where it lies.
    ComparedGlobals,
    /// Constants are folded and become immediates.
    Constants,
    /// Offsets of memory accesses are part of the instruction.
    Displacements,
    /// A shift of a small number that becomes the address of a load is part of the load.
    ScaledIndex,
    /// A load right behind a store to the same address takes the register that was stored.
    StoreForwarding,
    /// A shift and an addition are one instruction.
    ShiftAdd,
    /// A multiplication and an addition are one instruction, where there is one.
    MulAdd,
    /// Divisions by constants are shifts or multiplications.
    ConstantDivisors,
    /// Float constants lie behind the function, and are operands of arithmetic, where the ISA has such operands.
    FloatConstants,
    /// An `and` that is only compared with zero is a test.
    Tests,
    /// Arithmetic that has set the flags saves a comparison of its result with zero.
    Flags,
    /// Comparisons instead of a jump table with few runs of targets.
    Runs,
    /// A jump table with few targets holds jumps instead of distances.
    JumpLists,
    /// Jumps to the next instruction go, and conditional jumps over jumps are turned around.
    TidyJumps,
    /// Jumps are short where they can be.
    ShortJumps,
    /// Code from which the program does not go on lies behind all other.
    DeadEnds,
}

impl Technique {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Homes,
        Self::CachedLocals,
        Self::PendingCompares,
        Self::DestinationHint,
        Self::ComparedGlobals,
        Self::Constants,
        Self::Displacements,
        Self::ScaledIndex,
        Self::StoreForwarding,
        Self::ShiftAdd,
        Self::MulAdd,
        Self::ConstantDivisors,
        Self::FloatConstants,
        Self::Tests,
        Self::Flags,
        Self::Runs,
        Self::JumpLists,
        Self::TidyJumps,
        Self::ShortJumps,
        Self::DeadEnds,
    ];
}

/// The techniques in use; by default all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Techniques {
    /// A bit for each that is not.
    #[cfg(feature = "ablation")]
    off: u32,
}

impl Techniques {
    /// Whether a technique is in use.
    #[inline(always)]
    #[must_use]
    pub fn has(self, technique: Technique) -> bool {
        #[cfg(feature = "ablation")]
        return self.off >> technique as u32 & 1 == 0;
        #[cfg(not(feature = "ablation"))]
        {
            let _ = technique;
            true
        }
    }

    /// These but one.
    #[cfg(feature = "ablation")]
    #[must_use]
    pub fn without(self, technique: Technique) -> Self {
        Self { off: self.off | 1 << technique as u32 }
    }
}
