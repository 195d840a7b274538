//! Blocks, branches and merges. What a merge means is in `blocks.rs`; here is when it is needed.

use crate::compile::blocks::{self, Block, Kind};
use crate::compile::func::Emitter;
use crate::compile::operand::{FLUSHED, Place, Value, width};
use crate::compile::ways::{Way, Ways};
use crate::masm::{Label, Masm, RegSet, Src};
use crate::module::decode::{BlockType, Decoder};
use crate::module::validate::BlockEnds;
use crate::techniques::Technique;
use beeline_abi::TrapCode;

impl<'m, M: Masm> Emitter<'m, M> {
    pub(super) fn unreachable(&mut self) {
        self.m.trap(TrapCode::Unreachable);
        self.end_reachable();
    }

    pub(super) fn block(&mut self, ty: BlockType) {
        let params = blocks::params(self.module, ty).len();
        self.flush(self.stack.len() - params);
        let BlockEnds { end, .. } = self.next_ends();
        let label = self.label_at(end);
        self.open(Kind::Block, label, ty).dead_end = end == BlockEnds::DEAD_END;
    }

    /// Where the block ends that is opened now.
    fn next_ends(&mut self) -> BlockEnds {
        self.opened += 1;
        self.ends[self.opened - 1]
    }

    /// A label for the operator that lies so many bytes behind the first, or for a dead end.
    fn label_at(&mut self, at: u32) -> Label {
        match at {
            BlockEnds::DEAD_END => self.m.code_mut().new_label_at_end(),
            at => self.m.new_label_at(self.first_place.wrapping_add(at)),
        }
    }

    pub(super) fn loop_(&mut self, ty: BlockType) {
        // A branch back writes the parameters' slots, so none of them can be a constant.
        let params = blocks::params(self.module, ty).len();
        let height = self.stack.len();
        self.flush(height);
        for index in height - params..height {
            self.spill(index);
        }
        self.write_back_exposed();
        self.meet();
        let label = self.m.new_label();
        self.opened += 1;
        self.m.align_loop();
        self.m.bind(label);
        self.open(Kind::Loop, label, ty);
    }

    pub(super) fn if_(&mut self, ty: BlockType) {
        self.pop_cond();
        // Both arms find the parameters in their slots.
        let params = blocks::params(self.module, ty).len();
        let height = self.stack.len();
        self.flush(height);
        for index in height - params..height {
            self.spill(index);
        }
        self.write_back_exposed();
        let BlockEnds { otherwise, end } = self.next_ends();
        let (label, otherwise) = (self.label_at(end), self.label_at(otherwise));
        let way = self.keep();
        let block = self.open(Kind::If(otherwise), label, ty);
        (block.otherwise, block.dead_end) = (way, end == BlockEnds::DEAD_END);
        self.cmp.invert();
        self.m.cmp_branch(&self.cmp, otherwise);
    }

    pub(super) fn else_(&mut self) {
        self.next_way();
        if !self.unreachable {
            self.write_back_exposed();
            self.go_to(self.blocks.len() - 1);
        }
        let mut block = self.blocks.pop().expect("validated: else within if");
        let Kind::If(otherwise) = block.kind else { unreachable!("validated: else within if") };
        if !self.unreachable {
            self.move_to_label(&block);
            self.m.jump(block.label);
        }
        self.truncate(block.height as usize);
        self.forget_cached();
        self.m.bind(otherwise);
        self.unreachable = false;
        self.push_params_in_slots(block.ty);
        self.flush(self.stack.len());
        self.resume(block.otherwise);
        (block.kind, block.otherwise) = (Kind::Else, Way::NOTHING);
        self.blocks.push(block);
    }

    pub(super) fn end(&mut self) {
        // What decides is read in place: a copy of it would be waited for.
        let &Block { kind, ways, .. } = self.blocks.last().expect("validated: a block is open");
        let block = self.blocks.pop().expect("validated: a block is open");
        match kind {
            Kind::Loop => {}
            Kind::Block | Kind::Else if ways == Ways::None => {}
            Kind::Block | Kind::Else if block.dead_end && self.puts_off(&block) => {}
            Kind::Block | Kind::Else => {
                let alone = self.unreachable && ways != Ways::Many;
                if !self.unreachable {
                    self.write_back_exposed();
                    self.move_to_label(&block);
                }
                self.merge(&block);
                if alone {
                    self.resume(block.end);
                } else {
                    self.discard(block.end);
                }
            }
            Kind::If(otherwise) => self.end_if(block, otherwise),
            Kind::Func => self.end_function(&block),
        }
        // After an unreachable end that nothing targets the enclosing block goes on unreachable.
        if self.unreachable
            && let Some(outer) = self.blocks.last()
        {
            let height = outer.height as usize;
            self.truncate(height);
        }
    }

    /// Puts off what follows a block until the function's end, if its operators find all they need there: no operands from in front of the block, and only locals that are
    /// where they belong. What is behind them cannot be reached, nor are they themselves from above, so they are passed over like other code that cannot be.
    ///
    /// So a program that is as it should be does not jump over what it does when it is not. Brings, in CPU time: `fib` of unoptimised Rust 0.87.
    #[inline(never)]
    fn puts_off(&mut self, block: &Block) -> bool {
        let Some(outer) = self.blocks.last() else { return false };
        let alone = self.unreachable && block.height == outer.height && block.carries_nothing(self.module);
        if !alone || !self.finds_locals() || !self.techniques.has(Technique::DeadEnds) {
            return false;
        }
        self.discard(block.end);
        self.dead_ends.push_back((self.decoder, block.label));
        true
    }

    /// Whether the locals that are read next, by the operators of a dead end, are in homes or slots behind a branch.
    fn finds_locals(&self) -> bool {
        let mut decoder = self.decoder;
        loop {
            match decoder.byte() {
                0x20 => {
                    let local = &self.locals[decoder.u32() as usize];
                    if local.home.is_none() && !local.exposed {
                        return false;
                    }
                }
                0x41 | 0x42 => drop(decoder.s64()),
                _ => return true,
            }
        }
    }

    /// Begins the next code that was put off, if there is any.
    pub(in crate::compile) fn next_dead_end(&mut self, decoder: &mut Decoder<'m>) -> bool {
        self.truncate(0);
        let Some((start, label)) = self.dead_ends.pop_front() else { return false };
        self.unreachable = false;
        self.decoder = start;
        self.decoder.look();
        *decoder = self.decoder;
        #[cfg(debug_assertions)]
        {
            self.lost = u64::MAX;
        }
        self.m.bind(label);
        true
    }

    /// The label of a block, reached by branches and perhaps from above, where the values are in place.
    fn merge(&mut self, block: &Block) {
        // Registers go first: a binding may take a jump before it back, but emits nothing.
        self.meet();
        self.m.bind(block.label);
        self.arrive_at_label(block);
        self.unreachable = false;
    }

    /// The end of an `if` without `else`: its results are its parameters, which the other path finds in their slots.
    fn end_if(&mut self, block: Block, otherwise: Label) {
        let params = blocks::params(self.module, block.ty).len();
        let alone = self.unreachable && block.ways == Ways::None && params == 0;
        if !self.unreachable {
            self.write_back_exposed();
        }
        self.discard(block.end);
        if !alone {
            self.discard(block.otherwise);
        }
        if params == 0 {
            self.truncate(block.height as usize);
            self.meet();
            self.m.bind(otherwise);
            if block.ways != Ways::None {
                self.m.bind(block.label);
            }
            self.unreachable = false;
            if alone {
                self.resume(block.otherwise);
            }
            return;
        }
        if !self.unreachable {
            self.move_to_label(&block);
            self.m.jump(block.label);
        }
        self.truncate(block.height as usize);
        self.forget_cached();
        self.m.bind(otherwise);
        self.push_params_in_slots(block.ty);
        self.move_to_label(&block);
        self.merge(&block);
    }

    fn end_function(&mut self, block: &Block) {
        if !self.unreachable {
            self.move_to_label(block);
        }
        self.truncate(0);
        self.forget_cached();
        if block.ways != Ways::None {
            self.m.bind(block.label);
            self.unreachable = false;
        }
        if !self.unreachable {
            let frame = self.frame;
            self.m.epilogue(&frame);
        }
        self.unreachable = false;
    }

    pub(super) fn return_(&mut self) {
        self.branch(self.blocks.len() as u32 - 1);
    }

    /// `br`, and `return` as a branch to the function's label.
    pub(super) fn branch(&mut self, depth: u32) {
        let target = self.target(depth);
        self.before_branch(target);
        // What is read of the block is read in place: a copy of it would wait for what was just noted in it.
        let block = &self.blocks[target];
        let label = block.label;
        if !block.carries_nothing(self.module) {
            let block = *block;
            if self.gives_up() {
                return;
            }
            self.move_to_label(&block);
        }
        self.m.jump(label);
        self.end_reachable();
    }

    pub(super) fn br_if(&mut self, depth: u32) {
        self.pop_cond();
        let target = self.target(depth);
        let block = &self.blocks[target];
        if block.carries_nothing(self.module) {
            let label = block.label;
            self.before_branch(target);
            return self.m.cmp_branch(&self.cmp, label);
        }
        self.br_if_with_values(target);
    }

    #[inline(never)]
    fn br_if_with_values(&mut self, target: usize) {
        if self.gives_up() {
            return;
        }
        let block = self.blocks[target];
        self.settle(&block);
        self.before_branch(target);
        if self.in_place(&block) {
            return self.m.cmp_branch(&self.cmp, block.label);
        }
        let over = self.m.new_label();
        self.cmp.invert();
        self.m.cmp_branch(&self.cmp, over);
        self.move_to_label(&block);
        self.m.jump(block.label);
        self.m.bind(over);
    }

    /// Before a branch: behind any label but the function's, locals are where they belong.
    #[inline(always)]
    fn before_branch(&mut self, target: usize) {
        let (kind, ways) = (self.blocks[target].kind, self.blocks[target].ways);
        if kind != Kind::Func {
            self.write_back_exposed();
        }
        self.next_way();
        if ways != Ways::Many {
            self.go_to(target);
        }
    }

    /// Before a conditional branch with one value: if the register where it travels is free, the value moves there on both paths, which
    /// saves a jump around the move.
    fn settle(&mut self, block: &Block) {
        let Some((_, reg)) = self.only_value(block) else { return };
        let index = self.stack.len() - 1;
        let operand = self.stack[index];
        let used = [self.cmp.lhs, self.cmp.rhs].contains(&Src::Reg(reg));
        if used
            || !self.regs.is_free(reg)
            || !matches!(operand.place, Place::Reg(_) | Place::Slot)
            || operand.link == FLUSHED
        {
            return;
        }
        let value = self.value_at(index);
        self.regs.hold(reg);
        self.load(reg, value, operand.ty);
        self.drop_top();
        self.push_reg(operand.ty, reg);
    }

    pub(super) fn br_table(&mut self) {
        let count = self.decoder.u32();
        self.count(count as usize);
        let (index, ty) = self.pop();
        // The value that the branches carry goes to the same register whichever is taken. The index must be out of its way.
        let mut after = self.decoder;
        let (mut default, mut loops) = (0, false);
        for _ in 0..=count {
            default = after.u32();
            loops |= self.blocks[self.target(default)].kind == Kind::Loop;
        }
        let block = self.blocks[self.target(default)];
        let types = block.label_types(self.module).len();
        let results = RegSet::of(&M::REGS.results).or(RegSet::of(&M::REGS.float_results));
        let index_reg = match index {
            Value::Temp(reg) if types == 0 || !results.contains(reg.get()) => reg.get(),
            _ => {
                let reg = self.alloc_except(false, results);
                self.load(reg, index, ty);
                reg
            }
        };
        self.write_back_exposed();
        let mut labels = std::mem::take(&mut self.labels);
        labels.clear();
        let direct = types == 0 || !loops && self.all_in_registers(&block);
        if direct && types > 0 {
            self.move_to_label(&block);
        }
        self.next_way();
        self.table_moves.clear();
        let mut targets = self.decoder;
        for _ in 0..=count {
            let target = self.target(targets.u32());
            self.go_to(target);
            labels.push(if direct { self.blocks[target].label } else { self.moves_to(target) });
        }
        if !self.jump_by_runs(index_reg, &labels) {
            self.m.jump_table(index_reg, &labels);
        }
        if !direct {
            self.emit_table_moves();
        }
        self.labels = labels;
        self.decoder = after;
        self.end_reachable();
        if !direct {
            self.gives_up();
        }
    }

    /// The label of the moves to a block's label, for an entry of the present `br_table`. Values go to slots that differ from block to block, so each block has moves of its
    /// own, but all its entries share them: a table of a few kilobytes may name a block of 1,000 results in every entry.
    ///
    /// No search among blocks, and nothing to clear: `moves_at` may say anything of a block that no entry has named yet, and what it says holds if `table_moves` agrees.
    fn moves_to(&mut self, target: usize) -> Label {
        if self.moves_at.len() < self.blocks.len() {
            self.moves_at.resize(self.blocks.len(), 0);
        }
        match self.table_moves.get(self.moves_at[target] as usize) {
            Some(&(block, label)) if block == target => label,
            _ => {
                self.moves_at[target] = self.table_moves.len() as u32;
                let label = self.m.new_label();
                self.table_moves.push((target, label));
                label
            }
        }
    }

    /// The moves of a `br_table`, once for each block that it names.
    #[inline(never)]
    fn emit_table_moves(&mut self) {
        for n in 0..self.table_moves.len() {
            if self.m.code().exceeds_limit() {
                return;
            }
            let (target, label) = self.table_moves[n];
            let block = self.blocks[target];
            self.m.bind(label);
            self.move_to_label(&block);
            self.m.jump(block.label);
        }
    }

    /// Whether all values of the label travel in registers: those of any other label of the same types that is no loop's then travel in the same ones.
    fn all_in_registers(&self, block: &Block) -> bool {
        let mut all = true;
        self.label_targets(block, |_, _, target| all &= matches!(target, blocks::Target::Reg(_)));
        all
    }

    pub(super) fn select(&mut self) {
        self.pop_cond();
        let (no, ty) = self.pop();
        let (yes, _) = self.pop();
        let no_reg = self.in_reg(no, ty);
        let yes_reg = self.in_reg(yes, ty);
        let dst = match self.take_hint() {
            Some(home) => home,
            None if self.regs.is_held(yes_reg) => yes_reg,
            None if self.regs.is_held(no_reg) => no_reg,
            None => self.alloc(ty.is_float()),
        };
        self.m.cmp_select(&self.cmp, width(ty), dst, yes_reg, no_reg);
        self.finish(ty, dst);
    }
}
