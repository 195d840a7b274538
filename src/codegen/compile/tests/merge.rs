//! Direct calls and veneers: each call arrives at its function, whatever the reach, and nothing else changes.

use super::super::merge::{Parts, placed_len, reserve_veneers, split_if_large};
use super::super::{Chunk, EmittedFunc};
use super::{check_call, starts};
use crate::ErrorKind;
use crate::masm::arm64::Arm64;
use crate::masm::code_buffer::CallFixup;
use crate::masm::tests::native::Native;
use crate::masm::x64::X64;
use crate::masm::{Alu, FrameShape, Masm, Reach, Src, VENEER_BYTES, Width};
use crate::module::Module;
use proptest::prelude::*;

/// Functions that are imported in front of those in text.
const IMPORTS: u32 = 3;

/// A function: how many words it has, and which of them are calls of which functions in text.
type Func = (u32, Vec<(u32, u32)>);

/// A module of so many functions with code: all that merging looks at.
fn module(funcs: usize) -> Module<'static> {
    let mut module = Module::default();
    module.func_types = vec![0; IMPORTS as usize + funcs];
    module.func_imports = IMPORTS;
    module
}

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

/// Merges for AArch64 with this reach, and checks text whole. How many veneers there are.
fn check_arm64(funcs: &[Vec<Func>], reach: u32) -> usize {
    let before = chunks(funcs);
    let mut chunks = chunks(funcs);
    let module = module(funcs.iter().map(Vec::len).sum());
    reserve_veneers(&module, &mut chunks, reach);
    let starts = starts(&chunks);
    let bases: Vec<i64> = chunks
        .iter()
        .scan(0, |base, chunk| Some(std::mem::replace(base, *base + i64::from(placed_len(chunk)))))
        .collect();
    let reserved: usize =
        chunks.iter().zip(&before).map(|(chunk, before)| chunk.code.len() - before.code.len()).sum();
    let text =
        Parts::take(&module, &mut chunks).expect("small").merge::<Arm64>(reach).expect("all is within reach");
    let mut veneers = Vec::new();
    for (chunk, base) in before.iter().zip(bases) {
        let mut expected = chunk.code.clone();
        for call in &chunk.calls {
            let at = base + i64::from(call.at);
            let function = i64::from(starts[(call.func - IMPORTS) as usize]);
            let target = arm64_target(&text, at);
            assert!(target.abs_diff(at) < reach.into(), "{at:#x} to {target:#x}");
            if function.abs_diff(at) < reach.into() {
                assert_eq!(target, function, "a call within reach goes straight to its function");
            } else {
                let (first, end) =
                    (base + chunk.code.len() as i64, base + chunk.code.len() as i64 + reserved as i64);
                assert!((first..end).contains(&target), "a veneer is behind the code of its chunk");
                assert_eq!(arm64_veneer(&text, target), function);
                veneers.push((target, function));
            }
            expected[call.at as usize..][..4].copy_from_slice(&text[at as usize..][..4]);
        }
        assert_eq!(text[base as usize..][..expected.len()], expected, "only calls change");
    }
    // One for each function in each chunk, at distinct places.
    veneers.sort_unstable();
    veneers.dedup();
    assert!(veneers.windows(2).all(|pair| pair[1].0 - pair[0].0 >= VENEER_BYTES as i64));
    assert!(veneers.len() * VENEER_BYTES <= reserved);
    veneers.len()
}

/// The least reach for which the veneers of every chunk are within reach of its calls.
fn least_reach(funcs: &[Vec<Func>]) -> u32 {
    let longest =
        chunks(funcs).iter().map(|chunk| placed_len(chunk) + (chunk.calls.len() * VENEER_BYTES) as u32).max();
    longest.unwrap_or(0) + 16
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
        let mut reserved = chunks(&funcs);
        reserve_veneers(&module(3), &mut reserved, reach);
        for (chunk, before) in reserved.iter().zip(chunks(&funcs)) {
            assert_eq!(chunk.code, before.code);
            assert!(chunk.veneers.is_empty());
        }
        assert_eq!(check_arm64(&funcs, reach), 0);
    }
}

/// A chunk that is itself longer than the reach: its veneers are too far away.
#[test]
fn a_call_that_reaches_nothing_is_an_error() {
    let funcs = [vec![(1000, vec![(0, 1)])], vec![(1000, vec![])]];
    let mut chunks = chunks(&funcs);
    reserve_veneers(&module(2), &mut chunks, 1000);
    let error =
        Parts::take(&module(2), &mut chunks).expect("small").merge::<Arm64>(1000).expect_err("no way");
    assert_eq!((error.kind, error.func), (ErrorKind::TooLarge, Some(IMPORTS + 1)));
}

#[test]
fn calls_of_x86_64_need_no_veneers() {
    let funcs = [vec![(3000, vec![(0, 2), (2999, 1)])], vec![(3000, vec![(0, 0)])], vec![(1, vec![(0, 0)])]];
    let module = module(3);
    let mut chunks = chunks(&funcs);
    reserve_veneers(&module, &mut chunks, X64::CALL_REACH);
    let starts = starts(&chunks);
    let calls: Vec<(u32, u32)> = chunks
        .iter()
        .zip([0, 12_000, 24_000])
        .flat_map(|(chunk, base)| chunk.calls.iter().map(move |call| (base + call.at, call.func)))
        .collect();
    let text = Parts::take(&module, &mut chunks)
        .expect("small")
        .merge::<X64>(X64::CALL_REACH)
        .expect("all is within reach");
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

/// What a single thread makes of all functions, as against what several do.
#[test]
fn a_single_chunk_is_split_where_others_end_if_text_is_large() {
    let funcs = [
        vec![(300, vec![(0, 1), (5, 2), (299, 0)])],
        vec![(77, vec![(3, 0)]), (1, vec![(0, 0)])],
        vec![(33, vec![]), (2, vec![(1, 1)])],
    ];
    let lens: Vec<usize> = funcs.iter().map(Vec::len).collect();
    let whole = || vec![chunk(&funcs.concat(), 5)];
    let several = chunks(&funcs);
    let merged = |mut chunks: Vec<Chunk>, reach| {
        let module = module(5);
        reserve_veneers(&module, &mut chunks, reach);
        Parts::take(&module, &mut chunks).expect("small").merge::<Arm64>(reach).expect("all is within reach")
    };
    let mut small = whole();
    split_if_large(&mut small, &lens, 20_000);
    assert_eq!(small.len(), 1);
    assert_eq!(merged(small, 20_000), merged(chunks(&funcs), 20_000));
    let mut large = whole();
    split_if_large(&mut large, &lens, 1700);
    assert_eq!(large.len(), 3);
    for (split, expected) in large.iter().zip(&several) {
        assert_eq!(split.code, expected.code);
        let calls = |chunk: &Chunk| chunk.calls.iter().map(|call| (call.at, call.func)).collect::<Vec<_>>();
        assert_eq!(calls(split), calls(expected));
        let starts = |chunk: &Chunk| chunk.funcs.iter().map(|func| func.start).collect::<Vec<_>>();
        assert_eq!(starts(split), starts(expected));
    }
    assert_eq!(merged(large, 1700), merged(several, 1700));
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
        chunk.calls = std::mem::take(&mut masm.code_mut().calls);
        chunk.code = masm.code_mut().take_bytes();
        chunk
    };
    let mut veneer = Vec::new();
    Native::veneer(0, &mut veneer);
    let reaches = if veneer.is_empty() { vec![Native::CALL_REACH] } else { vec![600, Native::CALL_REACH] };
    for reach in reaches {
        let mut chunks = vec![emit([0, 1]), chunk(&[(1000, vec![])], 5), emit([2, 3])];
        let module = module(5);
        reserve_veneers(&module, &mut chunks, reach);
        assert_eq!(chunks[0].veneers.is_empty(), reach == Native::CALL_REACH);
        let starts = starts(&chunks);
        let text = Parts::take(&module, &mut chunks)
            .expect("small")
            .merge::<Native>(reach)
            .expect("all is within reach");
        check_call(&text, starts[0], 50_000, 54_321);
    }
}
