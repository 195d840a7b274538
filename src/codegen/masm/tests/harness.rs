//! Runs snippets natively. A [`Batch`] collects cases, places all of them in one executable mapping, and checks each: every register and slot
//! that a case does not name must be as it was, except the scratch registers. A trap is caught by a signal handler and looked
//! up in the site stream, as the runtime does it.

use super::super::{Masm, Reach, Reg, RegSet, Slot};
use super::native::{self, Native};
use crate::Cpu;
use beeline_abi::TrapCode;
use beeline_abi::sites::{Kind, Sites};
use std::cell::Cell;
use std::mem::offset_of;
use std::ops::Range;
use std::sync::Once;

/// What a snippet sees.
#[repr(C)]
#[derive(Clone, Debug)]
pub struct State {
    pub general: [u64; 32],
    pub float: [u64; 32],
    /// The stack pointer while the snippet runs, which [`native::enter`] sets.
    pub stack: u64,
    /// Where to go on after a trap.
    landing: u64,
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
        Box::new(Self { general, float, stack: 0, landing: 0, trap_pc: 0, frame, memory })
    }
    /// Where the value of a register lies in the state.
    pub const fn offset(reg: Reg) -> i32 {
        let file = if reg.is_float() { offset_of!(Self, float) } else { offset_of!(Self, general) };
        file as i32 + 8 * reg.code() as i32
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
    /// Address of a slot.
    pub fn slot_address(&self, slot: Slot) -> u64 {
        &raw const self.frame[(FRAME as i32 + slot.0 / 8) as usize] as u64
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
    /// Where the function starts, the snippet in it, and what is emitted behind it.
    start: u32,
    body: Range<u32>,
    sites: Range<usize>,
    state: Box<State>,
    expect: Vec<Expect>,
    ignore: RegSet,
    memory: Option<Vec<u8>>,
}

/// Cases to be run together.
pub struct Batch {
    masm: Native,
    cpu: Cpu,
    /// Offset of [`native::leave`]; [`native::enter`] is at the start.
    leave: u32,
    cases: Vec<Case>,
    pub total: usize,
    /// Registers that the next cases may change.
    pub ignore: RegSet,
    /// How far the branches of the next cases reach.
    pub reach: Reach,
    /// Also decode what is emitted.
    pub decode: bool,
}

/// The module offset of every function here; that of the operator is one more.
const ENTRY: u32 = 16;

/// A macro assembler that has emitted the ways in and out, and where the latter is.
fn with_thunks(cpu: Cpu) -> (Native, u32) {
    let mut masm = Native::new(cpu);
    let code = masm.code_mut();
    native::enter(code);
    let leave = code.len();
    native::leave(code);
    (masm, leave)
}

impl Batch {
    pub fn new(cpu: Cpu) -> Self {
        let (masm, leave) = with_thunks(cpu);
        Self {
            masm,
            cpu,
            leave,
            cases: Vec::new(),
            total: 0,
            ignore: RegSet::default(),
            reach: Reach::Near,
            decode: true,
        }
    }

    pub fn case(
        &mut self,
        name: impl Into<String>,
        state: Box<State>,
        expect: &[Expect],
        emit: impl FnOnce(&mut Native),
    ) {
        self.case_memory(name, state, expect, None, emit);
    }

    pub fn case_memory(
        &mut self,
        name: impl Into<String>,
        state: Box<State>,
        expect: &[Expect],
        memory: Option<Vec<u8>>,
        emit: impl FnOnce(&mut Native),
    ) {
        let masm = &mut self.masm;
        masm.begin_function(self.reach);
        masm.code_mut().begin_function(ENTRY);
        let (start, first_site) = (masm.code().len(), masm.code().sites.len());
        masm.code_mut().set_wasm_offset(ENTRY + 1);
        let [body_end, tail] = [masm.new_label(), masm.new_label()];
        emit(masm);
        let code = masm.code_mut();
        code.bind(body_end);
        native::exit(code);
        code.bind(tail);
        masm.end_function();
        let code = masm.code();
        assert!(!code.overflowed());
        let place = |label| code.target(label).expect("bound");
        let case = Case {
            name: name.into(),
            start,
            body: start..place(body_end),
            sites: first_site..code.sites.len(),
            state,
            expect: expect.to_vec(),
            ignore: self.ignore,
            memory,
        };
        if self.decode {
            let bytes = code.bytes();
            native::check_decoding(&case.name, &bytes[case.body.start as usize..case.body.end as usize]);
            let tail = place(tail) as usize..bytes.len() - code.table_bytes as usize;
            native::check_decoding(&case.name, &bytes[tail]);
        }
        self.cases.push(case);
        self.total += 1;
        if self.cases.len() == 4000 {
            self.run();
        }
    }

    /// Runs what has been collected.
    pub fn run(&mut self) {
        let (masm, leave) = with_thunks(self.cpu);
        let (masm, leave) =
            (std::mem::replace(&mut self.masm, masm), std::mem::replace(&mut self.leave, leave));
        let bytes = masm.code().bytes();
        let code = Executable::new(bytes);
        for mut case in std::mem::take(&mut self.cases) {
            let sites = Sites::new(&masm.code().sites[case.sites.clone()], case.start, ENTRY);
            let frame_pointer = case.state.slot_address(Slot(0));
            case.state.set(native::FRAME_POINTER, frame_pointer);
            let before = case.state.clone();
            let trap = code.run(case.start, leave, &mut case.state);
            if let Err(error) = check(&case, &before, trap, sites) {
                let bytes = &bytes[case.body.start as usize..case.body.end as usize];
                panic!("{}: {error}\n{}", case.name, native::listing(bytes));
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
    for reg in native::ALL.minus(native::SCRATCH).minus(case.ignore).iter() {
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
    // SAFETY: the context is the one that this handler was called with; the state is the one that `Executable::run` on this thread has borrowed for
    // the snippet that has just trapped.
    unsafe { (*state).trap_pc = native::divert(context, (*state).landing, (*state).stack) };
}

impl Executable {
    pub fn new(bytes: &[u8]) -> Self {
        static HANDLERS: Once = Once::new();
        HANDLERS.call_once(|| {
            for signal in native::SIGNALS {
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
        let map = map.make_exec().expect("an executable mapping");
        native::publish(&map);
        Self { map }
    }

    pub fn address(&self) -> u64 {
        self.map.as_ptr() as u64
    }

    /// Runs the snippet at `start`, by the thunks at the mapping's start and at `leave`; the offset of the trap, if there was one.
    fn run(&self, start: u32, leave: u32, state: &mut State) -> Option<u32> {
        let base = self.address();
        let leave = base + u64::from(leave);
        state.landing = leave;
        state.trap_pc = 0;
        // SAFETY: `native::enter` makes a function of this type.
        let call: extern "C" fn(*mut State, u64, u64) = unsafe { std::mem::transmute(self.map.as_ptr()) };
        RUNNING.set(state);
        call(state, base + u64::from(start), leave);
        RUNNING.set(std::ptr::null_mut());
        (state.trap_pc != 0).then(|| (state.trap_pc - base) as u32)
    }
}
