//! Clocks, and waiting for them and for descriptors.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::{DATA, OUT, READ, UNSTABLE, World};
use crate::Errno;
use crate::types::{CLOCK_ABSTIME, clockid};

const MILLISECOND: u64 = 1_000_000;

fn time(world: &mut World, clock: u32) -> u64 {
    world.call("clock_time_get", &[clock.into(), 0, OUT.into()]).unwrap();
    world.u64(OUT)
}

#[test]
fn clocks_tell_the_time() {
    let mut world = World::new();
    let real = time(&mut world, clockid::REALTIME);
    let host = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos() as u64;
    assert!(real <= host && host - real < 1000 * MILLISECOND);
    let first = time(&mut world, clockid::MONOTONIC);
    assert!(time(&mut world, clockid::MONOTONIC) >= first);
    for clock in 0..4 {
        assert!(time(&mut world, clock) > 0);
        world.call("clock_res_get", &[clock.into(), OUT.into()]).unwrap();
        assert!((1..=10 * MILLISECOND).contains(&world.u64(OUT)));
    }
    assert_eq!(world.call("clock_time_get", &[4, 0, OUT.into()]), Err(Errno::Inval));
    assert_eq!(world.call("clock_res_get", &[4, OUT.into()]), Err(Errno::Inval));
}

/// One subscription in the bytes of its snapshot: tag, and clock, time and flags, or a descriptor.
enum Sub {
    Clock(u32, u64, u16),
    Read(u32),
    Write(u32),
}

/// Userdata, error, type, bytes and flags of an event.
type Event = (u64, u16, u8, u64, u16);

/// Calls `poll_oneoff`; the subscriptions are numbered from 100.
fn poll(world: &mut World, subs: &[Sub]) -> Result<Vec<Event>, Errno> {
    let mut bytes = Vec::new();
    let unstable = world.module == UNSTABLE;
    for (index, sub) in subs.iter().enumerate() {
        let mut words = vec![100 + index as u64];
        match *sub {
            Sub::Clock(id, timeout, flags) => {
                words.push(0);
                if unstable {
                    words.push(0xdead);
                }
                words.extend([id.into(), timeout, 0, flags.into()]);
            }
            Sub::Read(fd) => words.extend([1, fd.into(), 0, 0, 0]),
            Sub::Write(fd) => words.extend([2, fd.into(), 0, 0, 0]),
        }
        words.resize(if unstable { 7 } else { 6 }, 0);
        bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    }
    let (ptr, _) = world.put(DATA, &bytes);
    world.call("poll_oneoff", &[ptr, 0x10000, subs.len() as u64, OUT.into()])?;
    let event = |at: u32| {
        let half = |at: u32| u16::from_le_bytes(world.get(at, 2).try_into().unwrap());
        (world.u64(at), half(at + 8), world.get(at + 10, 1)[0], world.u64(at + 16), half(at + 24))
    };
    Ok((0..world.u32(OUT)).map(|index| event(0x10000 + index * 32)).collect())
}

#[test]
fn waiting_for_clocks() {
    for world in [World::new(), World::new().unstable()] {
        let mut world = world;
        for clock in [clockid::REALTIME, clockid::MONOTONIC] {
            for absolute in [false, true] {
                let before = Instant::now();
                let base = if absolute { time(&mut world, clock) } else { 0 };
                let flags = if absolute { CLOCK_ABSTIME } else { 0 };
                let subs = [
                    Sub::Clock(clock, base + 100_000 * MILLISECOND, flags),
                    Sub::Clock(clock, base + 30 * MILLISECOND, flags),
                ];
                assert_eq!(poll(&mut world, &subs), Ok(vec![(101, 0, 0, 0, 0)]));
                let waited = before.elapsed();
                assert!(
                    waited >= Duration::from_millis(29) && waited < Duration::from_secs(20),
                    "{waited:?}"
                );
            }
        }
        // What is past comes at once, all of it.
        let subs = [Sub::Clock(1, 0, 0), Sub::Clock(0, 5, CLOCK_ABSTIME), Sub::Clock(1, u64::MAX, 0)];
        assert_eq!(poll(&mut world, &subs), Ok(vec![(100, 0, 0, 0, 0), (101, 0, 0, 0, 0)]));
    }
}

#[test]
fn odd_subscriptions() {
    let mut world = World::new();
    assert_eq!(poll(&mut world, &[]), Err(Errno::Inval));
    // An error belongs to its subscription, and does not wait for the others.
    let subs = [
        Sub::Clock(1, u64::MAX, 0),
        Sub::Clock(2, 0, 0),
        Sub::Clock(9, 0, 0),
        Sub::Read(77),
        Sub::Write(0),
        Sub::Read(3),
    ];
    let errors: Vec<_> = poll(&mut world, &subs).unwrap().iter().map(|event| (event.0, event.1)).collect();
    let number = |error: Errno| error as u16;
    assert_eq!(
        errors,
        [
            (101, number(Errno::NotSup)),
            (102, number(Errno::Inval)),
            (103, number(Errno::Badf)),
            (104, number(Errno::Badf)),
            (105, number(Errno::Badf)),
        ]
    );
    world.put(DATA, &[3; 48]);
    assert_eq!(world.call("poll_oneoff", &[DATA.into(), 0x10000, 1, OUT.into()]), Err(Errno::Inval));
    assert_eq!(
        world.call("poll_oneoff", &[DATA.into(), 0x10000, u32::MAX.into(), OUT.into()]),
        Err(Errno::Fault)
    );
}

#[test]
fn files_are_always_ready() {
    for world in [World::new(), World::new().unstable()] {
        let mut world = world;
        let fd = world.create("file", b"0123456789");
        world.seek(fd, 4, if world.module == UNSTABLE { 2 } else { 0 }).unwrap();
        let subs = [
            Sub::Clock(1, 1000 * MILLISECOND, 0),
            Sub::Read(fd),
            Sub::Write(fd),
            Sub::Read(0),
            Sub::Write(1),
        ];
        let events = poll(&mut world, &subs).unwrap();
        assert_eq!(events, [(101, 0, 1, 6, 0), (102, 0, 2, 1, 0), (103, 0, 1, 0, 0), (104, 0, 2, 1, 0)]);
        let read = world.open("file", 0, READ).unwrap();
        assert_eq!(poll(&mut world, &[Sub::Write(read)]).unwrap(), [(100, Errno::Badf as u16, 2, 0, 0)]);
    }
}

#[test]
fn pipes_are_ready_when_they_are() {
    let mut world = World::new();
    let (read, write) = rustix::pipe::pipe().unwrap();
    world.ctx.stdin(read);
    let subs = [Sub::Read(0), Sub::Clock(1, 20 * MILLISECOND, 0)];
    assert_eq!(poll(&mut world, &subs).unwrap(), [(101, 0, 0, 0, 0)]);
    let writer = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(30));
        rustix::io::write(&write, b"abc").unwrap();
        write
    });
    assert_eq!(poll(&mut world, &[Sub::Read(0), Sub::Clock(1, u64::MAX, 0)]).unwrap(), [(100, 0, 1, 3, 0)]);
    drop(writer.join().unwrap());
    assert_eq!(poll(&mut world, &[Sub::Read(0)]).unwrap(), [(100, 0, 1, 3, 1)]);
    assert_eq!(world.read(0, 10), Ok(b"abc".to_vec()));
    assert_eq!(world.read(0, 10), Ok(vec![]));
}
