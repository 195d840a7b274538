//! Data segments of an image: however they are put together, memory gets the bytes that the module's own segments give it.

use beeline_abi::MAX_HOST_PAGE;
use beeline_abi::info::{DataEntry, InfoView, SEGMENT_ACTIVE, Section};
use beeline_codegen::{CompiledModule, Options, compile};
use proptest::prelude::*;

/// A segment: its address and its bytes.
type Segment = (u32, Vec<u8>);

fn module(segments: &[Segment], code: &str) -> CompiledModule {
    let text: String = segments
        .iter()
        .map(|(at, bytes)| {
            let bytes: String = bytes.iter().map(|byte| format!("\\{byte:02x}")).collect();
            format!("(data (i32.const {at}) \"{bytes}\")")
        })
        .collect();
    let wasm = wat::parse_str(format!("(module (memory 1) {text} {code})")).expect("the text is well formed");
    compile(&wasm, &Options::default()).expect("the module is valid")
}

fn entries(compiled: &CompiledModule) -> Vec<(u64, DataEntry)> {
    let info = InfoView::new(&compiled.info).expect("the blob has its magic number");
    info.iter::<DataEntry>(Section::Datas)
        .map(|entry| {
            assert_eq!(entry.mode, SEGMENT_ACTIVE);
            (info.const_expr(entry.offset).next().expect("an offset").arg, entry)
        })
        .collect()
}

/// Memory after the image's segments are written in order.
fn memory(compiled: &CompiledModule) -> Vec<u8> {
    let mut memory = vec![0; 65536];
    for (at, entry) in entries(compiled) {
        let bytes = &compiled.data[entry.start as usize..][..entry.len as usize];
        memory[at as usize..][..bytes.len()].copy_from_slice(bytes);
    }
    memory
}

proptest! {
    #[test]
    fn memory_is_what_the_segments_say(
        mut segments in prop::collection::vec((0..2000u32, prop::collection::vec(any::<u8>(), 0..40)), 0..30),
        sorted in any::<bool>(),
    ) {
        if sorted {
            segments.sort();
        }
        let mut expected = vec![0; 65536];
        for (at, bytes) in &segments {
            expected[*at as usize..][..bytes.len()].copy_from_slice(bytes);
        }
        prop_assert!(memory(&module(&segments, "")) == expected);
    }
}

#[test]
fn neighbours_become_one_and_distant_ones_do_not() {
    let segments = [(8, vec![1, 2]), (10, vec![3]), (40, vec![4]), (4000, vec![5])];
    let found: Vec<_> = entries(&module(&segments, "")).iter().map(|(at, entry)| (*at, entry.len)).collect();
    assert_eq!(found, [(8, 33), (4000, 1)]);
}

#[test]
fn zeros_between_neighbours_do_not_overwrite_earlier_segments() {
    let segments = [(10, vec![9]), (8, vec![1]), (12, vec![2])];
    let memory = memory(&module(&segments, ""));
    assert_eq!(memory[8..13], [1, 0, 9, 0, 2]);
}

#[test]
fn segments_keep_their_numbers_where_code_names_them() {
    let segments = [(0, vec![1]), (1, vec![2]), (2, vec![3])];
    let found = entries(&module(&segments, "(func (data.drop 1))"));
    assert_eq!(found.iter().map(|(_, entry)| entry.len).collect::<Vec<_>>(), [3, 0, 0]);
}

#[test]
fn segments_out_of_bounds_stay_apart() {
    let segments = [(65530, vec![1; 4]), (65534, vec![2; 4])];
    assert_eq!(entries(&module(&segments, "")).len(), 2);
}

#[test]
fn a_large_segment_is_congruent_with_its_address() {
    let wasm = wat::parse_str(format!(
        "(module (memory 16) (data (i32.const 0) \"a\") (data (i32.const 70123) \"{}\"))",
        "x".repeat(300_000)
    ));
    let compiled = compile(&wasm.expect("the text is well formed"), &Options::default()).expect("valid");
    let (at, entry) = entries(&compiled)[1];
    assert_eq!((at, entry.len), (70123, 300_000));
    assert_eq!(entry.start as usize % MAX_HOST_PAGE, 70123 % MAX_HOST_PAGE);
}
