//! Rules of the specification's chapter on validation, and of its appendix on the algorithm, one after the other.

use super::Verdict::{Invalid, Quick, Slow};
use super::{Bodies, expect, expect_bytes};

#[test]
fn unreachable_code_takes_operands_from_nothing() {
    expect(
        Quick,
        &[
            "(func (result i32) unreachable)",
            "(func (result i32 i64) unreachable)",
            "(func (result i32) unreachable i32.add)",
            "(func (result i32) unreachable i32.const 1 i32.add)",
            "(func unreachable drop drop)",
            "(func unreachable select drop)",
            "(func (result i64) unreachable select)",
            "(func (result f32) unreachable f32.const 0 i32.const 1 select)",
            "(func (result f32) unreachable i32.const 1 select)",
            "(func (result funcref) unreachable select (result funcref))",
            "(func (result funcref) unreachable ref.null func i32.const 1 select (result funcref))",
            "(func unreachable i32.store)",
            "(func unreachable i64.const 1 i64.store)",
            "(func unreachable call $ii_i drop)",
            "(func (result i32) unreachable i32.const 0 call $ii_i)",
            "(func unreachable call $eight drop call $nine drop)",
            "(func unreachable call_indirect (type $i_il) drop drop)",
            "(func unreachable ref.is_null drop)",
            "(func unreachable ref.null extern ref.is_null drop)",
            "(func (result i32 i64) unreachable br 0)",
            "(func (result i32 i64) unreachable i64.const 1 br 0)",
            "(func (result i32 i64) unreachable br_if 0)",
            "(func (result i32) unreachable br_if 0 i32.eqz)",
            "(func (result i32) unreachable br_table 0 0)",
            "(func (result i32 i64) unreachable return)",
            "(func (local i64) unreachable local.set 0)",
            "(func (result i64) (local i64) unreachable local.tee 0)",
            "(func unreachable if end)",
            "(func (result i64 i32) unreachable if (type $il_li) unreachable br 0 else unreachable end)",
            "(func (result i32) block (result i32) unreachable end)",
            "(func (result i32) loop (result i32) br 0 end)",
            "(func (result i32) i32.const 0 if (result i32) i32.const 1 return else unreachable end)",
            "(func unreachable memory.copy memory.fill memory.init $bytes)",
            "(func unreachable table.set $funcs)",
            "(func unreachable select select select drop)",
            "(func (result i32) i32.const 1 return i32.const 2 return)",
        ],
    );
    expect(
        Invalid,
        &[
            "(func (result i32) unreachable i64.const 0)",
            "(func unreachable i64.const 0 i32.eqz drop)",
            "(func unreachable i64.const 0 i32.add drop)",
            "(func unreachable i32.const 0)",
            "(func unreachable i32.const 0 i32.const 0 i64.const 0 select drop)",
            "(func unreachable i64.const 0 i32.const 0 i32.const 0 select drop)",
            "(func unreachable i64.const 0 i32.const 0 select i32.eqz drop)",
            "(func unreachable ref.null func i32.const 0 select drop)",
            "(func unreachable ref.null func i32.const 0 select (result externref) drop)",
            "(func unreachable f32.const 0 i32.store)",
            "(func unreachable f32.const 0 i32.const 0 i32.store)",
            "(func unreachable i64.const 0 call $ii_i drop)",
            "(func unreachable i64.const 0 ref.is_null drop)",
            "(func (result i32 i64) unreachable i32.const 1 br 0)",
            "(func (result i32) unreachable br_if 0 i64.eqz)",
            "(func block unreachable end i32.add drop)",
            "(func unreachable block i32.add drop end)",
            "(func unreachable block drop end)",
            "(func unreachable loop drop end)",
            "(func i32.const 0 if unreachable else i32.add drop end)",
            "(func i32.const 0 if unreachable end drop)",
            "(func (result i32) i32.const 1 return i64.const 2 return)",
            "(func (local f32) unreachable i32.const 0 local.set 0)",
        ],
    );
}

#[test]
fn operands_below_a_block_are_out_of_reach() {
    expect(
        Quick,
        &[
            "(func (result i32) i32.const 0 block end)",
            "(func (result i32) i32.const 0 block (type $i_i) i32.eqz end)",
            "(func (result i32 i64) i32.const 0 block (type $i_il) i64.const 1 end)",
            "(func (result i64 i32) i32.const 0 i64.const 1 block (type $il_il) end i32.wrap_i64 block (type $ii_i) i32.add end i64.extend_i32_s i32.const 1)",
            "(func (result i32) i32.const 0 loop (type $i_i) i32.eqz end)",
            "(func (result i32) i32.const 0 loop (type $i_i) i32.const 1 br_if 0 end)",
            "(func i32.const 0 i64.const 1 loop (type $il_il) br 0 end drop drop)",
            "(func i32.const 0 i64.const 1 loop (type $il_il) i32.const 1 br_if 0 end drop drop)",
            "(func i32.const 0 loop (type $i_il) br 0 end drop drop)",
        ],
    );
    expect(
        Invalid,
        &[
            "(func i32.const 0 block drop end)",
            "(func i32.const 0 block i32.eqz drop end)",
            "(func i32.const 0 i32.const 1 block (type $i_i) i32.add end drop)",
            "(func i32.const 0 i32.const 0 i32.const 0 block select end)",
            "(func i32.const 0 i64.const 0 block call $declared i64.store end)",
            "(func i32.const 0 block call $ii_i end drop)",
            "(func block (type $i_i) end drop)",
            "(func i64.const 0 block (type $i_i) end drop)",
            "(func i32.const 0 block (type $i_il) end drop drop)",
            "(func i32.const 0 block (type $i_i) i32.const 1 end drop)",
            "(func block i32.const 0 end)",
            "(func block i32.const 0 end drop)",
            "(func (result i32) block (result i64) i64.const 0 end)",
            "(func i32.const 0 loop (type $i_il) br 0 end drop)",
            "(func i32.const 0 loop (type $i_il) i64.const 1 br 0 end drop drop)",
            "(func i32.const 0 loop (type $i_i) i64.extend_i32_s br 0 end drop)",
            "(func i32.const 0)",
            "(func (result i32))",
            "(func (result i32 i64) i64.const 0 i32.const 0)",
            "(func (result i32) i32.const 0 i32.const 0)",
        ],
    );
}

#[test]
fn an_if_without_else_hands_its_parameters_on() {
    expect(
        Quick,
        &[
            "(func i32.const 0 if end)",
            "(func i32.const 0 if nop else nop end)",
            "(func i32.const 0 i32.const 0 if (type $i_i) i32.eqz end drop)",
            "(func i32.const 0 i32.const 0 if (type $i_i) i32.eqz else i32.popcnt end drop)",
            "(func i32.const 0 i64.const 0 i32.const 0 if (type $il_il) end drop drop)",
            "(func i32.const 0 i64.const 0 i32.const 0 if (type $il_il) else end drop drop)",
            "(func i32.const 0 i32.const 0 if (type $i_il) i64.const 0 else i64.const 1 end drop drop)",
            "(func i32.const 0 if (result i32) i32.const 1 else i32.const 2 end drop)",
            "(func i32.const 0 if (result i32) i32.const 1 br 0 else i32.const 2 br 0 end drop)",
        ],
    );
    expect(
        Invalid,
        &[
            "(func i32.const 0 if (result i32) i32.const 1 end drop)",
            "(func i32.const 0 i64.const 0 i32.const 0 if (type $il_li) unreachable end drop drop)",
            "(func i32.const 0 i32.const 0 if (type $i_il) i64.const 0 end drop drop)",
            "(func i32.const 0 if (result i32) i32.const 1 else end drop)",
            "(func i32.const 0 if (result i32) else i32.const 1 end drop)",
            "(func i32.const 0 i32.const 0 if (type $i_i) i32.eqz else drop end drop)",
            "(func i32.const 0 if i32.const 0 else end)",
            "(func i32.const 0 if i32.const 0 else drop end)",
            "(func i64.const 0 if end)",
            "(func if end)",
        ],
    );
    // `else` in the wrong place: in a block, in a loop, twice, in the function itself.
    expect_bytes(
        Invalid,
        &[
            &[0, 0x02, 0x40, 0x05, 0x0b, 0x0b],
            &[0, 0x03, 0x40, 0x05, 0x0b, 0x0b],
            &[0, 0x41, 0, 0x04, 0x40, 0x05, 0x05, 0x0b, 0x0b],
            &[0, 0x05, 0x0b],
        ],
    );
}

#[test]
fn branches_take_along_what_their_targets_need() {
    expect(
        Quick,
        &[
            "(func br 0)",
            "(func block br 0 br 1 end)",
            "(func (result i32) block i32.const 0 br 1 end unreachable)",
            "(func (result i32) block i32.const 0 br 1 end i32.const 1)",
            "(func (result i32) i32.const 0 i32.const 1 br_if 0)",
            "(func (result i32) i64.const 0 i32.const 0 br 0)",
            "(func block block i32.const 0 br_table 0 1 2 end end)",
            "(func loop block i32.const 0 br_table 0 1 2 0 end end)",
            "(func (result i32) block (result i32) i32.const 0 i32.const 0 br_table 0 1 end)",
            "(func (result i32) block (result i32) i32.const 0 i32.const 0 br_table 0 1 end)",
            "(func (type $i_il) block (type $v) local.get 0 i64.const 0 i32.const 0 br_table 1 1 end unreachable)",
            "(func i32.const 0 loop (type $i_i) drop block (result i32) i32.const 0 i32.const 0 br_table 0 1 end end drop)",
        ],
    );
    // Equal types written differently, and different ones in unreachable code.
    expect(
        Slow,
        &[
            "(func block (result i32 i64) i32.const 0 block (type $i_il) i64.const 0 i32.const 0 br_table 0 1 end end drop drop)",
            "(func block (result f64) block (result f32) unreachable br_table 0 1 1 end drop f64.const 0 end drop)",
        ],
    );
    expect(
        Invalid,
        &[
            "(func br 1)",
            "(func br 4294967295)",
            "(func br 4294967294)",
            "(func i32.const 0 br_if 1)",
            "(func block i32.const 0 br_table 0 1 2 end)",
            "(func block i32.const 0 br_table 0 2 1 end)",
            "(func i32.const 0 br_table 4294967295)",
            "(func (result i32) br 0)",
            "(func (result i32) i32.const 0 block br 1 end)",
            "(func (result i32) i64.const 0 br 0)",
            "(func (result i32) i32.const 0 br_if 0)",
            "(func (result i32) i32.const 0 i64.const 0 br_if 0)",
            "(func br_if 0)",
            "(func br_table 0)",
            "(func block (result i32) i32.const 0 i32.const 0 br_table 0 1 end drop)",
            "(func (result i64) block (result i32) i32.const 0 i32.const 0 br_table 0 1 end drop i64.const 0)",
            "(func (result i32) block i32.const 0 i32.const 0 br_table 0 1 end i32.const 0)",
            "(func block (result f64) block (result f32) i32.const 0 br_table 0 1 1 end drop f64.const 0 end drop)",
            "(func block block (result i32) unreachable br_table 0 1 end drop end)",
            "(func (result i32) loop (result i32) i32.const 0 i32.const 0 br_table 0 1 end)",
            "(func (result i32) return)",
            "(func (result i32) block i64.const 0 return end i32.const 0)",
        ],
    );
}

#[test]
fn selects() {
    expect(
        Quick,
        &[
            "(func i32.const 0 i32.const 0 i32.const 0 select drop)",
            "(func f64.const 0 f64.const 0 i32.const 0 select drop)",
            "(func ref.null func ref.null func i32.const 0 select (result funcref) drop)",
            "(func ref.func $declared ref.null func i32.const 0 select (result funcref) drop)",
            "(func ref.null extern ref.null extern i32.const 0 select (result externref) drop)",
            "(func i64.const 0 i64.const 0 i32.const 0 select (result i64) drop)",
        ],
    );
    expect(
        Invalid,
        &[
            "(func ref.null func ref.null func i32.const 0 select drop)",
            "(func ref.null extern ref.null extern i32.const 0 select drop)",
            "(func i32.const 0 i64.const 0 i32.const 0 select drop)",
            "(func i32.const 0 i32.const 0 i64.const 0 select drop)",
            "(func i32.const 0 i32.const 0 select drop)",
            "(func i32.const 0 select drop)",
            "(func select drop)",
            "(func i32.const 0 block i32.const 0 i32.const 0 select drop end drop)",
            "(func i32.const 0 i32.const 0 i32.const 0 select (result i64) drop)",
            "(func ref.null func ref.null func i32.const 0 select (result externref) drop)",
            "(func i32.const 0 i32.const 0 i32.const 0 select (result) drop)",
            "(func i32.const 0 i32.const 0 i32.const 0 select (result i32 i32) drop)",
        ],
    );
}

#[test]
fn calls() {
    let eight = "i32.const 0 i64.const 0 f32.const 0 f64.const 0 i32.const 0 i64.const 0 ref.null func ref.null extern";
    let valid = [
        "(func i32.const 0 call $imported drop)".into(),
        "(func i32.const 0 i32.const 0 call $ii_i drop)".into(),
        "(func i32.const 0 call $i_il drop drop)".into(),
        format!("(func {eight} call $eight drop)"),
        format!("(func {eight} i32.const 0 call $nine drop)"),
        "(func i32.const 0 i32.const 0 i32.const 0 call_indirect $more (type $ii_i) drop)".into(),
    ];
    expect(Quick, &valid.each_ref().map(String::as_str));
    let invalid = [
        "(func call 99)".into(),
        "(func call 4294967295)".into(),
        "(func call $imported drop)".into(),
        "(func i64.const 0 call $imported drop)".into(),
        "(func i32.const 0 call $imported i32.eqz drop)".into(),
        "(func i32.const 0 i64.const 0 call $ii_i drop)".into(),
        "(func i64.const 0 i32.const 0 call $ii_i drop)".into(),
        "(func i32.const 0 call $ii_i drop)".into(),
        "(func i32.const 0 call $i_il drop)".into(),
        format!("(func {eight} drop call $eight drop)"),
        format!("(func i32.const 0 {eight} drop call $eight drop)"),
        format!("(func i64.const 0 {eight} call $nine drop)"),
        format!("(func {eight} i64.const 0 call $nine drop)"),
        "(func i32.const 0 call_indirect $externs (type $v))".into(),
        "(func i32.const 0 call_indirect 3 (type $v))".into(),
        "(func i32.const 0 call_indirect (type 99))".into(),
        "(func i64.const 0 call_indirect (type $v))".into(),
        "(func call_indirect (type $v))".into(),
    ];
    expect(Invalid, &invalid.each_ref().map(String::as_str));
}

#[test]
fn locals_globals_tables_and_segments() {
    expect(
        Quick,
        &[
            "(func (param i32) (local i64 f32) local.get 0 local.set 0 local.get 1 local.tee 1 drop local.get 2 drop)",
            "(func (local funcref externref) local.get 0 local.set 0 ref.null extern local.set 1)",
            "(func global.get $imported global.set $i global.get $constant drop)",
            "(func ref.func $declared global.set $f)",
            "(func i32.const 0 table.get $funcs global.set $f)",
            "(func i32.const 0 i32.const 0 table.get $externs table.set $externs)",
            "(func i32.const 0 i32.const 0 i32.const 0 table.copy $funcs $more)",
            "(func i32.const 0 i32.const 0 i32.const 0 table.init $funcs $passive)",
            "(func i32.const 0 i32.const 0 i32.const 0 table.init $externs $outer)",
            "(func ref.null func i32.const 0 table.grow $funcs drop)",
            "(func i32.const 0 ref.null extern i32.const 0 table.fill $externs)",
            "(func table.size $more drop elem.drop $outer data.drop $bytes)",
            "(func i32.const 0 i32.const 0 i32.const 0 memory.init $bytes)",
            "(func i32.const 0 memory.grow memory.size i32.add drop)",
        ],
    );
    expect(
        Invalid,
        &[
            "(func local.get 0 drop)",
            "(func (param i32) (local i64) local.get 2 drop)",
            "(func (param i32) local.get 4294967295 drop)",
            "(func (local i64) i32.const 0 local.set 0)",
            "(func (local i64) i32.const 0 local.tee 0 drop)",
            "(func (local i64) local.get 0 i32.eqz drop)",
            "(func (local i64) local.tee 0 drop)",
            "(func i32.const 0 global.set $imported)",
            "(func i64.const 0 global.set $constant)",
            "(func i64.const 0 global.set $i)",
            "(func global.get 5 drop)",
            "(func i32.const 0 global.set 5)",
            "(func ref.func $undeclared drop)",
            "(func ref.func 99 drop)",
            "(func ref.null extern global.set $f)",
            "(func i32.const 0 table.get 3 drop)",
            "(func i32.const 0 ref.null func table.set $externs)",
            "(func i32.const 0 i32.const 0 i32.const 0 table.copy $externs $more)",
            "(func i32.const 0 i32.const 0 i32.const 0 table.copy 3 $more)",
            "(func i32.const 0 i32.const 0 i32.const 0 table.copy $more 3)",
            "(func i32.const 0 i32.const 0 i32.const 0 table.init $externs $passive)",
            "(func i32.const 0 i32.const 0 i32.const 0 table.init $funcs 2)",
            "(func ref.null extern i32.const 0 table.grow $funcs drop)",
            "(func i32.const 0 ref.null func i32.const 0 table.fill $externs)",
            "(func table.size 3 drop)",
            "(func elem.drop 2)",
            "(func data.drop 1)",
            "(func i32.const 0 i32.const 0 i32.const 0 memory.init 1)",
            "(func i32.const 0 i32.const 0 i64.const 0 memory.init $bytes)",
            "(func i64.const 0 memory.grow drop)",
            "(func i32.const 0 ref.is_null drop)",
        ],
    );
}

/// What a module without a memory, a table or a data count section has not.
#[test]
fn what_there_is_not_cannot_be_used() {
    let without = |fixture: &str, bodies: &[&[u8]]| {
        let wasm = wat::parse_str(fixture).expect("the text is well formed");
        let mut at = Bodies::read(&wasm).expect("the module is valid");
        for body in bodies {
            assert_eq!(at.check(0, body), Ok(Invalid), "{fixture}: {body:x?}");
        }
    };
    without(
        "(module (func))",
        &[
            &[0, 0x41, 0, 0x28, 0, 0, 0x1a, 0x0b],
            &[0, 0x00, 0x36, 0, 0, 0x0b],
            &[0, 0x3f, 0, 0x1a, 0x0b],
            &[0, 0x00, 0x40, 0, 0x1a, 0x0b],
            &[0, 0x00, 0xfc, 0x0a, 0, 0, 0x0b],
            &[0, 0x00, 0xfc, 0x0b, 0, 0x0b],
            &[0, 0x00, 0x11, 0, 0, 0x0b],
            &[0, 0x00, 0x25, 0, 0x0b],
            &[0, 0xfc, 0x10, 0, 0x1a, 0x0b],
            &[0, 0xfc, 0x0d, 0, 0x0b],
            &[0, 0xfc, 0x09, 0, 0x0b],
        ],
    );
    without(
        "(module (memory 1) (data \"bytes\") (func))",
        &[&[0, 0xfc, 0x09, 0, 0x0b], &[0, 0x00, 0xfc, 0x08, 0, 0, 0x0b]],
    );
    expect_bytes(Quick, &[&[0, 0xfc, 0x09, 0, 0x0b], &[0, 0x00, 0xfc, 0x08, 0, 0, 0x0b]]);
}

#[test]
fn limits() {
    let text = |count: usize, each: &str| each.repeat(count);
    // Beyond what the quick validator has room for, the other one goes on.
    let blocks = |n| format!("(func {}{})", text(n, "block "), text(n, "end "));
    let operands = |n| format!("(func {}{})", text(n, "i32.const 0 "), text(n, "drop "));
    expect(Quick, &[&blocks(4_000), &operands(16_000)]);
    expect(Slow, &[&blocks(4_200), &operands(16_500)]);
    // Between two blocks, so many operands that the first ones lose their places, and then more taken than there were; behind it a block whose operands
    // are where the function's began.
    let around = |pushed, popped| {
        let (push, pop) = (|n| text(n, "i32.const 0 "), |n| text(n, "drop "));
        let inner = format!("block {} block end {} end", push(8), pop(8));
        format!("(func {} {} i32.const 0 {inner} unreachable)", push(pushed), pop(popped))
    };
    expect(Invalid, &[&around(16_384, 16_395), &around(16_384, 16_394), &around(16_400, 16_411)]);
    for popped in 16_380..16_400 {
        expect(Invalid, &[&around(16_379, popped)]);
    }
    let locals = |n| format!("(func (param f32) (local {}) local.get {n} drop)", text(n, "i32 "));
    expect(Quick, &[&locals(49_999)]);
    expect(Invalid, &[&locals(50_000)]);
}
