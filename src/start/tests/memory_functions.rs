//! `memcpy` and its kin as executables have them, compared with plain loops for every small length and alignment
//! and for lengths around each change of method.
#![allow(clippy::undocumented_unsafe_blocks, reason = "each block is one call with ranges inside a buffer")]

#[cfg_attr(target_arch = "aarch64", path = "../arch/mem_aarch64.rs")]
#[cfg_attr(target_arch = "x86_64", path = "../arch/mem_x86_64.rs")]
mod mem;

use mem::{bcmp, memcmp, memcpy, memmove, memset, strlen};

const EDGES: [usize; 18] =
    [160, 191, 192, 193, 255, 256, 257, 511, 512, 513, 1000, 2047, 2048, 2049, 2055, 4096, 5000, 8191];

fn lengths() -> impl Iterator<Item = usize> {
    (0..150).chain(EDGES)
}

fn pattern(len: usize) -> Vec<u8> {
    let mut state = 12345u32;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(len)
    .collect()
}

/// Byte by byte, in a way that the compiler does not turn into a call.
fn expect(before: &[u8], to: usize, from: usize, len: usize) -> Vec<u8> {
    let mut after = before.to_vec();
    for i in 0..len {
        after[to + i] = std::hint::black_box(before[from + i]);
    }
    after
}

#[test]
fn copies_apart() {
    for len in lengths() {
        for (to, from) in [(0, 0), (1, 0), (0, 1), (7, 3), (8, 15), (63, 64)] {
            let before = pattern(2 * len + 200);
            let from = from + len + 64;
            let mut after = before.clone();
            let base = after.as_mut_ptr();
            let result = unsafe { memcpy(base.add(to), base.add(from), len) };
            assert_eq!(result, unsafe { base.add(to) });
            assert!(after == expect(&before, to, from, len), "{len} bytes from {from} to {to}");
        }
    }
}

#[test]
fn moves_with_overlap() {
    for len in lengths() {
        let before = pattern(2 * len + 300);
        for distance in
            [0, 1, 2, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 100, len / 2, len.saturating_sub(1), len]
        {
            for (to, from) in [(distance, 0), (0, distance), (distance + 3, 3), (5, distance + 5)] {
                let mut after = before.clone();
                let base = after.as_mut_ptr();
                let result = unsafe { memmove(base.add(to), base.add(from), len) };
                assert_eq!(result, unsafe { base.add(to) });
                assert!(after == expect(&before, to, from, len), "{len} bytes from {from} to {to}");
            }
        }
    }
}

#[test]
fn fills() {
    for len in lengths() {
        for to in [0, 1, 9] {
            let before = pattern(len + 32);
            let mut after = before.clone();
            let base = after.as_mut_ptr();
            let result = unsafe { memset(base.add(to), 0x1a5, len) };
            assert_eq!(result, unsafe { base.add(to) });
            let expected = before
                .iter()
                .enumerate()
                .map(|(i, &byte)| if (to..to + len).contains(&i) { 0xa5 } else { byte });
            assert!(after.iter().copied().eq(expected), "{len} bytes at {to}");
        }
    }
}

#[test]
fn comparisons() {
    for len in 0..70 {
        let a = pattern(len + 8);
        assert_eq!(unsafe { memcmp(a.as_ptr(), a.clone().as_ptr(), len) }, 0);
        for at in 0..len {
            let mut b = a.clone();
            b[at] = b[at].wrapping_add(100);
            // What comes later does not count.
            b[len] = b[len].wrapping_add(1);
            let expected = i32::from(a[at]) - i32::from(b[at]);
            assert_eq!(unsafe { memcmp(a.as_ptr(), b.as_ptr(), len) }.signum(), expected.signum());
            assert_ne!(unsafe { bcmp(a.as_ptr(), b.as_ptr(), len) }, 0);
            assert_eq!(unsafe { memcmp(a.as_ptr(), b.as_ptr(), at) }, 0);
        }
    }
}

#[test]
fn lengths_of_strings() {
    for len in 0..40 {
        let text = [vec![b'x'; len], vec![0, b'x']].concat();
        assert_eq!(unsafe { strlen(text.as_ptr()) }, len);
    }
}
