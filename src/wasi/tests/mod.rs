//! Tests of the functions as generated code calls them, over a memory and a directory of their own.

mod clocks;
mod files;
mod hostile;
mod layouts;
mod readdir;
mod rights;
mod sandbox;
mod sockets;
mod toolchain;

use core::ffi::c_void;
use std::fs::File;
use std::io::Write;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

use crate::types::{SYMLINK_FOLLOW, oflags};
use crate::{Errno, Function, WasiCtx, functions};

/// The module that most tests call.
const PREVIEW1: &str = "wasi_snapshot_preview1";
/// Its predecessor.
const UNSTABLE: &str = "wasi_unstable";
/// The first preopened directory: that of the test, writable.
const DIR: u32 = 3;
/// Every right.
const ALL: u64 = crate::types::rights::ALL;
/// Rights that a C library asks for to read a file.
const READ: u64 = ALL & !crate::types::rights::WRITE;
/// Bytes of memory.
const MEMORY: usize = 0x20000;
/// Bytes on both sides of the memory that nothing may write to.
const MARGIN: usize = 4096;

/// Prints a line about tests that cannot run here. It is also added to the file that `BEELINE_NOTES` names, from which `scripts/test`
/// shows it.
fn note(line: &str) {
    println!("{line}");
    if let Some(path) = std::env::var_os("BEELINE_NOTES") {
        // One write for the whole line, since several tests may be at it. A note that is lost is no reason to fail.
        let file = File::options().create(true).append(true).open(path);
        let _ = file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
    }
}

/// Where results of functions go.
const OUT: u32 = 0x100;
/// Where strings are put.
const STRINGS: u32 = 0x1000;
/// Where second strings are put.
const STRINGS2: u32 = 0x3000;
/// Where data is put.
const DATA: u32 = 0x8000;

/// A guest without code.
struct World {
    module: &'static str,
    memory: Vec<u8>,
    ctx: WasiCtx,
    dir: TempDir,
}

type Result<T> = std::result::Result<T, Errno>;

impl World {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut ctx = WasiCtx::new();
        ctx.preopen(path_bytes(dir.path()), b"/sandbox", true).unwrap();
        Self { module: PREVIEW1, memory: vec![0xa5; MEMORY + 2 * MARGIN], ctx, dir }
    }

    /// A world whose paths are resolved step by step, as on an old kernel.
    fn walking() -> Self {
        let mut world = Self::new();
        world.ctx.force_walk();
        world
    }

    fn unstable(mut self) -> Self {
        self.module = UNSTABLE;
        self
    }

    fn host(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn function(&self, name: &str) -> Function {
        *functions().find(|function| function.module == self.module && function.name == name).unwrap()
    }

    fn call(&mut self, name: &str, args: &[u64]) -> Result<()> {
        let function = self.function(name);
        assert_eq!(function.params.len(), args.len(), "{name}");
        let mut slots = [args, &[0]].concat();
        assert_eq!(self.call_raw(&function, &mut slots), 0);
        match slots[0] {
            0 => Ok(()),
            number => Err(Errno::from_number(number as u32).unwrap()),
        }
    }

    fn call_raw(&mut self, function: &Function, slots: &mut [u64]) -> u32 {
        let mut caller = (self.memory[MARGIN..].as_mut_ptr(), MEMORY);
        let env = (&raw mut self.ctx).cast::<c_void>();
        // SAFETY: the context and the memory are the world's, the slots are as many as the function has parameters and one more.
        let trap = unsafe { (function.func)(env, (&raw mut caller).cast(), slots.as_mut_ptr()) };
        let intact = |margin: &[u8]| margin.iter().all(|&byte| byte == 0xa5);
        assert!(
            intact(&self.memory[..MARGIN]) && intact(&self.memory[MARGIN + MEMORY..]),
            "{}",
            function.name
        );
        trap
    }

    fn put(&mut self, at: u32, bytes: &[u8]) -> (u64, u64) {
        let start = MARGIN + at as usize;
        self.memory[start..start + bytes.len()].copy_from_slice(bytes);
        (at.into(), bytes.len() as u64)
    }

    fn get(&self, at: u32, len: usize) -> &[u8] {
        &self.memory[MARGIN + at as usize..][..len]
    }

    fn u32(&self, at: u32) -> u32 {
        u32::from_le_bytes(self.get(at, 4).try_into().unwrap())
    }

    fn u64(&self, at: u32) -> u64 {
        u64::from_le_bytes(self.get(at, 8).try_into().unwrap())
    }

    /// Writes an array of buffers to `at`.
    fn iovecs(&mut self, at: u32, buffers: &[(u32, u32)]) {
        for (index, (ptr, len)) in buffers.iter().enumerate() {
            self.put(at + index as u32 * 8, &ptr.to_le_bytes());
            self.put(at + index as u32 * 8 + 4, &len.to_le_bytes());
        }
    }

    fn open_with(
        &mut self,
        fd: u32,
        path: &str,
        flags: u16,
        rights: u64,
        fdflags: u16,
        follow: bool,
    ) -> Result<u32> {
        let (ptr, len) = self.put(STRINGS, path.as_bytes());
        let lookup = if follow { SYMLINK_FOLLOW } else { 0 };
        let args =
            [fd.into(), lookup.into(), ptr, len, flags.into(), rights, ALL, fdflags.into(), OUT.into()];
        self.call("path_open", &args)?;
        Ok(self.u32(OUT))
    }

    fn open(&mut self, path: &str, flags: u16, rights: u64) -> Result<u32> {
        self.open_with(DIR, path, flags, rights, 0, true)
    }

    fn create(&mut self, path: &str, content: &[u8]) -> u32 {
        let fd = self.open(path, oflags::CREAT | oflags::TRUNC, ALL).unwrap();
        assert_eq!(self.write(fd, content), Ok(content.len() as u32));
        fd
    }

    fn write(&mut self, fd: u32, content: &[u8]) -> Result<u32> {
        self.put(DATA, content);
        self.iovecs(OUT, &[(DATA, content.len() as u32)]);
        self.call("fd_write", &[fd.into(), OUT.into(), 1, u64::from(OUT) + 64])?;
        Ok(self.u32(OUT + 64))
    }

    fn read(&mut self, fd: u32, len: u32) -> Result<Vec<u8>> {
        self.iovecs(OUT, &[(DATA, len)]);
        self.call("fd_read", &[fd.into(), OUT.into(), 1, u64::from(OUT) + 64])?;
        let len = self.u32(OUT + 64) as usize;
        Ok(self.get(DATA, len).to_vec())
    }

    fn seek(&mut self, fd: u32, offset: i64, whence: u64) -> Result<u64> {
        self.call("fd_seek", &[fd.into(), offset as u64, whence, OUT.into()])?;
        Ok(self.u64(OUT))
    }

    fn close(&mut self, fd: u32) -> Result<()> {
        self.call("fd_close", &[fd.into()])
    }

    /// Calls a function of one path with nothing else behind it.
    fn path_call(&mut self, name: &str, path: &str) -> Result<()> {
        let (ptr, len) = self.put(STRINGS, path.as_bytes());
        self.call(name, &[DIR.into(), ptr, len])
    }

    /// `filetype` and `ino` of what a path names.
    fn stat(&mut self, path: &str, follow: bool) -> Result<(u8, u64)> {
        let (ptr, len) = self.put(STRINGS, path.as_bytes());
        self.call("path_filestat_get", &[DIR.into(), follow.into(), ptr, len, OUT.into()])?;
        Ok((self.get(OUT + 16, 1)[0], self.u64(OUT + 8)))
    }

    fn symlink(&mut self, target: &str, path: &str) -> Result<()> {
        let ((old, old_len), (new, new_len)) =
            (self.put(STRINGS, target.as_bytes()), self.put(STRINGS2, path.as_bytes()));
        self.call("path_symlink", &[old, old_len, DIR.into(), new, new_len])
    }

    fn readlink(&mut self, path: &str) -> Result<Vec<u8>> {
        let (ptr, len) = self.put(STRINGS, path.as_bytes());
        self.call("path_readlink", &[DIR.into(), ptr, len, DATA.into(), 4096, OUT.into()])?;
        Ok(self.get(DATA, self.u32(OUT) as usize).to_vec())
    }

    fn rename(&mut self, old: &str, new: &str) -> Result<()> {
        let ((old, old_len), (new, new_len)) =
            (self.put(STRINGS, old.as_bytes()), self.put(STRINGS2, new.as_bytes()));
        self.call("path_rename", &[DIR.into(), old, old_len, DIR.into(), new, new_len])
    }

    fn link(&mut self, old: &str, new: &str, follow: bool) -> Result<()> {
        let ((old, old_len), (new, new_len)) =
            (self.put(STRINGS, old.as_bytes()), self.put(STRINGS2, new.as_bytes()));
        self.call("path_link", &[DIR.into(), follow.into(), old, old_len, DIR.into(), new, new_len])
    }
}

fn path_bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_encoded_bytes()
}

fn owned(file: File) -> OwnedFd {
    file.into()
}

/// Every function of the interface exists under both names; `sock_accept` is younger than `wasi_unstable`.
#[test]
fn all_functions_exist() {
    let names = |module| functions().filter(|f| f.module == module).map(|f| f.name).collect::<Vec<_>>();
    let (preview1, unstable) = (names(PREVIEW1), names(UNSTABLE));
    assert_eq!(preview1.len(), 46);
    assert_eq!(unstable.len(), 45);
    for name in "args_get args_sizes_get environ_get environ_sizes_get clock_res_get clock_time_get fd_advise \
        fd_allocate fd_close fd_datasync fd_fdstat_get fd_fdstat_set_flags fd_fdstat_set_rights fd_filestat_get \
        fd_filestat_set_size fd_filestat_set_times fd_pread fd_prestat_get fd_prestat_dir_name fd_pwrite fd_read \
        fd_readdir fd_renumber fd_seek fd_sync fd_tell fd_write path_create_directory path_filestat_get \
        path_filestat_set_times path_link path_open path_readlink path_remove_directory path_rename path_symlink \
        path_unlink_file poll_oneoff proc_exit proc_raise sched_yield random_get sock_recv sock_send sock_shutdown"
        .split_whitespace()
    {
        assert!(preview1.contains(&name) && unstable.contains(&name), "{name}");
    }
    assert!(preview1.contains(&"sock_accept"));
}

/// The signatures are those of the interface, written as one letter for each parameter.
#[test]
fn signatures() {
    for (name, params) in [
        ("fd_seek", "iIii"),
        ("fd_pread", "iiiIi"),
        ("fd_readdir", "iiiIi"),
        ("fd_filestat_set_times", "iIIi"),
        ("path_open", "iiiiiIIii"),
        ("path_filestat_set_times", "iiiiIIi"),
        ("path_link", "iiiiiii"),
        ("path_rename", "iiiiii"),
        ("path_symlink", "iiiii"),
        ("clock_time_get", "iIi"),
        ("poll_oneoff", "iiii"),
        ("sock_recv", "iiiiii"),
        ("sched_yield", ""),
        ("fd_advise", "iIIi"),
    ] {
        let function = functions().find(|f| f.name == name).unwrap();
        let letters: String =
            function.params.iter().map(|ty| if ty.name() == "i32" { 'i' } else { 'I' }).collect();
        assert_eq!(letters, params, "{name}");
        assert_eq!(function.results.len(), 1, "{name}");
    }
}

#[test]
fn arguments_and_environment() {
    let mut world = World::new();
    world.ctx.arg(b"prog").arg(b"").arg(b"two\0cut").env(b"HOME", b"/").env_pair(b"A=b=c");
    world.call("args_sizes_get", &[OUT.into(), u64::from(OUT) + 4]).unwrap();
    assert_eq!((world.u32(OUT), world.u32(OUT + 4)), (3, 10));
    world.call("args_get", &[OUT.into(), DATA.into()]).unwrap();
    assert_eq!(world.get(DATA, 10), b"prog\0\0two\0");
    assert_eq!([0, 4, 8].map(|at| world.u32(OUT + at)), [DATA, DATA + 5, DATA + 6]);
    world.call("environ_sizes_get", &[OUT.into(), u64::from(OUT) + 4]).unwrap();
    assert_eq!((world.u32(OUT), world.u32(OUT + 4)), (2, 13));
    world.call("environ_get", &[OUT.into(), DATA.into()]).unwrap();
    assert_eq!(world.get(DATA, 13), b"HOME=/\0A=b=c\0");
}

#[test]
fn exit_is_a_trap_that_keeps_the_status() {
    let mut world = World::new();
    assert_eq!(world.ctx.exit_status(), None);
    let function = world.function("proc_exit");
    assert_eq!(world.call_raw(&function, &mut [7]), beeline_abi::TrapCode::Exit as u32);
    assert_eq!(world.ctx.exit_status(), Some(7));
    assert!(function.results.is_empty());
}

/// A context can move to the thread that its guest runs on.
#[test]
fn contexts_can_be_sent() {
    fn sendable(_: impl Send) {}
    sendable(WasiCtx::new());
}

#[test]
fn random_bytes_are_random() {
    let mut world = World::new();
    world.call("random_get", &[DATA.into(), 1000]).unwrap();
    let first = world.get(DATA, 1000).to_vec();
    world.call("random_get", &[DATA.into(), 1000]).unwrap();
    assert_ne!(first, world.get(DATA, 1000));
    assert!((1..=255).filter(|byte| first.contains(byte)).count() > 150);
}

#[test]
fn signals_are_refused_and_yielding_is_not() {
    let mut world = World::new();
    assert_eq!(world.call("proc_raise", &[6]), Err(Errno::NoSys));
    assert_eq!(world.call("sched_yield", &[]), Ok(()));
}

#[test]
fn nothing_is_there_that_was_not_granted() {
    let mut world = World::new();
    world.ctx = WasiCtx::new();
    assert_eq!(world.call("fd_prestat_get", &[3, OUT.into()]), Err(Errno::Badf));
    assert_eq!(world.open("etc/passwd", 0, READ), Err(Errno::Badf));
    assert_eq!(world.read(0, 10), Ok(vec![]));
    assert_eq!(world.write(1, b"lost"), Ok(4));
    assert_eq!(world.write(0, b"x"), Err(Errno::Badf));
    assert_eq!(world.read(1, 1), Err(Errno::Badf));
    world.call("args_sizes_get", &[OUT.into(), u64::from(OUT) + 4]).unwrap();
    assert_eq!(world.u64(OUT), 0);
}

#[test]
fn preopens_come_in_order_from_3() {
    let mut world = World::new();
    let sub = world.host("sub");
    std::fs::create_dir(&sub).unwrap();
    world.ctx.preopen(path_bytes(&sub), b"lib", false).unwrap();
    for (fd, name) in [(3, "/sandbox"), (4, "lib")] {
        world.call("fd_prestat_get", &[fd, OUT.into()]).unwrap();
        assert_eq!(world.get(OUT, 1), [0]);
        assert_eq!(world.u32(OUT + 4) as usize, name.len());
        world.call("fd_prestat_dir_name", &[fd, DATA.into(), name.len() as u64]).unwrap();
        assert_eq!(world.get(DATA, name.len()), name.as_bytes());
        let short = world.call("fd_prestat_dir_name", &[fd, DATA.into(), name.len() as u64 - 1]);
        assert_eq!(short, Err(Errno::NameTooLong));
    }
    assert_eq!(world.call("fd_prestat_get", &[5, OUT.into()]), Err(Errno::Badf));
    assert_eq!(world.call("fd_prestat_get", &[0, OUT.into()]), Err(Errno::Badf));
    assert_eq!(world.close(3), Ok(()));
    assert_eq!(world.call("fd_prestat_get", &[3, OUT.into()]), Err(Errno::Badf));
}

#[test]
fn a_missing_preopen_is_an_error_that_names_it() {
    let error = WasiCtx::new().preopen(b"/no/such/dir", b"x", true).unwrap_err();
    assert_eq!(error.to_string(), "cannot grant directory `/no/such/dir`: no such directory");
    let error = WasiCtx::new().preopen(b"/etc/passwd", b"x", true).unwrap_err();
    assert_eq!(error.to_string(), "cannot grant directory `/etc/passwd`: not a directory");
}
