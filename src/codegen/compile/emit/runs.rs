//! `br_table` with few runs of targets, as where characters are classified: comparisons with the ends of the runs, by halves.
//!
//! A processor foretells a comparison by what led to it, and there are few of them for an index; where an indirect jump goes is harder to foretell, and known later. With
//! more runs, or where nearly every number has a target of its own, as in an interpreter, a table is better.
//!
//! Brings, in CPU time: two scanners of words 0.24 and 0.97 of what a list of jumps takes, 0.17 and 0.48 of what a table of distances takes.

use crate::compile::func::Emitter;
use crate::masm::{Cmp, CmpKind, Cond, Label, Masm, Reg, Src, Width};
use crate::techniques::Technique;
use smallvec::SmallVec;

/// The most runs that are told apart by comparisons: four or five of them for each index.
const MAX_RUNS: usize = 16;

/// How many numbers a run has at least, in the mean.
const MEAN: usize = 3;

/// Numbers from here to the next run's first one, and where they go. The first run begins at 0, the last one has no end.
type Run = (u32, Label);

/// The runs of a table whose last target is that of all greater numbers; `None` if they are too many.
fn runs(targets: &[Label]) -> Option<SmallVec<[Run; MAX_RUNS]>> {
    let most = MAX_RUNS.min((targets.len() - 1) / MEAN);
    let mut runs: SmallVec<[Run; MAX_RUNS]> = SmallVec::new();
    for (&target, number) in targets.iter().zip(0..) {
        if runs.last().is_none_or(|&(_, last)| last != target) {
            if runs.len() == most {
                return None;
            }
            runs.push((number, target));
        }
    }
    Some(runs)
}

impl<M: Masm> Emitter<'_, M> {
    /// Jumps to the target with number `index`, or the last one, if comparisons will do. Whether they did.
    pub(super) fn jump_by_runs(&mut self, index: Reg, targets: &[Label]) -> bool {
        if !self.techniques.has(Technique::Runs) {
            return false;
        }
        let Some(runs) = runs(targets) else { return false };
        self.jump_in(index, &runs);
        true
    }

    /// Jumps to the run that `index` is in, which is one of these.
    fn jump_in(&mut self, index: Reg, runs: &[Run]) {
        if let [(_, target)] = *runs {
            return self.m.jump(target);
        }
        let (below, above) = runs.split_at(runs.len() / 2);
        let compare = |cond| Cmp {
            kind: CmpKind::Int,
            cond,
            width: Width::W32,
            lhs: Src::Reg(index),
            rhs: Src::Imm(i64::from(above[0].0 as i32)),
        };
        if let [(_, target)] = *below {
            self.m.cmp_branch(&compare(Cond::LtU), target);
            return self.jump_in(index, above);
        }
        if let [(_, target)] = *above {
            self.m.cmp_branch(&compare(Cond::GeU), target);
            return self.jump_in(index, below);
        }
        let label = self.m.new_label();
        self.m.cmp_branch(&compare(Cond::GeU), label);
        self.jump_in(index, below);
        self.m.bind(label);
        self.jump_in(index, above);
    }
}
