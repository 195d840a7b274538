//! What is done with a module, and what is noted of it, whichever engine runs it.

use beeline_spec_tests::rng::Rng;

/// Lists of arguments that each exported function is called with.
pub const ARGUMENT_LISTS: u64 = 3;

/// Events of a trace; what comes after is not noted. Random modules may call the host in loops.
const MAX_EVENTS: usize = 20_000;

/// A type of values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Type {
    I32,
    I64,
    F32,
    F64,
    Func,
    Extern,
}

/// A value. Of a function only whether it is null can be compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    I32(u32),
    I64(u64),
    F32(u32),
    F64(u64),
    Func { null: bool },
    Extern(Option<u64>),
}

/// Something that can be seen of a module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
    /// The module came to life.
    Alive,
    /// An exported function is called.
    Call { name: String, args: Vec<Value> },
    /// It returned.
    Results(Vec<Value>),
    /// It, or the module's start, trapped.
    Trap(&'static str),
    /// A function of the host was called.
    Host { import: usize, args: Vec<Value> },
    /// An exported global.
    Global { name: String, value: Value },
    /// An exported memory: its pages and a hash of its bytes.
    Memory { name: String, pages: u64, hash: u64 },
    /// An exported table.
    Table { name: String, elements: Vec<Value> },
}

/// The name of the trap that a stack overflow is noted as.
pub const EXHAUSTED: &str = "call stack exhausted";

/// What was seen.
#[derive(Clone, Default, Debug)]
pub struct Trace {
    pub events: Vec<Event>,
}

impl Trace {
    pub fn note(&mut self, event: Event) {
        if self.events.len() < MAX_EVENTS {
            self.events.push(event);
        }
    }

    fn count(&self, what: impl Fn(&Event) -> bool) -> usize {
        self.events.iter().filter(|event| what(event)).count()
    }

    pub fn exhausted(&self) -> bool {
        self.count(|event| *event == Event::Trap(EXHAUSTED)) > 0
    }

    pub fn calls(&self) -> usize {
        self.count(|event| matches!(event, Event::Call { .. }))
    }

    pub fn traps(&self) -> impl Iterator<Item = &'static str> {
        self.events.iter().filter_map(|event| if let Event::Trap(trap) = event { Some(*trap) } else { None })
    }

    pub fn host_calls(&self) -> usize {
        self.count(|event| matches!(event, Event::Host { .. }))
    }
}

/// Made-up values of some types.
fn values(rng: &mut Rng, types: &[Type]) -> Vec<Value> {
    types.iter().map(|ty| value(rng, *ty)).collect()
}

fn value(rng: &mut Rng, ty: Type) -> Value {
    let bits = rng.pattern();
    match ty {
        Type::I32 => Value::I32(bits as u32),
        Type::I64 => Value::I64(bits),
        // The bits of a NaN that operators make are not fixed, so none goes in from which they could take theirs.
        Type::F32 => Value::F32(if f32::from_bits(bits as u32).is_nan() { 0x7fc0_0000 } else { bits as u32 }),
        Type::F64 => Value::F64(if f64::from_bits(bits).is_nan() { 0x7ff8 << 48 } else { bits }),
        Type::Func => Value::Func { null: true },
        Type::Extern => Value::Extern((!bits.is_multiple_of(3)).then_some(bits % 1000 + 1)),
    }
}

/// The arguments of list number `list` for exported function number `export`.
pub fn arguments(seed: u64, export: usize, list: u64, types: &[Type]) -> Vec<Value> {
    let mut rng = Rng::new(seed ^ (export as u64) << 40 ^ list << 60);
    values(&mut rng, types)
}

/// What the host's function for import number `import` of its kind answers when called for the `count`th time.
pub fn answer(seed: u64, import: usize, count: u64, types: &[Type]) -> Vec<Value> {
    let mut rng = Rng::new(seed ^ 0x5555 ^ (import as u64) << 32 ^ count << 44);
    values(&mut rng, types)
}

/// The value of the imported global number `import`.
pub fn global(seed: u64, import: usize, ty: Type) -> Value {
    value(&mut Rng::new(seed ^ 0xaaaa ^ (import as u64) << 32), ty)
}

/// A hash of a memory's bytes. Most are zero, so these are passed over quickly.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for (number, chunk) in bytes.chunks(64).enumerate() {
        if chunk.iter().any(|&byte| byte != 0) {
            for &byte in &(number as u64).to_le_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
            for &byte in chunk {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    hash
}

/// Numbers imports: the engines agree on their order only within a kind.
#[derive(Default)]
pub struct Numbers {
    funcs: usize,
    globals: usize,
}

impl Numbers {
    /// The number of the next imported function.
    pub fn func(&mut self) -> usize {
        self.funcs += 1;
        self.funcs
    }

    /// The number of the next imported global.
    pub fn global(&mut self) -> usize {
        self.globals += 1;
        self.globals
    }
}
