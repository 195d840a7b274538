//! The built-in linker: objects in memory to the bytes of an executable.
//!
//! It is `libwild`, the library of the wild linker, with a file system of two or three files in memory. Nothing has to be installed, nothing is
//! written to disk, and the same code links for other targets than the host. What spoke for it, measured on a 2-core x86-64 machine
//! while it was busy with other work (best of five, `--timings`):
//!
//! | linked | built in | GNU ld 2.40 through `--linker` |
//! |---|---|---|
//! | hello world | 1.4 ms, 47 KiB | 5.4 ms, 53 KiB |
//! | python 3.11 (6 MB of code, 8 MB of data) | 20 ms, 15.7 MB | 121 ms, 15.7 MB |
//!
//! Both collect sections alike: of WASI, hello world has `fd_write` and nothing else. It costs about 4 of the 12 MB of the stripped `beeline` binary and two minutes of
//! building it; without default features, which saves only zstd for compressed debug sections. It has no global state
//! (linking repeatedly and from several threads is tested) and does not write to the terminal. For AArch64 it gives segments pages of 64 KiB at no cost
//! in the file (hello world: 48 KiB), leaves no relocations but relative ones, and pads what becomes read-only in memory to the largest page.
//!
//! Turned down: lld as a library (C++, a hundred times the size); running the system's linker (there may be none); a linker of our own for this
//! one case (one object, one runtime, relative relocations): some 600 lines, which would have to learn relaxations, GOT entries and merging of strings for
//! each ISA. `--linker` is there for whoever needs another (`external.rs`).
//!
//! One behaviour to know: libwild reads a few environment variables named `WILD_*`, for its own debugging.

use crate::{Error, Result, Target};
use beeline_codegen::Buffer;
use libwild::{Args, FileSystem, FileType, InputFileData, Linker, OutputFileData, OutputOptions};
use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How to link.
#[derive(Clone, Copy, Debug)]
pub struct LinkOptions {
    /// The target of the inputs.
    pub target: Target,
    /// Whether the executable keeps its symbol table.
    pub symbols: bool,
    /// Threads to link with; 0 for as many as the process may use. The output does not depend on it.
    pub threads: usize,
}

/// The name of the output in memory; inputs are `0.o`, `1.o` and so on.
const OUTPUT: &str = "executable";

/// Links an object with those of the runtime to an executable.
///
/// # Errors
///
/// The inputs do not fit together, or the linker cannot start its threads.
pub fn link(object: Buffer, runtime: &[&'static [u8]], options: LinkOptions) -> Result<Buffer> {
    let inputs: Inputs = std::iter::once(Bytes::Own(object))
        .chain(runtime.iter().map(|&bytes| Bytes::Carried(bytes)))
        .enumerate()
        .map(|(number, bytes)| (format!("{number}.o"), Arc::new(bytes)))
        .collect();

    let flags = crate::external::flags(options.target, options.symbols);
    let mut arguments = vec!["ld", "-flavor", "gnu"];
    arguments.extend(flags.iter().map(String::as_str));
    arguments.extend(["--no-identity-comment", "-o", OUTPUT]);
    arguments.extend(inputs.keys().map(String::as_str));
    let files = Files { inputs: Arc::new(inputs.clone()), outputs: Arc::default() };
    let arguments = || arguments.iter().copied();

    let messages = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&messages);
    let run = || -> libwild::error::Result {
        let mut args = Args::new(arguments)?;
        args.on_warning(Box::new(move |warning| lock(&sink).push(warning.to_string())));
        args.parse(arguments)?;
        Linker::with_file_system(files.clone()).run(&args).map(drop)
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.threads)
        .build()
        .map_err(|error| Error::Link(format!("no thread can be started: {error}")))?;
    let error = pool.install(run).err().map(|error| error.to_string());
    // Our inputs give no cause for warnings: one means that something is missing, such as the entry.
    let messages: Vec<String> = lock(&messages).drain(..).chain(error).collect();
    if !messages.is_empty() {
        return Err(Error::Link(messages.join("; ")));
    }
    lock(&files.outputs)
        .remove(Path::new(OUTPUT))
        .ok_or_else(|| Error::Link("the linker wrote no output".into()))
}

/// A lock that does not mind a panic of another thread: what it guards is replaced as a whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Contents of the inputs by name, in the order in which they are linked.
type Inputs = BTreeMap<String, Arc<Bytes>>;

/// The bytes of an input.
#[derive(Debug)]
enum Bytes {
    /// The module's object.
    Own(Buffer),
    /// An object of the runtime.
    Carried(&'static [u8]),
}

/// The linker's view of the world: its inputs, and what it writes.
#[derive(Clone)]
struct Files {
    inputs: Arc<Inputs>,
    outputs: Arc<Mutex<HashMap<PathBuf, Buffer>>>,
}

#[derive(Debug)]
struct Input(Arc<Bytes>);

impl InputFileData for Input {
    fn bytes(&self) -> &[u8] {
        match &*self.0 {
            Bytes::Own(bytes) => bytes,
            Bytes::Carried(bytes) => bytes,
        }
    }
}

struct Output {
    path: Arc<Path>,
    bytes: Buffer,
    outputs: Arc<Mutex<HashMap<PathBuf, Buffer>>>,
}

impl OutputFileData for Output {
    fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }

    fn finish(self) -> libwild::error::Result {
        lock(&self.outputs).insert(self.path.to_path_buf(), self.bytes);
        Ok(())
    }
}

impl Files {
    fn input(&self, path: &Path) -> Option<&Arc<Bytes>> {
        self.inputs.get(path.to_str()?)
    }
}

fn missing() -> libwild::error::Error {
    std::io::Error::from(std::io::ErrorKind::NotFound).into()
}

impl FileSystem for Files {
    type Input = Input;
    type Output = Output;

    fn open_input(&self, path: &Path, _: bool) -> libwild::error::Result<(Input, Option<Arc<File>>)> {
        let bytes = self.input(path).ok_or_else(missing)?;
        Ok((Input(Arc::clone(bytes)), None))
    }

    fn file_type(&self, path: &Path) -> libwild::error::Result<FileType> {
        self.input(path).map(|_| FileType::File).ok_or_else(missing)
    }

    fn canonicalize(&self, path: &Path) -> libwild::error::Result<PathBuf> {
        Ok(path.to_path_buf())
    }

    fn remove_file(&self, path: &Path) -> libwild::error::Result<()> {
        lock(&self.outputs).remove(path).map(drop).ok_or_else(missing)
    }

    fn rename_file(&self, path: &Path, new_path: &Path) -> libwild::error::Result<()> {
        let mut outputs = lock(&self.outputs);
        let bytes = outputs.remove(path).ok_or_else(missing)?;
        outputs.insert(new_path.to_path_buf(), bytes);
        Ok(())
    }

    fn create_output(&self, path: Arc<Path>, options: OutputOptions) -> libwild::error::Result<Output> {
        let size = usize::try_from(options.size).map_err(|_| libwild::error!("the output is too large"))?;
        let mut bytes = Buffer::with_room(size, 0);
        bytes.extend_to(size);
        Ok(Output { path, bytes, outputs: Arc::clone(&self.outputs) })
    }

    fn write_auxiliary(&self, path: &Path, bytes: &[u8]) -> libwild::error::Result {
        lock(&self.outputs).insert(path.to_path_buf(), bytes.to_vec().into());
        Ok(())
    }
}
