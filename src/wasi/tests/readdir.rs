//! Listing of directories: cookies, buffers that are too small, changes meanwhile.

use std::collections::BTreeSet;
use std::os::unix::ffi::OsStrExt;

use super::{DATA, DIR, OUT, READ, World};
use crate::Errno;
use crate::types::oflags;

/// An entry: cookie of the next, inode, type, name.
type Entry = (u64, u64, u8, String);

/// The complete entries of one call, and whether the buffer was filled.
fn read(world: &mut World, fd: u32, cookie: u64, len: u32) -> (Vec<Entry>, bool) {
    world.call("fd_readdir", &[fd.into(), DATA.into(), len.into(), cookie, OUT.into()]).unwrap();
    let used = world.u32(OUT);
    assert!(used <= len);
    let bytes = world.get(DATA, used as usize);
    let word = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap());
    let mut entries = Vec::new();
    let mut at = 0;
    while at + 24 <= bytes.len() {
        let name_len = word(at + 16) as u32 as usize;
        let Some(name) = bytes.get(at + 24..at + 24 + name_len) else { break };
        entries.push((word(at), word(at + 8), bytes[at + 20], String::from_utf8(name.to_vec()).unwrap()));
        at += 24 + name_len;
    }
    (entries, used == len)
}

/// All entries, as C libraries read them: from the cookie of the last complete entry, with a larger buffer if there was none.
fn read_all(world: &mut World, fd: u32, mut len: u32) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    loop {
        let cookie = all.last().map_or(0, |entry| entry.0);
        let (entries, more) = read(world, fd, cookie, len);
        if entries.is_empty() && more {
            len *= 2;
        }
        all.extend(entries);
        if !more {
            return all;
        }
    }
}

fn names(entries: &[Entry]) -> BTreeSet<String> {
    entries.iter().map(|entry| entry.3.clone()).collect()
}

#[test]
fn an_empty_directory_has_two_entries() {
    let mut world = World::new();
    let (entries, more) = read(&mut world, DIR, 0, 4096);
    assert!(!more);
    assert_eq!(names(&entries), BTreeSet::from([".".into(), "..".into()]));
    let own = world.stat(".", false).unwrap().1;
    assert!(entries.iter().all(|entry| entry.2 == 3));
    assert_eq!(entries.iter().find(|entry| entry.3 == ".").unwrap().1, own);
}

#[test]
fn types_are_told() {
    let mut world = World::new();
    world.create("file", b"");
    world.path_call("path_create_directory", "dir").unwrap();
    world.symlink("file", "link").unwrap();
    let entries = read_all(&mut world, DIR, 4096);
    for (name, filetype) in [("file", 4), ("dir", 3), ("link", 7)] {
        let entry = entries.iter().find(|entry| entry.3 == name).unwrap();
        assert_eq!((entry.2, entry.1), (filetype, world.stat(name, false).unwrap().1));
    }
}

#[test]
fn any_buffer_gives_all_entries_once() {
    let mut world = World::new();
    for n in 0..700 {
        std::fs::write(world.host(&format!("{n:0width$}", width = 3 + n % 40)), "").unwrap();
    }
    let whole = read_all(&mut world, DIR, 0x10000);
    assert_eq!(whole.len(), 702);
    assert_eq!(names(&whole).len(), 702);
    for len in [24, 30, 64, 100, 4096, 10000] {
        assert_eq!(read_all(&mut world, DIR, len), whole, "{len}");
    }
    // Cookies fit in 32 bits, and each leads to the entry behind its own.
    for (index, entry) in whole.iter().enumerate().rev().step_by(37) {
        assert!(entry.0 <= u64::from(u32::MAX));
        let (rest, _) = read(&mut world, DIR, entry.0, 4096);
        assert_eq!(rest.first(), whole.get(index + 1));
    }
    // Behind the end there is nothing.
    assert_eq!(read(&mut world, DIR, 5000, 4096), (vec![], false));
}

#[test]
fn the_last_entry_is_cut_off_where_the_buffer_ends() {
    let mut world = World::new();
    world.create("a_rather_long_name", b"");
    let whole = read_all(&mut world, DIR, 4096);
    world.call("fd_readdir", &[DIR.into(), DATA.into(), 4096, 0, OUT.into()]).unwrap();
    let total = world.u32(OUT);
    let bytes = world.get(DATA, total as usize).to_vec();
    for len in 0..total {
        world.call("fd_readdir", &[DIR.into(), DATA.into(), len.into(), 0, OUT.into()]).unwrap();
        assert_eq!(world.u32(OUT), len);
        assert_eq!(world.get(DATA, len as usize), &bytes[..len as usize]);
    }
    assert_eq!(whole.len(), 3);
}

#[test]
fn entries_are_removed_while_they_are_read() {
    let mut world = World::new();
    let dir = world.host("many");
    std::fs::create_dir(&dir).unwrap();
    for n in 0..1000 {
        std::fs::write(dir.join(format!("file{n}")), "").unwrap();
    }
    let fd = world.open("many", oflags::DIRECTORY, READ).unwrap();
    let mut cookie = 0;
    let mut removed = 0;
    loop {
        let (entries, more) = read(&mut world, fd, cookie, 512);
        for entry in &entries {
            cookie = entry.0;
            if entry.2 == 4 {
                world.path_call("path_unlink_file", &format!("many/{}", entry.3)).unwrap();
                removed += 1;
            }
        }
        if !more {
            break;
        }
    }
    assert_eq!(removed, 1000);
    assert_eq!(world.path_call("path_remove_directory", "many"), Ok(()));
    // What was removed is an empty directory from then on.
    assert_eq!(read(&mut world, fd, 0, 512), (vec![], false));
}

#[test]
fn starting_again_sees_what_is_new() {
    let mut world = World::new();
    assert_eq!(read_all(&mut world, DIR, 4096).len(), 2);
    world.create("new", b"");
    assert_eq!(read_all(&mut world, DIR, 4096).len(), 3);
}

#[test]
fn two_descriptors_are_read_on_their_own() {
    let mut world = World::new();
    world.create("a", b"");
    let other = world.open(".", oflags::DIRECTORY, READ).unwrap();
    let (first, _) = read(&mut world, DIR, 0, 30);
    assert_eq!(read_all(&mut world, other, 25).len(), 3);
    let (second, _) = read(&mut world, DIR, first[0].0, 30);
    assert_ne!(first[0].3, second[0].3);
    assert_eq!(world.seek(other, 0, 0), Err(Errno::Badf));
}

/// Strings of the interface are UTF-8: a name that no path can contain would be listed and then not be found.
#[test]
fn names_that_cannot_be_opened_are_not_listed() {
    let mut world = World::new();
    for name in [&b"\xff"[..], b"a\xc3", b"\xc3\xa4", b"plain"] {
        std::fs::write(world.dir.path().join(std::ffi::OsStr::from_bytes(name)), "").unwrap();
    }
    let entries = read_all(&mut world, DIR, 64);
    assert_eq!(names(&entries), BTreeSet::from([".", "..", "ä", "plain"].map(String::from)));
    assert_eq!(entries.iter().map(|entry| entry.0).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert!(world.open("ä", 0, READ).is_ok());
}
