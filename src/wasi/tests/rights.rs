//! Rights: what a descriptor may be used for, and that nobody gets more by asking.

use super::{ALL, DIR, OUT, READ, STRINGS, World, path_bytes};
use crate::types::{oflags, rights};
use crate::{Errno, WasiCtx};

fn rights_of(world: &mut World, fd: u32) -> (u64, u64) {
    world.call("fd_fdstat_get", &[fd.into(), OUT.into()]).unwrap();
    (world.u64(OUT + 8), world.u64(OUT + 16))
}

#[test]
fn a_file_opened_for_reading_cannot_be_written() {
    let mut world = World::new();
    world.create("file", b"text");
    let read = world.open("file", 0, READ).unwrap();
    assert_eq!(world.write(read, b"x"), Err(Errno::Badf));
    assert_eq!(world.call("fd_filestat_set_size", &[read.into(), 0]), Err(Errno::NotCapable));
    assert_eq!(world.call("fd_allocate", &[read.into(), 0, 100]), Err(Errno::NotCapable));
    let write = world.open("file", 0, rights::FD_WRITE).unwrap();
    assert_eq!(world.read(write, 1), Err(Errno::Badf));
    assert_eq!(world.write(write, b"T"), Ok(1));
    assert_eq!(world.seek(write, 0, 0), Err(Errno::NotCapable));
    assert_eq!(rights_of(&mut world, write).0, rights::FD_WRITE);
}

#[test]
fn rights_can_only_be_given_up() {
    let mut world = World::new();
    let fd = world.create("file", b"text");
    let set = |world: &mut World, base, inheriting| {
        world.call("fd_fdstat_set_rights", &[fd.into(), base, inheriting])
    };
    assert_eq!(set(&mut world, rights::FD_READ, 0), Ok(()));
    assert_eq!(rights_of(&mut world, fd), (rights::FD_READ, 0));
    assert_eq!(set(&mut world, rights::FD_READ | rights::FD_WRITE, 0), Err(Errno::NotCapable));
    assert_eq!(set(&mut world, rights::FD_READ, 1), Err(Errno::NotCapable));
    assert_eq!(world.write(fd, b"x"), Err(Errno::Badf));
    assert_eq!(world.seek(fd, 0, 0), Err(Errno::NotCapable));
    assert_eq!(world.call("fd_tell", &[fd.into(), OUT.into()]), Err(Errno::NotCapable));
    assert_eq!(world.call("fd_filestat_get", &[fd.into(), OUT.into()]), Err(Errno::NotCapable));
}

/// The right to tell the position is enough to ask for it by seeking nowhere.
#[test]
fn telling_without_seeking() {
    let mut world = World::new();
    world.create("file", b"text");
    let fd = world.open("file", 0, rights::FD_READ | rights::FD_TELL).unwrap();
    assert_eq!(world.seek(fd, 0, 1), Ok(0));
    assert_eq!(world.seek(fd, 1, 1), Err(Errno::NotCapable));
    let fd = world.open("file", 0, rights::FD_READ | rights::FD_SEEK).unwrap();
    assert_eq!(world.call("fd_tell", &[fd.into(), OUT.into()]), Ok(()));
}

#[test]
fn a_directory_passes_on_what_it_may() {
    let mut world = World::new();
    world.create("file", b"text");
    let base = rights::PATH_OPEN;
    assert_eq!(world.call("fd_fdstat_set_rights", &[DIR.into(), base, rights::FD_READ]), Ok(()));
    assert_eq!(world.open("file", 0, rights::FD_READ | rights::FD_WRITE), Err(Errno::NotCapable));
    let fd = world.open("file", 0, READ).unwrap();
    assert_eq!(rights_of(&mut world, fd), (rights::FD_READ, 0));
    assert_eq!(world.open("new", oflags::CREAT, rights::FD_READ), Err(Errno::Perm));
    assert_eq!(world.open("file", oflags::TRUNC, rights::FD_READ), Err(Errno::Perm));
    assert_eq!(world.stat("file", true), Err(Errno::Perm));
    assert_eq!(world.path_call("path_create_directory", "dir"), Err(Errno::Perm));
    assert_eq!(world.call("fd_readdir", &[DIR.into(), 0, 100, 0, OUT.into()]), Err(Errno::NotCapable));
    assert_eq!(std::fs::read(world.host("file")).unwrap(), b"text");
}

/// Whatever is tried through a directory that was granted for reading only, nothing in it changes.
#[test]
fn read_only_directories() {
    for walk in [false, true] {
        let mut world = World::new();
        std::fs::create_dir(world.host("sub")).unwrap();
        std::fs::write(world.host("sub/file"), "text").unwrap();
        let path = world.dir.path().to_owned();
        let modified = std::fs::metadata(path.join("sub/file")).unwrap().modified().unwrap();
        world.ctx = WasiCtx::new();
        world.ctx.preopen(path_bytes(&path), b".", false).unwrap();
        let scratch = tempfile::tempdir().unwrap();
        world.ctx.preopen(path_bytes(scratch.path()), b"scratch", true).unwrap();
        if walk {
            world.ctx.force_walk();
        }
        let sub = world.open("sub", oflags::DIRECTORY, READ).unwrap();
        for (dir, prefix) in [(DIR, "sub/"), (sub, "")] {
            let file = format!("{prefix}file");
            let perm = Err(Errno::Perm);
            let open = |world: &mut World, flags, rights| world.open_with(dir, &file, flags, rights, 0, true);
            assert_eq!(open(&mut world, 0, ALL), perm);
            assert_eq!(open(&mut world, 0, rights::FD_WRITE), perm);
            assert_eq!(open(&mut world, oflags::CREAT, READ), perm);
            assert_eq!(open(&mut world, oflags::TRUNC, READ), perm);
            let fd = open(&mut world, 0, READ).unwrap();
            assert_eq!(world.read(fd, 9), Ok(b"text".to_vec()));
            assert_eq!(world.write(fd, b"x"), Err(Errno::Badf));
            assert!(world.call("fd_filestat_set_size", &[fd.into(), 0]).is_err());
            assert!(world.call("fd_filestat_set_times", &[fd.into(), 1, 1, 5]).is_err());
            let (ptr, len) = world.put(STRINGS, file.as_bytes());
            let d = u64::from(dir);
            for (name, args) in [
                ("path_create_directory", vec![d, ptr, len - 1]),
                ("path_unlink_file", vec![d, ptr, len]),
                ("path_remove_directory", vec![d, ptr, len]),
                ("path_filestat_set_times", vec![d, 0, ptr, len, 1, 1, 5]),
                ("path_symlink", vec![ptr, len, d, ptr, len - 1]),
                ("path_rename", vec![d, ptr, len, d, ptr, len - 1]),
                ("path_rename", vec![d, ptr, len, 4, ptr + len - 4, 4]),
                ("path_rename", vec![4, ptr, len, d, ptr, len]),
                // A link elsewhere would be a way to write to the file.
                ("path_link", vec![d, 0, ptr, len, 4, ptr + len - 4, 4]),
                ("path_link", vec![4, 0, ptr, len, d, ptr, len - 1]),
            ] {
                assert!(matches!(world.call(name, &args), Err(Errno::Perm)), "{name}");
            }
            assert_eq!(world.stat("sub/file", true).unwrap().0, 4);
        }
        assert_eq!(std::fs::read(path.join("sub/file")).unwrap(), b"text");
        assert_eq!(std::fs::metadata(path.join("sub/file")).unwrap().modified().unwrap(), modified);
        assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0);
    }
}

/// What Go asks for with `O_RDONLY|O_DIRECTORY`: rights for the directory itself, and all for what is in it.
#[test]
fn the_rights_asked_for_a_directory_do_not_limit_what_is_opened_through_it() {
    for walk in [false, true] {
        let mut world = World::new();
        if walk {
            world.ctx.force_walk();
        }
        world.path_call("path_create_directory", "d").unwrap();
        let asked = rights::PATH_OPEN | rights::FD_READDIR;
        for flags in [oflags::DIRECTORY, 0] {
            let dir = world.open("d", flags, asked).unwrap();
            let file = world.open_with(dir, "f", oflags::CREAT | oflags::TRUNC, ALL, 0, true).unwrap();
            assert_eq!(world.write(file, b"text"), Ok(4));
            assert_eq!(rights_of(&mut world, dir), rights_of(&mut world, DIR));
        }
        // What is not to be inherited any more is not, whatever the directory itself may still be used for.
        let own = rights::PATH_OPEN | rights::PATH_UNLINK_FILE;
        let inherited = rights::FD_READ | rights::FD_READDIR | rights::PATH_OPEN;
        world.call("fd_fdstat_set_rights", &[DIR.into(), own, inherited]).unwrap();
        let dir = world.open("d", oflags::DIRECTORY, rights::FD_READDIR).unwrap();
        assert_eq!(rights_of(&mut world, dir), (rights::FD_READDIR | rights::PATH_OPEN, inherited));
        // What was given up stays so, in all that is below.
        world
            .call(
                "fd_fdstat_set_rights",
                &[DIR.into(), rights::PATH_OPEN, rights::FD_READ | rights::PATH_OPEN],
            )
            .unwrap();
        let dir = world.open("d", oflags::DIRECTORY, ALL).unwrap_err();
        assert_eq!(dir, Errno::NotCapable);
        let dir = world.open("d", oflags::DIRECTORY, asked).unwrap();
        assert_eq!(world.open_with(dir, "g", oflags::CREAT, rights::FD_READ, 0, true), Err(Errno::Perm));
        assert_eq!(world.open_with(dir, "f", 0, rights::FD_WRITE, 0, true), Err(Errno::NotCapable));
    }
}

/// C libraries take a character device that cannot be seeked in for a terminal.
#[test]
fn only_terminals_look_like_terminals() {
    let mut world = World::new();
    let null = std::fs::File::options().read(true).write(true).open("/dev/null").unwrap();
    world.ctx.stdin(null.into());
    for fd in [0, 1] {
        let (base, _) = rights_of(&mut world, fd);
        assert_eq!(world.get(OUT, 1), [2]);
        assert_ne!(base & rights::POSITION, 0);
    }
}
