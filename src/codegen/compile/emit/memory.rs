//! Linear memory. An access of a 32-bit memory with guard pages is one instruction: base register, index register (an `i32` is zero-extended there),
//! constant offset; whatever lies outside faults. With explicit checks the end of the access is compared with the memory's size first.

use crate::compile::func::{Emitter, Hint};
use crate::compile::operand::Value;
use crate::masm::{Alu, Load, Masm, Mem, Reg, Shift, Src, Store, Width};
use crate::module::decode::MemArg;
use crate::techniques::Technique;
use beeline_abi::types::ValType::{self, F32, F64, I32, I64};
use beeline_abi::{Libcall, TrapCode, vm};

/// Offsets up to this are displacements; greater ones are added to the index.
const MAX_DISPLACEMENT: u64 = i32::MAX as u64 - 16;

/// The last store of a whole value, for loads right behind it.
#[derive(Clone, Copy, Debug)]
pub struct Stored {
    /// What a load of this value reads, and how.
    place: LoadPlace,
    /// The registers with the address and the value.
    index: Reg,
    src: Reg,
}

impl Stored {
    /// There is none.
    pub const NONE: Self = Self { place: LoadPlace(u64::MAX), index: Reg(0), src: Reg(0) };
}

/// The kind of a load, the register with the address, and what is added to that: in one word, which is compared in one step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct LoadPlace(u64);

impl LoadPlace {
    #[inline(always)]
    fn new(kind: Load, index: Reg, disp: i32) -> Self {
        Self((kind as u64) << 40 | u64::from(index.0) << 32 | u64::from(disp as u32))
    }
}

/// What a load does: the type of its result, what it reads, and how many bytes.
pub(super) type LoadOp = (ValType, Load, u64);

/// The loads, in the order of their opcodes from `i32.load`.
pub(super) const LOADS: [LoadOp; 14] = [
    (I32, Load::U32, 4),
    (I64, Load::U64, 8),
    (F32, Load::F32, 4),
    (F64, Load::F64, 8),
    (I32, Load::S8W32, 1),
    (I32, Load::U8, 1),
    (I32, Load::S16W32, 2),
    (I32, Load::U16, 2),
    (I64, Load::S8W64, 1),
    (I64, Load::U8, 1),
    (I64, Load::S16W64, 2),
    (I64, Load::U16, 2),
    (I64, Load::S32W64, 4),
    (I64, Load::U32, 4),
];

/// What a store does: how it writes, how many bytes, and the load that reads all of the value again, if this is not just a part of it.
pub(super) type StoreOp = (Store, u64, Option<Load>);

/// The stores, in the order of their opcodes from `i32.store`.
pub(super) const STORES: [StoreOp; 9] = [
    (Store::B32, 4, Some(Load::U32)),
    (Store::B64, 8, Some(Load::U64)),
    (Store::F32, 4, Some(Load::F32)),
    (Store::F64, 8, Some(Load::F64)),
    (Store::B8, 1, None),
    (Store::B16, 2, None),
    (Store::B8, 1, None),
    (Store::B16, 2, None),
    (Store::B32, 4, None),
];

impl<M: Masm> Emitter<'_, M> {
    pub(super) fn load_op(&mut self, op: LoadOp, arg: MemArg) {
        self.load_here(op, arg);
    }

    /// [`Self::load_op`] in line: for the most frequent operators, of which half the work is then done beforehand.
    #[inline(always)]
    pub(super) fn load_here(&mut self, op: LoadOp, arg: MemArg) {
        let (address, _) = self.pop();
        self.load_from(op, arg, address);
    }

    /// A load of the value in a local, whose index has been read: the pair of operators that is the most frequent one, and half the work of both.
    #[inline(always)]
    pub(super) fn load_local(&mut self, op: LoadOp, arg: MemArg, index: u32) {
        let address = self.take_local(index);
        self.load_from(op, arg, address);
    }

    #[inline(always)]
    fn load_from(&mut self, (ty, kind, size): LoadOp, arg: MemArg, address: Value) {
        if !self.is_plain(address, arg) {
            return self.load_elsewhere(ty, kind, size, arg, address);
        }
        let index = self.in_reg(address, I32);
        let may_reuse = !ty.is_float() && !matches!(address, Value::Home(_));
        let dst = match self.take_hint() {
            Some(home) => home,
            None if may_reuse => index,
            None => self.alloc(ty.is_float()),
        };
        let disp = arg.offset as i32;
        if self.m.code().is_straight() && self.stored.place == LoadPlace::new(kind, index, disp) {
            return self.load_stored(ty, dst);
        }
        self.m.load_guest(kind, dst, self.memory_base, index, disp);
        match kind {
            Load::U8 => self.finish_narrow(ty, dst, 8),
            Load::U16 => self.finish_narrow(ty, dst, 16),
            _ => self.finish(ty, dst),
        }
    }

    /// A load, for whose result there is `dst`, right behind a store of what it reads: the value is in a register still. Unoptimised code is full of such loads: with
    /// this it takes 0.986 of the time (0.84 at best, as no load waits for its store), and php's text shrinks to 0.97, python's to 0.98. Code that is optimised for
    /// wasm stays as it is. (Passing over other loads in between would bring 0.98 more, but compiling would take 1.01 of the time.)
    #[cold]
    #[inline(never)]
    fn load_stored(&mut self, ty: ValType, dst: Reg) {
        let Stored { src, index, .. } = self.stored;
        if self.hint == Hint::NONE && self.regs.is_free(src) {
            self.regs.hold(src);
            return self.finish(ty, src);
        }
        self.load(dst, Value::home(src), ty);
        if dst != src && dst != index {
            self.m.code_mut().set_straight();
        }
        self.finish(ty, dst);
    }

    /// [`Self::finish`] of a result less than `2^bits`. If it is only shifted left to become the address of a load, as an index of a table is, the load's
    /// own scale does that. The shift must not lose bits: it has 32, the sum of base and index has 64.
    #[inline(always)]
    pub(super) fn finish_narrow(&mut self, ty: ValType, dst: Reg, bits: u32) {
        // i32.const; behind a `local.set`, which a hint has passed over, it would be another value that is shifted.
        let is_shifted = self.hint == Hint::NONE
            && self.decoder.next() == 0x41
            && self.techniques.has(Technique::ScaledIndex);
        self.finish(ty, dst);
        if is_shifted {
            self.load_scaled(bits);
        }
    }

    /// A constant, a shift of the top entry by it, and a load from there in one step, if they are what follows.
    #[inline(never)]
    fn load_scaled(&mut self, bits: u32) {
        let mut after = self.decoder;
        after.byte();
        let shift = after.byte();
        // i32.shl by 1 to 3, which is a constant of one byte
        if !(1..=3).contains(&shift) || after.byte() != 0x74 || bits + u32::from(shift) > 32 {
            return;
        }
        let offset = after.offset();
        let op = LOADS.get(usize::from(after.byte().wrapping_sub(0x28)));
        let Some(&(ty, kind, _)) = op else { return };
        let arg = after.mem_arg();
        if !self.is_displacement(arg) || self.explicit_checks {
            return;
        }
        after.look();
        self.decoder = after;
        self.m.code_mut().set_wasm_offset(offset);
        let (index, _) = self.pop();
        let index = self.in_reg(index, I32);
        let dst = self.dst(ty, (!ty.is_float()).then_some(index));
        let mem = Mem { base: self.memory_base, index: Some(index), scale: shift, disp: arg.offset as i32 };
        self.m.load_rm(kind, dst, mem, true);
        self.finish(ty, dst);
    }

    /// Whether an access is of the usual form: a variable address, an offset that is a displacement, and no check.
    #[inline(always)]
    fn is_plain(&self, address: Value, arg: MemArg) -> bool {
        !matches!(address, Value::Imm(_)) && self.is_displacement(arg) && !self.explicit_checks
    }

    /// Whether an access's offset goes into its instruction.
    #[inline(always)]
    fn is_displacement(&self, arg: MemArg) -> bool {
        let most = if self.techniques.has(Technique::Displacements) { MAX_DISPLACEMENT } else { 0 };
        arg.offset <= most
    }

    #[inline(never)]
    fn load_elsewhere(&mut self, ty: ValType, kind: Load, size: u64, arg: MemArg, address: Value) {
        let mem = self.address(address, arg, size);
        let dst = self.dst(ty, mem.index.filter(|_| !ty.is_float()));
        self.m.load_rm(kind, dst, mem, true);
        self.finish(ty, dst);
    }

    pub(super) fn store_op(&mut self, op: StoreOp, arg: MemArg) {
        self.store_here(op, arg);
    }

    /// [`Self::store_op`] in line.
    #[inline(always)]
    pub(super) fn store_here(&mut self, (kind, size, load): StoreOp, arg: MemArg) {
        let ((value, ty), (address, _)) = (self.pop(), self.pop());
        if matches!(value, Value::Imm(_)) || !self.is_plain(address, arg) {
            return self.store_elsewhere(kind, size, arg, value, ty, address);
        }
        let src = self.in_reg(value, ty);
        let index = self.in_reg(address, I32);
        let disp = arg.offset as i32;
        self.m.store_guest(kind, self.memory_base, index, disp, src);
        if let Some(load) = load
            && self.techniques.has(Technique::StoreForwarding)
        {
            self.stored = Stored { place: LoadPlace::new(load, index, disp), index, src };
            self.m.code_mut().set_straight();
        }
    }

    #[inline(never)]
    fn store_elsewhere(
        &mut self,
        kind: Store,
        size: u64,
        arg: MemArg,
        value: Value,
        ty: ValType,
        address: Value,
    ) {
        let src = match value {
            Value::Imm(bits) if !ty.is_float() => Src::Imm(bits),
            // The bits of a float constant go through no float register.
            Value::Imm(bits) => Src::Imm(if kind == Store::F32 { i64::from(bits as i32) } else { bits }),
            _ => Src::Reg(self.in_reg(value, ty)),
        };
        let kind = match (kind, src) {
            (Store::F32, Src::Imm(_)) => Store::B32,
            (Store::F64, Src::Imm(_)) => Store::B64,
            (kind, _) => kind,
        };
        let mem = self.address(address, arg, size);
        self.m.store_mx(kind, mem, src, true);
    }

    /// The address of an access of `size` bytes.
    fn address(&mut self, address: Value, arg: MemArg, size: u64) -> Mem {
        let base = self.memory_base;
        if let Value::Imm(index) = address {
            let end = u64::from(index as u32) + arg.offset;
            let in_bounds = end + size <= self.module.memories[0].min * beeline_abi::WASM_PAGE;
            if end <= MAX_DISPLACEMENT && (in_bounds || !self.explicit_checks) {
                return Mem::new(base, end as i32);
            }
        }
        let index = self.in_reg(address, I32);
        if self.explicit_checks {
            let limit = self.memory_size_mem();
            self.m.bounds_trap(index, arg.offset + size, limit, TrapCode::MemoryOutOfBounds);
        }
        if self.is_displacement(arg) {
            return Mem { base, index: Some(index), scale: 0, disp: arg.offset as i32 };
        }
        let sum = if self.regs.is_held(index) { index } else { self.alloc(false) };
        self.m.alu_rrx(Alu::Add, Width::W64, sum, index, Src::Imm(arg.offset as i64));
        Mem { base, index: Some(sum), scale: 0, disp: 0 }
    }

    /// Where the size of memory 0 in bytes is. For an imported memory, its descriptor's address is loaded.
    fn memory_size_mem(&mut self) -> Mem {
        let pinned = M::REGS.pinned;
        if self.module.memory_imports == 0 {
            return Mem::new(pinned, -(vm::MEMORY0_SIZE as i32));
        }
        let desc = self.alloc(false);
        self.m.load_rm(Load::U64, desc, Mem::new(pinned, self.module.memory(0)), false);
        Mem::new(desc, std::mem::offset_of!(vm::MemoryDesc, size) as i32)
    }

    pub(super) fn memory_size(&mut self) {
        self.index();
        let size = self.memory_size_mem();
        let dst = self.dst(I32, None);
        self.m.load_rm(Load::U64, dst, size, false);
        let shift = i64::from(beeline_abi::WASM_PAGE.trailing_zeros());
        self.m.shift_rrx(Shift::ShrU, Width::W64, dst, dst, Src::Imm(shift));
        self.finish(I32, dst);
    }

    pub(super) fn memory_grow(&mut self) {
        let memory = self.index();
        self.libcall(Libcall::MemoryGrow, &[memory], 1);
        // The libcall answers in 64 bits; -1 becomes an i32.
        self.wrap();
    }

    pub(super) fn memory_copy(&mut self) {
        let (dst, src) = (self.index(), self.index());
        self.libcall(Libcall::MemoryCopy, &[dst, src], 3);
    }

    pub(super) fn memory_fill(&mut self) {
        let memory = self.index();
        self.libcall(Libcall::MemoryFill, &[memory], 3);
    }

    pub(super) fn memory_init(&mut self) {
        let (data, memory) = (self.index(), self.index());
        self.libcall(Libcall::MemoryInit, &[memory, data], 3);
    }

    pub(super) fn data_drop(&mut self) {
        let data = self.index();
        self.libcall(Libcall::DataDrop, &[data], 0);
    }

    /// Calls the runtime with constants and then the top `operands` entries as arguments, and pushes its result as a 64-bit integer if it has one.
    pub(super) fn libcall(&mut self, libcall: Libcall, constants: &[u32], operands: usize) {
        let regs = M::REGS;
        let first = self.stack.len() - operands;
        for (n, &constant) in constants.iter().enumerate() {
            self.moves.push(regs.params[n], Value::Imm(i64::from(constant)), I64);
        }
        for n in 0..operands {
            let (value, ty) = (self.value_at(first + n), self.stack[first + n].ty);
            self.moves.push(regs.params[constants.len() + n], value, ty);
        }
        self.truncate(first);
        self.pass_arguments();
        let slot = self.libcall_slot(libcall);
        self.m.call_m(Mem::new(regs.pinned, slot));
        if libcall.results() > 0 {
            self.regs.hold(regs.results[0]);
            self.push_reg(I64, regs.results[0]);
        }
    }
}
