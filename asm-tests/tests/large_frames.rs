//! Functions whose frame could step over the guard of the stack compare with the stack's limit first; others do not. These functions are too
//! long to be kept as files.

use beeline_abi::info::{FuncEntry, Section};
use beeline_abi::sites::Kind;
use beeline_abi::vm::MAX_UNCHECKED_FRAME;
use beeline_abi::{InfoView, TrapCode};
use beeline_asm_tests::{Case, ISAS};

/// How many sites of a function with this many operands at once are checks of the stack.
fn checks(operands: u32) -> Vec<usize> {
    let operands = operands as usize;
    let text = format!("(module (func {}{}))", "i64.const 1 ".repeat(operands), "drop ".repeat(operands));
    let case = Case { name: "frames".into(), path: "frames".into(), text };
    let count = |(arch, _)| {
        let module = case.compile(arch).expect("the module compiles");
        let info = InfoView::new(&module.info).expect("the info blob is readable");
        let func: FuncEntry = info.get(Section::Funcs, 0);
        info.sites(func).filter(|site| site.kind == Kind::Trap(TrapCode::StackOverflow)).count()
    };
    ISAS.map(count).to_vec()
}

#[test]
fn small_frames_rely_on_the_guard() {
    assert_eq!(checks(MAX_UNCHECKED_FRAME / 8 - 8), [0; ISAS.len()]);
}

#[test]
fn large_frames_compare_with_the_limit() {
    assert!(checks(MAX_UNCHECKED_FRAME / 8 + 8).iter().all(|&count| count > 0));
}
