//! What an executable may touch: collected while it is built, carried in it as a note, read back by `inspect`.
//!
//! The blob of [`beeline_abi::grants`] is the content of an ELF note (owner [`NOTE_OWNER`], type [`NOTE_GRANTS`]): linkers make a
//! program header for notes and `strip` keeps them, so that the grants of an executable can be listed without symbols and without
//! section headers.

use beeline_abi::grants as tag;

/// The owner of Beeline's notes.
pub const NOTE_OWNER: &[u8] = b"Beeline";
/// The type of the note with the grants.
pub const NOTE_GRANTS: u32 = 1;
/// The section of the note.
pub(crate) const NOTE_SECTION: &[u8] = b".note.beeline";
/// Bytes of the note before the blob: three words, the owner and its zero byte, which make a multiple of 4.
pub(crate) const NOTE_HEADER: usize = 12 + NOTE_OWNER.len() + 1;

/// A directory that the guest may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dir {
    /// Path on the host; a relative one is resolved when the program starts.
    pub host: Vec<u8>,
    /// The name that the guest sees.
    pub guest: Vec<u8>,
    /// Whether files in it may be changed.
    pub writable: bool,
}

/// Grants and defaults of a program. Nothing is granted that is not in here. Paths, variables and arguments are bytes as the
/// system has them, without zeros.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grants {
    /// Directories, in the order of the descriptors that the guest finds them under.
    pub dirs: Vec<Dir>,
    /// Environment variables: `NAME=VALUE`, or `NAME` for the value that it has when the program starts. Of
    /// several with one name the last counts.
    pub env: Vec<Vec<u8>>,
    /// Whether the whole environment is passed on, but for the variables in `env`.
    pub inherit_env: bool,
    /// Arguments before those of the command line.
    pub args: Vec<Vec<u8>>,
    /// The guest's `argv[0]`; without it, the program's own.
    pub argv0: Option<Vec<u8>>,
    /// Bytes of the guest's stack; without it, the runtime's default.
    pub stack_size: Option<u64>,
    /// Bytes that the guest's memories may have together.
    pub max_memory: Option<u64>,
    /// Elements that the guest's tables may have together.
    pub max_table: Option<u64>,
    /// The export to call instead of `_start`.
    pub invoke: Option<String>,
    /// The module's name for messages.
    pub module_name: Option<String>,
}

impl Grants {
    /// The blob as [`beeline_abi::grants`] describes it. The strings must not contain zero bytes, which arguments of a command
    /// never do; what comes after one would be cut off.
    #[must_use]
    pub fn to_blob(&self) -> Vec<u8> {
        let mut entries = Vec::new();
        let mut push = |tag: u32, content: &[u8]| {
            entries.extend_from_slice(&tag.to_le_bytes());
            entries.extend_from_slice(&(content.len() as u32).to_le_bytes());
            entries.extend_from_slice(content);
        };
        if let Some(name) = &self.module_name {
            push(tag::MODULE_NAME, name.as_bytes());
        }
        for dir in &self.dirs {
            push(tag::DIR, &[&dir.host, &b"\0"[..], &dir.guest, b"\0", &[u8::from(dir.writable)]].concat());
        }
        if self.inherit_env {
            push(tag::INHERIT_ENV, &[]);
        }
        for variable in &self.env {
            push(tag::ENV, variable);
        }
        if let Some(argv0) = &self.argv0 {
            push(tag::ARGV0, argv0);
        }
        for arg in &self.args {
            push(tag::ARG, arg);
        }
        for (tag, number) in [
            (tag::STACK_SIZE, self.stack_size),
            (tag::MAX_MEMORY, self.max_memory),
            (tag::MAX_TABLE, self.max_table),
        ] {
            if let Some(number) = number {
                push(tag, &number.to_le_bytes());
            }
        }
        if let Some(export) = &self.invoke {
            push(tag::INVOKE, export.as_bytes());
        }
        let mut blob = (entries.len() as u32).to_le_bytes().to_vec();
        blob.append(&mut entries);
        blob
    }

    /// Reads a blob. Entries of unknown kind are passed over.
    #[must_use]
    pub fn from_blob(blob: &[u8]) -> Self {
        let mut grants = Self::default();
        let text = |content: &[u8]| String::from_utf8_lossy(content).into_owned();
        let number = |content: &[u8]| content.try_into().ok().map(u64::from_le_bytes);
        for (tag, content) in tag::Entries::new(blob) {
            match tag {
                tag::DIR => {
                    if let Some((host, guest, writable)) = tag::parse_dir(content) {
                        grants.dirs.push(Dir { host: host.into(), guest: guest.into(), writable });
                    }
                }
                tag::ENV => grants.env.push(content.into()),
                tag::INHERIT_ENV => grants.inherit_env = true,
                tag::ARG => grants.args.push(content.into()),
                tag::ARGV0 => grants.argv0 = Some(content.into()),
                tag::STACK_SIZE => grants.stack_size = number(content),
                tag::MAX_MEMORY => grants.max_memory = number(content),
                tag::MAX_TABLE => grants.max_table = number(content),
                tag::INVOKE => grants.invoke = Some(text(content)),
                tag::MODULE_NAME => grants.module_name = Some(text(content)),
                _ => {}
            }
        }
        grants
    }

    /// The note that carries the blob: its content starts at [`NOTE_HEADER`].
    pub(crate) fn to_note(&self) -> Vec<u8> {
        let blob = self.to_blob();
        let mut note = Vec::with_capacity(NOTE_HEADER + blob.len() + 3);
        for word in [NOTE_OWNER.len() as u32 + 1, blob.len() as u32, NOTE_GRANTS] {
            note.extend_from_slice(&word.to_le_bytes());
        }
        note.extend_from_slice(NOTE_OWNER);
        note.push(0);
        note.extend_from_slice(&blob);
        note.resize(note.len().next_multiple_of(4), 0);
        note
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blob_round_trips() {
        let grants = Grants {
            dirs: vec![
                Dir { host: ".".into(), guest: "/".into(), writable: true },
                Dir { host: "/usr/lib".into(), guest: "lib".into(), writable: false },
            ],
            env: vec!["A=1".into(), "HOME".into(), b"NO_TEXT=\xff".into()],
            inherit_env: true,
            args: vec!["-x".into(), Vec::new()],
            argv0: Some("prog".into()),
            stack_size: Some(1 << 33),
            max_memory: Some(1 << 20),
            max_table: Some(u64::MAX),
            invoke: Some("main".into()),
            module_name: Some("m".into()),
        };
        assert_eq!(Grants::from_blob(&grants.to_blob()), grants);
        assert_eq!(Grants::from_blob(&Grants::default().to_blob()), Grants::default());
    }

    #[test]
    fn damaged_blobs_are_read_as_far_as_they_go() {
        let blob = Grants { env: vec!["A=1".into(), "B=2".into()], ..Grants::default() }.to_blob();
        for len in 0..blob.len() {
            assert!(Grants::from_blob(&blob[..len]).env.len() < 2);
        }
    }
}
