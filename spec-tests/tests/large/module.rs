//! Modules of functions that are put together operator by operator: what they all have, and short names for the operators.

use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, FunctionSection,
    GlobalSection, GlobalType, Instruction, MemArg, MemArgTarget, MemorySection, MemoryType, Module, RefType,
    TableSection, TableType, TypeSection, ValType,
};

/// The function `(i64) -> i64` that every module has in front of its own: a call that nothing can be known of.
pub const NOISE: u32 = 0;
/// The index of a module's first own function.
pub const FIRST: u32 = 1;
/// A global that functions may count with.
pub const COUNTER: u32 = 0;
/// Elements of the table, of which the first is [`NOISE`], the second a function of another type, and the rest null.
pub const TABLE: u64 = 10;

/// An access at an offset, aligned to nothing.
pub const fn at(offset: u64) -> MemArg {
    MemArg { offset, align: 0, target: MemArgTarget::Memory(0), ordering: None }
}

/// A function of a module.
pub struct Func {
    pub params: Vec<ValType>,
    pub results: Vec<ValType>,
    pub body: Function,
}

impl Func {
    /// A function `(i64, i64) -> i64`, as all that are called from outside are.
    pub fn of_two(body: Function) -> Self {
        Self { params: vec![ValType::I64; 2], results: vec![ValType::I64], body }
    }
}

/// A body: emits operators and ends on its own.
pub struct Body(Function);

impl Body {
    pub fn new(locals: &[(u32, ValType)]) -> Self {
        Self(Function::new(locals.iter().copied()))
    }

    pub fn op(&mut self, op: Instruction<'_>) -> &mut Self {
        self.0.instruction(&op);
        self
    }

    pub fn ops<'a>(&mut self, ops: impl IntoIterator<Item = Instruction<'a>>) -> &mut Self {
        for op in ops {
            self.0.instruction(&op);
        }
        self
    }

    /// Bytes so far.
    pub fn len(&self) -> usize {
        self.0.byte_len()
    }

    pub fn end(mut self) -> Function {
        self.0.instruction(&Instruction::End);
        self.0
    }
}

/// The module of these functions, exported as `f0`, `f1` and so on.
pub fn module(funcs: &[Func]) -> Vec<u8> {
    let (mut types, mut functions, mut exports, mut code) =
        (TypeSection::new(), FunctionSection::new(), ExportSection::new(), CodeSection::new());
    types.ty().function([ValType::I64], [ValType::I64]);
    types.ty().function([], []);
    functions.function(0);
    code.function(&noise());
    for (number, func) in funcs.iter().enumerate() {
        let number = number as u32;
        types.ty().function(func.params.iter().copied(), func.results.iter().copied());
        functions.function(number + 2);
        exports.export(&format!("f{number}"), ExportKind::Func, number + FIRST);
        code.function(&func.body);
    }
    let other = funcs.len() as u32 + FIRST;
    functions.function(1);
    code.function(&Body::new(&[]).end());

    let mut memories = MemorySection::new();
    let memory =
        MemoryType { minimum: 1, maximum: Some(2), memory64: false, shared: false, page_size_log2: None };
    memories.memory(memory);
    let mut globals = GlobalSection::new();
    let ty = GlobalType { val_type: ValType::I64, mutable: true, shared: false };
    globals.global(ty, &ConstExpr::i64_const(0));
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: TABLE,
        maximum: None,
        shared: false,
    });
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([NOISE, other][..].into()));
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&tables).section(&memories).section(&globals);
    module.section(&exports).section(&elements).section(&code);
    module.finish()
}

fn noise() -> Function {
    use Instruction::{GlobalGet, GlobalSet, I64Add, I64Const, I64Mul, I64Xor, LocalGet};
    let mut body = Body::new(&[]);
    body.ops([LocalGet(0), I64Const(0x9e37_79b9), I64Mul, GlobalGet(COUNTER), I64Xor]);
    body.ops([GlobalGet(COUNTER), I64Const(3), I64Add, GlobalSet(COUNTER)]);
    body.end()
}

/// What [`NOISE`] returns.
pub fn noise_of(x: i64, counter: &mut i64) -> i64 {
    let result = x.wrapping_mul(0x9e37_79b9) ^ *counter;
    *counter = counter.wrapping_add(3);
    result
}
