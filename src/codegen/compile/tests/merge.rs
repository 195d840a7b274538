//! Direct calls and veneers: each call arrives at its function, whatever the reach, and nothing else changes.

use super::super::{Chunk, EmittedFunc, Merged};
use super::{check_call, merge};
use crate::ErrorKind;
use crate::masm::arm64::Arm64;
use crate::masm::code_buffer::CallFixup;
use crate::masm::tests::native::Native;
use crate::masm::x64::X64;
use crate::masm::{Alu, FrameShape, Masm, Reach, Src, VENEER_BYTES, Width};
use proptest::prelude::*;

/// Functions that are imported in front of those in text.
const IMPORTS: u32 = 3;

/// A function: how many words it has, and which of them are calls of which functions in text.
type Func = (u32, Vec<(u32, u32)>);

/// What is in the place of instructions that matter to nobody here.
fn filler(n: u32) -> [u8; 4] {
    (0x00aa_0000 | n & 0xffff).to_le_bytes()
}

/// A chunk of these functions of a module that has `total`.
fn chunk(funcs: &[Func], total: u32) -> Chunk {
    let mut chunk = Chunk::default();
    for (words, calls) in funcs {
        chunk.code.resize(chunk.code.len().next_multiple_of(16), Arm64::PADDING);
        let start = chunk.code.len() as u32;
        (0..*words).for_each(|n| chunk.code.extend_from_slice(&filler(n)));
        let mut places: Vec<CallFixup> = calls
            .iter()
            .map(|&(word, func)| CallFixup { at: start + word % words * 4, func: IMPORTS + func % total })
            .collect();
        places.sort_by_key(|call| call.at);
        places.dedup_by_key(|call| call.at);
        chunk.calls.extend(places);
        chunk.funcs.push(EmittedFunc { start, len: 4 * words, tables: 0, wasm: 0, sites: 0, sites_len: 0 });
    }
    chunk
}

fn chunks(funcs: &[Vec<Func>]) -> Vec<Chunk> {
    let total = funcs.iter().map(Vec::len).sum::<usize>() as u32;
    funcs.iter().map(|funcs| chunk(funcs, total)).collect()
}

fn word(text: &[u8], at: i64) -> u32 {
    u32::from_le_bytes(text[at as usize..][..4].try_into().expect("four bytes"))
}

/// Where the `bl` at this offset goes.
fn arm64_target(text: &[u8], at: i64) -> i64 {
    let word = word(text, at);
    assert_eq!(word >> 26, 0b10_0101, "not a call: {word:#x}");
    at + i64::from((word << 6) as i32 >> 6) * 4
}

/// Where the veneer at this offset goes: adr x16, .; movz w17, #low; movk w17, #high, lsl #16; add x16, x16, w17, sxtw; br x16.
fn arm64_veneer(text: &[u8], at: i64) -> i64 {
    let words: [u32; 5] = std::array::from_fn(|n| word(text, at + 4 * n as i64));
    let half = |word: u32| word >> 5 & 0xffff;
    let [_, low, high, ..] = words;
    let plain = [words[0], low & !(0xffff << 5), high & !(0xffff << 5), words[3], words[4]];
    assert_eq!(plain, [0x1000_0010, 0x5280_0011, 0x72a0_0011, 0x8b31_c210, 0xd61f_0200]);
    at + i64::from((half(high) << 16 | half(low)) as i32)
}

/// Where each function starts in text.
fn starts(merged: &Merged) -> Vec<u32> {
    merged.funcs.iter().map(|func| func.start).collect()
}

/// Merges for AArch64 with this reach, and checks text whole. How many veneers there are.
fn check_arm64(funcs: &[Vec<Func>], reach: u32) -> usize {
    let before = chunks(funcs);
    let (text, merged) = merge::<Arm64>(IMPORTS, &before, reach).expect("all is within reach");
    let starts = starts(&merged);
    let mut veneers = Vec::new();
    let (mut base, mut calls) = (0, before.iter().flat_map(|chunk| &chunk.calls));
    let mut reserved = 0;
    for (chunk, placed) in before.iter().zip(&merged.chunks) {
        let mut expected = chunk.code.clone();
        let (code_end, end) = (base + chunk.code.len() as i64, i64::from(placed.end));
        reserved += end - code_end;
        for call in calls.by_ref().take(chunk.calls.len()) {
            let at = base + i64::from(call.at);
            let function = i64::from(starts[(call.func - IMPORTS) as usize]);
            let target = arm64_target(&text, at);
            assert!(target.abs_diff(at) < reach.into(), "{at:#x} to {target:#x}");
            if function.abs_diff(at) < reach.into() {
                assert_eq!(target, function, "a call within reach goes straight to its function");
            } else {
                assert!((code_end..end).contains(&target), "a veneer is behind the code of its chunk");
                assert_eq!(arm64_veneer(&text, target), function);
                veneers.push((target, function));
            }
            expected[call.at as usize..][..4].copy_from_slice(&text[at as usize..][..4]);
        }
        assert_eq!(text[base as usize..][..expected.len()], expected, "only calls change");
        base = i64::from(placed.end.next_multiple_of(16));
        assert!(text[placed.end as usize..base as usize].iter().all(|&byte| byte == Arm64::PADDING));
    }
    assert_eq!(base, text.len() as i64);
    // One for each function in each chunk, at distinct places.
    veneers.sort_unstable();
    veneers.dedup();
    assert!(veneers.windows(2).all(|pair| pair[1].0 - pair[0].0 >= VENEER_BYTES as i64));
    assert!(veneers.len() as i64 * VENEER_BYTES as i64 <= reserved);
    veneers.len()
}

/// The least reach for which the veneers of every chunk are within reach of its calls.
fn least_reach(funcs: &[Vec<Func>]) -> u32 {
    let longest =
        chunks(funcs).iter().map(|chunk| chunk.code.len() + 16 + chunk.calls.len() * VENEER_BYTES).max();
    longest.unwrap_or(0) as u32 + 16
}

fn any_func() -> impl Strategy<Value = Func> {
    (1..200u32, proptest::collection::vec(any::<(u32, u32)>(), 0..4))
}

proptest! {
    #[test]
    fn calls_arrive_whatever_the_reach(
        funcs in proptest::collection::vec(proptest::collection::vec(any_func(), 1..5), 1..8),
        more in 0..6000u32,
    ) {
        check_arm64(&funcs, least_reach(&funcs) + more);
    }
}

#[test]
fn calls_at_the_border_of_the_reach() {
    let (reach, nothing) = (4096, || vec![(1, vec![])]);
    let seen = |funcs: &dyn Fn(u32) -> [Vec<Func>; 3]| {
        let counts: Vec<usize> = (960..1040).map(|words| check_arm64(&funcs(words), reach)).collect();
        assert!(counts.is_sorted() && counts[0] == 0 && counts[79] == 1, "{counts:?}");
    };
    seen(&|words| [vec![(1, vec![(0, 2)])], vec![(words, vec![])], nothing()]);
    seen(&|words| [nothing(), vec![(words, vec![])], vec![(1, vec![(0, 0)])]]);
}

#[test]
fn a_chunk_has_one_veneer_for_each_function_that_is_far() {
    let far = vec![(1000, vec![])];
    let calls = vec![(0, 2), (1, 3), (2, 2), (3, 2), (4, 3), (5, 0)];
    let funcs = [vec![(100, calls)], far, vec![(10, vec![]), (10, vec![(0, 0), (1, 0), (2, 1)])]];
    assert_eq!(check_arm64(&funcs, 4000), 2 + 2);
}

#[test]
fn nothing_changes_where_text_is_small() {
    let funcs = [vec![(300, vec![(0, 1), (5, 2), (299, 0)])], vec![(77, vec![(3, 0)]), (1, vec![(0, 0)])]];
    for reach in [Arm64::CALL_REACH, 20_000] {
        let chunks = chunks(&funcs);
        let (text, merged) = merge::<Arm64>(IMPORTS, &chunks, reach).expect("all is within reach");
        assert!(merged.chunks.iter().all(|chunk| chunk.veneers.is_empty()));
        let len: usize = chunks.iter().map(|chunk| chunk.code.len().next_multiple_of(16)).sum();
        assert_eq!(text.len(), len);
        assert_eq!(check_arm64(&funcs, reach), 0);
    }
}

/// A chunk that is itself longer than the reach: its veneers are too far away.
#[test]
fn a_call_that_reaches_nothing_is_an_error() {
    let funcs = [vec![(1000, vec![(0, 1)])], vec![(1000, vec![])]];
    let error = merge::<Arm64>(IMPORTS, &chunks(&funcs), 1000).err().expect("no way");
    assert_eq!((error.kind, error.func), (ErrorKind::TooLarge, Some(IMPORTS + 1)));
}

#[test]
fn calls_of_x86_64_need_no_veneers() {
    let funcs = [vec![(3000, vec![(0, 2), (2999, 1)])], vec![(3000, vec![(0, 0)])], vec![(1, vec![(0, 0)])]];
    let chunks = chunks(&funcs);
    let calls: Vec<(u32, u32)> = chunks
        .iter()
        .zip([0, 12_000, 24_000])
        .flat_map(|(chunk, base)| chunk.calls.iter().map(move |call| (base + call.at, call.func)))
        .collect();
    let (text, merged) = merge::<X64>(IMPORTS, &chunks, X64::CALL_REACH).expect("all is within reach");
    let starts = starts(&merged);
    assert_eq!(text.len(), 24_016);
    assert_eq!(calls.len(), 4);
    for (at, func) in calls {
        // The field's end is what the distance counts from.
        assert_eq!(
            at.wrapping_add(4).wrapping_add(word(&text, at.into())),
            starts[(func - IMPORTS) as usize]
        );
    }
}

/// Functions of this machine that call each other over a distance: each adds a number of its own on the way.
#[test]
fn calls_by_veneers_run() {
    let (param, result) = (Native::REGS.params[0], Native::REGS.results[0]);
    let frame = FrameShape::default();
    let order = [(0, 2), (2, 1), (1, 3)];
    // Chunks 0 and 2 have two functions each, chunk 1 keeps them apart.
    let number = [1u64, 20, 300, 4000];
    let emit = |funcs: [usize; 2]| {
        let mut masm = Native::new(crate::Cpu::Baseline);
        let mut chunk = Chunk::default();
        for n in funcs {
            masm.begin_function(Reach::Short);
            let start = masm.code().len();
            masm.code_mut().begin_function(0);
            masm.prologue(&frame);
            masm.alu_rrx(Alu::Add, Width::W64, param, param, Src::Imm(number[n] as i64));
            match order.iter().find(|(caller, _)| *caller == n) {
                // The function in between is number 2 of the module.
                Some(&(_, callee)) => masm.call_func(IMPORTS + [0, 1, 3, 4][callee]),
                None => masm.mov_rr(Width::W64, result, param),
            }
            masm.epilogue(&frame);
            masm.end_function();
            let len = masm.code().len() - start;
            chunk.funcs.push(EmittedFunc { start, len, tables: 0, wasm: 0, sites: 0, sites_len: 0 });
        }
        masm.code_mut().swap_output(&mut chunk.code, &mut chunk.sites, &mut chunk.calls);
        chunk
    };
    let mut veneer = Vec::new();
    Native::veneer(0, &mut veneer);
    let reaches = if veneer.is_empty() { vec![Native::CALL_REACH] } else { vec![600, Native::CALL_REACH] };
    for reach in reaches {
        let chunks = [emit([0, 1]), chunk(&[(1000, vec![])], 5), emit([2, 3])];
        let (text, merged) = merge::<Native>(IMPORTS, &chunks, reach).expect("all is within reach");
        assert_eq!(merged.chunks[0].veneers.is_empty(), reach == Native::CALL_REACH);
        check_call(&text, merged.funcs[0].start, 50_000, 54_321);
    }
}
