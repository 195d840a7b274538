//! What has been written to locals on the paths to a place in a body: two sets of the first 64 locals, which blocks keep for their ends.
//!
//! A local is *unset* if some path has not written it. Sets are joined where paths meet at the end of a block, and no branch back can add anything. Only where a local
//! is unset can its initial zero be read. It is *stale* if paths have met since it was last written. Where it is not, whoever writes machine code knows where
//! its value is. At a label that control comes to on one way only, nothing meets.
//!
//! One step per access, branch and block. Locals behind the first 64 are looked at with less care ([`super::FuncFacts`]): they are few, and sets of any size would
//! cost each branch as many steps as there are locals.

#![forbid(unsafe_code)]

/// See the head of this file. Where control never comes, both are empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sets {
    /// Locals that may not have been written at all.
    pub unset: u64,
    /// Locals that have not been written since paths met last.
    pub stale: u64,
}

impl Sets {
    /// Locals from this index on are in no set.
    pub const LEN: u32 = 64;

    /// Where a function with this many parameters starts.
    pub fn at_start(params: usize) -> Self {
        let locals = u64::MAX.checked_shl(params as u32).unwrap_or(0);
        Self { unset: locals, stale: locals }
    }

    /// A local that is in either set is read, which is noted in this pair of sets.
    #[inline(always)]
    pub fn note_read(&mut self, index: u32, here: Self) {
        let bit = 1 << (index % Self::LEN);
        self.unset |= here.unset & bit;
        self.stale |= here.stale & bit;
    }

    /// A local is written.
    #[inline(always)]
    pub fn write(&mut self, index: u32) {
        let others = !(1 << (index % Self::LEN));
        self.unset &= others;
        self.stale &= others;
    }

    /// Whether a local is in the sets of unset and of stale locals.
    pub fn get(self, index: u32) -> (bool, bool) {
        let bit = 1u64.checked_shl(index).unwrap_or(0);
        (self.unset & bit != 0, self.stale & bit != 0)
    }
}

/// The end of a block, as far as is known what goes there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Label {
    /// The last way there; 0 if there is none.
    pub way: u32,
    /// The sets when control comes there.
    pub sets: Sets,
}

impl Label {
    /// Control comes here on a way. (A branch that is never reached may say so as well: that only adds a way.)
    #[inline(always)]
    pub fn reach(&mut self, way: u32, sets: Sets) {
        self.sets.unset |= sets.unset;
        self.sets.stale |= if self.way == 0 || self.way == way { sets.stale } else { u64::MAX };
        self.way = way;
    }
}
