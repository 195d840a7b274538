//! Runs snippets natively. A [`Batch`] collects cases, places all of them in one executable mapping, and checks each: every register and slot
//! that a case does not name must be as it was, except the two scratch registers. A trap is caught by a signal handler and looked
//! up in the site stream, as the runtime does it.

use super::super::super::{Masm, Mem, Reach, Reg, RegSet, Slot};
use super::super::X64;
use crate::Cpu;
use beeline_abi::TrapCode;
use beeline_abi::sites::{Kind, Sites};
use dynasmrt::{DynasmApi, dynasm};
use iced_x86::{Decoder, DecoderOptions, Formatter, Instruction, IntelFormatter, Mnemonic, OpKind, Register};
use std::cell::Cell;
use std::mem::offset_of;
use std::sync::Once;

/// What a snippet sees.
#[repr(C)]
#[derive(Clone, Debug)]
pub struct State {
    pub general: [u64; 16],
    pub float: [u64; 16],
    /// Where to go on after a trap, and the stack pointer there.
    landing: u64,
    stack: u64,
    trap_pc: u64,
    /// What the frame pointer points into.
    pub frame: [u64; 64],
    pub memory: [u8; 64],
}

/// Index in `State::frame` of where the frame pointer points.
const FRAME: usize = 48;

impl State {
    pub fn new() -> Box<Self> {
        let general = std::array::from_fn(|i| 0x1111_1111_1111_1111_u64.wrapping_mul(i as u64 + 1) ^ 0xabcd);
        let float = std::array::from_fn(|i| (1.5 + i as f64).to_bits());
        let frame = std::array::from_fn(|i| 0x0123_4567_89ab_0000 + i as u64);
        let memory = std::array::from_fn(|i| 0x80 + i as u8);
        Box::new(Self { general, float, landing: 0, stack: 0, trap_pc: 0, frame, memory })
    }
    pub fn get(&self, reg: Reg) -> u64 {
        if reg.is_float() { self.float[reg.code() as usize] } else { self.general[reg.code() as usize] }
    }
    pub fn set(&mut self, reg: Reg, value: u64) {
        let file = if reg.is_float() { &mut self.float } else { &mut self.general };
        file[reg.code() as usize] = value;
    }
    pub fn slot(&mut self, slot: Slot) -> &mut u64 {
        &mut self.frame[(FRAME as i32 + slot.0 / 8) as usize]
    }
    pub fn memory_address(&self) -> u64 {
        self.memory.as_ptr() as u64
    }
}

/// What a case should come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expect {
    /// This register, otherwise as before.
    Reg(Reg, u64),
    /// The low 32 bits of a float register.
    Low(Reg, u32),
    /// Some NaN of 64 or 32 bits with the quiet bit set.
    Nan(Reg, bool),
    /// This slot.
    Slot(Slot, u64),
    /// The low half of a slot.
    SlotLow(Slot, u32),
    /// Nothing changes.
    Same,
    Trap(TrapCode),
}

struct Case {
    name: String,
    /// Offsets of thunk, snippet, its end and the landing.
    thunk: u32,
    body: (u32, u32),
    landing: u32,
    sites: std::ops::Range<usize>,
    state: Box<State>,
    expect: Vec<Expect>,
    ignore: RegSet,
    memory: Option<Vec<u8>>,
}

/// Cases to be run together.
pub struct Batch {
    masm: X64,
    cpu: Cpu,
    cases: Vec<Case>,
    pub total: usize,
    /// Registers that the next cases may change.
    pub ignore: RegSet,
    /// Also decode what is emitted.
    pub decode: bool,
}

const ENTRY: u32 = 16;

impl Batch {
    pub fn new(cpu: Cpu) -> Self {
        Self {
            masm: X64::new(cpu),
            cpu,
            cases: Vec::new(),
            total: 0,
            ignore: RegSet::default(),
            decode: true,
        }
    }

    pub fn case(
        &mut self,
        name: impl Into<String>,
        state: Box<State>,
        expect: &[Expect],
        emit: impl FnOnce(&mut X64),
    ) {
        self.case_memory(name, state, expect, None, emit);
    }

    pub fn case_memory(
        &mut self,
        name: impl Into<String>,
        state: Box<State>,
        expect: &[Expect],
        memory: Option<Vec<u8>>,
        emit: impl FnOnce(&mut X64),
    ) {
        let masm = &mut self.masm;
        masm.begin_function(Reach::Near);
        masm.code_mut().begin_function(ENTRY);
        let (thunk, first_site) = (masm.code.len(), masm.code.sites.len());
        enter(masm);
        masm.code_mut().set_wasm_offset(ENTRY + 1);
        let (body, landing) = (masm.new_label(), masm.new_label());
        masm.bind(body);
        emit(masm);
        masm.bind(landing);
        leave(masm);
        let end = masm.new_label();
        masm.bind(end);
        masm.end_function();
        assert!(!masm.code.overflowed());
        let place = |label| masm.code.target(label).expect("bound");
        let case = Case {
            name: name.into(),
            thunk,
            body: (place(body), place(landing)),
            landing: place(landing),
            sites: first_site..masm.code.sites.len(),
            state,
            expect: expect.to_vec(),
            ignore: self.ignore,
            memory,
        };
        if self.decode {
            let code = masm.code.bytes();
            check_decoding(&case.name, &code[case.body.0 as usize..case.body.1 as usize]);
            let tail = place(end) as usize..code.len() - masm.code.table_bytes as usize;
            check_decoding(&case.name, &code[tail]);
        }
        self.cases.push(case);
        self.total += 1;
        if self.cases.len() == 4000 {
            self.run();
        }
    }

    /// Runs what has been collected.
    pub fn run(&mut self) {
        let masm = std::mem::replace(&mut self.masm, X64::new(self.cpu));
        let code = Executable::new(masm.code.bytes());
        for mut case in std::mem::take(&mut self.cases) {
            let sites = Sites::new(&masm.code.sites[case.sites.clone()], case.thunk, ENTRY);
            let frame_pointer = &raw const case.state.frame[FRAME] as u64;
            case.state.general[5] = frame_pointer;
            let before = case.state.clone();
            let trap = code.run(case.thunk, case.landing, &mut case.state);
            if let Err(error) = check(&case, &before, trap, sites) {
                let bytes = &masm.code.bytes()[case.body.0 as usize..case.body.1 as usize];
                panic!("{}: {error}\n{}", case.name, listing(bytes));
            }
        }
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.run();
        }
    }
}

fn check(case: &Case, before: &State, trap: Option<u32>, mut sites: Sites<'_>) -> Result<(), String> {
    let after = &*case.state;
    let expected_trap =
        case.expect.iter().find_map(|e| if let Expect::Trap(code) = e { Some(*code) } else { None });
    match (trap, expected_trap) {
        (Some(pc), None) => return Err(format!("trapped at {pc:#x}")),
        (None, Some(code)) => return Err(format!("did not trap {code:?}")),
        (None, None) => {}
        (Some(pc), Some(code)) => {
            let site = sites.find(|site| site.code == pc && !matches!(site.kind, Kind::Call));
            let Some(site) = site else { return Err(format!("trapped at {pc:#x} where there is no site")) };
            let found = if let Kind::Trap(code) = site.kind { code } else { TrapCode::MemoryOutOfBounds };
            if found != code || site.wasm != ENTRY + 1 {
                return Err(format!("trapped as {site:?}, not {code:?}"));
            }
            return Ok(());
        }
    }
    let mut expected = before.clone();
    let mut low = RegSet::default();
    let mut low_slot = None;
    for &expect in &case.expect {
        match expect {
            Expect::Reg(reg, value) => expected.set(reg, value),
            Expect::Low(reg, value) => {
                expected.set(reg, value.into());
                low.insert(reg);
            }
            Expect::Nan(reg, wide) => {
                let quiet = if wide { 0x7ff8 << 48 } else { 0x7fc0_0000 };
                let bits = after.get(reg);
                if bits & quiet != quiet {
                    return Err(format!("{reg:?} = {bits:#x}, not a quiet NaN"));
                }
                expected.set(reg, bits);
            }
            Expect::Slot(slot, value) => *expected.slot(slot) = value,
            Expect::SlotLow(slot, value) => {
                let place = expected.slot(slot);
                *place = *place >> 32 << 32 | u64::from(value);
                low_slot = Some((slot, value));
            }
            Expect::Same | Expect::Trap(_) => {}
        }
    }
    for reg in (0..16).map(Reg).chain((0..16).map(Reg::float)) {
        if [Reg(4), Reg(11), Reg::float(15)].contains(&reg) || case.ignore.contains(reg) {
            continue;
        }
        let mask = if low.contains(reg) { 0xffff_ffff } else { u64::MAX };
        let (found, wanted) = (after.get(reg) & mask, expected.get(reg) & mask);
        if found != wanted {
            return Err(format!("{reg:?} = {found:#x}, expected {wanted:#x}"));
        }
    }
    if let Some((slot, value)) = low_slot {
        let mut copy = after.clone();
        if *copy.slot(slot) as u32 != value {
            return Err(format!("{slot:?} = {:#x}, expected {value:#x}", *copy.slot(slot)));
        }
        *expected.slot(slot) = *copy.slot(slot);
    }
    for i in 0..after.frame.len() {
        if after.frame[i] != expected.frame[i] {
            let (found, wanted) = (after.frame[i], expected.frame[i]);
            return Err(format!("slot {} = {found:#x}, expected {wanted:#x}", 8 * (i as i32 - FRAME as i32)));
        }
    }
    let memory = case.memory.as_deref().unwrap_or(&before.memory);
    if after.memory != *memory {
        return Err(format!("memory {:x?}, expected {memory:x?}", after.memory));
    }
    Ok(())
}

/// Entered with the state in rdi, by the C convention. The stack pointer points to the state's address while
/// the snippet runs.
fn enter(masm: &mut X64) {
    dynasm!(masm.code ; .arch x64
        ; push rbx ; push rbp ; push r12 ; push r13 ; push r14 ; push r15
        ; push rdi
    );
    masm.rm(super::super::op::MOV_M, 8, Reg(4), Mem::new(Reg(7), offset_of!(State, stack) as i32));
    for i in 0..16 {
        masm.load_word(
            super::super::Width::W64,
            Reg::float(i),
            Mem::new(Reg(7), offset_of!(State, float) as i32 + 8 * i as i32),
        );
    }
    for i in (0..16).filter(|&i| i != 4 && i != 7).chain([7]) {
        masm.load_word(super::super::Width::W64, Reg(i), Mem::new(Reg(7), 8 * i as i32));
    }
}

fn leave(masm: &mut X64) {
    dynasm!(masm.code ; .arch x64 ; push rax ; mov rax, [rsp + 8]);
    for i in 0..16 {
        let mem = Mem::new(Reg(0), offset_of!(State, float) as i32 + 8 * i as i32);
        masm.float_store(super::super::Width::W64, Reg::float(i), mem);
    }
    for i in (1..16).filter(|&i| i != 4) {
        masm.rm(super::super::op::MOV_M, 8, Reg(i), Mem::new(Reg(0), 8 * i as i32));
    }
    dynasm!(masm.code ; .arch x64
        ; pop rcx ; mov [rax], rcx
        ; add rsp, 8
        ; pop r15 ; pop r14 ; pop r13 ; pop r12 ; pop rbp ; pop rbx
        ; ret
    );
}

/// Code in an executable mapping.
pub struct Executable {
    map: memmap2::Mmap,
}

thread_local! {
    /// The state of the snippet that is running on this thread.
    static RUNNING: Cell<*mut State> = const { Cell::new(std::ptr::null_mut()) };
}

extern "C" fn on_signal(signal: libc::c_int, _: *mut libc::siginfo_t, context: *mut libc::c_void) {
    let state = RUNNING.get();
    if state.is_null() {
        // SAFETY: only resets the disposition; the fault then happens again and ends the process.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
        return;
    }
    // SAFETY: a signal handler's third argument is a `ucontext_t`; the state is the one that `Executable::run` on this thread has borrowed for
    // the snippet that has just trapped.
    unsafe {
        let context = &mut *context.cast::<libc::ucontext_t>();
        let regs = &mut context.uc_mcontext.gregs;
        (*state).trap_pc = regs[libc::REG_RIP as usize] as u64;
        regs[libc::REG_RIP as usize] = (*state).landing as i64;
        regs[libc::REG_RSP as usize] = (*state).stack as i64;
    }
}

impl Executable {
    pub fn new(bytes: &[u8]) -> Self {
        static HANDLERS: Once = Once::new();
        HANDLERS.call_once(|| {
            for signal in [libc::SIGILL, libc::SIGFPE, libc::SIGSEGV] {
                // SAFETY: a zeroed `sigaction` is a valid one, and the handler has the type that SA_SIGINFO asks for.
                unsafe {
                    let mut action: libc::sigaction = std::mem::zeroed();
                    action.sa_sigaction = on_signal as *const () as usize;
                    action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK | libc::SA_NODEFER;
                    libc::sigaction(signal, &action, std::ptr::null_mut());
                }
            }
        });
        let mut map = memmap2::MmapMut::map_anon(bytes.len().max(1)).expect("memory");
        map[..bytes.len()].copy_from_slice(bytes);
        Self { map: map.make_exec().expect("an executable mapping") }
    }

    pub fn address(&self) -> u64 {
        self.map.as_ptr() as u64
    }

    /// Runs a thunk; the offset of the trap, if there was one.
    pub fn run(&self, thunk: u32, landing: u32, state: &mut State) -> Option<u32> {
        let base = self.map.as_ptr() as u64;
        state.landing = base + u64::from(landing);
        state.trap_pc = 0;
        // SAFETY: `enter` and `leave` make a function of this type at the thunk's offset.
        let call: extern "C" fn(*mut State) =
            unsafe { std::mem::transmute((base + u64::from(thunk)) as *const u8) };
        RUNNING.set(state);
        call(state);
        RUNNING.set(std::ptr::null_mut());
        (state.trap_pc != 0).then(|| (state.trap_pc - base) as u32)
    }
}

/// Whether there is nothing but valid instructions, none with a REX prefix that it does not need.
pub fn check_decoding(name: &str, code: &[u8]) {
    let mut decoder = Decoder::new(64, code, DecoderOptions::NONE);
    let mut instruction = Instruction::default();
    while decoder.can_decode() {
        let at = decoder.position();
        decoder.decode_out(&mut instruction);
        assert!(!instruction.is_invalid(), "{name}: {code:02x?} at {at}\n{}", listing(code));
        let skip = code[at..].iter().take_while(|byte| [0x66, 0xf2, 0xf3].contains(byte)).count();
        let needs_rex = (0..instruction.op_count()).any(|i| {
            instruction.op_kind(i) == OpKind::Register
                && [Register::SPL, Register::BPL, Register::SIL, Register::DIL]
                    .contains(&instruction.op_register(i))
        });
        assert!(code[at + skip] != 0x40 || needs_rex, "{name}: an empty REX prefix\n{}", listing(code));
    }
}

/// Intel syntax, an instruction a line.
pub fn listing(code: &[u8]) -> String {
    let mut formatter = IntelFormatter::new();
    let options = formatter.options_mut();
    options.set_hex_prefix("0x");
    options.set_hex_suffix("");
    options.set_space_after_operand_separator(true);
    options.set_uppercase_hex(false);
    options.set_show_branch_size(false);
    options.set_branch_leading_zeros(false);
    options.set_displacement_leading_zeros(false);
    options.set_rip_relative_addresses(true);
    let mut text = String::new();
    let mut decoder = Decoder::new(64, code, DecoderOptions::NONE);
    while decoder.can_decode() {
        let instruction = decoder.decode();
        if instruction.mnemonic() == Mnemonic::INVALID {
            text.push_str("(invalid)");
        }
        formatter.format(&instruction, &mut text);
        text.push('\n');
    }
    text
}

/// The code of one function that consists of what `emit` emits, stubs and all, without alignment.
pub fn emitted(cpu: Cpu, emit: impl FnOnce(&mut X64)) -> X64 {
    let mut masm = X64::new(cpu);
    masm.begin_function(Reach::Near);
    masm.code_mut().begin_function(0);
    emit(&mut masm);
    masm.end_function();
    assert!(!masm.code.overflowed());
    masm
}
