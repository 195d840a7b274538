//! Modules from files and standard input, binary or text.
//!
//! What is read is the command's own: a copy that nobody else can change. The compiler goes through a module twice, and the second time
//! relies on what it found the first time; a mapping of the file would show it what others write there in between.

use crate::hints::TIMINGS_HINT;
use crate::report::{self, Failure};
use beeline_codegen::{Buffer, ErrorKind};
use beeline_image::executable::is_elf;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Deref;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::{iter, thread};

/// Bytes of the largest input. Offsets in a module have 32 bits.
const MAX_INPUT: u64 = u32::MAX as u64;
/// Bytes of the largest input in the text format: what parses it needs some forty times as much memory.
const MAX_TEXT: usize = 256 << 20;
/// What a binary module begins with (WebAssembly 3.0, 5.5.16 Modules).
const MAGIC: &[u8] = b"\0asm";
/// Bytes at the start by which a text is told from what is none.
const LOOK: usize = 4096;
/// Bytes that are worth a thread.
const MIN_PART: usize = 4 << 20;
/// Bytes of the stack of a thread that reads: little memory, for there may be little.
const READER_STACK: usize = 64 << 10;
/// Bytes that are read at a time.
const PIECE: usize = 64 << 20;

/// The content of an input.
pub struct Bytes {
    buffer: Buffer,
    len: usize,
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.buffer[..self.len]
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        let len = bytes.len();
        Self { buffer: bytes.into(), len }
    }
}

impl Bytes {
    /// Reads a file to its end. `len` is how long it is said to be; what it turns out to be is what counts. What is not binary
    /// may be no longer than text may be, so that an input without end is found out.
    fn read(mut file: impl Read, len: u64) -> io::Result<Self> {
        let too_large = || io::Error::from(io::ErrorKind::FileTooLarge);
        if len > MAX_INPUT {
            return Err(too_large());
        }
        let mut buffer = Buffer::with_room(len as usize, 0);
        buffer.extend_to(len as usize);
        let mut filled = 0;
        loop {
            let binary = |start: &[u8]| start.starts_with(MAGIC) || is_elf(start);
            let limit = if filled < LOOK || binary(&buffer[..filled]) { MAX_INPUT } else { MAX_TEXT as u64 };
            if filled as u64 > limit {
                return Err(too_large());
            }
            if filled == buffer.len() {
                // The end, or a file that is longer than it was, or none whose length is known.
                let mut more = [0; 16 << 10];
                let read = retry(|| file.read(&mut more))?;
                if read == 0 {
                    return Ok(Self { buffer, len: filled });
                }
                buffer.extend_from_slice(&more[..read]);
                filled += read;
            } else {
                // The first bytes alone first: they say how many there may be.
                let end =
                    if filled < LOOK { buffer.len().min(LOOK) } else { buffer.len().min(filled + PIECE) };
                let read = retry(|| file.read(&mut buffer[filled..end]))?;
                if read == 0 {
                    return Ok(Self { buffer, len: filled });
                }
                filled += read;
            }
        }
    }
}

/// A regular file, of which the threads read much at once: it takes 5 ms for php's 13 MB, most of it for new pages.
struct Parts<'a> {
    file: &'a File,
    at: u64,
}

impl Read for Parts<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (file, at) = (self.file, self.at);
        let threads = thread::available_parallelism().map_or(1, usize::from).min(buffer.len() / MIN_PART);
        let part = buffer.len().div_ceil(threads.max(1)).max(1);
        let places = || (at..).step_by(part);
        let (first, rest) = buffer.split_at_mut(part.min(buffer.len()));
        let reads: Vec<_> = thread::scope(|scope| {
            let started: Vec<_> = (rest.chunks_mut(part).zip(places().skip(1)))
                .map(|(bytes, at)| {
                    let thread = thread::Builder::new().stack_size(READER_STACK);
                    thread.spawn_scoped(scope, move || read_at(file, bytes, at))
                })
                .collect();
            let first = read_at(file, first, at);
            let others = started.into_iter().map(|thread| thread.ok().and_then(|thread| thread.join().ok()));
            iter::once(Some(first)).chain(others).collect()
        });
        let mut whole = 0;
        for ((bytes, at), read) in buffer.chunks_mut(part).zip(places()).zip(reads) {
            // What there was no thread for is read now.
            let read = read.unwrap_or_else(|| read_at(file, bytes, at))?;
            whole += read;
            if read < bytes.len() {
                break; // The file has become shorter.
            }
        }
        self.at += whole as u64;
        Ok(whole)
    }
}

/// Fills a buffer from a place in a file on; how much of it, which is less only at the file's end.
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match retry(|| file.read_at(&mut buffer[filled..], at + filled as u64))? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

/// Does again what a signal has interrupted.
fn retry(mut read: impl FnMut() -> io::Result<usize>) -> io::Result<usize> {
    loop {
        match read() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// The bytes of a file, or of standard input if its name is `-`.
pub fn read(path: &Path) -> Result<Bytes, Failure> {
    let failed = |error: &io::Error| match error.kind() {
        io::ErrorKind::FileTooLarge => {
            let what = format!("is larger than a module can be: 4 GiB, or {} MiB of text", MAX_TEXT >> 20);
            Failure::of(path, what).hint("modules are .wasm files, or .wat files in the text format")
        }
        io::ErrorKind::NotFound if path == Path::new("json") || path == Path::new("table") => {
            Failure::io(path, "read", error).hint(TIMINGS_HINT)
        }
        _ => Failure::io(path, "read", error),
    };
    if path == Path::new("-") {
        return Bytes::read(io::stdin().lock(), 0).map_err(|error| failed(&error));
    }
    let file = File::open(path).map_err(|error| failed(&error))?;
    let metadata = file.metadata().map_err(|error| failed(&error))?;
    if metadata.is_dir() {
        return Err(Failure::of(path, "is a directory").hint("name a .wasm or .wat file"));
    }
    let bytes = if metadata.is_file() {
        Bytes::read(Parts { file: &file, at: 0 }, metadata.len())
    } else {
        // Pipes and devices have no length, and no places to read at.
        Bytes::read(file, 0)
    };
    bytes.map_err(|error| failed(&error))
}

/// The module in a file: binary, or translated from the text format.
pub fn module(path: &Path) -> Result<Bytes, Failure> {
    module_of(path, read(path)?)
}

/// The module in the content of a file.
pub fn module_of(path: &Path, bytes: Bytes) -> Result<Bytes, Failure> {
    if bytes.starts_with(MAGIC) {
        return Ok(bytes);
    }
    if bytes.is_empty() {
        return Err(Failure::of(path, "is empty"));
    }
    let named_text = path.extension().is_some_and(|extension| extension == "wat" || extension == "wast");
    if !named_text && !may_be_text(&bytes[..bytes.len().min(LOOK)]) {
        let what = "is not a WebAssembly module: it does not begin with \\0asm (at offset 0x0)";
        return Err(Failure::of(path, what).hint("modules are .wasm files, or .wat files in the text format"));
    }
    let text = std::str::from_utf8(&bytes)
        .map_err(|error| Failure::of(path, format!("is not text (at offset {:#x})", error.valid_up_to())))?;
    match wat::parse_str(text) {
        Ok(binary) => Ok(binary.into()),
        Err(mut error) => {
            error.set_path(report::name(path));
            let failure = Failure::of(path, error);
            let script = path.extension().is_some_and(|extension| extension == "wast");
            Err(if script { failure.hint("`beeline wast` runs test scripts") } else { failure })
        }
    }
}

/// Whether what begins with these bytes looks like the text format: a parenthesis or a comment.
fn may_be_text(start: &[u8]) -> bool {
    let text = match std::str::from_utf8(start) {
        Ok(text) => text,
        // The last character may be cut.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    text.trim_start().starts_with(['(', ';'])
}

/// What the compiler finds wrong with a module, with what to do about it.
pub fn refused(path: &Path, error: &beeline_codegen::Error) -> Failure {
    let failure = Failure::of(path, error);
    match error.kind {
        ErrorKind::Malformed => failure.hint("the file is damaged or incomplete"),
        ErrorKind::Invalid => {
            failure.hint("the program that wrote the module is at fault: it breaks the rules of WebAssembly")
        }
        ErrorKind::Unsupported(feature) => match feature.advice() {
            Some(advice) => failure.hint(advice),
            None => failure,
        },
        ErrorKind::TooLarge if error.exceeds_code_limit() => {
            failure.hint("--code-limit allows more machine code")
        }
        ErrorKind::TooLarge => failure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn file(len: usize) -> (File, Vec<u8>) {
        let mut bytes: Vec<u8> = (0..len as u32).map(|n| (n.wrapping_mul(0x9e37_79b9) >> 24) as u8).collect();
        bytes.splice(..MAGIC.len().min(len), MAGIC[..MAGIC.len().min(len)].iter().copied());
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        (file, bytes)
    }

    #[test]
    fn files_are_read_whole_whatever_their_length_is_said_to_be() {
        for len in [0, 1, LOOK, LOOK + 1, 2 * MIN_PART - 1, 2 * MIN_PART + LOOK, 5 * MIN_PART + 12_345] {
            let (file, bytes) = file(len);
            for said in [0, 1, len / 2, len, len + 1, len + 3 * MIN_PART] {
                let read = Bytes::read(Parts { file: &file, at: 0 }, said as u64).unwrap();
                assert!(*read == bytes[..], "{len} bytes, said to be {said}");
            }
        }
    }

    #[test]
    fn a_file_ends_where_its_first_short_part_does() {
        let (file, bytes) = file(3 * MIN_PART);
        let mut buffer = vec![0; 8 * MIN_PART];
        let mut parts = Parts { file: &file, at: 5 };
        assert_eq!(parts.read(&mut buffer).unwrap(), bytes.len() - 5);
        assert!(buffer[..bytes.len() - 5] == bytes[5..]);
        assert_eq!(parts.read(&mut buffer).unwrap(), 0);
    }
}
