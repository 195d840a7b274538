//! Structures in memory, byte by byte, in both snapshots.

use std::os::unix::fs::MetadataExt;

use super::{ALL, DATA, DIR, OUT, World};
use crate::Errno;
use crate::guest::{Event, FileStat, Guest, Subscription, SubscriptionEvent};
use crate::types::{Abi, FileType, fdflags, oflags, rights};

const STAT: FileStat = FileStat {
    dev: 0x1112131415161718,
    ino: 0x2122232425262728,
    filetype: FileType::RegularFile,
    nlink: 0x31323334,
    size: 0x4142434445464748,
    atim: 0x5152535455565758,
    mtim: 0x6162636465666768,
    ctim: 0x7172737475767778,
};

fn words(words: &[u64]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

#[test]
fn filestat_has_64_bytes_in_preview1() {
    let mut memory = [0xff; 80];
    Guest::new(&mut memory, Abi::Preview1).write_filestat(8, &STAT).unwrap();
    let expected = [STAT.dev, STAT.ino, 4, STAT.nlink, STAT.size, STAT.atim, STAT.mtim, STAT.ctim];
    assert_eq!(memory[8..72], words(&expected));
    assert_eq!(memory[72..], [0xff; 8]);
}

#[test]
fn filestat_has_56_bytes_in_unstable() {
    let mut memory = [0xff; 80];
    Guest::new(&mut memory, Abi::Unstable).write_filestat(8, &STAT).unwrap();
    let expected = [STAT.dev, STAT.ino, 4 | STAT.nlink << 32, STAT.size, STAT.atim, STAT.mtim, STAT.ctim];
    assert_eq!(memory[8..64], words(&expected));
    assert_eq!(memory[64..], [0xff; 16]);
}

#[test]
fn filestat_through_the_functions() {
    for world in [World::new(), World::new().unstable()] {
        let mut world = world;
        let fd = world.create("file", b"12345");
        let metadata = std::fs::metadata(world.host("file")).unwrap();
        world.call("fd_filestat_get", &[fd.into(), OUT.into()]).unwrap();
        let size_at = if world.module == super::UNSTABLE { 24 } else { 32 };
        assert_eq!(world.u64(OUT), metadata.dev());
        assert_eq!(world.u64(OUT + 8), metadata.ino());
        assert_eq!(world.u64(OUT + size_at), 5);
        let mtime = metadata.mtime() as u64 * 1_000_000_000 + metadata.mtime_nsec() as u64;
        assert_eq!(world.u64(OUT + size_at + 16), mtime);
    }
}

#[test]
fn fdstat() {
    let mut memory = [0xff; 40];
    let mut guest = Guest::new(&mut memory, Abi::Preview1);
    guest.write_fdstat(8, FileType::Directory, 0x1234, 0x0102030405060708, 0x1112131415161718).unwrap();
    assert_eq!(memory[8..16], [3, 0, 0x34, 0x12, 0, 0, 0, 0]);
    assert_eq!(memory[16..32], words(&[0x0102030405060708, 0x1112131415161718]));
    assert_eq!(memory[32..], [0xff; 8]);
}

#[test]
fn prestat() {
    let mut memory = [0xff; 16];
    Guest::new(&mut memory, Abi::Preview1).write_prestat(4, 0x01020304).unwrap();
    assert_eq!(memory, [255, 255, 255, 255, 0, 0, 0, 0, 4, 3, 2, 1, 255, 255, 255, 255]);
}

#[test]
fn event() {
    let mut memory = [0xff; 40];
    let event = Event { userdata: 0x1112131415161718, error: Errno::Badf, kind: 2, nbytes: 0x2122, flags: 1 };
    Guest::new(&mut memory, Abi::Preview1).write_event(4, &event).unwrap();
    assert_eq!(memory[4..12], words(&[event.userdata]));
    assert_eq!(memory[12..20], [8, 0, 2, 0, 0, 0, 0, 0]);
    assert_eq!(memory[20..36], words(&[0x2122, 1]));
    assert_eq!(memory[36..], [0xff; 4]);
}

#[test]
fn subscriptions() {
    // In snapshot 0 a clock's identifier of its own comes before the clock's number.
    let preview1 = words(&[7, 0, 1, 500, 9, 1]);
    let unstable = words(&[7, 0, 99, 1, 500, 9, 1]);
    let expected =
        Subscription { userdata: 7, event: SubscriptionEvent::Clock { id: 1, timeout: 500, flags: 1 } };
    for (abi, mut bytes) in [(Abi::Preview1, preview1), (Abi::Unstable, unstable)] {
        let guest = Guest::new(&mut bytes, abi);
        assert_eq!(guest.read_subscription(0), Ok(expected));
        assert_eq!(guest.read_subscription(1), Err(Errno::Fault));
        let len = guest.subscription_size() as usize;
        assert_eq!(bytes.len(), len);
        for (tag, event) in [(1, SubscriptionEvent::Read(5)), (2, SubscriptionEvent::Write(5))] {
            bytes[8] = tag;
            bytes[16..20].copy_from_slice(&5u32.to_le_bytes());
            let read = Guest::new(&mut bytes, abi).read_subscription(0);
            assert_eq!(read, Ok(Subscription { userdata: 7, event }));
        }
        bytes[8] = 3;
        assert_eq!(Guest::new(&mut bytes, abi).read_subscription(0), Err(Errno::Inval));
    }
}

#[test]
fn dirent() {
    let mut world = World::new();
    std::fs::write(world.host("some name"), "").unwrap();
    let ino = std::fs::metadata(world.host("some name")).unwrap().ino();
    world.call("fd_readdir", &[DIR.into(), DATA.into(), 4096, 0, OUT.into()]).unwrap();
    let all = world.get(DATA, world.u32(OUT) as usize).to_vec();
    assert_eq!(all.len(), 3 * 24 + 1 + 2 + 9);
    let at = all.windows(9).position(|window| window == b"some name").unwrap() - 24;
    assert_eq!(all[at + 8..at + 16], ino.to_le_bytes());
    assert_eq!(all[at + 16..at + 24], [9, 0, 0, 0, 4, 0, 0, 0]);
}

/// Preview 1 counts SET CUR END, its predecessor CUR END SET.
#[test]
fn whence() {
    for (world, [set, cur, end]) in [(World::new(), [0, 1, 2]), (World::new().unstable(), [2, 0, 1])] {
        let mut world = world;
        let fd = world.create("file", b"0123456789");
        assert_eq!(world.seek(fd, 4, set), Ok(4));
        assert_eq!(world.seek(fd, 3, cur), Ok(7));
        assert_eq!(world.seek(fd, -1, end), Ok(9));
        assert_eq!(world.seek(fd, 0, 3), Err(Errno::Inval));
        assert_eq!(world.seek(fd, -1, set), Err(Errno::Inval));
        assert_eq!(world.seek(fd, -100, cur), Err(Errno::Inval));
        world.call("fd_tell", &[fd.into(), OUT.into()]).unwrap();
        assert_eq!(world.u64(OUT), 9);
    }
}

#[test]
fn fdstat_through_the_function() {
    let mut world = World::new();
    let flags = fdflags::APPEND | fdflags::NONBLOCK;
    let fd = world.open_with(DIR, "file", oflags::CREAT, ALL, flags, true).unwrap();
    world.call("fd_fdstat_get", &[fd.into(), OUT.into()]).unwrap();
    assert_eq!(world.get(OUT, 4), [4, 0, flags as u8, 0]);
    assert_eq!((world.u64(OUT + 8), world.u64(OUT + 16)), (rights::FILE, 0));
    world.call("fd_fdstat_get", &[DIR.into(), OUT.into()]).unwrap();
    assert_eq!(world.get(OUT, 1), [3]);
    assert_eq!(world.u64(OUT + 8) & rights::FD_SEEK, 0);
}
