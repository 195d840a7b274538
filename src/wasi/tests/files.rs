//! Files: reading and writing, attributes, flags, numbers.

use std::io::{Read, Write};
use std::os::unix::fs::MetadataExt;

use super::{ALL, DATA, DIR, OUT, READ, STRINGS, World, owned};
use crate::Errno;
use crate::types::{fdflags, fstflags, oflags, rights};

#[test]
fn what_was_written_is_read() {
    let mut world = World::new();
    let fd = world.create("file", b"hello");
    assert_eq!(world.seek(fd, 0, 0), Ok(0));
    assert_eq!(world.read(fd, 3), Ok(b"hel".to_vec()));
    assert_eq!(world.read(fd, 30), Ok(b"lo".to_vec()));
    assert_eq!(world.read(fd, 30), Ok(vec![]));
    assert_eq!(std::fs::read(world.host("file")).unwrap(), b"hello");
}

#[test]
fn scattered_and_gathered() {
    let mut world = World::new();
    let fd = world.create("file", b"");
    world.put(DATA, b"abcdef");
    world.iovecs(OUT, &[(DATA + 3, 3), (DATA, 0), (DATA, 3)]);
    world.call("fd_write", &[fd.into(), OUT.into(), 3, u64::from(OUT) + 64]).unwrap();
    assert_eq!(world.u32(OUT + 64), 6);
    assert_eq!(std::fs::read(world.host("file")).unwrap(), b"defabc");
    world.seek(fd, 0, 0).unwrap();
    world.iovecs(OUT, &[(DATA, 0), (DATA + 4, 1), (DATA, 4)]);
    world.call("fd_read", &[fd.into(), OUT.into(), 3, u64::from(OUT) + 64]).unwrap();
    assert_eq!(world.u32(OUT + 64), 5);
    assert_eq!(world.get(DATA, 5), b"efabd");
    // No buffer at all is nothing read, and no error.
    world.call("fd_read", &[fd.into(), OUT.into(), 0, u64::from(OUT) + 64]).unwrap();
    assert_eq!(world.u32(OUT + 64), 0);
}

#[test]
fn more_buffers_than_the_kernel_takes_are_written_in_part() {
    let mut world = World::new();
    let fd = world.create("file", b"");
    world.put(DATA, b"x");
    // Empty buffers do not count, so a full call always makes progress.
    let buffers: Vec<_> = (0..4000).map(|index| (DATA, u32::from(index >= 2000))).collect();
    world.iovecs(0x10000, &buffers);
    world.call("fd_write", &[fd.into(), 0x10000, 4000, OUT.into()]).unwrap();
    assert_eq!(world.u32(OUT), 1024);
    assert_eq!(std::fs::metadata(world.host("file")).unwrap().len(), 1024);
}

#[test]
fn at_offsets_without_moving() {
    let mut world = World::new();
    let fd = world.create("file", b"0123456789");
    world.put(DATA, b"xy");
    world.iovecs(OUT, &[(DATA, 1), (DATA + 1, 1)]);
    world.call("fd_pwrite", &[fd.into(), OUT.into(), 2, 4, u64::from(OUT) + 64]).unwrap();
    world.call("fd_pread", &[fd.into(), OUT.into(), 1, 5, u64::from(OUT) + 64]).unwrap();
    assert_eq!(world.get(DATA, 1), b"y");
    world.call("fd_pread", &[fd.into(), OUT.into(), 2, 9, u64::from(OUT) + 64]).unwrap();
    assert_eq!((world.u32(OUT + 64), world.get(DATA, 1)), (1, &b"9"[..]));
    let negative = world.call("fd_pread", &[fd.into(), OUT.into(), 1, u64::MAX, u64::from(OUT) + 64]);
    assert_eq!(negative, Err(Errno::Inval));
    world.call("fd_tell", &[fd.into(), OUT.into()]).unwrap();
    assert_eq!(world.u64(OUT), 10);
    assert_eq!(std::fs::read(world.host("file")).unwrap(), b"0123xy6789");
}

#[test]
fn appending() {
    let mut world = World::new();
    world.create("file", b"one");
    let fd = world.open_with(DIR, "file", 0, ALL, fdflags::APPEND, true).unwrap();
    assert_eq!(world.write(fd, b"two"), Ok(3));
    world.seek(fd, 0, 0).unwrap();
    assert_eq!(world.write(fd, b"three"), Ok(5));
    assert_eq!(std::fs::read(world.host("file")).unwrap(), b"onetwothree");
    // Switched off, it writes where it stands.
    assert_eq!(world.call("fd_fdstat_set_flags", &[fd.into(), 0]), Ok(()));
    world.seek(fd, 0, 0).unwrap();
    assert_eq!(world.write(fd, b"ONE"), Ok(3));
    assert_eq!(std::fs::read(world.host("file")).unwrap(), b"ONEtwothree");
}

#[test]
fn flags_are_kept_and_reported() {
    let mut world = World::new();
    for flags in [0, fdflags::DSYNC, fdflags::SYNC, fdflags::RSYNC | fdflags::SYNC, fdflags::NONBLOCK] {
        let fd = world.open_with(DIR, "file", oflags::CREAT, ALL, flags, true).unwrap();
        world.call("fd_fdstat_get", &[fd.into(), OUT.into()]).unwrap();
        assert_eq!(world.get(OUT + 2, 2), flags.to_le_bytes());
        // What is fixed when a file is opened cannot be changed, but repeated.
        let repeated = u64::from(flags | fdflags::APPEND);
        assert_eq!(world.call("fd_fdstat_set_flags", &[fd.into(), repeated]), Ok(()));
        let changed = u64::from(flags ^ fdflags::SYNC);
        assert_eq!(world.call("fd_fdstat_set_flags", &[fd.into(), changed]), Err(Errno::NotSup));
        assert_eq!(world.call("fd_fdstat_set_flags", &[fd.into(), 1 << 5]), Err(Errno::Inval));
    }
}

#[test]
fn open_flags() {
    let mut world = World::new();
    assert_eq!(world.open("file", 0, READ), Err(Errno::NoEnt));
    world.create("file", b"text");
    assert_eq!(world.open("file", oflags::CREAT | oflags::EXCL, ALL), Err(Errno::Exist));
    assert_eq!(world.open("file", oflags::DIRECTORY, READ), Err(Errno::NotDir));
    assert_eq!(world.open("new", oflags::CREAT | oflags::DIRECTORY, READ), Err(Errno::Inval));
    assert!(!world.host("new").exists());
    assert_eq!(world.open("file", 1 << 4, READ), Err(Errno::Inval));
    world.open("file", oflags::TRUNC, ALL).unwrap();
    assert_eq!(std::fs::metadata(world.host("file")).unwrap().len(), 0);
    // A directory cannot be written.
    assert_eq!(world.open(".", 0, ALL), Err(Errno::IsDir));
    assert_eq!(world.open(".", oflags::DIRECTORY, ALL), Err(Errno::IsDir));
    assert!(world.open(".", oflags::DIRECTORY, READ).is_ok());
    assert!(world.open(".", 0, READ).is_ok());
    assert!(world.open(".", 0, 0).is_ok());
}

#[test]
fn sizes() {
    let mut world = World::new();
    let fd = world.create("file", b"0123456789");
    let len = |world: &World| std::fs::metadata(world.host("file")).unwrap().len();
    world.call("fd_filestat_set_size", &[fd.into(), 3]).unwrap();
    assert_eq!(len(&world), 3);
    world.call("fd_allocate", &[fd.into(), 0, 100]).unwrap();
    assert_eq!(len(&world), 100);
    world.call("fd_allocate", &[fd.into(), 10, 10]).unwrap();
    assert_eq!(len(&world), 100);
    assert_eq!(world.call("fd_allocate", &[fd.into(), 0, 0]), Err(Errno::Inval));
    assert!(world.call("fd_filestat_set_size", &[fd.into(), u64::MAX]).is_err());
    for advice in 0..6 {
        assert_eq!(world.call("fd_advise", &[fd.into(), 0, 50, advice]), Ok(()));
    }
    assert_eq!(world.call("fd_advise", &[fd.into(), 0, 50, 6]), Err(Errno::Inval));
    assert_eq!(world.call("fd_advise", &[fd.into(), u64::MAX, 50, 0]), Err(Errno::Inval));
    assert_eq!(world.call("fd_sync", &[fd.into()]), Ok(()));
    assert_eq!(world.call("fd_datasync", &[fd.into()]), Ok(()));
}

#[test]
fn times() {
    for world in [World::new(), World::walking()] {
        let mut world = world;
        let fd = world.create("file", b"");
        let get = |world: &World| std::fs::metadata(world.host("file")).unwrap();
        let both = u64::from(fstflags::ATIM | fstflags::MTIM);
        world.call("fd_filestat_set_times", &[fd.into(), 1_500_000_001, 2_000_000_002, both]).unwrap();
        let times = |world: &World| {
            let stat = get(world);
            (stat.atime(), stat.atime_nsec(), stat.mtime(), stat.mtime_nsec())
        };
        assert_eq!(times(&world), (1, 500_000_001, 2, 2));
        // Only one of them, by way of a link.
        world.symlink("file", "link").unwrap();
        let (ptr, len) = world.put(STRINGS, b"link");
        let mtim = u64::from(fstflags::MTIM);
        world.call("path_filestat_set_times", &[DIR.into(), 1, ptr, len, 9, 7_000_000_000, mtim]).unwrap();
        assert_eq!(times(&world), (1, 500_000_001, 7, 0));
        // The link itself.
        world.call("path_filestat_set_times", &[DIR.into(), 0, ptr, len, 9, 8_000_000_000, mtim]).unwrap();
        assert_eq!(times(&world), (1, 500_000_001, 7, 0));
        assert_eq!(std::fs::symlink_metadata(world.host("link")).unwrap().mtime(), 8);
        let now = u64::from(fstflags::MTIM_NOW);
        world.call("fd_filestat_set_times", &[fd.into(), 0, 0, now]).unwrap();
        assert!(get(&world).mtime() > 1_600_000_000);
        let twice = u64::from(fstflags::MTIM | fstflags::MTIM_NOW);
        assert_eq!(world.call("fd_filestat_set_times", &[fd.into(), 0, 0, twice]), Err(Errno::Inval));
        assert_eq!(world.call("fd_filestat_set_times", &[fd.into(), 0, 0, 16]), Err(Errno::Inval));
    }
}

#[test]
fn numbers_are_used_again_lowest_first() {
    let mut world = World::new();
    let [a, b, c] = ["a", "b", "c"].map(|name| world.create(name, name.as_bytes()));
    assert_eq!([a, b, c], [4, 5, 6]);
    world.close(b).unwrap();
    assert_eq!(world.close(b), Err(Errno::Badf));
    assert_eq!(world.read(b, 1), Err(Errno::Badf));
    assert_eq!(world.create("d", b""), b);
    assert_eq!(world.create("e", b""), 7);
    // The numbers of the standard streams stay free.
    world.close(0).unwrap();
    assert_eq!(world.create("f", b""), 8);
}

#[test]
fn renumbering() {
    let mut world = World::new();
    let (a, b) = (world.create("a", b"A"), world.create("b", b"B"));
    assert_eq!(world.call("fd_renumber", &[a.into(), b.into()]), Ok(()));
    assert_eq!(world.read(a, 1), Err(Errno::Badf));
    world.seek(b, 0, 0).unwrap();
    assert_eq!(world.read(b, 1), Ok(b"A".to_vec()));
    assert_eq!(world.call("fd_renumber", &[b.into(), b.into()]), Ok(()));
    assert_eq!(world.call("fd_renumber", &[a.into(), b.into()]), Err(Errno::Badf));
    assert_eq!(world.call("fd_renumber", &[b.into(), 1 << 30]), Err(Errno::Badf));
    // A number that was closed is not open, and what was to get it stays.
    assert_eq!(world.call("fd_renumber", &[b.into(), a.into()]), Err(Errno::Badf));
    assert_eq!(world.close(2), Ok(()));
    assert_eq!(world.call("fd_renumber", &[1, 2]), Err(Errno::Badf));
    assert_eq!(world.write(1, b"."), Ok(1));
    world.seek(b, 1, 0).unwrap();
    // Standard output can be led into a file.
    assert_eq!(world.call("fd_renumber", &[b.into(), 1]), Ok(()));
    assert_eq!(world.write(1, b"more"), Ok(4));
    assert_eq!(std::fs::read(world.host("a")).unwrap(), b"Amore");
}

/// What stands behind a stream may be a file with content of others, opened for appending or not.
#[test]
fn streams_cannot_change_the_file_behind_them_but_by_writing_at_its_end() {
    for append in [true, false] {
        let mut world = World::new();
        let path = world.host("log");
        std::fs::write(&path, "content of others").unwrap();
        let open = || {
            let mut file =
                std::fs::File::options().read(true).write(true).append(append).open(&path).unwrap();
            std::io::Seek::seek(&mut file, std::io::SeekFrom::End(0)).unwrap();
            owned(file)
        };
        let input = std::fs::File::open(&path).unwrap();
        world.ctx.stdin(owned(input)).stdout(open()).stderr(open());
        let modified = std::fs::metadata(&path).unwrap().modified().unwrap();
        for fd in 0..3 {
            assert_eq!(world.call("fd_filestat_set_size", &[fd, 0]), Err(Errno::Badf));
            assert_eq!(world.call("fd_allocate", &[fd, 0, 5000]), Err(Errno::Badf));
            assert_eq!(world.call("fd_filestat_set_times", &[fd, 1, 1, 5]), Err(Errno::Badf));
            assert_eq!(world.call("fd_advise", &[fd, 0, 0, 4]), Err(Errno::Badf));
            let flags = u64::from(fdflags::APPEND) * u64::from(!append || fd == 0);
            assert_eq!(world.call("fd_fdstat_set_flags", &[fd, flags]), Err(Errno::NotSup));
            assert_eq!(world.call("fd_filestat_get", &[fd, OUT.into()]), Ok(()));
            assert_eq!(world.call("fd_sync", &[fd]), Ok(()));
        }
        for fd in 1..3 {
            world.put(DATA, b"XX");
            world.iovecs(OUT, &[(DATA, 2)]);
            let pwrite = world.call("fd_pwrite", &[fd, OUT.into(), 1, 0, u64::from(OUT) + 64]);
            assert_eq!(pwrite, Err(Errno::Spipe));
            for whence in 0..3 {
                assert_eq!(world.seek(fd as u32, 0, whence), Err(Errno::Spipe));
            }
            assert_eq!(world.call("fd_tell", &[fd, OUT.into()]), Err(Errno::Spipe));
            world.call("fd_fdstat_get", &[fd, OUT.into()]).unwrap();
            assert_eq!(world.get(OUT, 1), [4]);
            assert_eq!(
                world.u64(OUT + 8) & (rights::POSITION | rights::FILE & rights::WRITE),
                rights::FD_WRITE
            );
        }
        assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), modified);
        assert_eq!(world.write(1, b", and more"), Ok(10));
        assert_eq!(std::fs::read(&path).unwrap(), b"content of others, and more");
        // Input can be read again, as by a program of the host.
        assert_eq!(world.seek(0, 8, 0), Ok(8));
        assert_eq!(world.read(0, 9), Ok(b"of others".to_vec()));
    }
}

#[test]
fn directories_have_no_position_and_no_content() {
    let mut world = World::new();
    let fd = world.open(".", oflags::DIRECTORY, READ).unwrap();
    assert_eq!(world.seek(fd, 0, 0), Err(Errno::Badf));
    assert_eq!(world.read(fd, 10), Err(Errno::IsDir));
    let plain = world.open(".", 0, READ).unwrap();
    assert_eq!(world.seek(plain, 0, 0), Err(Errno::Badf));
    assert_eq!(world.call("fd_advise", &[plain.into(), 0, 0, 0]), Err(Errno::Badf));
}

#[test]
fn pipes() {
    let mut world = World::new();
    let (read, write) = rustix::pipe::pipe().unwrap();
    world.ctx.stdin(read).stdout(write);
    assert_eq!(world.write(1, b"through"), Ok(7));
    assert_eq!(world.read(0, 100), Ok(b"through".to_vec()));
    assert_eq!(world.seek(0, 0, 1), Err(Errno::Spipe));
    // Nothing there: not now, rather than never.
    world.call("fd_fdstat_set_flags", &[0, fdflags::NONBLOCK.into()]).unwrap();
    assert_eq!(world.read(0, 1), Err(Errno::Again));
    // Rust's start code has made the process ignore SIGPIPE, as this crate asks of its host.
    world.close(0).unwrap();
    assert_eq!(world.write(1, b"x"), Err(Errno::Pipe));
    world.call("fd_fdstat_get", &[1, OUT.into()]).unwrap();
    assert_eq!(world.get(OUT, 1), [0]);
    assert_eq!(world.u64(OUT + 8) & rights::POSITION, 0);
}

#[test]
fn given_files_are_used_for_what_they_were_opened_for() {
    let mut world = World::new();
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(b"given").unwrap();
    let both = world.ctx.push_fd(owned(file.try_clone().unwrap())).unwrap();
    std::fs::write(world.host("ro"), "read me").unwrap();
    let read = world.ctx.push_fd(owned(std::fs::File::open(world.host("ro")).unwrap())).unwrap();
    assert_eq!(world.write(both, b"!"), Ok(1));
    assert_eq!(world.read(read, 4), Ok(b"read".to_vec()));
    assert_eq!(world.write(read, b"!"), Err(Errno::Badf));
    let mut content = String::new();
    std::io::Seek::rewind(&mut file).unwrap();
    file.read_to_string(&mut content).unwrap();
    assert_eq!(content, "given!");
}

#[test]
fn links() {
    for world in [World::new(), World::walking()] {
        let mut world = world;
        world.create("file", b"text");
        world.path_call("path_create_directory", "dir").unwrap();
        world.symlink("../file", "dir/link").unwrap();
        assert_eq!(world.readlink("dir/link"), Ok(b"../file".to_vec()));
        assert_eq!(world.readlink("file"), Err(Errno::Inval));
        assert_eq!(world.stat("dir/link", false).unwrap().0, 7);
        assert_eq!(world.stat("dir/link", true), world.stat("file", false));
        let fd = world.open("dir/link", 0, READ).unwrap();
        assert_eq!(world.read(fd, 9), Ok(b"text".to_vec()));
        assert_eq!(world.open_with(DIR, "dir/link", 0, READ, 0, false), Err(Errno::Loop));
        // Cut off where the buffer ends.
        let (ptr, len) = world.put(STRINGS, b"dir/link");
        world.call("path_readlink", &[DIR.into(), ptr, len, DATA.into(), 4, OUT.into()]).unwrap();
        assert_eq!((world.u32(OUT), world.get(DATA, 4)), (4, &b"../f"[..]));
        // Hard links, of the file and of the link to it.
        world.link("dir/link", "hard", true).unwrap();
        assert_eq!(world.stat("hard", false), world.stat("file", false));
        world.link("dir/link", "hardlink", false).unwrap();
        assert_eq!(world.stat("hardlink", false).unwrap().0, 7);
        assert_eq!(world.link("dir", "harddir", false), Err(Errno::Perm));
        assert_eq!(world.link("file", "hard", false), Err(Errno::Exist));
        // A dangling link is made, seen, and not opened.
        world.symlink("nothing", "dangling").unwrap();
        assert_eq!(world.open("dangling", 0, READ), Err(Errno::NoEnt));
        assert_eq!(world.stat("dangling", true), Err(Errno::NoEnt));
        assert_eq!(world.stat("dangling", false).unwrap().0, 7);
        // But the file that it names can be made through it.
        world.open("dangling", oflags::CREAT, ALL).unwrap();
        assert!(world.host("nothing").exists());
        assert_eq!(world.open("dangling", oflags::CREAT | oflags::EXCL, ALL), Err(Errno::Exist));
    }
}

#[test]
fn renaming_and_removing() {
    for world in [World::new(), World::walking()] {
        let mut world = world;
        world.create("file", b"text");
        world.path_call("path_create_directory", "a").unwrap();
        assert_eq!(world.path_call("path_create_directory", "a"), Err(Errno::Exist));
        world.path_call("path_create_directory", "a/b").unwrap();
        assert_eq!(world.path_call("path_create_directory", "x/y"), Err(Errno::NoEnt));
        world.rename("file", "a/b/file").unwrap();
        assert_eq!(world.rename("file", "elsewhere"), Err(Errno::NoEnt));
        assert_eq!(world.path_call("path_remove_directory", "a/b"), Err(Errno::NotEmpty));
        assert_eq!(world.path_call("path_unlink_file", "a/b"), Err(Errno::IsDir));
        assert_eq!(world.path_call("path_remove_directory", "a/b/file"), Err(Errno::NotDir));
        world.rename("a/b", "c").unwrap();
        world.path_call("path_unlink_file", "c/file").unwrap();
        world.path_call("path_remove_directory", "c/").unwrap();
        world.path_call("path_remove_directory", "a").unwrap();
        assert_eq!(std::fs::read_dir(world.host("")).unwrap().count(), 0);
    }
}

#[test]
fn slashes_at_the_end_ask_for_a_directory() {
    for world in [World::new(), World::walking()] {
        let mut world = world;
        world.create("file", b"text");
        world.path_call("path_create_directory", "dir///").unwrap();
        world.symlink("dir", "link").unwrap();
        assert_eq!(world.stat("dir/", false).unwrap().0, 3);
        assert_eq!(world.stat("link", false).unwrap().0, 7);
        assert_eq!(world.stat("link/", false).unwrap().0, 3);
        assert_eq!(world.stat("file/", false), Err(Errno::NotDir));
        assert_eq!(world.open("file/", 0, READ), Err(Errno::NotDir));
        assert_eq!(world.open("new/", oflags::CREAT, ALL), Err(Errno::IsDir));
        assert_eq!(world.path_call("path_unlink_file", "file/"), Err(Errno::NotDir));
        assert_eq!(world.readlink("link/"), Err(Errno::Inval));
        assert_eq!(world.link("file/", "other", false), Err(Errno::NotDir));
        assert!(matches!(world.symlink("file", "new/"), Err(Errno::NoEnt | Errno::NotDir)));
        assert_eq!(world.rename("file/", "other"), Err(Errno::NotDir));
        assert_eq!(world.rename("file", "other/"), Err(Errno::NotDir));
        world.rename("dir/", "moved/").unwrap();
        assert!(world.host("moved").is_dir());
    }
}

#[test]
fn odd_paths() {
    for world in [World::new(), World::walking()] {
        let mut world = world;
        world.path_call("path_create_directory", "dir").unwrap();
        world.create("dir/file", b"text");
        for path in ["./dir/file", "dir//file", "dir/./file", "dir/../dir/file", "././dir/../dir/./file"] {
            assert!(world.open(path, 0, READ).is_ok(), "{path}");
            assert_eq!(world.stat(path, false).unwrap().0, 4, "{path}");
        }
        assert_eq!(world.open("", 0, READ), Err(Errno::NoEnt));
        assert_eq!(world.open("dir/file\0", 0, READ), Err(Errno::Inval));
        assert_eq!(world.open(&"x".repeat(300), 0, READ), Err(Errno::NameTooLong));
        assert_eq!(world.open(&"x/".repeat(3000), 0, READ), Err(Errno::NameTooLong));
        assert_eq!(world.open("dir/file/deeper", 0, READ), Err(Errno::NotDir));
        assert_eq!(world.path_call("path_create_directory", "."), Err(Errno::Exist));
        assert_eq!(world.path_call("path_remove_directory", "dir/."), Err(Errno::Inval));
        assert!(world.path_call("path_remove_directory", "dir/..").is_err());
        assert!(world.rename("dir/.", "other").is_err());
        let (ptr, len) = world.put(STRINGS, b"dir/\xff");
        assert_eq!(world.call("path_create_directory", &[DIR.into(), ptr, len]), Err(Errno::Ilseq));
    }
}
