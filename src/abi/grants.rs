//! What an executable was granted when it was built: a blob of entries under [`crate::info::GRANTS_SYMBOL`].
//!
//! The blob is `u32` length of the rest, then entries: `u32` tag, `u32` length, bytes, all little-endian, without padding. Absent is denied.

/// A directory: host path, a zero byte, guest path, a zero byte, one byte of rights (bit 0: writable).
pub const DIR: u32 = 1;
/// An environment variable: `KEY=VALUE`, or `KEY` alone for the value (if any) that it has when the program starts.
pub const ENV: u32 = 2;
/// An argument that goes before those of the command line.
pub const ARG: u32 = 3;
/// `argv[0]` of the guest; without it the guest sees the executable's own.
pub const ARGV0: u32 = 4;
/// The guest's stack in bytes, a `u64`.
pub const STACK_SIZE: u32 = 5;
/// The export to call instead of `_start`.
pub const INVOKE: u32 = 6;
/// The module's name for messages, and where the symbol of its file was: the path that was compiled.
pub const MODULE_NAME: u32 = 7;
/// All variables of the environment are passed on. No content.
pub const INHERIT_ENV: u32 = 8;
/// Bytes that the guest's memories may have together, a `u64`.
pub const MAX_MEMORY: u32 = 9;
/// Elements that the guest's tables may have together, a `u64`.
pub const MAX_TABLE: u32 = 10;

/// Iterator over the entries of a blob: tag and content.
#[derive(Clone, Debug)]
pub struct Entries<'a>(&'a [u8]);

impl<'a> Entries<'a> {
    /// The entries behind the length word at the start of `blob`.
    #[must_use]
    pub fn new(blob: &'a [u8]) -> Self {
        let len = word(blob, 0).unwrap_or(0) as usize;
        Self(blob.get(4..4 + len).unwrap_or(&[]))
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = (u32, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (tag, len) = (word(self.0, 0)?, word(self.0, 4)? as usize);
        let content = self.0.get(8..8 + len)?;
        self.0 = &self.0[8 + len..];
        Some((tag, content))
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The host path, guest path and whether it is writable, of the content of a [`DIR`] entry.
#[must_use]
pub fn parse_dir(content: &[u8]) -> Option<(&[u8], &[u8], bool)> {
    let mut parts = content.splitn(3, |&byte| byte == 0);
    let (host, guest, rights) = (parts.next()?, parts.next()?, parts.next()?);
    Some((host, guest, rights.first()? & 1 != 0))
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    fn blob(entries: &[(u32, &[u8])]) -> Vec<u8> {
        let mut rest = Vec::new();
        for &(tag, content) in entries {
            rest.extend_from_slice(&tag.to_le_bytes());
            rest.extend_from_slice(&(content.len() as u32).to_le_bytes());
            rest.extend_from_slice(content);
        }
        let mut blob = (rest.len() as u32).to_le_bytes().to_vec();
        blob.extend(rest);
        blob
    }

    #[test]
    fn entries_come_back_in_order() {
        let entries: [(u32, &[u8]); 4] = [(ENV, b"A=1"), (INHERIT_ENV, b""), (ARG, b"x"), (ENV, b"B")];
        assert_eq!(Entries::new(&blob(&entries)).collect::<Vec<_>>(), entries);
    }

    #[test]
    fn what_lies_behind_the_blob_is_not_read() {
        let mut bytes = blob(&[(ARG, b"x")]);
        bytes.extend(blob(&[(ARG, b"y")]));
        assert_eq!(Entries::new(&bytes).count(), 1);
    }

    #[test]
    fn a_damaged_blob_grants_no_more_than_its_whole_entries() {
        let whole = blob(&[(ENV, b"A=1"), (ENV, b"B=2")]);
        for len in 0..whole.len() {
            // The length word is beyond what there is.
            assert_eq!(Entries::new(&whole[..len]).count(), 0);
        }
        let mut cut = whole;
        cut[0] -= 1;
        assert_eq!(Entries::new(&cut).collect::<Vec<_>>(), [(ENV, &b"A=1"[..])]);
    }

    #[test]
    fn directories_have_two_paths_and_rights() {
        assert_eq!(parse_dir(b"/host\0/guest\0\x01"), Some((&b"/host"[..], &b"/guest"[..], true)));
        assert_eq!(parse_dir(b".\0/\0\x00"), Some((&b"."[..], &b"/"[..], false)));
        assert_eq!(parse_dir(b"/host\0/guest"), None);
        assert_eq!(parse_dir(b"/host\0/guest\0"), None);
        assert_eq!(parse_dir(b""), None);
    }
}
