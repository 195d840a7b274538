//! Arguments and environment: strings that the guest gets with a zero byte behind each.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::errno::{Errno, Result};

/// Strings without zero bytes, in order.
#[derive(Debug, Default)]
pub struct Strings {
    items: Vec<Box<[u8]>>,
    /// Bytes of all of them, with those zero bytes.
    size: usize,
}

impl Strings {
    /// Adds a string up to its first zero byte.
    pub fn push(&mut self, string: &[u8]) {
        let string = until_zero(string);
        self.size += string.len() + 1;
        self.items.push(string.into());
    }

    /// Puts a string in the place of number `index`.
    fn replace(&mut self, index: usize, string: &[u8]) {
        if let Some(item) = self.items.get_mut(index) {
            self.size = self.size - item.len() + string.len();
            *item = string.into();
        }
    }

    /// The strings.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.items.iter().map(|item| &**item)
    }

    /// How many there are, and how many bytes they take, as the guest counts.
    ///
    /// # Errors
    ///
    /// [`Errno::Overflow`] if a number does not have 32 bits.
    pub fn sizes(&self) -> Result<(u32, u32)> {
        let number = |number: usize| u32::try_from(number).map_err(|_| Errno::Overflow);
        Ok((number(self.items.len())?, number(self.size)?))
    }
}

/// The variables of an environment, `NAME=VALUE`. Each name is there once: a later value takes the place of an
/// earlier one.
#[derive(Debug, Default)]
pub struct Environ {
    /// The variables.
    pub strings: Strings,
    /// A hash table with open addressing: numbers of variables plus one, or 0. At least half of it is free.
    slots: Vec<u32>,
}

impl Environ {
    /// Sets a variable. What has no `=` behind a name is none, and is left out.
    pub fn set(&mut self, variable: &[u8]) {
        let variable = until_zero(variable);
        let name = name(variable);
        if name.is_empty() || name.len() == variable.len() {
            return;
        }
        let count = self.strings.items.len();
        if self.slots.len() < 2 * (count + 1) {
            self.slots = vec![0; (4 * (count + 1)).next_power_of_two()];
            for (number, item) in (1..).zip(&self.strings.items) {
                if let Some(slot) = find(&mut self.slots, &self.strings, self::name(item)) {
                    *slot = number;
                }
            }
        }
        match find(&mut self.slots, &self.strings, name) {
            Some(slot) if *slot == 0 => {
                *slot = count as u32 + 1;
                self.strings.push(variable);
            }
            Some(slot) => self.strings.replace(*slot as usize - 1, variable),
            None => {}
        }
    }

    /// The variable with a name, as `NAME=VALUE`.
    pub fn get(&mut self, name: &[u8]) -> Option<&[u8]> {
        let slot = find(&mut self.slots, &self.strings, name)?;
        self.strings.items.get((*slot as usize).wrapping_sub(1)).map(|item| &**item)
    }
}

/// The slot of a name, or a free one for it. The number of slots is a power of two, and not all are taken.
#[inline(never)]
fn find<'a>(slots: &'a mut [u32], strings: &Strings, name: &[u8]) -> Option<&'a mut u32> {
    // FNV-1a with 32 bits, from the place of the table instead of the usual number. The slot is the hash's upper bits, which depend on all of
    // that place: what names share slots is not to be known beforehand.
    let seed = slots.as_ptr().addr() as u32;
    let hash = name.iter().fold(seed, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mask = slots.len().wrapping_sub(1);
    let mut at = ((u64::from(hash) * slots.len() as u64) >> 32) as usize;
    while let Some(item) = strings.items.get((*slots.get(at)? as usize).wrapping_sub(1)) {
        if self::name(item) == name {
            break;
        }
        at = (at + 1) & mask;
    }
    slots.get_mut(at)
}

/// The part before the first `=`, or all.
fn name(variable: &[u8]) -> &[u8] {
    variable.split(|&byte| byte == b'=').next().unwrap_or(variable)
}

fn until_zero(bytes: &[u8]) -> &[u8] {
    bytes.split(|&byte| byte == 0).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environ(variables: &[&[u8]]) -> Vec<Vec<u8>> {
        let mut environ = Environ::default();
        variables.iter().for_each(|variable| environ.set(variable));
        let strings: Vec<_> = environ.strings.iter().map(<[u8]>::to_vec).collect();
        let size = strings.iter().map(|string| string.len() + 1).sum::<usize>();
        assert_eq!(environ.strings.sizes(), Ok((strings.len() as u32, size as u32)));
        strings
    }

    #[test]
    fn the_last_value_of_a_variable_takes_the_place_of_the_first() {
        let set: [&[u8]; 6] = [b"A=1", b"B=2", b"A=3=4", b"AB=5", b"B=", b"\xff=\xfe"];
        assert_eq!(environ(&set), [&b"A=3=4"[..], b"B=", b"AB=5", b"\xff=\xfe"]);
    }

    #[test]
    fn what_is_no_variable_is_left_out() {
        assert!(environ(&[b"", b"NAME", b"=VALUE", b"=", b"A\0=1"]).is_empty());
        assert_eq!(environ(&[b"A=1\0B=2"]), [b"A=1"]);
    }

    #[test]
    fn variables_are_found_by_their_names() {
        let mut environ = Environ::default();
        assert_eq!(environ.get(b"A"), None);
        for variable in [&b"A=1"[..], b"AB=2", b"A=3"] {
            environ.set(variable);
        }
        assert_eq!(environ.get(b"A"), Some(&b"A=3"[..]));
        assert_eq!(environ.get(b"AB"), Some(&b"AB=2"[..]));
        assert_eq!(environ.get(b"B"), None);
        assert_eq!(environ.get(b""), None);
    }

    #[test]
    fn many_variables_are_told_apart() {
        let variables: Vec<String> = (0..10_000).map(|n| format!("V{}={n}", n % 5_000)).collect();
        let all: Vec<&[u8]> = variables.iter().map(String::as_bytes).collect();
        let left = environ(&all);
        assert_eq!(left.len(), 5_000);
        assert!(left.iter().zip(&all[5_000..]).all(|(left, last)| left == last));
    }
}
