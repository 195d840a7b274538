//! Which locals live in registers: the homes of a function.
//!
//! The locals with the greatest weight (accesses, times 8 for each loop around) get a register for the whole function; every other one that the
//! body names gets a frame slot. A home never moves, so merges of control flow have nothing to do for locals. Turned down: register caches of locals that are
//! reconciled at merges (Liftoff), which need parallel moves per branch and spill at loops; on the corpus 8 integer homes take about 93 % of weighted accesses.
//!
//! A callee-saved home costs its save and restore, so it has to be used more often than that, and twice as often if the local is not exposed: between two
//! labels that stays in a register anyway, but for calls (`fib` in C with checks for overflow takes 0.80 of the time; text 1.000). In a leaf function some
//! caller-saved registers serve as well, at no cost, and a parameter may stay where it arrives. A leaf function with few locals gives homes only to those that are
//! read behind labels: the others stay in the registers where they arrive or are computed (`cache.rs`).

use super::func::{Emitter, Local};
use super::operand::Value;
use crate::masm::{FrameShape, Home, Masm, Mem, RegSet, Slot, Src};
use crate::module::validate::FuncFacts;
use crate::techniques::Technique;
use beeline_abi::callconv::{Loc, Locs};
use beeline_abi::types::ValType;
use beeline_abi::vm;

/// The most registers of a class that may be homes.
const MAX_HOMES: usize = 16;

/// The heaviest locals of a class, in falling order of weight.
struct Heaviest {
    locals: [(u32, u32); MAX_HOMES],
    len: usize,
    max: usize,
}

impl Heaviest {
    fn new(max: usize) -> Self {
        Self { locals: [(0, 0); MAX_HOMES], len: 0, max: max.min(MAX_HOMES) }
    }

    fn add(&mut self, local: u32, weight: u32) {
        // The lighter ones move back; where there are as many as may be, the last one falls off.
        let mut at = if self.len < self.max {
            self.len += 1;
            self.len - 1
        } else if self.len > 0 && self.locals[self.len - 1].1 < weight {
            self.len - 1
        } else {
            return;
        };
        while at > 0 && self.locals[at - 1].1 < weight {
            self.locals[at] = self.locals[at - 1];
            at -= 1;
        }
        self.locals[at] = (local, weight);
    }
}

impl<M: Masm> Emitter<'_, M> {
    /// Chooses homes and slots, lays out the frame and emits the prologue with the initial values of locals.
    pub fn enter(&mut self, facts: &FuncFacts, params: &[ValType]) {
        let regs = M::REGS;
        self.count(facts.named.len() + params.len());
        let mut floats = false;
        for &index in &facts.named {
            let fact = facts.local(index);
            let local = self.local_mut(index);
            local.ty = fact.ty.unwrap_or(ValType::I32);
            floats |= local.ty.is_float();
            (local.left, local.exposed) = (fact.accesses(), fact.exposed);
        }
        let leaf = !facts.calls;
        let mut shape = FrameShape { leaf, ..FrameShape::default() };
        let mut taken = RegSet::default();
        self.memory_base = regs.pinned;
        if facts.memory && self.module.memory_imports > 0 {
            // The base of an imported memory lives in the last home of functions that access it; it never changes.
            self.memory_base = regs.homes[regs.homes.len() - 1].reg;
            shape.saved.insert(self.memory_base);
            taken.insert(self.memory_base);
        }
        self.choose_homes(facts, params, false, &mut shape.saved, &mut taken);
        if floats {
            self.choose_homes(facts, params, true, &mut shape.saved, &mut taken);
        }
        self.regs.reset(regs.temps.or(regs.float_temps).minus(taken), regs.first_temps);

        let mut top = -(shape.saved_bytes() as i32);
        let mut slot = || {
            top -= 8;
            Slot(top)
        };
        self.saved_p = if facts.leaves { slot() } else { Local::NO_SLOT };
        let mut first_zeroed: Option<Slot> = None;
        let mut zeroed = 0;
        // Locals to be zeroed come first, in one run; parameters and others follow.
        for &index in &facts.named {
            let (is_param, needs_zero) = ((index as usize) < params.len(), facts.local(index).needs_zero);
            if self.locals[index as usize].home.is_none() && !is_param && needs_zero {
                let slot = slot();
                self.locals[index as usize].slot = slot;
                first_zeroed = Some(slot);
                zeroed += 1;
            }
        }
        // Records of locals that the body does not name are as the next function expects them.
        for (index, (_, loc)) in Locs::params(params).enumerate() {
            if let (Some(_), Loc::Stack(n)) = (facts.local(index as u32).ty, loc) {
                self.locals[index].slot = Slot(16 + 8 * n as i32);
            }
        }
        for &index in &facts.named {
            let local = &mut self.locals[index as usize];
            if local.home.is_none() && local.slot == Local::NO_SLOT {
                local.slot = slot();
            }
        }
        self.operands_top = top;
        let locals_bytes = (-top) as u32 - shape.saved_bytes();
        shape.size = locals_bytes + 8 * facts.max_height + 8 * facts.out_slots;
        self.frame = shape;
        self.m.prologue(&shape);
        if facts.leaves {
            self.m.mov_sx(crate::masm::Width::W64, self.saved_p, Src::Reg(regs.pinned));
        }
        if let Some(lowest) = first_zeroed {
            self.m.zero_slots(lowest, zeroed);
        }
        self.arrive(params);
        if self.memory_base != regs.pinned {
            let base = Mem::new(regs.pinned, -(vm::MEMORY0_BASE as i32));
            self.m.load_rm(crate::masm::Load::U64, self.memory_base, base, false);
        }
        for &index in &facts.named {
            let local = self.locals[index as usize];
            if let (Some(home), true) = (local.home, facts.local(index).needs_zero) {
                self.load(home, Value::Imm(0), local.ty);
            }
        }
    }

    /// Gives homes to the heaviest locals of a class.
    fn choose_homes(
        &mut self,
        facts: &FuncFacts,
        params: &[ValType],
        float: bool,
        saved: &mut RegSet,
        taken: &mut RegSet,
    ) {
        if !self.techniques.has(Technique::Homes) {
            return;
        }
        let regs = M::REGS;
        let (homes, leaf_homes) =
            if float { (regs.float_homes, regs.float_leaf_homes) } else { (regs.homes, regs.leaf_homes) };
        let leaf_homes = if facts.calls { &[] } else { leaf_homes };
        let mut heaviest = Heaviest::new(homes.len() + leaf_homes.len());
        // Where no call takes them away, a few locals that no label separates from their values need no homes.
        let few = !facts.calls && facts.named.len() <= leaf_homes.len() + 2;
        for &index in &facts.named {
            let local = facts.local(index);
            if few && !local.exposed {
                continue;
            }
            if local.ty.is_some_and(|ty| ty.is_float() == float && ty != ValType::V128) {
                heaviest.add(index, local.weight());
            }
        }
        let chosen = &heaviest.locals[..heaviest.len];
        // A parameter that arrives in a leaf home stays there.
        for (index, (_, loc)) in Locs::params(params).enumerate() {
            let reg = match loc {
                Loc::Int(n) if !float => regs.params[n as usize],
                Loc::Float(n) if float => regs.float_params[n as usize],
                _ => continue,
            };
            if leaf_homes.contains(&reg) && chosen.iter().any(|&(local, _)| local == index as u32) {
                self.locals[index].home = Some(reg);
                taken.insert(reg);
            }
        }
        let mut free_leaf = leaf_homes.iter().filter(|reg| !taken.contains(**reg));
        let mut free = homes.iter().filter(|home| !taken.contains(home.reg)).peekable();
        let mut now_taken = *taken;
        for &(index, weight) in chosen {
            if self.locals[index as usize].home.is_some() {
                continue;
            }
            if let Some(&reg) = free_leaf.next() {
                self.locals[index as usize].home = Some(reg);
                now_taken.insert(reg);
                continue;
            }
            let Some(&&Home { reg, cost }) = free.peek() else { break };
            let least = if facts.local(index).exposed { cost } else { 2 * cost };
            if weight <= least {
                continue;
            }
            free.next();
            self.locals[index as usize].home = Some(reg);
            now_taken.insert(reg);
            saved.insert(reg);
        }
        *taken = now_taken;
    }

    /// Moves parameters from where they arrive to homes and slots.
    fn arrive(&mut self, params: &[ValType]) {
        let regs = M::REGS;
        let cached = self.techniques.has(Technique::CachedLocals);
        for (index, (ty, loc)) in Locs::params(params).enumerate() {
            let Some(local) = self.locals.get(index).copied() else { break };
            let reg = match loc {
                Loc::Int(n) => regs.params[n as usize],
                Loc::Float(n) => regs.float_params[n as usize],
                Loc::Stack(n) => {
                    if let Some(home) = local.home {
                        self.moves.push(home, Value::slot(Slot(16 + 8 * n as i32)), ty);
                    }
                    continue;
                }
            };
            match local.home {
                Some(home) => self.moves.push(home, Value::temp(reg), ty),
                // No move ends in an allocatable register.
                None if local.slot != Local::NO_SLOT && self.regs.is_free(reg) && cached => {
                    self.cache(reg, index as u32)
                }
                None if local.slot != Local::NO_SLOT => self.store(local.slot, Value::temp(reg), ty),
                None => {}
            }
        }
        self.emit_moves();
    }

    /// The record of a local, made if there is none yet.
    pub fn local_mut(&mut self, index: u32) -> &mut Local {
        let at = index as usize;
        if at >= self.locals.len() {
            self.locals.resize(at + 1, Local::UNNAMED);
        }
        &mut self.locals[at]
    }

    /// Forgets the locals of the function.
    pub fn leave(&mut self, facts: &FuncFacts) {
        for &index in &facts.named {
            self.locals[index as usize] = Local::UNNAMED;
        }
        debug_assert!(self.locals.iter().take(64).all(|local| *local == Local::UNNAMED));
    }
}
