//! The exact instructions for each shape, where the length is the point. One case per form.

use super::super::X64;
use super::disassembler::{check_decoding, listing};
use crate::Cpu;
use crate::masm::tests::emitted;
use crate::masm::{
    Alu, Cmp, CmpKind, Cond, Div, Extend, FloatAlu, FloatUnary, FrameShape, Load, Masm, Mem, Reach, Reg,
    RegSet, Shift, Slot, Src, Store, TruncMode, Unary, Width,
};
use beeline_abi::TrapCode;

const AX: Reg = Reg(0);
const CX: Reg = Reg(1);
const DX: Reg = Reg(2);
const SI: Reg = Reg(6);
const DI: Reg = Reg(7);
const R8: Reg = Reg(8);
const R12: Reg = Reg(12);
const R13: Reg = Reg(13);
const F0: Reg = Reg::float(0);
const F1: Reg = Reg::float(1);
const F9: Reg = Reg::float(9);
const S: Slot = Slot(-8);

/// Emitted code, and its length.
fn check(emit: impl FnOnce(&mut X64), expected: &str, bytes: u32) {
    let masm = emitted(Cpu::Baseline, Reach::Near, emit);
    let code = &masm.code.bytes()[..(masm.code.len() - masm.code.table_bytes) as usize];
    check_decoding(expected, code);
    let text = listing(code);
    assert_eq!(text.trim_end().replace('\n', "; "), expected);
    assert_eq!(code.len(), bytes as usize, "{expected}");
}

/// What ends with `ud2`, so that out-of-line code is not the next instruction: what comes before and after it.
fn check_trapping(emit: impl FnOnce(&mut X64), expected: &str, bytes: u32) {
    let emit = |m: &mut X64| {
        emit(m);
        m.trap(TrapCode::Unreachable);
    };
    check(emit, expected, bytes + 2);
}

use Width::{W32, W64};

#[test]
fn moves() {
    check(|m| m.mov_rr(W32, AX, SI), "mov eax, esi", 2);
    check(|m| m.mov_rr(W64, AX, SI), "mov rax, rsi", 3);
    check(|m| m.mov_rr(W64, AX, AX), "", 0);
    check(|m| m.mov_rr(W32, AX, AX), "mov eax, eax", 2);
    check(|m| m.mov_ri(W64, AX, 0), "xor eax, eax", 2);
    check(|m| m.mov_ri(W32, R8, 7), "mov r8d, 7", 6);
    check(|m| m.mov_ri(W32, SI, -1), "mov esi, 0xffffffff", 5);
    check(|m| m.mov_ri(W64, SI, -1), "mov rsi, 0xffffffffffffffff", 7);
    check(|m| m.mov_ri(W64, SI, 0xffff_ffff), "mov esi, 0xffffffff", 5);
    check(|m| m.mov_ri(W64, SI, 1 << 40), "mov rsi, 0x10000000000", 10);
    check(|m| m.mov_rs(W32, SI, S), "mov esi, [rbp-8]", 3);
    check(|m| m.mov_rs(W64, SI, Slot(-136)), "mov rsi, [rbp-0x88]", 7);
    check(|m| m.mov_sx(W64, S, Src::Imm(1)), "mov qword ptr [rbp-8], 1", 8);
    check(|m| m.mov_sx(W32, S, Src::Imm(1)), "mov dword ptr [rbp-8], 1", 7);
    check(|m| m.fmov_sf(W64, S, F0), "movlps [rbp-8], xmm0", 4);
    check(|m| m.fmov_fs(W64, F9, S), "movsd xmm9, [rbp-8]", 6);
    check(|m| m.fmov_ff(W64, F0, F1), "movaps xmm0, xmm1", 3);
    check(|m| m.fmov_fi(W64, F0, 0), "xorps xmm0, xmm0", 3);
    check(|m| m.fmov_fi(W32, F0, 0x8000_0000), "pcmpeqd xmm0, xmm0; pslld xmm0, 0x1f", 9);
    check(|m| m.fmov_fi(W32, F0, 0x3f80_0000), "movss xmm0, [rip]", 8);
    check(|m| m.fmov_fi(W64, Reg::float(9), 1 << 62), "movsd xmm9, [rip+7]", 9);
    check(|m| m.falu_ffx(FloatAlu::Mul, W64, F0, F0, Src::Imm(1 << 62)), "mulsd xmm0, [rip]", 8);
    check(
        |m| m.falu_ffx(FloatAlu::Sub, W32, F0, F1, Src::Imm(0x4000_0000)),
        "movaps xmm0, xmm1; subss xmm0, [rip+1]",
        11,
    );
    check(|m| m.swap(AX, SI), "xchg rsi, rax", 2);
}

#[test]
fn addresses() {
    check(|m| m.load_rm(Load::U32, AX, Mem::new(Reg(3), 0), false), "mov eax, [rbx]", 2);
    check(|m| m.load_rm(Load::U32, AX, Mem::new(R13, 0), false), "mov eax, [r13]", 4);
    check(|m| m.load_rm(Load::U32, AX, Mem::new(R12, 0), false), "mov eax, [r12]", 4);
    let indexed = |base, index, disp| Mem { base, index: Some(index), scale: 0, disp };
    check(|m| m.load_rm(Load::U32, AX, indexed(Reg(3), SI, 0), true), "mov eax, [rbx+rsi]", 3);
    check(
        |m| m.load_rm(Load::U8, AX, indexed(Reg(3), SI, 127), true),
        "movzx eax, byte ptr [rbx+rsi+0x7f]",
        5,
    );
    check(
        |m| m.load_rm(Load::S8W64, AX, indexed(Reg(3), SI, 128), true),
        "movsx rax, byte ptr [rbx+rsi+0x80]",
        9,
    );
    check(|m| m.load_rm(Load::U32, AX, indexed(R13, SI, 0), false), "mov eax, [rsi+r13]", 4);
    check(|m| m.store_mx(Store::B8, Mem::new(Reg(3), 0), Src::Reg(AX), false), "mov [rbx], al", 2);
    check(|m| m.store_mx(Store::B8, Mem::new(Reg(3), 0), Src::Reg(SI), false), "mov [rbx], sil", 3);
    check(|m| m.store_mx(Store::B16, Mem::new(Reg(3), 0), Src::Reg(SI), false), "mov [rbx], si", 3);
    check(|m| m.store_mx(Store::F64, Mem::new(Reg(3), 0), Src::Reg(F0), false), "movlps [rbx], xmm0", 3);
    check(
        |m| m.store_mx(Store::B8, Mem::new(Reg(3), 0), Src::Imm(300), false),
        "mov byte ptr [rbx], 0x2c",
        3,
    );
    check(
        |m| m.store_mx(Store::B64, Mem::new(Reg(3), 0), Src::Imm(0x8000_0000), false),
        "mov r11d, 0x80000000; mov [rbx], r11",
        9,
    );
}

fn alu(op: Alu, width: Width, dst: Reg, lhs: Reg, rhs: Src) -> impl FnOnce(&mut X64) {
    move |m| m.alu_rrx(op, width, dst, lhs, rhs)
}

#[test]
fn arithmetic() {
    use Alu::{Add, And, Or, Sub, Xor};
    use Src::{Imm, Reg};
    check(alu(Add, W32, AX, AX, Reg(SI)), "add eax, esi", 2);
    check(alu(Add, W32, AX, CX, Reg(SI)), "lea eax, [rcx+rsi]", 3);
    check(alu(Add, W64, AX, CX, Imm(8)), "lea rax, [rcx+8]", 4);
    check(alu(Add, W32, AX, CX, Imm(8)), "lea eax, [rcx+8]", 3);
    check(alu(Add, W32, CX, CX, Imm(8)), "add ecx, 8", 3);
    check(alu(Add, W32, CX, CX, Imm(128)), "sub ecx, 0xffffff80", 3);
    check(alu(Sub, W32, CX, CX, Imm(-128)), "sub ecx, 0xffffff80", 3);
    check(alu(Sub, W32, CX, CX, Imm(128)), "add ecx, 0xffffff80", 3);
    check(alu(Add, W32, CX, CX, Imm(300)), "add ecx, 0x12c", 6);
    check(alu(Add, W32, AX, AX, Imm(300)), "add eax, 0x12c", 5);
    check(alu(Add, W32, CX, CX, Imm(0xffff_ffff)), "add ecx, 0xffffffff", 3);
    check(alu(Add, W32, CX, CX, Imm(0)), "", 0);
    check(alu(Sub, W32, AX, CX, Reg(AX)), "neg eax; add eax, ecx", 4);
    check(alu(Sub, W32, AX, CX, Reg(SI)), "mov eax, ecx; sub eax, esi", 4);
    check(alu(Xor, W32, AX, CX, Reg(AX)), "xor eax, ecx", 2);
    check(alu(And, W32, AX, CX, Imm(0xff)), "movzx eax, cl", 3);
    check(alu(And, W64, AX, SI, Imm(0xff)), "movzx eax, sil", 4);
    check(alu(And, W64, AX, AX, Imm(0xffff)), "movzx eax, ax", 3);
    check(alu(And, W64, CX, CX, Imm(0xffff_fff0)), "and ecx, 0xfffffff0", 3);
    check(alu(And, W64, CX, CX, Imm(-16)), "and rcx, 0xfffffffffffffff0", 4);
    check(alu(And, W32, CX, AX, Imm(0xf_ffff)), "mov ecx, 0xfffff; and ecx, eax", 7);
    check(alu(Xor, W32, CX, CX, Imm(-1)), "not ecx", 2);
    check(alu(Or, W64, CX, CX, Imm(i64::MIN)), "bts rcx, 0x3f", 5);
    check(alu(Xor, W64, CX, CX, Imm(i64::MIN)), "btc rcx, 0x3f", 5);
    check(alu(Add, W32, AX, AX, Src::Slot(S)), "add eax, [rbp-8]", 3);
    check(alu(Sub, W64, AX, AX, Imm(i64::MIN)), "mov r11, 0x8000000000000000; add rax, r11", 13);
}

#[test]
fn products_and_shifts() {
    check(|m| m.mul_rrx(W32, AX, CX, Src::Imm(3)), "lea eax, [rcx+rcx*2]", 3);
    check(|m| m.mul_rrx(W32, AX, CX, Src::Imm(10)), "imul eax, ecx, 0xa", 3);
    check(|m| m.mul_rrx(W64, AX, CX, Src::Imm(1000)), "imul rax, rcx, 0x3e8", 7);
    check(|m| m.mul_rrx(W32, AX, CX, Src::Imm(2)), "lea eax, [rcx+rcx]", 3);
    check(|m| m.mul_rrx(W32, AX, AX, Src::Imm(8)), "shl eax, 3", 3);
    check(|m| m.mul_rrx(W32, AX, AX, Src::Imm(-0x8000_0000)), "shl eax, 0x1f", 3);
    check(|m| m.mul_rrx(W32, AX, CX, Src::Reg(SI)), "mov eax, ecx; imul eax, esi", 5);
    check(|m| m.mul_rrx(W32, AX, CX, Src::Reg(AX)), "imul eax, ecx", 3);
    check(|m| m.shift_rrx(Shift::Shl, W32, AX, AX, Src::Imm(1)), "shl eax, 1", 2);
    check(|m| m.shift_rrx(Shift::ShrU, W64, SI, AX, Src::Imm(32)), "mov rsi, rax; shr rsi, 0x20", 7);
    check(|m| m.shift_rrx(Shift::Rotl, W32, AX, AX, Src::Reg(CX)), "rol eax, cl", 2);
    check(
        |m| m.shift_rrx(Shift::Shl, W32, CX, AX, Src::Reg(CX)),
        "mov r11d, eax; shl r11d, cl; mov ecx, r11d",
        9,
    );
}

#[test]
fn divisions() {
    check(|m| m.div_rrr(Div::DivU, W32, AX, AX, CX, None), "xor edx, edx; div ecx", 4);
    check_trapping(
        |m| m.div_rrr(Div::RemS, W64, DX, AX, CX, None),
        "cmp rcx, 0xffffffffffffffff; je 0xd; cqo; idiv rcx; ud2; xor edx, edx; jmp 0xb",
        15,
    );
    check_trapping(
        |m| m.div_rrr(Div::DivS, W32, AX, AX, R8, None),
        "cmp r8d, 0xffffffff; je 0xc; cdq; idiv r8d; ud2; neg eax; jno 0xa; ud2",
        16,
    );
}

#[test]
fn unary_operations() {
    check(|m| m.unary_rr(Unary::Popcnt, W32, AX, CX), "popcnt eax, ecx", 4);
    check(
        |m| m.unary_rr(Unary::Clz, W32, AX, CX),
        "mov r11d, 0x3f; bsr eax, ecx; cmove eax, r11d; xor eax, 0x1f",
        16,
    );
    check(|m| m.extend_rr(Extend::S8W32, AX, CX), "movsx eax, cl", 3);
    check(|m| m.extend_rr(Extend::S8W32, AX, DI), "movsx eax, dil", 4);
    check(|m| m.extend_rr(Extend::S32W64, AX, AX), "cdqe", 2);
    check(|m| m.extend_rr(Extend::S32W64, AX, CX), "movsxd rax, ecx", 3);
    check(|m| m.extend_rr(Extend::S16W32, AX, AX), "cwde", 1);
}

fn int(cond: Cond, width: Width, lhs: Src, rhs: Src) -> Cmp {
    Cmp { kind: CmpKind::Int, cond, width, lhs, rhs }
}

#[test]
fn comparisons() {
    use Src::{Imm, Reg};
    let test = |width, rhs| Cmp { kind: CmpKind::Test, cond: Cond::Ne, width, lhs: Reg(SI), rhs };
    check(|m| m.cmp_set(&int(Cond::Eq, W32, Reg(SI), Imm(0)), AX), "xor eax, eax; test esi, esi; sete al", 7);
    check(
        |m| m.cmp_set(&int(Cond::Eq, W32, Reg(AX), Imm(0)), AX),
        "test eax, eax; sete al; movzx eax, al",
        8,
    );
    check(|m| m.cmp_set(&int(Cond::LtS, W32, Reg(AX), Imm(0)), AX), "shr eax, 0x1f", 3);
    check(
        |m| m.cmp_set(&int(Cond::LtU, W32, Reg(SI), Imm(128)), AX),
        "xor eax, eax; cmp esi, 0x7f; setbe al",
        8,
    );
    check(
        |m| m.cmp_set(&int(Cond::LtS, W32, Reg(SI), Imm(1)), AX),
        "xor eax, eax; test esi, esi; setle al",
        7,
    );
    check_trapping(
        |m| m.cmp_trap(&int(Cond::GeU, W32, Reg(SI), Src::Slot(S)), TrapCode::Host),
        "cmp esi, [rbp-8]; jae 7; ud2; ud2",
        7,
    );
    check_trapping(
        |m| m.cmp_trap(&int(Cond::Eq, W32, Src::Slot(S), Imm(7)), TrapCode::Host),
        "cmp dword ptr [rbp-8], 7; je 8; ud2; ud2",
        8,
    );
    check_trapping(|m| m.cmp_trap(&test(W32, Imm(4)), TrapCode::Host), "test sil, 4; jne 8; ud2; ud2", 8);
    check_trapping(
        |m| m.cmp_trap(&test(W64, Imm(0x100)), TrapCode::Host),
        "test esi, 0x100; jne 0xa; ud2; ud2",
        10,
    );
    check_trapping(
        |m| m.cmp_trap(&test(W64, Imm(1 << 40)), TrapCode::Host),
        "bt rsi, 0x28; jb 9; ud2; ud2",
        9,
    );
    check(
        |m| m.cmp_select(&int(Cond::LtS, W32, Reg(AX), Reg(CX)), W32, AX, AX, CX),
        "cmp eax, ecx; cmovge eax, ecx",
        5,
    );
    let float = |cond| Cmp { kind: CmpKind::Float, cond, width: W64, lhs: Reg(F0), rhs: Reg(F1) };
    check_trapping(
        |m| m.cmp_trap(&float(Cond::FLt), TrapCode::Host),
        "ucomisd xmm1, xmm0; ja 8; ud2; ud2",
        8,
    );
    check_trapping(
        |m| m.cmp_trap(&float(Cond::FNe), TrapCode::Host),
        "ucomisd xmm0, xmm1; jp 0xa; jne 0xa; ud2; ud2",
        10,
    );
    check(
        |m| m.cmp_set(&float(Cond::FEq), AX),
        "xor eax, eax; ucomisd xmm0, xmm1; setnp r11b; sete al; and al, r11b",
        16,
    );
}

#[test]
fn floats() {
    check(|m| m.falu_ffx(FloatAlu::Add, W64, F0, F0, Src::Reg(F1)), "addsd xmm0, xmm1", 4);
    check(|m| m.falu_ffx(FloatAlu::Add, W64, F0, F1, Src::Reg(F0)), "addsd xmm0, xmm1", 4);
    check(|m| m.falu_ffx(FloatAlu::Mul, W32, F0, F0, Src::Slot(S)), "mulss xmm0, [rbp-8]", 5);
    check(
        |m| m.falu_ffx(FloatAlu::Sub, W64, F0, F1, Src::Reg(F0)),
        "movaps xmm15, xmm0; movaps xmm0, xmm1; subsd xmm0, xmm15",
        12,
    );
    check(|m| m.funary_ff(FloatUnary::Abs, W64, F0, F0), "psllq xmm0, 1; psrlq xmm0, 1", 10);
    check(|m| m.funary_ff(FloatUnary::Sqrt, W64, F0, F1), "xorps xmm0, xmm0; sqrtsd xmm0, xmm1", 7);
    check(|m| m.funary_ff(FloatUnary::Floor, W64, F0, F0), "roundsd xmm0, xmm0, 1", 6);
    check_trapping(
        |m| m.float_to_int_rf(TruncMode::Saturate, W32, W64, true, AX, F0),
        "cvttsd2si eax, xmm0; cmp eax, 1; jo 0xb; ud2; xorps xmm15, xmm15; ucomisd xmm0, xmm15; jp 0x1c; jb 9; \
         not eax; jmp 9; xor eax, eax; jmp 9",
        30,
    );
}

#[test]
fn frames() {
    let shape = |saved: &[Reg], size, leaf| FrameShape { saved: RegSet::of(saved), size, leaf };
    let empty = shape(&[], 0, true);
    check(|m| m.prologue(&empty), "push rbp; mov rbp, rsp", 4);
    check(|m| m.epilogue(&empty), "pop rbp; ret", 2);
    let plain = shape(&[], 24, false);
    check(|m| m.prologue(&plain), "push rbp; mov rbp, rsp; sub rsp, 0x20", 8);
    check(|m| m.epilogue(&plain), "add rsp, 0x20; pop rbp; ret", 6);
    check(|m| m.epilogue(&shape(&[], 160, false)), "add rsp, 0xa0; pop rbp; ret", 9);
    check(|m| m.epilogue(&shape(&[], 160, true)), "leave; ret", 2);
    let saving = shape(&[SI, R12, F9], 0, false);
    check(
        |m| m.prologue(&saving),
        "push rbp; mov rbp, rsp; push rsi; push r12; sub rsp, 0x10; movlps [rbp-0x18], xmm9",
        16,
    );
    check(
        |m| m.epilogue(&saving),
        "movsd xmm9, [rbp-0x18]; add rsp, 0x10; pop r12; pop rsi; pop rbp; ret",
        15,
    );
}
