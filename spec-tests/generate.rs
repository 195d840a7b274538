//! Random valid modules by `wasm-smith`, of several shapes, within the features that Beeline has, and one shape of our own: see [`crate::locals`].

use crate::rng::Rng;
use wasm_smith::{Config, InstructionKind, InstructionKinds, MemoryOffsetChoices, Module};

/// How often a generated module may enter a function or a loop before it traps. Small enough that no stack overflows.
pub const FUEL: u32 = 1000;

/// The shapes of modules, by name.
pub const SHAPES: &[&str] =
    &["mixed", "calm", "large", "numeric", "control", "references", "memory", "imports", "locals"];

/// What `wasm-smith` may do for a shape.
fn config(shape: &str) -> Config {
    let base = Config {
        bulk_memory_enabled: true,
        canonicalize_nans: true,
        compact_imports_enabled: false,
        exceptions_enabled: false,
        export_everything: true,
        extended_const_enabled: true,
        gc_enabled: false,
        max_data_segments: 6,
        max_element_segments: 6,
        max_elements: 12,
        max_funcs: 12,
        max_globals: 10,
        max_imports: 0,
        max_instructions: 200,
        max_memories: 1,
        max_memory32_bytes: 4 << 16,
        max_table_elements: 200,
        max_tables: 1,
        max_types: 12,
        memory_max_size_required: true,
        memory64_enabled: false,
        min_funcs: 2,
        multi_value_enabled: true,
        reference_types_enabled: true,
        relaxed_simd_enabled: false,
        saturating_float_to_int_enabled: true,
        sign_extension_ops_enabled: true,
        simd_enabled: false,
        table_max_size_required: true,
        tail_call_enabled: false,
        threads_enabled: false,
        wide_arithmetic_enabled: false,
        ..Config::default()
    };
    let only = |kinds: &[InstructionKind]| InstructionKinds::new(kinds);
    use InstructionKind::{
        Aggregate, Control, Memory, MemoryInt, Numeric, NumericInt, Parametric, Reference, Table, Variable,
    };
    match shape {
        "calm" => Config { disallow_traps: true, max_instructions: 400, ..base },
        "large" => Config { disallow_traps: true, max_instructions: 4000, max_funcs: 6, ..base },
        "numeric" => Config {
            allowed_instructions: only(&[Numeric, NumericInt, Parametric, Variable, Control]),
            disallow_traps: true,
            max_instructions: 1000,
            ..base
        },
        "control" => Config {
            allowed_instructions: only(&[Control, Variable, Parametric, NumericInt]),
            disallow_traps: true,
            max_instructions: 1500,
            ..base
        },
        "references" => Config {
            allowed_instructions: only(&[
                Reference, Table, Control, Variable, Parametric, NumericInt, Aggregate,
            ]),
            max_tables: 4,
            max_element_segments: 12,
            ..base
        },
        "memory" => Config {
            allowed_instructions: only(&[
                Memory, MemoryInt, Control, Variable, Parametric, Numeric, NumericInt,
            ]),
            memory_offset_choices: MemoryOffsetChoices(75, 15, 10),
            min_memories: 1,
            ..base
        },
        "imports" => Config { max_imports: 12, max_tables: 3, ..base },
        _ => base,
    }
}

/// A module, with the shape it has.
#[derive(Debug)]
pub struct Generated {
    /// One of [`SHAPES`].
    pub shape: &'static str,
    /// The module, in binary format.
    pub wasm: Vec<u8>,
}

/// The module of a seed. It ends on its own: see [`FUEL`]. `None` if the seed's random bytes do not make one.
#[must_use]
pub fn generate(seed: u64) -> Option<Generated> {
    let shape = SHAPES[(seed % SHAPES.len() as u64) as usize];
    let mut rng = Rng::new(seed);
    if shape == "locals" {
        return Some(Generated { shape, wasm: crate::locals::module(&mut rng) });
    }
    let len = match shape {
        "large" => 20_000 + rng.below(60_000),
        _ => 500 + rng.below(12_000),
    };
    let bytes = rng.bytes(len as usize);
    let mut module = Module::new(config(shape), &mut arbitrary::Unstructured::new(&bytes)).ok()?;
    module.ensure_termination(FUEL).ok()?;
    Some(Generated { shape, wasm: module.to_bytes() })
}

/// A module of a seed that need not end, of any size: for tests that only compile it.
#[must_use]
pub fn generate_any(seed: u64) -> Option<Vec<u8>> {
    let shape = SHAPES[(seed % SHAPES.len() as u64) as usize];
    let mut rng = Rng::new(seed);
    if shape == "locals" {
        return Some(crate::locals::module(&mut rng));
    }
    let len = 200 + rng.below(4000);
    let bytes = rng.bytes(len as usize);
    let module = Module::new(config(shape), &mut arbitrary::Unstructured::new(&bytes)).ok()?;
    Some(module.to_bytes())
}

/// A module of `funcs` different functions that call each other, several hundred kilobytes long.
#[must_use]
pub fn large_module(seed: u64, funcs: u32) -> Vec<u8> {
    use wasm_encoder::{
        BlockType, CodeSection, Function, FunctionSection, Instruction, Module, TypeSection, ValType,
    };
    let mut rng = Rng::new(seed);
    let (mut types, mut functions, mut code) =
        (TypeSection::new(), FunctionSection::new(), CodeSection::new());
    types.ty().function([ValType::I32, ValType::I32], [ValType::I32]);
    for _ in 0..funcs {
        functions.function(0);
        let mut body = Function::new([(3, ValType::I32)]);
        body.instruction(&Instruction::LocalGet(0));
        // Each step takes one value and leaves one.
        for _ in 0..rng.below(60) {
            let local = rng.below(5) as u32;
            body.instruction(&Instruction::LocalGet(local));
            match rng.below(6) {
                0 => body.instruction(&Instruction::I32Add),
                1 => body.instruction(&Instruction::I32Xor).instruction(&Instruction::LocalTee(local)),
                2 => body.instruction(&Instruction::Call(rng.below(funcs.into()) as u32)),
                3 => body.instruction(&Instruction::Drop).instruction(&Instruction::I32Clz),
                // Here the value that was there is divided by what the branches leave.
                4 => body
                    .instruction(&Instruction::If(BlockType::Result(ValType::I32)))
                    .instruction(&Instruction::I32Const(rng.below(1000) as i32))
                    .instruction(&Instruction::Else)
                    .instruction(&Instruction::LocalGet(local))
                    .instruction(&Instruction::End)
                    .instruction(&Instruction::I32DivU),
                _ => body.instruction(&Instruction::LocalGet(0)).instruction(&Instruction::Select),
            };
            if rng.below(6) == 5 {
                body.instruction(&Instruction::LocalSet(local)).instruction(&Instruction::LocalGet(1));
            }
        }
        body.instruction(&Instruction::End);
        code.function(&body);
    }
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&code);
    module.finish()
}
