//! Modules from files and standard input, binary or text.

use crate::report::Failure;
use beeline_codegen::ErrorKind;
use memmap2::Mmap;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Deref;
use std::path::Path;

/// Bytes of an input.
pub enum Bytes {
    /// A file, mapped.
    Mapped(Mmap),
    /// Read or translated.
    Owned(Vec<u8>),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Mapped(map) => map,
            Self::Owned(bytes) => bytes,
        }
    }
}

/// The bytes of a file, or of standard input if its name is `-`.
pub fn read(path: &Path) -> Result<Bytes, Failure> {
    let failed = |error: &io::Error| Failure::io(path, "read", error);
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map_err(|error| failed(&error))?;
        return Ok(Bytes::Owned(bytes));
    }
    let mut file = File::open(path).map_err(|error| failed(&error))?;
    let metadata = file.metadata().map_err(|error| failed(&error))?;
    if metadata.is_dir() {
        return Err(Failure::of(path, "is a directory").hint("name a .wasm or .wat file"));
    }
    if metadata.is_file() && metadata.len() > 0 {
        // SAFETY: the mapping is private and only read. Another process that changes or truncates the file meanwhile could make
        // reads inconsistent or fault; nothing here can prevent that, and like linkers we take inputs not to be
        // rewritten while they are being compiled: a copy would cost as much memory as the module again. No soundness rests
        // on what the bytes are: the compiler's validity argument holds within one reading, and its output is as untrusted as the module.
        if let Ok(map) = unsafe { Mmap::map(&file) } {
            return Ok(Bytes::Mapped(map));
        }
    }
    // Pipes and devices cannot be mapped.
    file.read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    Ok(Bytes::Owned(bytes))
}

/// The module in a file: binary, or translated from the text format.
pub fn module(path: &Path) -> Result<Bytes, Failure> {
    const MAGIC: &[u8] = b"\0asm";
    let bytes = read(path)?;
    if bytes.starts_with(MAGIC) {
        return Ok(bytes);
    }
    if bytes.is_empty() {
        return Err(Failure::of(path, "is empty"));
    }
    let named_text = path.extension().is_some_and(|extension| extension == "wat" || extension == "wast");
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) if named_text || text.trim_start().starts_with(['(', ';']) => text,
        Err(error) if named_text => {
            return Err(Failure::of(path, format!("is not text (at offset {:#x})", error.valid_up_to())));
        }
        _ => {
            return Err(Failure::of(
                path,
                "is not a WebAssembly module: it does not begin with \\0asm (at offset 0x0)",
            )
            .hint("modules are .wasm files, or .wat files in the text format"));
        }
    };
    match wat::parse_str(text) {
        Ok(binary) => Ok(Bytes::Owned(binary)),
        Err(mut error) => {
            error.set_path(path);
            Err(Failure::of(path, error))
        }
    }
}

/// What the compiler finds wrong with a module, with what to do about it.
pub fn refused(path: &Path, error: &beeline_codegen::Error) -> Failure {
    let failure = Failure::of(path, error);
    match error.kind {
        ErrorKind::Malformed => failure.hint("the file is damaged or incomplete"),
        ErrorKind::Invalid => {
            failure.hint("the program that wrote the module is at fault: it breaks the rules of WebAssembly")
        }
        ErrorKind::Unsupported => failure.hint("compile the program without this feature"),
        ErrorKind::TooLarge => failure,
    }
}
