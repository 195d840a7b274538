//! Reading back what Beeline has built, for `inspect`. The file may be anything: nothing in it is trusted.

use crate::grants::{Grants, NOTE_GRANTS, NOTE_OWNER};
use crate::{Error, Result, object::MODULE_SECTIONS};
use object::elf::{FileHeader64, PT_NOTE, SHT_NOTE};
use object::read::elf::{FileHeader, NoteIterator, ProgramHeader, SectionHeader};
use object::{Endianness, elf};

/// The facts of an executable or object that Beeline has built.
#[derive(Clone, Debug)]
pub struct Executable {
    /// Whether it can be run, rather than linked.
    pub linked: bool,
    /// The name of its instruction set.
    pub isa: &'static str,
    /// What it may touch.
    pub grants: Grants,
    /// Sections that hold the module, by name, with their sizes in bytes. Empty when the section headers are gone.
    pub sections: Vec<(String, u64)>,
}

/// Whether a file is in the format that Beeline's executables have.
#[must_use]
pub fn is_elf(bytes: &[u8]) -> bool {
    bytes.starts_with(&elf::ELFMAG)
}

impl Executable {
    /// Reads an executable or object.
    ///
    /// # Errors
    ///
    /// It is damaged, or carries no grants: something else has built it.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let damaged = |error: object::read::Error| Error::NotExecutable(format!("damaged ELF file: {error}"));
        let header = FileHeader64::<Endianness>::parse(bytes).map_err(damaged)?;
        let endian = header.endian().map_err(damaged)?;
        let isa = match header.e_machine(endian) {
            elf::EM_X86_64 => "x86_64",
            elf::EM_AARCH64 => "aarch64",
            _ => "unknown",
        };
        let mut grants = None;
        let mut look = |notes: Option<NoteIterator<'_, FileHeader64<Endianness>>>| -> Result<()> {
            for note in notes.into_iter().flatten() {
                let note = note.map_err(damaged)?;
                if note.name() == NOTE_OWNER && note.n_type(endian).0 == NOTE_GRANTS {
                    grants = Some(Grants::from_blob(note.desc()));
                }
            }
            Ok(())
        };
        for segment in header.program_headers(endian, bytes).map_err(damaged)? {
            if segment.p_type(endian) == PT_NOTE {
                look(segment.notes(endian, bytes).map_err(damaged)?)?;
            }
        }
        let table = header.sections(endian, bytes).map_err(damaged)?;
        let mut sections = Vec::new();
        for section in table.iter() {
            if section.sh_type(endian) == SHT_NOTE {
                look(section.notes(endian, bytes).map_err(damaged)?)?;
            }
            let name = table.section_name(endian, section).map_err(damaged)?;
            if MODULE_SECTIONS.contains(&name) {
                sections.push((String::from_utf8_lossy(name).into_owned(), section.sh_size(endian)));
            }
        }
        let Some(grants) = grants else {
            return Err(Error::NotExecutable("an ELF file, but not one that Beeline has built".into()));
        };
        Ok(Self { linked: header.e_type(endian) != elf::ET_REL, isa, grants, sections })
    }
}
