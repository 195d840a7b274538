//! Outputs appear complete or not at all: they are written beside their place and renamed, and what is half done is removed on
//! failure and when the command is interrupted.

use crate::report::Failure;
use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What to remove when a signal ends the command.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From here on, an interrupt, hang-up or termination signal removes unfinished files before the command ends.
pub fn clean_up_when_interrupted() {
    // Without a handler the signal ends the command as well, but may leave files behind.
    let _ = ctrlc::set_handler(|| {
        for path in unfinished().iter() {
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
        std::process::exit(130);
    });
}

/// Removes unfinished files of a command that ends because there is no memory. Nothing is allocated for paths of usual length; directories of
/// another linker's inputs stay behind, since looking through one takes memory.
pub fn clean_up_without_memory() {
    // The list may be in use by the very thread that asks: what cannot be had at once is left behind.
    if let Ok(paths) = UNFINISHED.try_lock() {
        for path in paths.iter() {
            let _ = fs::remove_file(path);
        }
    }
}

/// Keeps a path on the list of [`UNFINISHED`] while it lives.
struct Listed(PathBuf);

impl Listed {
    fn new(path: &Path) -> Self {
        unfinished().push(path.into());
        Self(path.into())
    }
}

impl Drop for Listed {
    fn drop(&mut self) {
        unfinished().retain(|path| path != &self.0);
    }
}

/// Refuses an output that cannot be one, before work is put into it.
pub fn check(path: &Path, input: &Path) -> Result<(), Failure> {
    if is_stdout(path) {
        return Ok(());
    }
    if path.is_dir() {
        return Err(Failure::of(path, "is a directory").hint("name a file in it with -o"));
    }
    if let (Ok(output), Ok(input)) = (path.canonicalize(), input.canonicalize())
        && output == input
    {
        return Err(Failure::of(path, "is the module itself").hint("name another file with -o"));
    }
    match parent(path) {
        directory if directory.is_dir() => Ok(()),
        directory if directory.exists() => Err(Failure::of(&directory, "is not a directory")),
        directory => Err(Failure::of(path, format!("cannot write: no directory {}", directory.display()))
            .hint("create the directory first")),
    }
}

/// Whether an output is standard output.
pub fn is_stdout(path: &Path) -> bool {
    path == Path::new("-")
}

/// The directory that a file is in.
fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(directory) if !directory.as_os_str().is_empty() => directory.into(),
        _ => PathBuf::from("."),
    }
}

/// Writes a file, or to standard output if its name is `-`. `executable` decides its permissions, which the umask narrows.
pub fn write(
    path: &Path,
    executable: bool,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    if is_stdout(path) {
        let mut out = BufWriter::new(io::stdout().lock());
        return content(&mut out).and_then(|()| out.flush()).map_err(|error| Failure::stdout(&error));
    }
    let failed = |error: io::Error| Failure::io(path, "write", &error);
    if fs::metadata(path).is_ok_and(|existing| !existing.is_file()) {
        // A device or pipe: nothing can take its place.
        let file = OpenOptions::new().write(true).open(path).map_err(failed)?;
        let mut out = BufWriter::new(file);
        return content(&mut out).and_then(|()| out.flush()).map_err(failed);
    }
    let path = &behind_links(path).map_err(failed)?;
    let mode = if executable { 0o777 } else { 0o666 };
    let file = tempfile::Builder::new()
        // Not made of the output's name, which may be as long as names can be.
        .prefix(".beeline-")
        .suffix(".tmp")
        .permissions(Permissions::from_mode(mode))
        .tempfile_in(parent(path))
        .map_err(|error| Failure::io(path, "write", &error))?;
    let _listed = Listed::new(file.path());
    let mut out = BufWriter::new(file);
    content(&mut out).map_err(failed)?;
    let file = out.into_inner().map_err(|error| failed(error.into_error()))?;
    // Closed before it can be found: the system does not execute a file that is open for writing.
    file.into_temp_path().persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// The file that a path stands for when it is a symbolic link, whether that file exists or not: outputs take the
/// place of the file, as with linkers, and the link stays.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows in a path.
    const MAX_LINKS: usize = 40;
    let mut path = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = parent(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// A directory for the files of another program; removed with everything in it when it is dropped or the command interrupted.
pub struct Workspace {
    directory: tempfile::TempDir,
    _listed: Listed,
}

impl Workspace {
    /// Creates one where temporary files go.
    pub fn new() -> Result<Self, Failure> {
        let directory = tempfile::Builder::new()
            .prefix("beeline-")
            .tempdir()
            .map_err(|error| Failure::io(&std::env::temp_dir(), "write", &error))?;
        let listed = Listed::new(directory.path());
        Ok(Self { directory, _listed: listed })
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.directory.path()
    }
}
