//! Arguments that no honest program passes: the host does not crash, and nothing but the guest's memory is written to (each call checks
//! the bytes on both sides of it).

use super::{ALL, DATA, DIR, MARGIN, MEMORY, OUT, READ, STRINGS, STRINGS2, World, path_bytes};
use crate::types::oflags;
use crate::{Errno, WasiCtx, functions};

/// For each function: arguments that work, and which of them are pointers. `f` is an open file, `d` the directory, `s` a path of
/// `n` bytes, `l` the path of a link (4 bytes), `o` a place for results, `v` an array of one buffer.
const CALLS: &[(&str, &str, &[usize])] = &[
    ("args_get", "o s", &[0, 1]),
    ("args_sizes_get", "o o", &[0, 1]),
    ("environ_get", "o s", &[0, 1]),
    ("environ_sizes_get", "o o", &[0, 1]),
    ("clock_res_get", "1 o", &[1]),
    ("clock_time_get", "1 0 o", &[2]),
    ("fd_fdstat_get", "f o", &[1]),
    ("fd_filestat_get", "f o", &[1]),
    ("fd_pread", "f v 1 0 o", &[1, 4]),
    ("fd_prestat_get", "d o", &[1]),
    ("fd_prestat_dir_name", "d o 8", &[1]),
    ("fd_pwrite", "f v 1 0 o", &[1, 4]),
    ("fd_read", "f v 1 o", &[1, 3]),
    ("fd_readdir", "d o 64 0 o", &[1, 4]),
    ("fd_seek", "f 0 0 o", &[3]),
    ("fd_tell", "f o", &[1]),
    ("fd_write", "f v 1 o", &[1, 3]),
    ("path_create_directory", "d s n", &[1]),
    ("path_filestat_get", "d 0 l 4 o", &[2, 4]),
    ("path_filestat_set_times", "d 0 s n 1 1 5", &[2]),
    ("path_link", "d 0 s n d s n", &[2, 5]),
    ("path_open", "d 0 s n 1 66 0 0 o", &[2, 8]),
    ("path_readlink", "d l 4 o 64 o", &[1, 3, 5]),
    ("path_remove_directory", "d s n", &[1]),
    ("path_rename", "d s n d s n", &[1, 4]),
    ("path_symlink", "s n d s n", &[0, 3]),
    ("path_unlink_file", "d s n", &[1]),
    ("poll_oneoff", "z o 1 o", &[0, 1, 3]),
    ("random_get", "o 64", &[0]),
    ("sock_recv", "f v 1 0 o o", &[1, 4, 5]),
    ("sock_send", "f v 1 0 o", &[1, 4]),
    ("sock_accept", "f 0 o", &[2]),
];

#[test]
fn every_pointer_of_every_function_is_checked() {
    let mut world = World::new();
    world.ctx.arg(b"prog").env(b"K", b"v");
    let file = world.create("file", b"text");
    world.symlink("file", "link").unwrap();
    for &(name, letters, pointers) in CALLS {
        for &pointer in pointers {
            for bad in [u32::MAX, MEMORY as u32, MEMORY as u32 - 1] {
                let (path, len) = world.put(STRINGS, b"some/path");
                let (link, _) = world.put(STRINGS2, b"link");
                world.iovecs(DATA, &[(DATA + 64, 8)]);
                world.put(DATA + 1024, &[0; 64]);
                let args: Vec<u64> = letters
                    .split(' ')
                    .enumerate()
                    .map(|(index, letter)| match letter {
                        _ if index == pointer => bad.into(),
                        "f" => file.into(),
                        "d" => DIR.into(),
                        "s" => path,
                        "n" => len,
                        "l" => link,
                        "o" => OUT.into(),
                        "v" => DATA.into(),
                        "z" => u64::from(DATA) + 1024,
                        number => number.parse().unwrap(),
                    })
                    .collect();
                let result = world.call(name, &args);
                assert_eq!(result, Err(Errno::Fault), "{name} {pointer} {bad:#x}");
            }
        }
    }
    assert_eq!(std::fs::read(world.host("file")).unwrap(), b"text");
    assert_eq!(std::fs::read_dir(world.host("")).unwrap().count(), 2);
}

#[test]
fn buffers_out_of_bounds() {
    let mut world = World::new();
    let fd = world.create("file", b"text");
    for (ptr, len) in [(MEMORY as u32, 1), (MEMORY as u32 - 1, 2), (u32::MAX, u32::MAX), (1, u32::MAX)] {
        for buffers in [&[(ptr, len)][..], &[(DATA, 1), (ptr, len)]] {
            world.iovecs(OUT, buffers);
            for name in ["fd_read", "fd_write"] {
                let args = [fd.into(), OUT.into(), buffers.len() as u64, u64::from(OUT) + 64];
                assert_eq!(world.call(name, &args), Err(Errno::Fault), "{name}");
            }
        }
    }
    // The count of buffers makes the array's size overflow 32 bits.
    for count in [0x2000_0000, 0x2000_0001, u32::MAX] {
        let args = [fd.into(), OUT.into(), count.into(), u64::from(OUT) + 64];
        assert_eq!(world.call("fd_write", &args), Err(Errno::Fault));
    }
    // The end of the memory can be used to its last byte.
    world.iovecs(OUT, &[(MEMORY as u32 - 4, 4)]);
    world.seek(fd, 0, 0).unwrap();
    world.iovecs(OUT, &[(MEMORY as u32 - 4, 4)]);
    world.call("fd_read", &[fd.into(), OUT.into(), 1, u64::from(OUT) + 64]).unwrap();
    assert_eq!(world.get(MEMORY as u32 - 4, 4), b"text");
    assert_eq!(world.call("random_get", &[MEMORY as u64, 0]), Ok(()));
    assert_eq!(world.call("random_get", &[MEMORY as u64 + 1, 0]), Err(Errno::Fault));
}

/// A guest without a memory gets errors, for it has no valid pointer.
#[test]
fn no_memory() {
    let mut world = World::new();
    for function in functions().filter(|function| function.name != "proc_exit") {
        let mut slots = vec![0; function.params.len() + 1];
        let env = (&raw mut world.ctx).cast();
        // SAFETY: as in `World::call_raw`; there is no memory.
        let trap = unsafe { (function.func)(env, std::ptr::null_mut(), slots.as_mut_ptr()) };
        assert_eq!(trap, 0, "{}", function.name);
        assert!(slots[0] <= 76);
    }
}

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Something that could be a descriptor, a pointer, a length, flags or nonsense.
    fn argument(&mut self) -> u64 {
        match self.below(8) {
            0 | 1 => self.below(8),
            2 | 3 => self.below(MEMORY as u64),
            4 => self.below(64),
            5 => 1 << self.below(64),
            6 => MEMORY as u64 - self.below(16),
            _ => self.next(),
        }
    }
}

#[test]
fn random_arguments() {
    for seed in 1..=4 {
        let mut world = World::new();
        let outer = world.dir.path().to_owned();
        std::fs::create_dir(outer.join("in")).unwrap();
        std::fs::write(outer.join("outside"), "outside").unwrap();
        let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ seed);
        let reset = |world: &mut World| {
            world.ctx = WasiCtx::new();
            world.ctx.arg(b"prog").env(b"K", b"v");
            world.ctx.preopen(path_bytes(&outer.join("in")), b".", true).unwrap();
            if seed % 2 == 0 {
                world.ctx.force_walk();
            }
            world.open("file", oflags::CREAT, ALL).unwrap();
            world.open(".", oflags::DIRECTORY, READ).unwrap();
        };
        reset(&mut world);
        let all: Vec<_> = functions().filter(|function| function.name != "proc_exit").collect();
        let mut succeeded = std::collections::BTreeSet::new();
        for round in 0..30_000 {
            if round % 500 == 0 {
                reset(&mut world);
                // Small numbers, so that structures that are read make sense now and then, and paths of a few bytes.
                for byte in &mut world.memory[MARGIN..MARGIN + MEMORY] {
                    *byte = *b"\0\0\0\0\0\0\0\0\x01\x02\x08ab./".get(random.below(15) as usize).unwrap();
                }
            }
            let function = all[random.below(all.len() as u64) as usize];
            let mut slots: Vec<u64> = function.params.iter().map(|_| random.argument()).collect();
            match function.name {
                // Waits of any length are what was asked for: not here.
                "poll_oneoff" => {
                    world.put(DATA, &[0; 4096]);
                    slots[0] = DATA.into();
                    slots[2] = random.below(40);
                }
                // So is a full disk.
                "fd_allocate" => (slots[1], slots[2]) = (random.below(9999), random.below(9999)),
                _ => {}
            }
            slots.push(0);
            assert_eq!(world.call_raw(function, &mut slots), 0);
            assert!(slots[0] <= 76);
            if slots[0] == 0 {
                succeeded.insert(function.name);
            }
        }
        assert!(succeeded.len() > 20, "{succeeded:?}");
        assert_eq!(std::fs::read(outer.join("outside")).unwrap(), b"outside");
        assert_eq!(std::fs::read_dir(&outer).unwrap().count(), 2);
    }
}
