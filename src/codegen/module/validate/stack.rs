//! The quick validator's operand stack and blocks: types as bytes, of which none is popped that is not there.
//!
//! Below the operands of each open block lies a [`SENTINEL`], which is no type. So comparing the type on top with the one that an operator needs also finds out that the
//! block has no operands left, and no operator has to compare heights. Only when that comparison fails does it matter whether code is
//! unreachable, where operands of any type may be taken from nothing (the bottom type of the specification's appendix on validation): those ways
//! are cold.
//!
//! Arithmetic on comparisons in place of branches (to pop none or one, say) was no faster; and LLVM 22 mistranslates some of it (`height -= pops & found`, where `found`
//! was found by a mask made from `pops`, lost the subtraction). `scripts/test` therefore runs the validators' tests on optimised code, too.

use super::effects::{EXTERN_REF, F64, FUNC_REF, I32};
use super::shape::Code;
use beeline_abi::types::ValType;

/// Slots of the stack, those in front of it and the sentinels included. A function that needs more is left to the other validator.
const LIMIT: usize = 1 << 14;

/// Slots in front of the first, so that eight can always be read at once.
const FRONT: usize = 8;

/// Lies below the operands of a block.
const SENTINEL: u8 = 0x80;

/// An operand of unknown type. Only a `select` in unreachable code leaves one.
const BOTTOM: u8 = 0;

/// Blocks that may be open at once, the function among them. A function that opens more is left to the other validator.
const DEPTH: usize = 1 << 12;

/// Where a stack is.
pub struct Room {
    slots: [u8; LIMIT],
    frames: [Frame; DEPTH],
    /// Open blocks; below [`DEPTH`]. Here and not in [`Stack`], as only operators that open blocks, close them or branch ask for it: those of the loop's registers that
    /// calls leave alone are all taken.
    depth: usize,
}

impl Room {
    /// Room for one stack, of any function.
    pub fn new() -> Box<Self> {
        let block = Block { kind: BlockKind::Block, params: 0, results: 0, ty: 0 };
        Box::new(Self {
            slots: [0; LIMIT],
            frames: [Frame { block, base: 0, unreachable: false }; DEPTH],
            depth: 0,
        })
    }

    /// The innermost open block.
    #[inline(never)]
    fn innermost(&self) -> Frame {
        self.frames[self.depth.wrapping_sub(1) % DEPTH]
    }

    /// Notes that what follows in the innermost block cannot be reached. Returns the height of the stack then.
    #[inline(never)]
    fn end_reach(&mut self) -> usize {
        let frame = &mut self.frames[self.depth.wrapping_sub(1) % DEPTH];
        frame.unreachable = true;
        frame.base as usize
    }

    /// Makes the innermost block, an `if`, one that begins at its `else`, where the stack has this height.
    #[inline(never)]
    fn turn(&mut self, height: usize) -> Option<()> {
        let frame = &mut self.frames[self.depth.wrapping_sub(1) % DEPTH];
        (frame.block.kind, frame.unreachable) = (BlockKind::Block, false);
        (frame.base as usize == height).then_some(())
    }

    /// The height when `count` operands of type `ty` have been popped from the innermost block, some of which may come from nothing.
    #[cold]
    #[inline(never)]
    fn below(&self, mut height: usize, ty: u8, count: usize) -> Option<usize> {
        for _ in 0..count {
            match *self.slots.get(height.checked_sub(1)?)? {
                SENTINEL if self.innermost().unreachable => {}
                found if found == ty || found == BOTTOM => height -= 1,
                _ => return None,
            }
        }
        Some(height)
    }
}

/// A block's kind and type.
#[derive(Clone, Copy)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its parameters.
    pub params: Code,
    /// Its results.
    pub results: Code,
    /// Type index, if one of its lists has several types.
    pub ty: u32,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// `block`, the function itself, or `if` from its `else` on.
    Block,
    /// `loop`.
    Loop,
    /// `if` before its `else`.
    If,
}

/// One of the two lists of a type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What it takes.
    Params,
    /// What it leaves.
    Results,
}

impl Block {
    /// A list of its type.
    #[inline(always)]
    pub fn code(self, side: Side) -> Code {
        match side {
            Side::Params => self.params,
            Side::Results => self.results,
        }
    }

    /// What a branch to it takes along.
    #[inline(always)]
    pub fn label(self) -> Side {
        if self.kind == BlockKind::Loop { Side::Params } else { Side::Results }
    }
}

/// An open block.
#[derive(Clone, Copy)]
struct Frame {
    block: Block,
    /// Height of the stack behind the block's sentinel.
    base: u32,
    /// Whether what follows in it cannot be reached.
    unreachable: bool,
}

/// The operand stack and the open blocks, the function's first. Its methods are inlined, so that its heights are in registers where one is a variable of
/// [`super::quick`]'s loop; what is not inlined works on a copy ([`Stack::aside`]). Both are arrays: of a vector, address and length are loaded again wherever
/// anything was written.
pub struct Stack<'s> {
    room: &'s mut Room,
    /// Slots in use: at least [`FRONT`], at most `peak`.
    height: usize,
    /// The greatest number of operands that there was after any operator, as the height of the stack if it had so many now. It changes otherwise only where blocks
    /// are opened and closed, the function last of all: there it must be below [`LIMIT`] before, so nothing is accepted that had no room. Until that is found out
    /// slots are written again that are in use, and `height` may leave its bounds either way: it wraps.
    peak: usize,
}

impl<'s> Stack<'s> {
    /// An empty stack.
    pub fn new(room: &'s mut Room) -> Self {
        room.depth = 0;
        Self { room, height: FRONT, peak: FRONT }
    }

    /// The same stack in variables of its own.
    #[inline(always)]
    pub fn taken(self) -> Self {
        Self { room: self.room, height: self.height, peak: self.peak }
    }

    /// Whether the function has been closed.
    #[inline(always)]
    pub fn is_closed(&self) -> bool {
        self.room.depth == 0
    }

    /// The innermost block. There must be one. (Not in line, as [`Self::turn`] and what it uses are not: LLVM computes the frame's address for every operator otherwise.)
    #[inline(always)]
    pub fn innermost(&self) -> Block {
        self.room.innermost().block
    }

    /// The function's block.
    #[inline(always)]
    pub fn function(&self) -> Block {
        self.room.frames[0].block
    }

    /// The block that a branch of this depth goes to.
    #[inline(always)]
    pub fn target(&self, depth: u32) -> Option<Block> {
        let out = depth as usize;
        (out < self.room.depth).then(|| self.room.frames[self.room.depth.wrapping_sub(1 + out) % DEPTH].block)
    }

    fn is_unreachable(&self) -> bool {
        self.room.innermost().unreachable
    }

    /// The greatest number of operands that there was after any operator, when all blocks are closed.
    pub fn most(&self) -> u32 {
        (self.peak - FRONT) as u32
    }

    /// Lets `work` have the stack.
    #[inline(always)]
    pub fn aside<R>(&mut self, work: impl FnOnce(&mut Stack<'_>) -> Option<R>) -> Option<R> {
        let mut copy = Stack { room: self.room, height: self.height, peak: self.peak };
        let result = work(&mut copy)?;
        (self.height, self.peak) = (copy.height, copy.peak);
        Some(result)
    }

    /// The type at this distance from the top, or what else lies there.
    #[inline(always)]
    fn top(&self, distance: usize) -> u8 {
        // This does not wrap: distances are small. It spares a comparison.
        self.room.slots[self.height.wrapping_sub(1 + distance) % LIMIT]
    }

    /// Puts another type in the place of the top.
    #[inline(always)]
    fn replace(&mut self, ty: u8) {
        self.room.slots[self.height.wrapping_sub(1) % LIMIT] = ty;
    }

    /// Pushes a type. Where it has no room, that is found out when a block is opened or closed ([`Self::peak`]).
    #[inline(always)]
    pub fn push(&mut self, ty: u8) {
        self.room.slots[self.height % LIMIT] = ty;
        self.height = self.height.wrapping_add(1);
        self.peak = self.peak.max(self.height);
    }

    /// Pops this type; `None` if it is not there.
    #[inline(always)]
    pub fn pop(&mut self, ty: u8) -> Option<()> {
        if self.top(0) == ty {
            self.height = self.height.wrapping_sub(1);
        } else {
            self.pop_below(ty, 1)?;
        }
        Some(())
    }

    /// Takes `pops` operands (one or two) of type `operand` and leaves one of type `result`.
    #[inline(always)]
    pub fn apply(&mut self, operand: u8, pops: usize, result: u8) -> Option<()> {
        if self.top(0) == operand && self.top(pops.wrapping_sub(1)) == operand {
            self.height = self.height.wrapping_sub(pops.wrapping_sub(1));
            self.replace(result);
            return Some(());
        }
        self.pop_below(operand, pops)?;
        self.push(result);
        Some(())
    }

    /// Pops the operands of a store: a value and, below it, an address.
    #[inline(always)]
    pub fn store(&mut self, value: u8) -> Option<()> {
        if self.top(0) == value && self.top(1) == I32 {
            self.height = self.height.wrapping_sub(2);
            return Some(());
        }
        self.pop_below(value, 1)?;
        self.pop_below(I32, 1)?;
        Some(())
    }

    /// Pops the types that `tops` has in the bytes that `mask` names, of which the highest is on top; `count` says how many.
    #[inline(always)]
    pub fn pop_tops(&mut self, tops: u64, mask: u64, count: usize) -> Option<()> {
        let found = self.room.slots.get(..self.height)?.last_chunk()?;
        if (u64::from_le_bytes(*found) ^ tops) & mask != 0 {
            return None;
        }
        self.height = self.height.wrapping_sub(count);
        Some(())
    }

    /// Pops something, whose type is returned.
    #[inline(always)]
    pub fn pop_any(&mut self) -> Option<u8> {
        let ty = self.top(0);
        if ty == SENTINEL {
            return self.is_unreachable().then_some(BOTTOM);
        }
        self.height = self.height.wrapping_sub(1);
        Some(ty)
    }

    /// Pops a reference.
    pub fn pop_ref(&mut self) -> Option<()> {
        matches!(self.pop_any()?, BOTTOM | FUNC_REF | EXTERN_REF).then_some(())
    }

    /// Pops these types, of which the last is on top.
    #[inline(never)]
    pub fn pop_all(&mut self, types: &[ValType]) -> Option<()> {
        types.iter().rev().try_for_each(|&ty| self.pop(ty as u8))
    }

    /// Pushes these types.
    #[inline(never)]
    pub fn push_all(&mut self, types: &[ValType]) {
        types.iter().for_each(|&ty| self.push(ty as u8));
    }

    /// `select` without a type: both values are of one type that is no reference.
    #[inline(always)]
    pub fn select(&mut self) -> Option<()> {
        let ty = self.top(1);
        if self.top(0) == I32 && ty == self.top(2) && (I32..=F64).contains(&ty) {
            self.height = self.height.wrapping_sub(2);
            return Some(());
        }
        self.aside(|stack| stack.select_unknown())
    }

    #[cold]
    #[inline(never)]
    fn select_unknown(&mut self) -> Option<()> {
        self.pop(I32)?;
        let ty = match (self.pop_any()?, self.pop_any()?) {
            (BOTTOM, ty) | (ty, BOTTOM) => ty,
            (one, other) if one == other => one,
            _ => return None,
        };
        if ty != BOTTOM && !(I32..=F64).contains(&ty) {
            return None;
        }
        self.push(ty);
        Some(())
    }

    /// Opens a block, whose parameters are still to be pushed.
    #[inline(always)]
    pub fn open(&mut self, block: Block) -> Option<()> {
        // Asked before anything is added: a peak that wrapped would be forgotten.
        if self.peak >= LIMIT - 1 || self.room.depth == DEPTH {
            return None;
        }
        self.room.slots[self.height % LIMIT] = SENTINEL;
        self.height += 1;
        self.peak += 1;
        self.room.frames[self.room.depth % DEPTH] =
            Frame { block, base: self.height as u32, unreachable: false };
        self.room.depth += 1;
        Some(())
    }

    /// Begins the other way of an `if`, whose results have been popped and whose parameters are still to be pushed.
    #[inline(always)]
    pub fn turn(&mut self) -> Option<()> {
        self.room.turn(self.height)
    }

    /// Closes the innermost block, whose results have been popped and must have been all there was.
    #[inline(always)]
    pub fn close(&mut self) -> Option<()> {
        if self.top(0) != SENTINEL || self.peak >= LIMIT {
            return None;
        }
        self.room.depth -= 1;
        self.height -= 1;
        self.peak -= 1;
        Some(())
    }

    /// What follows in the innermost block cannot be reached.
    #[inline(always)]
    pub fn end_reach(&mut self) {
        self.height = self.room.end_reach();
    }

    /// Pops `count` operands of type `ty`, some of which may come from nothing.
    #[inline(always)]
    fn pop_below(&mut self, ty: u8, count: usize) -> Option<()> {
        self.height = self.room.below(self.height, ty, count)?;
        Some(())
    }
}
