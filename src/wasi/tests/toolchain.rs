//! What toolchains import besides WASI.

use std::io::{Read, Seek};

use super::{OUT, World, owned};
use crate::{functions, host_functions};

/// Puts one of AssemblyScript's strings into the memory: its length in bytes, then UTF-16.
fn string(world: &mut World, at: u32, text: &str) -> u64 {
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    world.put(at - 4, &(bytes.len() as u32).to_le_bytes());
    world.put(at, &bytes);
    at.into()
}

/// Calls `env.abort` and returns what the guest's standard error then has.
fn abort(world: &mut World, args: [u64; 4]) -> String {
    let mut file = tempfile::tempfile().unwrap();
    world.ctx.stderr(owned(file.try_clone().unwrap()));
    let function = host_functions().find(|function| function.name == "abort").unwrap();
    let trap = world.call_raw(function, &mut args.clone());
    assert_eq!(trap, beeline_abi::TrapCode::Aborted as u32);
    let mut text = String::new();
    file.rewind().unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn abort_prints_message_and_place() {
    let mut world = World::new();
    let message = string(&mut world, 0x1004, "größer als 😀");
    let file = string(&mut world, 0x2004, "assembly/index.ts");
    assert_eq!(
        abort(&mut world, [message, file, 12, 305]),
        "abort: größer als 😀 in assembly/index.ts(12:305)\n"
    );
}

#[test]
fn abort_takes_any_pointer() {
    let mut world = World::new();
    world.put(0, &[0; 8]);
    for ptr in [0, 1, 3, 0x2_0004, 0xffff_fffc, 0xffff_ffff] {
        assert_eq!(abort(&mut world, [ptr, ptr, 1, 2]), "abort: \n", "{ptr:#x}");
    }
}

#[test]
fn abort_neither_steers_a_terminal_nor_floods_it() {
    let mut world = World::new();
    let message = string(&mut world, 0x1004, "\x1b[31m\nerror: forged");
    let file = string(&mut world, 0x4004, &"f".repeat(20000));
    let text = abort(&mut world, [message, file, 1, 2]);
    assert!(text.starts_with("abort: \\u{1b}[31m\\u{a}error: forged in fff"), "{text}");
    assert!(text.len() < 5000 && text.ends_with("...(1:2)\n"), "{text}");
}

#[test]
fn growth_of_memory_is_nothing_to_do() {
    let mut world = World::new();
    let function =
        host_functions().find(|function| function.name == "emscripten_notify_memory_growth").unwrap();
    assert_eq!(world.call_raw(function, &mut [0]), 0);
    assert_eq!(world.u32(OUT), 0xa5a5_a5a5);
}

/// Embedders define all of `functions` in their linkers; `env` is the name of their own modules.
#[test]
fn linkers_do_not_get_env() {
    assert!(functions().all(|function| function.module != "env"));
    assert_eq!(host_functions().count(), functions().count() + 2);
}
