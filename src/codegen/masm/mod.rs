//! The machine: registers, conditions, addresses and the macro assembler trait that each ISA implements.
//!
//! [`Masm`] is grained as machine shapes, not as wasm operators: what to compute and where operands live is decided by the emitter, how to
//! encode it here. Contract for every method:
//!
//! * any of the register operands may coincide, unless a method says otherwise; sources keep their value unless they are the destination;
//! * no other allocatable register changes; flags may change: they carry nothing from one method to the next;
//! * an `i32` in a general register has a zero upper half, before and after;
//! * nothing fails: immediates and offsets of any size are legalised through the ISA's scratch registers.
//!
//! Method names: `<op>_<destination><sources>`, r general register, f float register, i immediate, m memory, s frame slot, and `x` for
//! a [`Src`], which is any of r, i, s.

pub mod arm64;
mod bytes;
pub mod code_buffer;
#[cfg(test)]
pub mod tests;
pub mod x64;

use beeline_abi::types::ValType;
use beeline_abi::{TrapCode, callconv};
pub use code_buffer::CodeBuffer;

/// A machine register of any ISA: 0 to 31 general registers by their encoding, 32 to 63 float registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub struct Reg(pub u8);

impl Reg {
    /// The float register with this encoding.
    pub const fn float(code: u8) -> Self {
        Self(code + 32)
    }
    /// Whether this is a float register.
    pub const fn is_float(self) -> bool {
        self.0 >= 32
    }
    /// The number that encodes it in its file.
    pub const fn code(self) -> u8 {
        self.0 & 31
    }
}

/// A set of registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RegSet(pub u64);

impl RegSet {
    /// The set of these registers.
    pub const fn of(regs: &[Reg]) -> Self {
        let (mut bits, mut i) = (0, 0);
        while i < regs.len() {
            bits |= 1 << regs[i].0;
            i += 1;
        }
        Self(bits)
    }
    /// Whether `reg` is in the set.
    pub const fn contains(self, reg: Reg) -> bool {
        self.0 >> reg.0 & 1 != 0
    }
    /// Adds `reg`.
    pub fn insert(&mut self, reg: Reg) {
        self.0 |= 1 << reg.0;
    }
    /// Removes `reg`.
    pub fn remove(&mut self, reg: Reg) {
        self.0 &= !(1 << reg.0);
    }
    /// Whether there is nothing in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// How many registers are in it.
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }
    /// The general registers of the set.
    pub const fn general(self) -> Self {
        Self(self.0 & 0xffff_ffff)
    }
    /// The float registers of the set.
    pub const fn floats(self) -> Self {
        Self(self.0 & !0xffff_ffff)
    }
    /// What is in both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    /// What is in either.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// What is in this set but not in `other`.
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
    /// The register with the lowest number, if there is any.
    pub const fn first(self) -> Option<Reg> {
        if self.0 == 0 { None } else { Some(Reg(self.0.trailing_zeros() as u8)) }
    }
    /// The registers from the lowest number up.
    pub const fn iter(self) -> RegIter {
        RegIter(self)
    }
}

/// The registers of a set, from either end: as many steps as there are registers in it.
#[derive(Clone, Copy, Debug)]
pub struct RegIter(RegSet);

impl Iterator for RegIter {
    type Item = Reg;

    #[inline]
    fn next(&mut self) -> Option<Reg> {
        let reg = self.0.first()?;
        self.0.remove(reg);
        Some(reg)
    }
}

impl DoubleEndedIterator for RegIter {
    #[inline]
    fn next_back(&mut self) -> Option<Reg> {
        let reg = Reg(63u8.checked_sub(self.0.0.leading_zeros() as u8)?);
        self.0.remove(reg);
        Some(reg)
    }
}

/// Operand size of an operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Width {
    /// 32 bits.
    W32,
    /// 64 bits.
    W64,
}

impl Width {
    /// How many bits it is.
    #[inline]
    #[must_use]
    pub const fn bits(self) -> u32 {
        match self {
            Self::W32 => 32,
            Self::W64 => 64,
        }
    }
}

/// A branch target of the function being emitted, made by [`Masm::new_label`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Label(pub u32);

/// An 8-byte frame slot, by its distance in bytes from the frame pointer: negative for the function's own slots, positive for incoming
/// stack parameters and results.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Slot(pub i32);

/// An 8-byte slot of the outgoing stack area, by its number: slot 0 is where the stack pointer points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct OutSlot(pub u32);

/// A second operand: register, immediate or frame slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Src {
    /// A register.
    Reg(Reg),
    /// A number, sign-extended from the operation's width.
    Imm(i64),
    /// A frame slot.
    Slot(Slot),
}

/// `base + (index << scale) + disp`; `index` is a full 64-bit register (an `i32` there is zero-extended).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mem {
    /// Base register.
    pub base: Reg,
    /// Index register.
    pub index: Option<Reg>,
    /// Shift of the index: 0 to 3.
    pub scale: u8,
    /// Displacement in bytes.
    pub disp: i32,
}

impl Mem {
    /// `base + disp`.
    pub const fn new(base: Reg, disp: i32) -> Self {
        Self { base, index: None, scale: 0, disp }
    }
}

/// Two-operand integer arithmetic.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Alu {
    /// Sum.
    Add,
    /// Difference.
    Sub,
    /// Bitwise and.
    And,
    /// Bitwise or.
    Or,
    /// Bitwise exclusive or.
    Xor,
}

/// Shifts and rotations; counts are taken modulo the width.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shift {
    /// Left.
    Shl,
    /// Right, copies of the sign.
    ShrS,
    /// Right, zeros.
    ShrU,
    /// Rotation left.
    Rotl,
    /// Rotation right.
    Rotr,
}

/// Division and remainder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Div {
    /// Signed quotient.
    DivS,
    /// Unsigned quotient.
    DivU,
    /// Signed remainder.
    RemS,
    /// Unsigned remainder.
    RemU,
}

/// One-operand integer operations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unary {
    /// Leading zeros; the width for zero.
    Clz,
    /// Trailing zeros; the width for zero.
    Ctz,
    /// Ones.
    Popcnt,
}

/// Sign and zero extensions within a register. The second number is the width of the result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extend {
    /// 8 to 32 bits, signed.
    S8W32,
    /// 16 to 32 bits, signed.
    S16W32,
    /// 8 to 64 bits, signed.
    S8W64,
    /// 16 to 64 bits, signed.
    S16W64,
    /// 32 to 64 bits, signed.
    S32W64,
    /// 32 to 64 bits, unsigned; also the truncation of 64 bits to an `i32`.
    U32W64,
    /// 8 bits, unsigned: `and 0xff` of either width.
    U8,
    /// 16 bits, unsigned: `and 0xffff` of either width.
    U16,
}

/// Two-operand float arithmetic.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FloatAlu {
    /// Sum.
    Add,
    /// Difference.
    Sub,
    /// Product.
    Mul,
    /// Quotient.
    Div,
    /// Minimum by wasm's rules: NaN if either is NaN, -0 below +0.
    Min,
    /// Maximum by wasm's rules.
    Max,
    /// Magnitude of the first, sign of the second.
    Copysign,
}

/// One-operand float operations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FloatUnary {
    /// Magnitude.
    Abs,
    /// Sign flipped.
    Neg,
    /// Square root.
    Sqrt,
    /// Rounded up.
    Ceil,
    /// Rounded down.
    Floor,
    /// Rounded towards zero.
    Trunc,
    /// Rounded to nearest, ties to even.
    Nearest,
}

/// How memory is read into a register. Integer loads give the full register: 8 to 32 bits and unsigned ones with a zero upper part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Load {
    /// 8 bits, zero-extended.
    U8,
    /// 16 bits, zero-extended.
    U16,
    /// 32 bits, zero-extended.
    U32,
    /// 8 bits, sign-extended to 32.
    S8W32,
    /// 16 bits, sign-extended to 32.
    S16W32,
    /// 8 bits, sign-extended to 64.
    S8W64,
    /// 16 bits, sign-extended to 64.
    S16W64,
    /// 32 bits, sign-extended to 64.
    S32W64,
    /// 64 bits.
    U64,
    /// 32-bit float, to a float register.
    F32,
    /// 64-bit float, to a float register.
    F64,
}

/// How a register or immediate is written to memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Store {
    /// Low 8 bits.
    B8,
    /// Low 16 bits.
    B16,
    /// Low 32 bits.
    B32,
    /// 64 bits.
    B64,
    /// 32-bit float, from a float register.
    F32,
    /// 64-bit float, from a float register.
    F64,
}

/// A condition between two operands. The `FN*` ones are the negations of the float ones: true for NaN.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are those of the wasm operators")]
pub enum Cond {
    Eq,
    Ne,
    LtS,
    LtU,
    GtS,
    GtU,
    LeS,
    LeU,
    GeS,
    GeU,
    FEq,
    FNe,
    FLt,
    FGt,
    FLe,
    FGe,
    FNlt,
    FNgt,
    FNle,
    FNge,
}

impl Cond {
    /// The condition that holds when this one does not.
    pub const fn invert(self) -> Self {
        match self {
            Self::Eq => Self::Ne,
            Self::Ne => Self::Eq,
            Self::LtS => Self::GeS,
            Self::LtU => Self::GeU,
            Self::GtS => Self::LeS,
            Self::GtU => Self::LeU,
            Self::LeS => Self::GtS,
            Self::LeU => Self::GtU,
            Self::GeS => Self::LtS,
            Self::GeU => Self::LtU,
            Self::FEq => Self::FNe,
            Self::FNe => Self::FEq,
            Self::FLt => Self::FNlt,
            Self::FGt => Self::FNgt,
            Self::FLe => Self::FNle,
            Self::FGe => Self::FNge,
            Self::FNlt => Self::FLt,
            Self::FNgt => Self::FGt,
            Self::FNle => Self::FLe,
            Self::FNge => Self::FGe,
        }
    }

    /// The integer condition that holds for swapped operands.
    pub const fn swap(self) -> Self {
        match self {
            Self::LtS => Self::GtS,
            Self::LtU => Self::GtU,
            Self::GtS => Self::LtS,
            Self::GtU => Self::LtU,
            Self::LeS => Self::GeS,
            Self::LeU => Self::GeU,
            Self::GeS => Self::LeS,
            Self::GeU => Self::LeU,
            other => other,
        }
    }
}

/// How the operands of a [`Cmp`] are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CmpKind {
    /// Integer comparison.
    Int,
    /// Integer comparison of what lies in the instance with an immediate: `lhs` is a slot at its distance from the pinned register, not from the frame pointer.
    Pinned,
    /// The bitwise and of both is compared with zero; only `Eq` and `Ne`.
    Test,
    /// Float comparison; the `F*` conditions. `lhs` is a float register, `rhs` a float register or slot.
    Float,
}

/// A comparison that has not been emitted. `lhs` is never an immediate; for [`CmpKind::Test`] it is a register, for [`CmpKind::Pinned`] a slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cmp {
    /// What is done with the operands.
    pub kind: CmpKind,
    /// What must hold.
    pub cond: Cond,
    /// Width of the operands.
    pub width: Width,
    /// First operand.
    pub lhs: Src,
    /// Second operand.
    pub rhs: Src,
}

impl Cmp {
    /// None in particular.
    pub const NONE: Self =
        Self { kind: CmpKind::Int, cond: Cond::Eq, width: Width::W32, lhs: Src::Imm(0), rhs: Src::Imm(0) };

    /// Becomes the comparison that holds when this one does not.
    #[inline]
    pub const fn invert(&mut self) {
        self.cond = self.cond.invert();
    }
}

/// Registers that an operation is bound to. Where there is `None`, any register will do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Constraint {
    /// Where the first operand must be; its value is lost.
    pub lhs: Option<Reg>,
    /// Where the second operand must be, if it is not an immediate.
    pub rhs: Option<Reg>,
    /// Where the result will be.
    pub dst: Option<Reg>,
    /// Registers that lose their value, and that neither other operands nor (unless it is `dst`) the result may be in.
    pub clobbers: RegSet,
}

/// The part of a frame that prologue and epilogue deal with.
///
/// ```text
///   fp + 16 ...  incoming stack area
///   fp + 8       return address
///   fp           caller's frame pointer
///   fp - 8 ...   saved general registers, then saved float registers, 8 bytes each, in the order of their numbers
///   ...          slots of locals and operands
///   sp           outgoing stack area
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct FrameShape {
    /// Callee-saved registers that the function uses.
    pub saved: RegSet,
    /// Bytes below the saved registers, a multiple of 8; the macro assembler rounds up so that sp is aligned.
    pub size: u32,
    /// No calls: where the ABI has a red zone and the slots fit it, sp need not move.
    pub leaf: bool,
}

impl FrameShape {
    /// Bytes of saved registers: the first slot of a local is this far below the frame pointer.
    pub const fn saved_bytes(&self) -> u32 {
        self.saved.len() * 8
    }
}

/// How an in-range check of a float-to-integer conversion fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TruncMode {
    /// NaN traps [`TrapCode::BadConversionToInteger`], out of range [`TrapCode::IntegerOverflow`].
    Trap,
    /// NaN gives zero, out of range the nearest integer.
    Saturate,
}

/// How far the branches of a function have to reach. Settled before the function is emitted; one that turns out to be too short is an overflow
/// ([`CodeBuffer::overflowed`]), and the function is emitted again with the next one. ISAs whose branches reach everything do not look at it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Some kilobytes.
    Short,
    /// Some hundred kilobytes.
    Near,
    /// As far as there is.
    Far,
}

impl Reach {
    /// The reach for a body of this many bytes, taken such that it fits even where code is four times as long as the body; most is less than twice as long.
    pub const fn of_body(bytes: usize) -> Self {
        if bytes <= 8 << 10 {
            Self::Short
        } else if bytes <= 256 << 10 {
            Self::Near
        } else {
            Self::Far
        }
    }

    /// The next greater one.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Short => Some(Self::Near),
            Self::Near => Some(Self::Far),
            Self::Far => None,
        }
    }
}

/// A callee-saved register that may be the home of a local.
#[derive(Clone, Copy, Debug)]
pub struct Home {
    /// The register.
    pub reg: Reg,
    /// What saving and restoring it costs, in accesses of a local in a slot: only a local that is used more often gains.
    pub cost: u32,
}

/// The registers of an ISA by their roles.
#[derive(Clone, Copy, Debug)]
pub struct RegFile {
    /// P: the pinned register that instance data and memory 0 are reached through.
    pub pinned: Reg,
    /// Carries the caller's P into calls that may leave the instance.
    pub caller_p: Reg,
    /// Whether that one is the macro assembler's scratch register as well: it then keeps a value only over moves that need none.
    pub caller_p_is_scratch: bool,
    /// Allocatable general registers that calls overwrite.
    pub temps: RegSet,
    /// Those of them that temporaries take first, if they are free: the ones in which the first arguments of a call travel.
    pub first_temps: RegSet,
    /// Callee-saved general registers, from the one to be used first as a home.
    pub homes: &'static [Home],
    /// Caller-saved general registers that may be homes in leaf functions, besides: so few that the rest is enough for the operands of any operator, and
    /// no result registers.
    pub leaf_homes: &'static [Reg],
    /// Allocatable float registers that calls overwrite.
    pub float_temps: RegSet,
    /// Callee-saved float registers (low 64 bits).
    pub float_homes: &'static [Home],
    /// Caller-saved float registers that may be homes in leaf functions, besides.
    pub float_leaf_homes: &'static [Reg],
    /// Integer parameters.
    pub params: [Reg; callconv::INT_PARAMS],
    /// Float parameters.
    pub float_params: [Reg; callconv::FLOAT_PARAMS],
    /// Integer results; the first is where a block's first integer result is, too.
    pub results: [Reg; callconv::INT_RESULTS],
    /// Float results.
    pub float_results: [Reg; callconv::FLOAT_RESULTS],
}

impl RegFile {
    /// Where a value of this type travels that is alone, as the result of a function or a block: the first result register of its class.
    #[inline(always)]
    pub const fn first_result(&self, ty: ValType) -> Reg {
        if ty.is_float() { self.float_results[0] } else { self.results[0] }
    }
}

/// The most bytes that [`Masm::veneer`] appends.
pub const VENEER_BYTES: usize = 32;

/// The macro assembler of one ISA. See the head of this file for the contract of all methods.
pub trait Masm: Sized + Send {
    /// The registers by role.
    const REGS: RegFile;
    /// Whether [`Masm::mul_add_rrrr`] is an instruction.
    const MUL_ADD: bool;
    /// Whether [`Masm::falu_ffx`] takes constants as they are, rather than in registers.
    const FLOAT_IMMEDIATES: bool;
    /// The greatest shift that [`Masm::add_shifted_rrr`] does for nothing.
    const MAX_ADD_SHIFT: u32;
    /// Bytes that [`Masm::call_func`] reaches, either way.
    const CALL_REACH: u32;
    /// The byte between functions, which is never run.
    const PADDING: u8;

    /// A macro assembler that writes to an empty buffer.
    fn new(cpu: crate::Cpu) -> Self;
    /// The buffer.
    fn code(&self) -> &CodeBuffer;
    /// The buffer.
    fn code_mut(&mut self) -> &mut CodeBuffer;

    // Functions and frames.

    /// Starts a function: aligns the buffer, forgets labels.
    fn begin_function(&mut self, reach: Reach);
    /// Ends a function: emits trap stubs and jump tables, resolves labels.
    fn end_function(&mut self);
    /// The prologue. For frames of more than [`beeline_abi::vm::MAX_UNCHECKED_FRAME`] it compares with the stack limit and traps.
    fn prologue(&mut self, frame: &FrameShape);
    /// The epilogue with the return.
    fn epilogue(&mut self, frame: &FrameShape);
    /// Writes zeros to `count` slots, the lowest being `lowest`. Runs after the prologue and before any value is in a temporary that
    /// is not a parameter register: it may use only scratch registers.
    fn zero_slots(&mut self, lowest: Slot, count: u32);

    // Moves.

    /// General register to general register; `W32` clears the upper half. Nothing is emitted when `dst == src` and the width is 64.
    fn mov_rr(&mut self, width: Width, dst: Reg, src: Reg);
    /// Immediate to general register.
    fn mov_ri(&mut self, width: Width, dst: Reg, imm: i64);
    /// Frame slot to general register.
    fn mov_rs(&mut self, width: Width, dst: Reg, src: Slot);
    /// General register or immediate (not a slot) to frame slot; `W32` may leave the slot's upper half as it is.
    fn mov_sx(&mut self, width: Width, dst: Slot, src: Src);
    /// Float register to float register.
    fn fmov_ff(&mut self, width: Width, dst: Reg, src: Reg);
    /// Bits of a number to float register.
    fn fmov_fi(&mut self, width: Width, dst: Reg, bits: u64);
    /// Frame slot to float register.
    fn fmov_fs(&mut self, width: Width, dst: Reg, src: Slot);
    /// Float register to frame slot.
    fn fmov_sf(&mut self, width: Width, dst: Slot, src: Reg);
    /// Bits of a float register to general register.
    fn mov_rf(&mut self, width: Width, dst: Reg, src: Reg);
    /// Bits of a general register to float register.
    fn mov_fr(&mut self, width: Width, dst: Reg, src: Reg);
    /// Exchanges two registers of one class, all of their 64 bits.
    fn swap(&mut self, a: Reg, b: Reg);
    /// Frame slot to frame slot; `W32` may leave the slot's upper half as it is. A value has to be read in the width it was written in: 64 bits of which
    /// only the lower half was just stored wait until that has reached the cache (sha256, which copies eight slots per round, took 1.3 times as long).
    fn mov_ss(&mut self, width: Width, dst: Slot, src: Slot);
    /// General register (64 bits), float register (64 bits), immediate or frame slot (this width) to a slot of the outgoing area, which is written whole.
    fn mov_ox(&mut self, width: Width, dst: OutSlot, src: Src);
    /// Slot of the outgoing area to a general or float register, with this width.
    fn mov_ro(&mut self, width: Width, dst: Reg, src: OutSlot);
    /// Address to general register.
    fn lea_rm(&mut self, dst: Reg, mem: Mem);

    // Integers.

    /// `dst = lhs op rhs`.
    fn alu_rrx(&mut self, op: Alu, width: Width, dst: Reg, lhs: Reg, rhs: Src);
    /// `dst = lhs * rhs`.
    fn mul_rrx(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: Src);
    /// `dst = acc + lhs * rhs`, or `acc - lhs * rhs`; to be used where [`Masm::MUL_ADD`] says so.
    fn mul_add_rrrr(&mut self, op: Alu, width: Width, dst: Reg, acc: Reg, lhs: Reg, rhs: Reg);
    /// `dst = base + (index << shift)`, with a shift from 1 to [`Masm::MAX_ADD_SHIFT`] that is less than the width.
    fn add_shifted_rrr(&mut self, width: Width, dst: Reg, base: Reg, index: Reg, shift: u32);
    /// What a shift by a register needs.
    fn shift_constraint(&self, op: Shift, width: Width) -> Constraint;
    /// `dst = lhs op rhs`; `rhs` is an immediate or a register that meets the constraint.
    fn shift_rrx(&mut self, op: Shift, width: Width, dst: Reg, lhs: Reg, rhs: Src);
    /// What a division needs.
    fn div_constraint(&self, op: Div, width: Width) -> Constraint;
    /// `dst = lhs op rhs` in registers that meet the constraint; `rhs` is changed by no case. Division by zero traps
    /// [`TrapCode::IntegerDivideByZero`], an unrepresentable quotient [`TrapCode::IntegerOverflow`]; the remainder of that case is 0. `known` is the
    /// divisor, if it is a constant.
    fn div_rrr(&mut self, op: Div, width: Width, dst: Reg, lhs: Reg, rhs: Reg, known: Option<i64>);
    /// `dst = op src`.
    fn unary_rr(&mut self, op: Unary, width: Width, dst: Reg, src: Reg);
    /// `dst` = `src` extended.
    fn extend_rr(&mut self, op: Extend, dst: Reg, src: Reg);
    /// `dst` = high 64 bits of the unsigned (or for `W32`, bits 32 to 63 of the) product of `lhs` and constant `rhs`, shifted right by `shift` more: the
    /// core of a division by a constant. Registers meet the constraint; `lhs` may be `dst`.
    fn mulhi_shift_rri(&mut self, width: Width, dst: Reg, lhs: Reg, rhs: u64, shift: u8);
    /// What the high half of a product needs.
    fn mulhi_constraint(&self, width: Width) -> Constraint;

    // Comparisons.

    /// Jumps to `target` if `cmp` holds.
    fn cmp_branch(&mut self, cmp: &Cmp, target: Label);
    /// `dst` = 1 if `cmp` holds, else 0.
    fn cmp_set(&mut self, cmp: &Cmp, dst: Reg);
    /// `dst` = `yes` if `cmp` holds, else `no`. General or float registers (both alike, and `dst`), width of the values.
    fn cmp_select(&mut self, cmp: &Cmp, width: Width, dst: Reg, yes: Reg, no: Reg);
    /// Traps with `code` if `cmp` holds, out of line.
    fn cmp_trap(&mut self, cmp: &Cmp, code: TrapCode);
    /// Traps with `code` if the 64-bit sum of `index`, an `i32`, and `extent`, at most 2^33, is greater than the 64-bit number at `limit` (an address
    /// that does not use the scratch registers): the explicit bounds check.
    fn bounds_trap(&mut self, index: Reg, extent: u64, limit: Mem, code: TrapCode);

    // Floats.

    /// `dst = lhs op rhs`; `rhs` is a float register or a slot, or for the four basic operations an immediate if [`Masm::FLOAT_IMMEDIATES`] says so.
    fn falu_ffx(&mut self, op: FloatAlu, width: Width, dst: Reg, lhs: Reg, rhs: Src);
    /// `dst = op src`.
    fn funary_ff(&mut self, op: FloatUnary, width: Width, dst: Reg, src: Reg);
    /// Float of the other width.
    fn fconvert_ff(&mut self, to: Width, dst: Reg, src: Reg);
    /// Integer to float.
    fn int_to_float_fr(&mut self, to: Width, from: Width, signed: bool, dst: Reg, src: Reg);
    /// Float to integer. `src` keeps its value.
    fn float_to_int_rf(&mut self, mode: TruncMode, to: Width, from: Width, signed: bool, dst: Reg, src: Reg);

    // Memory.

    /// Reads. When `site` is set the access may fault, which means [`TrapCode::MemoryOutOfBounds`].
    fn load_rm(&mut self, kind: Load, dst: Reg, mem: Mem, site: bool);
    /// Writes; `src` is a register or an immediate. `site` as for loads.
    fn store_mx(&mut self, kind: Store, mem: Mem, src: Src, site: bool);

    /// Reads `[base + index + disp]`, which may fault: the access of memory 0 that nearly all are. The same as [`Masm::load_rm`] with a site.
    #[inline(always)]
    fn load_guest(&mut self, kind: Load, dst: Reg, base: Reg, index: Reg, disp: i32) {
        self.load_rm(kind, dst, Mem { base, index: Some(index), scale: 0, disp }, true);
    }
    /// Writes there; the same as [`Masm::store_mx`] with a site.
    #[inline(always)]
    fn store_guest(&mut self, kind: Store, base: Reg, index: Reg, disp: i32, src: Reg) {
        self.store_mx(kind, Mem { base, index: Some(index), scale: 0, disp }, Src::Reg(src), true);
    }

    // Control.

    /// A label of the current function, not yet bound.
    fn new_label(&mut self) -> Label {
        self.code_mut().new_label()
    }
    /// The same, for one that is expected to be bound at this place ([`CodeBuffer::set_place`]) instead of soon.
    fn new_label_at(&mut self, expected: u32) -> Label {
        self.code_mut().new_label_at(expected)
    }
    /// Binds a label here. May remove a jump to it that was just emitted.
    fn bind(&mut self, label: Label);
    /// Jumps.
    fn jump(&mut self, target: Label);
    /// Jumps to `targets[index]`, or to the last target if the unsigned 32-bit `index` is not below `targets.len() - 1`. `index` is lost.
    fn jump_table(&mut self, index: Reg, targets: &[Label]);
    /// Traps here.
    fn trap(&mut self, code: TrapCode);
    /// Makes the current place the start of out-of-line code, reached by jumps only; nothing to emit on most ISAs.
    fn align_loop(&mut self) {}

    // Calls. Each records a `Call` site with the return address.

    /// Calls a function of the module; the displacement is patched when all functions are placed.
    fn call_func(&mut self, func: u32);
    /// Fills in the displacement of such a call, whose fix-up was at the start of `field`, for a target `distance` bytes from there. Returns whether it is within reach.
    fn patch_call(field: &mut [u8], distance: i64) -> bool;
    /// Appends code that jumps to what is `distance` bytes (less than 2^31) from its own start, for calls that do not reach. At most [`VENEER_BYTES`], and
    /// none on an ISA whose calls reach everything.
    fn veneer(distance: i64, out: &mut Vec<u8>);
    /// Calls the address stored at `mem`.
    fn call_m(&mut self, mem: Mem);
    /// The second half of `call_indirect`: `funcref` points to a [`beeline_abi::vm::FuncRef`]; it may be [`RegFile::caller_p`]. Compares its signature id with `sig` (an immediate, or a register), trapping [`TrapCode::BadSignature`]; a null funcref faults there:
    /// [`TrapCode::IndirectCallToNull`].
    fn check_sig(&mut self, funcref: Reg, sig: Src);
    /// Calls through a checked funcref, which may be in [`RegFile::caller_p`]: directly if the callee's P is this one's, else out of line with P switched and restored from `saved_p`.
    fn call_funcref(&mut self, funcref: Reg, saved_p: Slot);
}
