//! The emitter: one pass over the operators of a validated body, writing final machine code.
//!
//! [`Emitter::emit`] runs the loop; the operators are in `emit/`, by family. What an operator may rely on: the body is valid, so there are no error
//! paths; between operators no register is held, unless a comparison is pending; every method of the macro assembler succeeds. One emitter serves a
//! worker for many functions; everything per function is cleared in time proportional to what the function used.

use super::blocks::{Block, Kind, Target};
use super::emit::Stored;
use super::moves::Moves;
#[cfg(debug_assertions)]
use super::operand::{FLUSHED, Place};
use super::operand::{NONE, Operand};
use super::regs::Regs;
use super::ways::Kept;
use crate::masm::{Cmp, FrameShape, Label, Masm, Reach, Reg, Slot};
use crate::module::decode::{BlockType, Decoder};
use crate::module::validate::Operators;
use crate::module::validate::{BlockEnds, FuncFacts};
use crate::module::{FuncType, Module};
use crate::techniques::{Technique, Techniques};
use beeline_abi::Libcall;
use beeline_abi::types::ValType;
use std::collections::VecDeque;

/// A local of the function being emitted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Local {
    /// Its type.
    pub ty: ValType,
    /// The register it lives in, if it has one.
    pub home: Option<Reg>,
    /// Its slot, if it has no home.
    pub slot: Slot,
    /// The newest stack entry that is an alias of it.
    pub aliases: u32,
    /// The temporary register it is in at present, besides or instead of its slot.
    pub reg: Option<Reg>,
    /// Accesses that are still to come.
    pub left: u32,
    /// Whether it is read behind labels without having been written since.
    pub exposed: bool,
}

impl Local {
    /// No slot: the frame pointer itself is there.
    pub const NO_SLOT: Slot = Slot(0);
    /// A local that the body does not name.
    pub const UNNAMED: Self = Self {
        ty: ValType::I32,
        home: None,
        slot: Self::NO_SLOT,
        aliases: NONE,
        reg: None,
        left: 0,
        exposed: false,
    };
}

/// A local that the operator's result goes to instead of the stack: the destination hint.
///
/// In one word, for every result asks whether there is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hint(u32);

impl Hint {
    /// There is none.
    pub const NONE: Self = Self(u32::MAX);
    /// No local has an index with this bit.
    const TEE: u32 = 1 << 31;

    /// A local, which `local.tee` writes, or else `local.set`.
    fn new(local: u32, tee: bool) -> Self {
        Self(local | if tee { Self::TEE } else { 0 })
    }

    /// The local if it is `local.tee` that writes it.
    fn tee(self) -> Option<u32> {
        (self.0 & Self::TEE != 0).then_some(self.0 & !Self::TEE)
    }
}

/// See the head of this file.
pub struct Emitter<'m, M> {
    /// The macro assembler.
    pub m: M,
    /// Where the function being emitted starts in the buffer.
    pub start: u32,
    /// The module.
    pub module: &'m Module<'m>,
    /// Whether memory accesses compare with the memory's size.
    pub explicit_checks: bool,
    /// What is used to make code better.
    pub techniques: Techniques,
    /// Libcalls used so far, a bit each.
    pub libcalls: u32,
    /// The operators.
    pub decoder: Decoder<'m>,
    /// The type of the function being emitted.
    pub func_type: &'m FuncType,
    /// The operand stack.
    pub stack: Vec<Operand>,
    /// Whether the top entry stands for the comparison in `cmp`.
    pub pending: bool,
    /// The comparison that is pending, or was taken off last. It is made and read here: 40 bytes that are copied are half the cost of a comparison.
    pub cmp: Cmp,
    /// Temporary registers.
    pub regs: Regs,
    /// Locals by index; only those that the body names mean anything.
    pub locals: Vec<Local>,
    /// Open blocks.
    pub blocks: Vec<Block>,
    /// How many blocks have been opened or skipped, and where each of them ends.
    pub opened: usize,
    pub ends: Vec<BlockEnds>,
    /// Code that is put off until all other has been emitted: where its operators are, and its label.
    pub dead_ends: VecDeque<(Decoder<'m>, Label)>,
    /// The place of the first operator.
    pub first_place: u32,
    /// The number of the operator that branched last.
    pub way: u32,
    /// Registers kept for labels.
    pub kept: Kept,
    /// Which of the first 64 locals have their values nowhere, unless they are exposed.
    #[cfg(debug_assertions)]
    pub lost: u64,
    /// The frame.
    pub frame: FrameShape,
    /// Where P is saved in functions that may leave the instance.
    pub saved_p: Slot,
    /// The register with the base of memory 0.
    pub memory_base: Reg,
    /// The last store to it, if the code behind that is straight.
    pub stored: Stored,
    /// Operand slots lie below this distance from the frame pointer.
    pub operands_top: i32,
    /// The destination of the current operator, if it is a local.
    pub hint: Hint,
    /// Scratch: moves.
    pub moves: Moves,
    /// Scratch: places of a label's values.
    pub plan: Vec<(usize, ValType, Target)>,
    /// Scratch: targets of a jump table.
    pub labels: Vec<Label>,
    /// Scratch: the blocks that a jump table goes to with moves, in the order in which it names them, and the labels of the moves.
    pub table_moves: Vec<(usize, Label)>,
    /// Scratch: where in `table_moves` a block is, by its index, if it is there.
    pub moves_at: Vec<u32>,
    /// Whether the code being emitted cannot be reached.
    pub unreachable: bool,
    /// Steps taken so far by loops whose length the module decides: what has to stay linear. Counted in debug builds only.
    pub work: u64,
}

impl<'m, M: Masm> Emitter<'m, M> {
    /// An emitter for functions of `module`.
    pub fn new(module: &'m Module<'m>, options: &crate::Options) -> Self {
        const NO_TYPE: &FuncType = &FuncType {
            params: Vec::new(),
            results: Vec::new(),
            sig: None,
            param_locs: Vec::new(),
            stack_params: 0,
            stack_slots: 0,
        };
        let mut m = M::new(options.cpu);
        m.code_mut().techniques = options.techniques;
        Self {
            m,
            start: 0,
            module,
            explicit_checks: options.explicit_checks,
            techniques: options.techniques,
            libcalls: 0,
            decoder: Decoder::new(Operators::NONE),
            func_type: NO_TYPE,
            stack: Vec::new(),
            pending: false,
            cmp: Cmp::NONE,
            regs: Regs::default(),
            locals: Vec::new(),
            blocks: Vec::new(),
            opened: 0,
            ends: Vec::new(),
            dead_ends: VecDeque::new(),
            first_place: 0,
            way: 0,
            kept: Kept::default(),
            #[cfg(debug_assertions)]
            lost: 0,
            frame: FrameShape::default(),
            saved_p: Local::NO_SLOT,
            memory_base: M::REGS.pinned,
            stored: Stored::NONE,
            operands_top: 0,
            hint: Hint::NONE,
            moves: Moves::default(),
            plan: Vec::new(),
            labels: Vec::new(),
            table_moves: Vec::new(),
            moves_at: Vec::new(),
            unreachable: false,
            work: 0,
        }
    }

    /// Emits a function of type `type_index`: `decoder` is at the first operator of its body, which begins at `wasm` in the module.
    pub fn emit(
        &mut self,
        type_index: u32,
        facts: &mut FuncFacts,
        decoder: Decoder<'m>,
        wasm: u32,
        reach: Reach,
    ) {
        let func_type = &self.module.types[type_index as usize];
        self.func_type = func_type;
        self.decoder = decoder;
        (self.pending, self.hint, self.unreachable) = (false, Hint::NONE, false);
        (self.way, self.opened, self.first_place) = (0, 0, decoder.place());
        std::mem::swap(&mut self.ends, &mut facts.ends);
        #[cfg(debug_assertions)]
        {
            self.lost = 0;
        }
        self.m.begin_function(reach);
        self.start = self.m.code().len();
        self.m.code_mut().begin_function(wasm);
        let (place, end) = (self.decoder.place_of(wasm), self.decoder.end_place());
        self.m.code_mut().set_body_places(place, end);
        self.enter(facts, &func_type.params);
        let label = self.m.new_label_at(end);
        self.blocks.push(Block::new(Kind::Func, label, BlockType::Func(type_index), 0));
        #[cfg(debug_assertions)]
        let mut twin = crate::module::decode::Twin::new(self.decoder);
        self.decoder.look();
        let mut decoder = self.decoder;
        loop {
            #[cfg(debug_assertions)]
            twin.advance_to(decoder.offset());
            self.count(1);
            let goes_on = self.operator(&mut decoder);
            #[cfg(debug_assertions)]
            self.validate_state();
            if goes_on {
                continue;
            }
            debug_assert!(self.unreachable || self.decoder.is_at_end(), "operators were left over");
            if !self.next_dead_end(&mut decoder) {
                break;
            }
            #[cfg(debug_assertions)]
            {
                twin = crate::module::decode::Twin::new(decoder);
            }
        }
        // Code that exceeds its limit may be without labels that it goes to.
        if !self.m.code().exceeds_limit() {
            self.m.end_function();
        }
        self.leave(facts);
        std::mem::swap(&mut self.ends, &mut facts.ends);
        debug_assert!(self.stack.is_empty() && self.kept.is_empty());
    }

    /// Counts steps of a loop whose length the module decides.
    #[inline]
    pub fn count(&mut self, steps: usize) {
        if cfg!(debug_assertions) {
            self.work += steps as u64;
        }
    }

    /// Gives the function up if the code exceeds its limit: passes over the rest of it, up to its last `end`. Whether it did.
    ///
    /// For operators that make hundreds of bytes of code of each of theirs; the others go on, and nothing is asked of them.
    #[inline(never)]
    pub fn gives_up(&mut self) -> bool {
        if !self.m.code().exceeds_limit() {
            return false;
        }
        self.truncate(0);
        self.blocks.truncate(1);
        if self.blocks.is_empty() {
            // Among what was put off until the end.
            let label = self.m.new_label();
            self.blocks.push(Block::new(Kind::Func, label, BlockType::Empty, 0));
        }
        self.dead_ends.clear();
        self.kept.clear();
        self.decoder.go_to_last();
        self.end_reachable();
        true
    }

    /// Skips operators that cannot be reached, up to the `else` or `end` of the innermost open block, if there are any.
    pub fn skip_unreachable(&mut self) {
        if !self.unreachable || self.blocks.is_empty() {
            return;
        }
        let mut depth = 0u32;
        loop {
            let before = self.decoder;
            let op = self.decoder.byte();
            match op {
                0x02..=0x04 => {
                    depth += 1;
                    self.opened += 1;
                }
                0x05 if depth == 0 => break self.decoder = before,
                0x0b if depth == 0 => break self.decoder = before,
                0x0b => depth -= 1,
                _ => {}
            }
            self.decoder.skip_immediates(op);
            self.count(1);
        }
    }

    /// What follows cannot be reached: the rest of the innermost block has no operands.
    pub fn end_reachable(&mut self) {
        if let Some(block) = self.blocks.last() {
            let height = block.height as usize;
            self.truncate(height);
        }
        self.unreachable = true;
        self.forget_cached();
    }

    /// If the next operator is `local.set` or `local.tee` of a local with a home, the home: the current operator computes into it, and the next one is
    /// passed over. Aliases of the local get places of their own now. To be called when the operands have been taken off, and once; [`Self::finish`] follows.
    #[inline(always)]
    pub fn take_hint(&mut self) -> Option<Reg> {
        let next = self.decoder.next();
        let may = (next == 0x21 || next == 0x22) && self.techniques.has(Technique::DestinationHint);
        if may { self.hinted_home(next) } else { None }
    }

    #[inline(never)]
    fn hinted_home(&mut self, next: u8) -> Option<Reg> {
        let before = self.decoder;
        self.decoder.step();
        let index = self.index();
        let local = &self.locals[index as usize];
        let Some(home) = local.home else {
            self.decoder = before;
            return None;
        };
        self.hint = Hint::new(index, next == 0x22);
        if local.aliases != NONE {
            return self.detached(index, home);
        }
        Some(home)
    }

    /// [`Self::detach`], as the last step of [`Self::hinted_home`]: which then saves no registers for it.
    #[inline(never)]
    fn detached(&mut self, local: u32, home: Reg) -> Option<Reg> {
        self.detach(local);
        Some(home)
    }

    /// The operator's result is in `reg`, the hinted home or a register that it holds.
    #[inline(always)]
    pub fn finish(&mut self, ty: ValType, reg: Reg) {
        if self.hint == Hint::NONE {
            return self.push_reg(ty, reg);
        }
        if let Some(local) = std::mem::replace(&mut self.hint, Hint::NONE).tee() {
            self.push_local(local, ty);
        }
    }

    /// A register for a result that is computed in one step: the hinted home, or `reuse` if the operator holds that, or a new one.
    #[inline(always)]
    pub fn dst(&mut self, ty: ValType, reuse: Option<Reg>) -> Reg {
        if let Some(home) = self.take_hint() {
            return home;
        }
        match reuse {
            Some(reg) if self.regs.is_held(reg) => reg,
            _ => self.alloc(ty.is_float()),
        }
    }

    /// Offset from P of a libcall's slot; notes that the module uses it.
    pub fn libcall_slot(&mut self, libcall: Libcall) -> i32 {
        self.libcalls |= 1 << libcall as u32;
        self.module.libcall(libcall)
    }

    /// Every register has exactly the owners that the operand stack says; nothing is held; below the mark there are only constants and slots.
    #[cfg(debug_assertions)]
    fn validate_state(&self) {
        const DEEP: usize = 256;
        if self.stack.len() > DEEP {
            // Looking at every entry after every operator would make debug builds quadratic.
            return;
        }
        let mut owned = crate::masm::RegSet::default();
        for (index, operand) in self.stack.iter().enumerate() {
            match operand.place {
                Place::Reg(reg) => {
                    assert!(!owned.contains(reg), "{reg:?} has two owners");
                    assert_eq!(self.regs.owner(reg), Some(index as u32), "{reg:?} has another owner");
                    owned.insert(reg);
                }
                Place::Cond => assert!(self.pending && index + 1 == self.stack.len()),
                Place::Local(local) => {
                    assert!((local as usize) < self.locals.len());
                    assert_ne!(self.locals[local as usize].aliases, NONE, "an alias that is not listed");
                }
                Place::Const(_) | Place::Slot => {}
            }
            let is_flushed = operand.link == FLUSHED;
            assert!(!is_flushed || matches!(operand.place, Place::Const(_) | Place::Slot));
            assert!(!is_flushed || index == 0 || self.stack[index - 1].link == FLUSHED);
        }
        assert_eq!(owned, self.regs.owned(), "a register without an owner");
        for reg in self.regs.cached().iter() {
            let local = self.locals[self.regs.local(reg) as usize];
            assert_eq!((local.reg, local.home), (Some(reg), None), "{reg:?} is not where its local is");
            assert!(self.pending || !self.regs.is_locked(reg));
        }
        assert_eq!(self.hint, Hint::NONE);
    }
}
