//! Compile bombs: modules that make a compiler take more time, memory or machine code than their size is worth. Each kind is compiled with a size and twice that size, for
//! each machine: steps of emission (counted in debug builds), bytes that are allocated at a time, and code grow no faster than the module. No clock is involved.
//!
//! A module with too much code is refused, and that costs no more memory than the limit allows.

use beeline_codegen::{Arch, CodeLimit, CompiledModule, Error, ErrorKind, Options, compile};
use beeline_spec_tests::machine::ARCHES;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Counts bytes that are allocated, and the most at a time.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

fn allocated(bytes: usize) {
    PEAK.fetch_max(NOW.fetch_add(bytes, Relaxed) + bytes, Relaxed);
}

// SAFETY: all is the system allocator's, with the same arguments; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        allocated(layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both at a time: they may be copied.
        allocated(size);
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.realloc(at, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The tests of this file count what is allocated in the process: one at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// A number in LEB128.
fn leb(mut value: usize) -> Vec<u8> {
    let mut out = Vec::new();
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
    out
}

/// A vector of the binary format.
fn vec(items: &[Vec<u8>]) -> Vec<u8> {
    [leb(items.len()), items.concat()].concat()
}

fn section(id: u8, content: &[u8]) -> Vec<u8> {
    [vec![id], leb(content.len()), content.to_vec()].concat()
}

fn name(text: &str) -> Vec<u8> {
    [leb(text.len()), text.as_bytes().to_vec()].concat()
}

const I32: u8 = 0x7f;
const I64: u8 = 0x7e;

/// A type of so many i32s to so many.
fn ty(params: usize, results: usize) -> Vec<u8> {
    [vec![0x60], leb(params), vec![I32; params], leb(results), vec![I32; results]].concat()
}

/// A body with so many locals of a type, and its operators but the last `end`.
fn body(locals: usize, ty: u8, code: &[u8]) -> Vec<u8> {
    let locals = if locals == 0 { vec![0] } else { [vec![1], leb(locals), vec![ty]].concat() };
    let body = [&locals[..], code, &[0x0b]].concat();
    [leb(body.len()), body].concat()
}

/// The sections of a module that most bombs differ in.
#[derive(Default)]
struct Parts {
    types: Vec<Vec<u8>>,
    imports: Vec<Vec<u8>>,
    funcs: Vec<usize>,
    tables: Vec<Vec<u8>>,
    memories: Vec<Vec<u8>>,
    globals: Vec<Vec<u8>>,
    exports: Vec<Vec<u8>>,
    elems: Vec<Vec<u8>>,
    bodies: Vec<Vec<u8>>,
    datas: Vec<Vec<u8>>,
    customs: Vec<Vec<u8>>,
}

impl Parts {
    /// The module; with a count of data segments if code names them.
    fn module(self, count_datas: bool) -> Vec<u8> {
        let funcs: Vec<_> = self.funcs.iter().map(|&ty| leb(ty)).collect();
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        let sections = [
            (1, &self.types),
            (2, &self.imports),
            (3, &funcs),
            (4, &self.tables),
            (5, &self.memories),
            (6, &self.globals),
            (7, &self.exports),
            (9, &self.elems),
            (10, &self.bodies),
            (11, &self.datas),
        ];
        for (id, items) in sections {
            if id == 10 && count_datas {
                out.extend(section(12, &leb(self.datas.len())));
            }
            if !items.is_empty() {
                out.extend(section(id, &vec(items)));
            }
        }
        out.extend(self.customs.iter().flat_map(|custom| section(0, custom)));
        out
    }
}

/// A module of functions: of the type of nothing to nothing, then of `types`.
fn functions(types: &[Vec<u8>], funcs: &[usize], bodies: &[Vec<u8>]) -> Parts {
    let types = [&[ty(0, 0)][..], types].concat();
    let exports = vec![[name("_start"), vec![0, 0]].concat()];
    Parts { types, funcs: funcs.to_vec(), bodies: bodies.to_vec(), exports, ..Parts::default() }
}

/// A module of one function.
fn one(types: &[Vec<u8>], locals: (usize, u8), code: &[u8]) -> Vec<u8> {
    functions(types, &[0], &[body(locals.0, locals.1, code)]).module(false)
}

const NO_LOCALS: (usize, u8) = (0, I32);

/// Something for each number below `n`.
fn each(n: usize, of: impl Fn(usize) -> Vec<u8>) -> Vec<u8> {
    (0..n).flat_map(of).collect()
}

/// An operator with an index.
fn op(opcode: u8, index: usize) -> Vec<u8> {
    [vec![opcode], leb(index)].concat()
}

/// So many zeros, and what takes them away.
fn zeros(n: usize) -> Vec<u8> {
    [0x41, 0].repeat(n)
}

fn drops(n: usize) -> Vec<u8> {
    vec![0x1a; n]
}

/// `before`, `n` times `code`, `behind`.
fn among(before: &[&[u8]], code: &[u8], n: usize, behind: &[&[u8]]) -> Vec<u8> {
    [before.concat(), code.repeat(n), behind.concat()].concat()
}

/// `br_table` of these labels; the last one is the default.
fn br_table(labels: impl ExactSizeIterator<Item = usize>) -> Vec<u8> {
    let count = leb(labels.len() - 1);
    [vec![0x0e], count, labels.flat_map(leb).collect()].concat()
}

/// A block with this type of results or parameters.
const BLOCK: &[u8] = &[0x02, 1];
const END: &[u8] = &[0x0b];
/// A branch to the innermost block, on a condition.
const BR_IF: &[u8] = &[0x41, 0, 0x0d, 0];

/// How many values a label or a call takes in bombs of many values.
const MANY: usize = 1000;

/// A name, and the module of a size.
type Bomb = (&'static str, fn(usize) -> Vec<u8>);

/// In the functions: operators, locals, nesting, branches, high stacks.
const CODE: &[Bomb] = &[
    ("functions", |n| functions(&[], &vec![0; n], &vec![body(0, I32, &[]); n]).module(false)),
    ("operators", |n| one(&[], (2, I32), &[0x20, 0, 0x41, 1, 0x6a, 0x21, 0].repeat(n))),
    ("nops", |n| one(&[], NO_LOCALS, &vec![0x01; n])),
    ("locals below blocks", |n| one(&[], (50_000, I32), &[0x02, 0x40, 0x41, 5, 0x21, 0, 0x0b].repeat(n))),
    ("locals below ifs", |n| {
        let arms = [&[0x41, 1, 0x04, 0x40, 0x42, 5, 0x21, 7, 0x05, 0x42, 6][..], &op(0x21, 49_999), END];
        one(&[], (50_000, I64), &arms.concat().repeat(n))
    }),
    ("locals below loops", |n| {
        let pair = |i| [op(0x20, i % 50_000), op(0x21, i * 7919 % 50_000)].concat();
        one(&[], (50_000, I32), &each(n, |i| [&[0x03, 0x40], &pair(i)[..], END].concat()))
    }),
    ("locals, all used", |n| {
        one(&[], (50_000, I32), &each(n, |i| [op(0x20, i % 50_000), op(0x21, i * 31 % 50_000)].concat()))
    }),
    ("functions of many locals", |n| {
        functions(&[], &vec![0; n], &vec![body(50_000, I64, &[]); n]).module(false)
    }),
    ("nested blocks", |n| one(&[], NO_LOCALS, &[[0x02, 0x40].repeat(n), END.repeat(n)].concat())),
    ("nested loops", |n| {
        one(&[], (1, I32), &[[0x03, 0x40, 0x41, 1, 0x21, 0].repeat(n), END.repeat(n)].concat())
    }),
    ("nested ifs", |n| {
        one(&[], NO_LOCALS, &[[0x41, 1, 0x04, 0x40].repeat(n), [0x05, 0x0b].repeat(n)].concat())
    }),
    ("branches to the outermost block", |n| {
        let open = each(n, |i| [vec![0x02, 0x40, 0x41, 0], op(0x0d, i)].concat());
        one(&[], NO_LOCALS, &[open, END.repeat(n)].concat())
    }),
    ("unreachable blocks", |n| one(&[], NO_LOCALS, &among(&[&[0x0f]], &[0x02, 0x40, 0, 0x0b], n, &[]))),
    ("unreachable operators", |n| one(&[], NO_LOCALS, &among(&[&[0x0f]], &[0x6a], n, &[&[0x1a]]))),
    ("float constants", |n| {
        let constant = |i: usize| [&[0x44][..], &i.to_le_bytes(), &[0x1a]].concat();
        one(&[], NO_LOCALS, &each(n, constant))
    }),
    ("selects", |n| one(&[], (3, I32), &among(&[&[0x20, 0]], &[0x20, 1, 0x20, 2, 0x1b], n, &[&[0x1a]]))),
    ("a branch below a high stack", |n| {
        one(&[], NO_LOCALS, &among(&[&[0x02, 0x40]], &[0x41, 1], n, &[&[0x0c, 0, 0x0b]]))
    }),
    ("a high stack", |n| one(&[], (1, I32), &[[0x20, 0].repeat(n), drops(n)].concat())),
    ("branches above a high stack", |n| {
        let code = [&[0x02, 0x40], &[0x20, 0].repeat(n)[..], &BR_IF.repeat(n), &drops(n), END].concat();
        one(&[], (1, I32), &code)
    }),
    ("blocks above a high stack", |n| {
        let blocks = [0x02, 0x40, 0x41, 1, 0x21, 0, 0x0b].repeat(n);
        one(&[], (1, I32), &[[0x20, 0].repeat(n), blocks, drops(n)].concat())
    }),
    ("aliases of a local that is set", |n| {
        one(&[], (1, I32), &[[0x20, 0, 0x41, 1, 0x21, 0].repeat(n), drops(n)].concat())
    }),
    ("calls above a high stack", |n| {
        let code = [[0x20, 0].repeat(n), [0x10, 1].repeat(n), drops(n)].concat();
        functions(&[], &[0, 0], &[body(1, I32, &code), body(0, I32, &[])]).module(false)
    }),
    ("calls", |n| {
        functions(&[], &[0, 0], &[body(0, I32, &[0x10, 1].repeat(n)), body(0, I32, &[])]).module(false)
    }),
    ("a branch table", |n| {
        let table = br_table(vec![0; n].into_iter());
        one(&[], NO_LOCALS, &[&[0x02, 0x40, 0x41, 0], &table[..], END].concat())
    }),
    ("a branch table of many blocks", |n| {
        let table = br_table((0..n).map(|i| i % MANY));
        one(&[], NO_LOCALS, &[[0x02, 0x40].repeat(MANY), vec![0x41, 0], table, END.repeat(MANY)].concat())
    }),
    ("branch tables with a value", |n| {
        let table = br_table(vec![0; 100].into_iter());
        let block = [&[0x02, 0x7f, 0x41, 7, 0x41, 0][..], &table, &[0x0b, 0x1a]].concat();
        one(&[], NO_LOCALS, &block.repeat(n / 50))
    }),
    // Once code for each entry.
    ("a branch table with many values", |n| {
        let table = br_table(vec![0; n].into_iter());
        let code = [BLOCK, &zeros(MANY), &[0x41, 0], &table, END, &drops(MANY)].concat();
        one(&[ty(0, MANY)], NO_LOCALS, &code)
    }),
    ("a branch table with many values to two blocks", |n| {
        let table = br_table((0..n).map(|i| i % 2));
        let code = [BLOCK, BLOCK, &zeros(MANY), &[0x41, 0], &table, END, END, &drops(MANY)].concat();
        one(&[ty(0, MANY)], NO_LOCALS, &code)
    }),
    ("a branch table with values to many blocks", |n| {
        let table = br_table((0..n).map(|i| i % 100));
        let blocks = (BLOCK.repeat(100), END.repeat(100));
        let code = [&blocks.0[..], &zeros(10), &[0x41, 0], &table, &blocks.1, &drops(10)].concat();
        one(&[ty(0, 10)], NO_LOCALS, &code)
    }),
    ("branch tables with values to two blocks", |n| {
        let table = br_table((0..101).map(|i| i % 2));
        let each = [&zeros(10)[..], &[0x41, 0], &table].concat();
        one(&[ty(0, 10)], NO_LOCALS, &among(&[BLOCK, BLOCK], &each, n / 50, &[END, END, &drops(10)]))
    }),
    ("loops as targets of a branch table with values", |n| {
        let table = br_table((0..n).map(|i| i % 50));
        let blocks = ([0x03, 1].repeat(50), END.repeat(50));
        let code = [&zeros(10)[..], &blocks.0, &[0x41, 0], &table, &blocks.1, &drops(10)].concat();
        one(&[ty(10, 10)], NO_LOCALS, &code)
    }),
    ("blocks of many parameters", |n| {
        one(&[ty(MANY, MANY)], NO_LOCALS, &among(&[&zeros(MANY)], &[0x02, 1, 0x0b], n / 10, &[&drops(MANY)]))
    }),
    ("loops of many parameters", |n| {
        one(&[ty(MANY, MANY)], NO_LOCALS, &among(&[&zeros(MANY)], &[0x03, 1, 0x0b], n / 10, &[&drops(MANY)]))
    }),
    ("nested blocks of many parameters", |n| {
        let n = n / 10;
        let code = [zeros(MANY), BLOCK.repeat(n), END.repeat(n), drops(MANY)].concat();
        one(&[ty(MANY, MANY)], NO_LOCALS, &code)
    }),
];

/// With many values, so that code is large for its bytes, though in proportion to them.
const VALUES: &[Bomb] = &[
    ("blocks of many results", |n| {
        let block = [BLOCK, &zeros(MANY), END, &drops(MANY)].concat();
        one(&[ty(0, MANY)], NO_LOCALS, &block.repeat(n / 50))
    }),
    ("branches with many results", |n| {
        let code = among(&[BLOCK, &zeros(MANY)], BR_IF, n, &[END, &drops(MANY)]);
        one(&[ty(0, MANY)], NO_LOCALS, &code)
    }),
    ("branches with many results from another height", |n| {
        let before: [&[u8]; 3] = [BLOCK, &[0x41, 0], &zeros(MANY)];
        let code = among(&before, BR_IF, n, &[&[0x0c, 0, 0x0b], &drops(MANY)]);
        one(&[ty(0, MANY)], NO_LOCALS, &code)
    }),
    ("branches with many locals", |n| {
        let gets = each(MANY, |i| op(0x20, i));
        one(&[ty(0, MANY)], (MANY, I32), &among(&[BLOCK, &gets], BR_IF, n, &[END, &drops(MANY)]))
    }),
    ("branches to a loop of many parameters", |n| {
        let code = among(&[&zeros(MANY), &[0x03, 1]], BR_IF, n, &[END, &drops(MANY)]);
        one(&[ty(MANY, MANY)], NO_LOCALS, &code)
    }),
    ("ifs of many parameters", |n| {
        let block = [0x41, 0, 0x04, 1, 0x05, 0x0b];
        one(&[ty(MANY, MANY)], NO_LOCALS, &among(&[&zeros(MANY)], &block, n, &[&drops(MANY)]))
    }),
    ("returns of many results", |n| {
        let bodies = [body(0, I32, &[]), body(0, I32, &among(&[&zeros(MANY)], BR_IF, n, &[]))];
        functions(&[ty(0, MANY)], &[0, 1], &bodies).module(false)
    }),
    ("calls of many parameters and results", |n| many_values(n, &[0x10, 1]).module(false)),
    ("indirect calls of many parameters and results", |n| {
        let parts = many_values(n, &[0x41, 0, 0x11, 1, 0]);
        Parts { tables: vec![vec![0x70, 0, 1]], ..parts }.module(false)
    }),
    ("calls of many parameters in a dead end", |n| {
        let start = [&[0x02, 0x40, 0x41, 0, 0x0d, 0, 0x0f, 0x0b][..], &zeros(MANY)].concat();
        let behind: &[u8] = &[0];
        let calls = among(&[&start], &[0x10, 1], n, &[behind]);
        functions(&[ty(MANY, MANY)], &[0, 1], &[body(0, I32, &calls), body(0, I32, &[0])]).module(false)
    }),
    ("functions of many parameters that call each other", |n| {
        let n = n / 50;
        let gets = each(MANY, |i| op(0x20, i));
        let first = [[0x41, 1].repeat(MANY), vec![0x10, 1]].concat();
        let call = |i: usize| body(0, I32, &[gets.clone(), op(0x10, 1 + (i + 1) % n)].concat());
        let bodies: Vec<_> = std::iter::once(body(0, I32, &first)).chain((0..n).map(call)).collect();
        functions(&[ty(MANY, 0)], &[vec![0], vec![1; n]].concat(), &bodies).module(false)
    }),
];

/// A function with `n` of these calls, of 1,000 values each.
fn many_values(n: usize, call: &[u8]) -> Parts {
    let calls = among(&[&zeros(MANY)], call, n, &[&drops(MANY)]);
    let callee = body(0, I32, &each(MANY, |i| op(0x20, i)));
    functions(&[ty(MANY, MANY)], &[0, 1], &[body(0, I32, &calls), callee])
}

/// A module of an empty function, with something else.
fn empty() -> Parts {
    functions(&[], &[0], &[body(0, I32, &[])])
}

/// A function type of twelve parameters that only this number has.
fn distinct(n: usize) -> Vec<u8> {
    let params: Vec<u8> = (0..12).map(|at| 0x7c + (n >> (2 * at) & 3) as u8).collect();
    [vec![0x60, 12], params, vec![0]].concat()
}

/// In all other sections.
const SECTIONS: &[Bomb] = &[
    ("types", |n| functions(&vec![ty(1, 0); n], &[0], &[body(0, I32, &[])]).module(false)),
    ("types of many parameters", |n| {
        functions(&vec![ty(MANY, 0); n / 20], &[0], &[body(0, I32, &[])]).module(false)
    }),
    ("distinct types", |n| {
        functions(&(0..n).map(distinct).collect::<Vec<_>>(), &[0], &[body(0, I32, &[])]).module(false)
    }),
    ("calls of distinct types", |n| {
        let zero = |ty: u8| match ty {
            0x7f => vec![0x41, 0],
            0x7e => vec![0x42, 0],
            0x7d => vec![0x43, 0, 0, 0, 0],
            _ => vec![0x44, 0, 0, 0, 0, 0, 0, 0, 0],
        };
        let call = |i| {
            let zeros = distinct(i)[2..14].iter().flat_map(|&ty| zero(ty)).collect();
            [zeros, vec![0x41, 0], op(0x11, i + 1), vec![0]].concat()
        };
        let types: Vec<_> = (0..n).map(distinct).collect();
        let parts = functions(&types, &[0], &[body(0, I32, &each(n, call))]);
        Parts { tables: vec![vec![0x70, 0, 1]], ..parts }.module(false)
    }),
    ("imports", |n| {
        let import = [name("wasi_snapshot_preview1"), name("sched_yield"), vec![0, 1]].concat();
        let parts = functions(&[ty(0, 1)], &[0], &[body(0, I32, &[])]);
        Parts { imports: vec![import; n], ..parts }.module(false)
    }),
    ("a long name of an import", |n| {
        let import = [name(&"b".repeat(n)), name(&"c".repeat(n)), vec![0, 0]].concat();
        Parts { imports: vec![import], ..empty() }.module(false)
    }),
    ("exports", |n| {
        let exports = (0..n).map(|i| [name(&format!("e{i}")), vec![0, 0]].concat()).collect();
        Parts { exports, ..empty() }.module(false)
    }),
    ("exports of functions", |n| {
        let exports = (0..n).map(|i| [name(&format!("e{i}")), vec![0], leb(i)].concat()).collect();
        Parts { exports, ..functions(&[], &vec![0; n], &vec![body(0, I32, &[]); n]) }.module(false)
    }),
    ("a long name of an export", |n| {
        Parts { exports: vec![[name(&"a".repeat(n)), vec![0, 0]].concat()], ..empty() }.module(false)
    }),
    ("globals", |n| Parts { globals: vec![vec![I32, 1, 0x41, 5, 0x0b]; n], ..empty() }.module(false)),
    ("tables", |n| Parts { tables: vec![vec![0x70, 0, 0]; n.min(90)], ..empty() }.module(false)),
    ("elements", |n| {
        let elems = [vec![0, 0x41, 0, 0x0b], leb(n), vec![0; n]].concat();
        Parts { tables: vec![[vec![0x70, 0], leb(n)].concat()], elems: vec![elems], ..empty() }.module(false)
    }),
    ("distinct elements", |n| {
        let elems = [vec![0, 0x41, 0, 0x0b], leb(n), each(n, leb)].concat();
        let parts = functions(&[], &vec![0; n], &vec![body(0, I32, &[]); n]);
        Parts { tables: vec![[vec![0x70, 0], leb(n)].concat()], elems: vec![elems], ..parts }.module(false)
    }),
    ("element segments", |n| {
        let elems = vec![vec![0, 0x41, 0, 0x0b, 1, 0]; n];
        Parts { tables: vec![vec![0x70, 0, 9]], elems, ..empty() }.module(false)
    }),
    ("element expressions", |n| {
        let elems = [vec![4, 0x41, 0, 0x0b], leb(n), [0xd2, 0, 0x0b].repeat(n)].concat();
        Parts { tables: vec![[vec![0x70, 0], leb(n)].concat()], elems: vec![elems], ..empty() }.module(false)
    }),
    ("data segments", |n| {
        Parts { memories: vec![vec![0, 1]], datas: vec![vec![0, 0x41, 0, 0x0b, 1, 7]; n], ..empty() }
            .module(false)
    }),
    ("passive data segments", |n| {
        let drop = |i| [vec![0xfc, 9], leb(i)].concat();
        let parts = functions(&[], &[0], &[body(0, I32, &each(n, drop))]);
        Parts { memories: vec![vec![0, 1]], datas: vec![vec![1, 1, 7]; n], ..parts }.module(true)
    }),
    ("a long name of a function", |n| {
        let names = vec(&[[vec![0], name(&"f".repeat(n))].concat()]);
        let custom = [name("name"), section(1, &names)].concat();
        Parts { customs: vec![custom], ..empty() }.module(false)
    }),
    ("names of functions", |n| {
        let names: Vec<_> = (0..n).map(|i| [leb(i), name(&format!("f{i}"))].concat()).collect();
        let custom = [name("name"), section(1, &vec(&names))].concat();
        let parts = functions(&[], &vec![0; n], &vec![body(0, I32, &[]); n]);
        Parts { customs: vec![custom], ..parts }.module(false)
    }),
    ("custom sections", |n| Parts { customs: vec![name("x"); n], ..empty() }.module(false)),
];

/// What a compilation takes.
struct Cost {
    result: Result<CompiledModule, Error>,
    /// Bytes of the module.
    module: usize,
    /// The most bytes at a time, on the heap and in what is made, which may be in a mapping of its own.
    memory: usize,
}

fn compiled(wasm: &[u8], options: &Options) -> Cost {
    let before = NOW.load(Relaxed);
    PEAK.store(before, Relaxed);
    let result = compile(wasm, options);
    let made = result.as_ref().map_or(0, |made| made.text.len() + made.info.len() + made.data.len());
    let memory = PEAK.load(Relaxed).saturating_sub(before) + made;
    Cost { result, module: wasm.len(), memory }
}

fn options(arch: Arch, code_limit: CodeLimit) -> Options {
    Options { arch, threads: 1, code_limit, ..Options::default() }
}

/// Twice the size takes at most so many times as much, and fixed costs. Vectors that double, and slots that only long instructions reach on AArch64, make up for the
/// difference from 2; a quadratic step has 4.
const DOUBLED: usize = 3;

fn assert_linear(bombs: &[Bomb], n: usize) {
    let _alone = ALONE.lock();
    for &(name, bomb) in bombs {
        let (small, large) = (bomb(n), bomb(2 * n));
        for arch in ARCHES {
            let [small, large] = [&small, &large].map(|wasm| compiled(wasm, &options(arch, CodeLimit::None)));
            let [made, twice] = [&small, &large].map(|cost| match &cost.result {
                Ok(made) => made,
                Err(error) => panic!("{name}, {arch:?}: {error}"),
            });
            let grown = |what: &str, small: usize, large: usize, fixed: usize| {
                let most = DOUBLED * small + fixed;
                assert!(large <= most, "{name}, {arch:?}: {what} grows from {small} to {large}");
            };
            grown("work", made.timings.work as usize, twice.timings.work as usize, 1000);
            grown("code", made.text.len(), twice.text.len(), 16 << 10);
            grown("memory", small.memory, large.memory, 1 << 20);
            // With the usual limit, what is compiled is within it, and nothing else is refused.
            for (cost, made) in [(&small, made), (&large, twice)] {
                let limit = CodeLimit::default().bytes(cost.module).expect("there is one");
                let wasm = bomb(if cost.module == small.module { n } else { 2 * n });
                let again = compiled(&wasm, &options(arch, CodeLimit::default()));
                match again.result {
                    Ok(again) => {
                        assert!(again.text == made.text && made.text.len() as u64 <= limit, "{name}")
                    }
                    Err(error) => {
                        assert!(error.exceeds_code_limit(), "{name}, {arch:?}: {error}");
                        assert!(made.text.len() as u64 > limit, "{name}, {arch:?}: refused: {error}");
                    }
                }
            }
        }
    }
}

#[test]
fn bombs_in_code_take_what_their_size_is_worth() {
    assert_linear(CODE, 3000);
}

#[test]
fn bombs_of_many_values_take_what_their_size_is_worth() {
    assert_linear(VALUES, 300);
}

#[test]
fn bombs_in_other_sections_take_what_their_size_is_worth() {
    assert_linear(SECTIONS, 3000);
}

/// Once each entry of a branch table had code of its own: 5,000 bytes for each byte of the module.
#[test]
fn entries_of_a_branch_table_share_the_moves_to_a_block() {
    let _alone = ALONE.lock();
    for arch in ARCHES {
        for name in ["a branch table with many values", "a branch table with values to many blocks"] {
            let &(_, bomb) = CODE.iter().find(|(its, _)| *its == name).expect("there is one");
            let [one, two] = [4000, 8000].map(|n| {
                let cost = compiled(&bomb(n), &options(arch, CodeLimit::None));
                cost.result.expect("it is valid").text.len()
            });
            assert!(two - one <= 4000 * 4 + 64, "{arch:?}, {name}: {one} and {two} bytes");
        }
    }
}

/// What is refused takes no more than a few times the memory that the limit allows, whatever it would have become.
#[test]
fn too_much_code_is_refused_before_it_is_made() {
    const LIMIT: usize = 256 << 10;
    let _alone = ALONE.lock();
    let mut refused = 0;
    for &(name, bomb) in VALUES {
        let wasm = bomb(3000);
        for arch in ARCHES {
            let cost = compiled(&wasm, &options(arch, CodeLimit::Bytes(LIMIT as u64)));
            let Err(error) = cost.result else { continue };
            refused += 1;
            assert_eq!(error.kind, ErrorKind::TooLarge, "{name}: {error}");
            let message = format!(
                "the machine code exceeds the code limit, {LIMIT} bytes for a module of {} bytes",
                cost.module
            );
            assert_eq!(error.message, message, "{name}");
            // What a worker has besides code: facts, records of locals and operands.
            let most = 4 * LIMIT + 16 * cost.module + (1 << 20);
            assert!(cost.memory <= most, "{name}, {arch:?}: {} bytes, at most {most}", cost.memory);
        }
    }
    assert!(refused >= 12, "{refused}");
}

/// Many functions of some code each, some of which are too large for what is left, and one that is not valid.
fn many_functions(n: usize, wrong: Option<usize>) -> Vec<u8> {
    let caller = |i| {
        let calls = among(&[&zeros(MANY)], &[0x10, 1], i % 5, &[&drops(MANY)]);
        let wrong: &[u8] = if wrong == Some(i) { &[0x1a] } else { &[] };
        body(0, I32, &[&calls[..], wrong].concat())
    };
    let callee = body(0, I32, &each(MANY, |i| op(0x20, i)));
    let bodies: Vec<_> = [caller(0), callee].into_iter().chain((2..n).map(caller)).collect();
    functions(&[ty(MANY, MANY)], &[vec![0, 1], vec![0; n - 2]].concat(), &bodies).module(false)
}

/// That a module is refused, and what for, depends on nothing but the module and the limit.
#[test]
fn a_limit_on_code_is_the_same_for_any_number_of_threads() {
    let _alone = ALONE.lock();
    let (valid, wrong) = (many_functions(300, None), many_functions(300, Some(290)));
    for arch in ARCHES {
        let whole = compile(&valid, &options(arch, CodeLimit::None)).expect("it is valid").text.len() as u64;
        for threads in [1, 2, 3, 8] {
            let with = |limit| Options { threads, ..options(arch, CodeLimit::Bytes(limit)) };
            // To the byte.
            assert!(compile(&valid, &with(whole)).is_ok(), "{threads} threads");
            for limit in [whole - 1, whole / 2, 1 << 16, 0] {
                let error = compile(&valid, &with(limit)).expect_err("it is too large");
                assert!(error.exceeds_code_limit() && error.offset == 0 && error.func.is_none(), "{error}");
                // What is not valid is refused for that, wherever it is.
                let error = compile(&wrong, &with(limit)).expect_err("it is not valid");
                assert_eq!((error.kind, error.func), (ErrorKind::Invalid, Some(290)), "{error}");
            }
        }
    }
}
