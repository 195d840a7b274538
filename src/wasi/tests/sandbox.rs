//! Whatever is tried, nothing outside the granted directory is reached. Each attempt is made with the kernel's path resolution and with
//! the one step by step.

use std::os::unix::fs::symlink;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{ALL, DIR, OUT, READ, STRINGS, STRINGS2, World, note, path_bytes};
use crate::types::oflags;
use crate::{Errno, WasiCtx};

/// A granted directory `in` beside a directory `out` with a file `secret` in it.
fn worlds() -> [World; 2] {
    [World::new(), World::walking()].map(|mut world| {
        let outer = world.dir.path().to_owned();
        std::fs::create_dir_all(outer.join("in/sub")).unwrap();
        std::fs::create_dir(outer.join("out")).unwrap();
        std::fs::write(outer.join("out/secret"), "secret").unwrap();
        let walking = world.ctx.resolver.is_walking();
        world.ctx = WasiCtx::new();
        world.ctx.preopen(path_bytes(&outer.join("in")), b".", true).unwrap();
        if walking {
            world.ctx.force_walk();
        }
        world
    })
}

/// Where there is no `openat2`, as in user-mode emulators, both worlds resolve paths step by step: what is not tested then is said.
#[test]
fn the_kernels_own_resolution() {
    let [mut world, walking] = worlds();
    world.open("sub", oflags::DIRECTORY, READ).unwrap();
    assert!(walking.ctx.resolver.is_walking());
    if world.ctx.resolver.is_walking() {
        note("skipped: the sandbox with the kernel's own path resolution: there is no openat2 here");
    }
}

/// Nothing has been made, changed or removed outside.
fn untouched(world: &World) {
    assert_eq!(std::fs::read(world.host("out/secret")).unwrap(), b"secret");
    let names = |dir: &str| {
        let mut names: Vec<_> =
            std::fs::read_dir(world.host(dir)).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names("out"), ["secret"]);
    assert_eq!(names(""), ["in", "out"]);
    let metadata = std::fs::metadata(world.host("out/secret")).unwrap();
    assert!(metadata.modified().unwrap().elapsed().unwrap().as_secs() < 3600);
}

/// Every function that takes a path is refused this one, in each place.
fn refused_everywhere(world: &mut World, path: &str) {
    let perm = Err(Errno::Perm);
    for follow in [false, true] {
        assert_eq!(world.open_with(DIR, path, 0, READ, 0, follow), Err(Errno::Perm), "{path}");
        assert_eq!(world.open_with(DIR, path, oflags::CREAT, ALL, 0, follow), Err(Errno::Perm), "{path}");
        assert_eq!(world.open_with(DIR, path, oflags::TRUNC, ALL, 0, follow), Err(Errno::Perm), "{path}");
        assert_eq!(
            world.open_with(DIR, path, oflags::DIRECTORY, READ, 0, follow),
            Err(Errno::Perm),
            "{path}"
        );
        assert_eq!(world.stat(path, follow), Err(Errno::Perm), "{path}");
        assert_eq!(world.link(path, "stolen", follow), perm, "{path}");
        let (ptr, len) = world.put(STRINGS, path.as_bytes());
        let times = world.call("path_filestat_set_times", &[DIR.into(), follow.into(), ptr, len, 1, 1, 5]);
        assert_eq!(times, perm, "{path}");
    }
    world.open("sub/mine", oflags::CREAT, ALL).unwrap();
    assert_eq!(world.link("sub/mine", path, false), perm, "{path}");
    assert_eq!(world.path_call("path_create_directory", path), perm, "{path}");
    assert_eq!(world.path_call("path_remove_directory", path), perm, "{path}");
    assert_eq!(world.path_call("path_unlink_file", path), perm, "{path}");
    assert_eq!(world.rename(path, "stolen"), perm, "{path}");
    assert_eq!(world.rename("sub/mine", path), perm, "{path}");
    assert_eq!(world.symlink("target", path), perm, "{path}");
    assert_eq!(world.readlink(path), Err(Errno::Perm), "{path}");
    assert!(!world.host("in/stolen").exists());
    untouched(world);
}

#[test]
fn dotdot() {
    for mut world in worlds() {
        for path in
            ["..", "../", "../out/secret", "sub/../../out/secret", "sub/../..", "./../out/new", "sub/../../"]
        {
            refused_everywhere(&mut world, path);
        }
    }
}

#[test]
fn absolute() {
    for mut world in worlds() {
        let secret = world.host("out/secret").to_str().unwrap().to_owned();
        for path in ["/", "//", "/etc/passwd", "/etc/", secret.as_str()] {
            refused_everywhere(&mut world, path);
        }
    }
}

#[test]
fn through_links_made_by_the_host() {
    for mut world in worlds() {
        let out = world.host("out");
        symlink(&out, world.host("in/absolute")).unwrap();
        symlink("../out", world.host("in/relative")).unwrap();
        symlink("relative", world.host("in/chain")).unwrap();
        symlink("sub/../chain", world.host("in/chain2")).unwrap();
        symlink("..", world.host("in/up")).unwrap();
        for link in ["absolute", "relative", "chain", "chain2"] {
            refused_everywhere(&mut world, &format!("{link}/secret"));
            refused_everywhere(&mut world, &format!("sub/../{link}/secret"));
            refused_everywhere(&mut world, &format!("{link}/new"));
        }
        refused_everywhere(&mut world, "up/out/secret");
        refused_everywhere(&mut world, "up/out/new");
    }
}

/// The last component is a link that leads out: following it is refused, the link itself can be handled. With a slash behind it,
/// the kernel would follow it even where it is told not to.
#[test]
fn links_in_the_last_place() {
    for mut world in worlds() {
        let links =
            [("../out/secret", "file"), ("../out", "dir"), ("/etc", "absolute"), ("../out/new", "new")];
        for (target, link) in links {
            symlink(target, world.host("in").join(link)).unwrap();
            assert_eq!(world.open(link, 0, READ), Err(Errno::Perm));
            assert_eq!(world.open(link, oflags::CREAT, ALL), Err(Errno::Perm));
            assert_eq!(world.open_with(DIR, link, 0, READ, 0, false), Err(Errno::Loop));
            assert_eq!(world.stat(link, true), Err(Errno::Perm));
            assert_eq!(world.stat(link, false).unwrap().0, 7);
            assert_eq!(world.link(link, "hard", true), Err(Errno::Perm));
            assert_eq!(world.readlink(link), Ok(target.as_bytes().to_vec()));
            let slash = format!("{link}/");
            for follow in [false, true] {
                assert_eq!(world.stat(&slash, follow), Err(Errno::Perm));
                assert_eq!(world.open_with(DIR, &slash, 0, READ, 0, follow), Err(Errno::Perm));
                assert_eq!(world.link(&slash, "hard", follow), Err(Errno::Perm));
                let (ptr, len) = world.put(STRINGS, slash.as_bytes());
                let times =
                    world.call("path_filestat_set_times", &[DIR.into(), follow.into(), ptr, len, 1, 1, 5]);
                assert_eq!(times, Err(Errno::Perm));
            }
            assert_eq!(world.readlink(&slash), Err(Errno::Perm));
            assert!(world.path_call("path_create_directory", &slash).is_err());
            assert!(world.path_call("path_remove_directory", &slash).is_err());
            assert!(world.path_call("path_unlink_file", &slash).is_err());
            assert!(world.rename(&slash, "moved").is_err());
            untouched(&world);
            world.path_call("path_unlink_file", link).unwrap();
        }
        untouched(&world);
    }
}

#[test]
fn through_links_made_by_the_guest() {
    for mut world in worlds() {
        assert_eq!(world.symlink("/etc/passwd", "link"), Err(Errno::Perm));
        // A relative one may be made, for what it means depends on where it is moved to; it is refused when it is used.
        world.symlink("../out/secret", "link").unwrap();
        assert_eq!(world.open("link", 0, READ), Err(Errno::Perm));
        world.symlink("../../out/secret", "sub/link").unwrap();
        assert_eq!(world.open("sub/link", 0, READ), Err(Errno::Perm));
        world.symlink("..", "sub/up").unwrap();
        assert!(world.open("sub/up/sub", 0, READ).is_ok());
        world.rename("sub/up", "up").unwrap();
        assert_eq!(world.open("up/out/secret", 0, READ), Err(Errno::Perm));
        untouched(&world);
    }
}

#[test]
fn links_in_a_circle() {
    for mut world in worlds() {
        world.symlink("b", "a").unwrap();
        world.symlink("a", "b").unwrap();
        world.symlink("self/x", "self").unwrap();
        for path in ["a", "a/x", "self", "self/y"] {
            assert_eq!(world.open(path, 0, READ), Err(Errno::Loop), "{path}");
            assert_eq!(world.stat(path, true), Err(Errno::Loop), "{path}");
        }
        // 40 links are followed, as everywhere on Linux, and not one more.
        world.symlink("sub", "l0").unwrap();
        for n in 1..=40 {
            world.symlink(&format!("l{}", n - 1), &format!("l{n}")).unwrap();
        }
        assert!(world.open("l39", 0, READ).is_ok());
        assert_eq!(world.open("l40", 0, READ), Err(Errno::Loop));
    }
}

#[test]
fn magic_links() {
    for mut world in worlds() {
        world.ctx = WasiCtx::new();
        world.ctx.preopen(b"/proc/self", b"/proc", false).unwrap();
        for path in ["root/etc/passwd", "cwd/Cargo.toml", "fd/0", "exe", "root", "root/"] {
            let result = world.open(path, 0, READ);
            assert!(matches!(result, Err(Errno::Perm | Errno::Loop | Errno::NoEnt)), "{path}: {result:?}");
        }
    }
}

/// A directory that was moved is still what was opened, and still the top of what can be reached through it.
#[test]
fn directories_that_were_moved() {
    for mut world in worlds() {
        std::fs::create_dir(world.host("in/sub/deep")).unwrap();
        let fd = world.open("sub/deep", oflags::DIRECTORY, READ).unwrap();
        std::fs::rename(world.host("in/sub/deep"), world.host("out/deep")).unwrap();
        assert_eq!(world.open_with(fd, "..", 0, READ, 0, true), Err(Errno::Perm));
        assert_eq!(world.open_with(fd, "../secret", 0, READ, 0, true), Err(Errno::Perm));
        assert!(world.open_with(fd, "own", oflags::CREAT, ALL, 0, true).is_ok());
        assert!(world.host("out/deep/own").exists());
        assert_eq!(world.open("sub/deep", 0, READ), Err(Errno::NoEnt));
    }
}

/// While somebody exchanges a directory and a link that leads out, opening through it gives what is inside or an error.
#[test]
fn races_with_renames() {
    for mut world in worlds() {
        std::fs::create_dir(world.host("in/real")).unwrap();
        std::fs::write(world.host("in/real/secret"), "decoy").unwrap();
        symlink("../out", world.host("in/link")).unwrap();
        let (a, b) = (world.host("in/real"), world.host("in/link"));
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let flags = rustix::fs::RenameFlags::EXCHANGE;
                    rustix::fs::renameat_with(rustix::fs::CWD, &a, rustix::fs::CWD, &b, flags).unwrap();
                }
            });
            let mut opened = 0;
            for _ in 0..3000 {
                for path in ["real/secret", "link/secret", "sub/../real/secret"] {
                    match world.open(path, 0, READ) {
                        Ok(fd) => {
                            opened += 1;
                            assert_eq!(world.read(fd, 100), Ok(b"decoy".to_vec()));
                            world.close(fd).unwrap();
                        }
                        Err(Errno::Perm | Errno::Loop | Errno::NotDir | Errno::NoEnt | Errno::Again) => {}
                        Err(error) => panic!("{error:?}"),
                    }
                }
            }
            stop.store(true, Ordering::Relaxed);
            assert!(opened > 0);
        });
    }
}

/// While somebody moves a directory from the inside to the outside and back, `..` never leads out of what is granted.
#[test]
fn races_with_dotdot() {
    for mut world in worlds() {
        std::fs::create_dir_all(world.host("in/a/b/c")).unwrap();
        let (a, b) = (world.host("in/a/b"), world.host("out/b"));
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    std::fs::rename(&a, &b).unwrap();
                    std::fs::rename(&b, &a).unwrap();
                }
            });
            for _ in 0..3000 {
                let result = world.open("a/b/c/../../secret", 0, READ);
                assert!(result.is_err(), "{result:?}");
            }
            stop.store(true, Ordering::Relaxed);
        });
    }
}

#[test]
fn files_are_no_directories() {
    for mut world in worlds() {
        let fd = world.open("file", oflags::CREAT, ALL).unwrap();
        assert_eq!(world.open_with(fd, "x", 0, READ, 0, true), Err(Errno::NotDir));
        assert_eq!(world.open_with(fd, ".", 0, READ, 0, true), Err(Errno::NotDir));
        let narrow = world.open("file", 0, crate::types::rights::FD_READ).unwrap();
        assert_eq!(world.open_with(narrow, "x", 0, READ, 0, true), Err(Errno::NotDir));
        let (ptr, len) = world.put(STRINGS, b"x");
        assert_eq!(world.call("fd_readdir", &[fd.into(), 0, 100, 0, OUT.into()]), Err(Errno::NotDir));
        assert_eq!(world.call("path_create_directory", &[fd.into(), ptr, len]), Err(Errno::NotDir));
        let (new, new_len) = world.put(STRINGS2, b"y");
        let rename = world.call("path_rename", &[fd.into(), ptr, len, DIR.into(), new, new_len]);
        assert_eq!(rename, Err(Errno::NotDir));
    }
}
