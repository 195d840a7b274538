//! [`Module`]: a compiled module, loaded into executable memory and known to the trap handler.
//!
//! Invariant: while a `Loaded` lives, its [`ModuleImage`] is valid, its text is mapped readable and executable (never writable and executable at
//! once) and registered with the runtime. Stores keep the modules of their instances alive.

use crate::code::CodeMemory;
use crate::types::{ExportType, ExternType, ImportType};
use crate::{Engine, Error, ErrorKind, Result};
use beeline_abi::info::{ExportEntry, ImportEntry, InfoView, ModuleImage, Section};
use beeline_codegen::{Buffer, CompiledModule, Timings};
use beeline_runtime::libcalls;
use beeline_runtime::trap::CodeRegistration;
use memmap2::Mmap;
use std::borrow::Cow;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// A compiled module. Cheap to clone; clones share the code.
#[derive(Clone)]
pub struct Module {
    loaded: Arc<Loaded>,
}

struct Loaded {
    engine: Engine,
    timings: Timings,
    image: ModuleImage,
    /// Dropped before the memory it describes.
    _registration: Option<CodeRegistration>,
    _text: Option<Mmap>,
    _data: Buffer,
    info: Words,
    _libcalls: Box<[*const u8]>,
}

// SAFETY: the pointers in `image` and `_libcalls` are to memory that the value itself owns (or to functions) and that nobody writes after loading.
unsafe impl Send for Loaded {}
// SAFETY: as for `Send`.
unsafe impl Sync for Loaded {}

impl Module {
    /// Compiles a module from its binary or text format.
    ///
    /// # Errors
    ///
    /// The text or the module is refused, or executable memory is not to be had.
    pub fn new(engine: &Engine, bytes: impl AsRef<[u8]>) -> Result<Self> {
        let bytes = binary(bytes.as_ref(), None)?;
        Self::from_binary(engine, &bytes)
    }

    /// Compiles the module in a file, in binary or text format.
    ///
    /// # Errors
    ///
    /// As for [`Module::new`], and when the file cannot be read.
    pub fn from_file(engine: &Engine, path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let bytes =
            std::fs::read(path).map_err(|e| Error::system(format!("cannot read {}: {e}", path.display())))?;
        Self::from_binary(engine, &binary(&bytes, Some(path))?)
    }

    /// Compiles a module from its binary format.
    ///
    /// # Errors
    ///
    /// As for [`Module::new`].
    pub fn from_binary(engine: &Engine, bytes: &[u8]) -> Result<Self> {
        let mut text = CodeMemory::new();
        let compiled = beeline_codegen::compile_into(bytes, engine.config().options(), &mut text)
            .map_err(|refused| text.take_error().map_or_else(|| refused.into(), no_memory))?;
        Self::from_compiled(engine, compiled, text)
    }

    /// Checks a module in binary format without compiling it.
    ///
    /// # Errors
    ///
    /// The module is refused.
    pub fn validate(engine: &Engine, bytes: &[u8]) -> Result<()> {
        Ok(beeline_codegen::validate(bytes, engine.config().options())?)
    }

    /// Loads what the compiler made with the engine's options. Both must come unchanged from [`beeline_codegen::compile_into`]: the machine code is run as it is.
    fn from_compiled(engine: &Engine, compiled: CompiledModule, text: CodeMemory) -> Result<Self> {
        let CompiledModule { info, data, libcalls, timings, .. } = compiled;
        let text = text.into_executable().map_err(no_memory)?;
        let info = Words::new(info);
        let libcalls: Box<[*const u8]> = libcalls.iter().map(|&libcall| libcalls::thunk(libcall)).collect();
        let (code, code_len) = text.as_ref().map_or((std::ptr::null(), 0), |(map, len)| (map.as_ptr(), *len));
        let image = ModuleImage {
            info: info.bytes().as_ptr(),
            info_len: info.bytes().len(),
            text: code,
            text_len: code_len,
            // Pages matter only to data that is mapped from a file.
            data: if data.is_empty() { std::ptr::null() } else { data.as_ptr() },
            data_len: data.len(),
            libcalls: libcalls.as_ptr(),
            host_funcs: std::ptr::null(),
        };
        // SAFETY: the parts of the image are owned by the value that also owns the registration, which is dropped first.
        let register = || unsafe { CodeRegistration::new(&image) };
        // An empty range would look like a free entry of the registry and be given to another module as well.
        let registration = text.is_some().then(register);
        Ok(Self {
            loaded: Arc::new(Loaded {
                engine: engine.clone(),
                timings,
                image,
                _registration: registration,
                _text: text.map(|(map, _)| map),
                _data: data,
                info,
                _libcalls: libcalls,
            }),
        })
    }

    /// The engine that compiled the module.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.loaded.engine
    }

    /// Where the compiler's time went, if the engine was asked to measure.
    #[must_use]
    pub fn timings(&self) -> &Timings {
        &self.loaded.timings
    }

    /// The name in the module's name section, if it has one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        let name = self.info().str(self.info().header().name);
        (!name.is_empty()).then_some(name)
    }

    /// What the module imports, in its order.
    pub fn imports(&self) -> impl ExactSizeIterator<Item = ImportType> + '_ {
        let info = self.info();
        info.iter::<ImportEntry>(Section::Imports).map(move |import| ImportType {
            module: info.str(import.module).to_owned(),
            name: info.str(import.name).to_owned(),
            ty: ExternType::of(info, import.kind, import.index),
        })
    }

    /// What the module exports, in its order.
    pub fn exports(&self) -> impl ExactSizeIterator<Item = ExportType> + '_ {
        let info = self.info();
        info.iter::<ExportEntry>(Section::Exports).map(move |export| ExportType {
            name: info.str(export.name).to_owned(),
            ty: ExternType::of(info, export.kind, export.index),
        })
    }

    /// The type of the export with this name.
    #[must_use]
    pub fn get_export(&self, name: &str) -> Option<ExternType> {
        let info = self.info();
        let export =
            info.iter::<ExportEntry>(Section::Exports).find(|export| info.str(export.name) == name)?;
        Some(ExternType::of(info, export.kind, export.index))
    }

    /// The description of the module. For the command, which has a launcher of its own.
    #[doc(hidden)]
    #[must_use]
    pub fn info(&self) -> InfoView<'_> {
        InfoView::new(self.loaded.info.bytes()).expect("the compiler writes this version of the blob")
    }

    /// Where the parts of the module lie; they stay there as long as the module. For the command, which has a launcher of its own.
    #[doc(hidden)]
    #[must_use]
    pub fn image(&self) -> &ModuleImage {
        &self.loaded.image
    }
}

impl fmt::Debug for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Module").field("name", &self.name()).finish_non_exhaustive()
    }
}

/// The binary format of `bytes`, which may be text.
fn binary<'a>(bytes: &'a [u8], path: Option<&Path>) -> Result<Cow<'a, [u8]>> {
    wat::Parser::new().parse_bytes(path, bytes).map_err(|e| ErrorKind::Text(e.to_string()).into())
}

/// Bytes that begin at a multiple of 8.
struct Words {
    bytes: Buffer,
    /// Index of the first one.
    start: usize,
}

impl Words {
    /// Moves `bytes` if they do not begin there, as they do wherever the allocator is a usual one.
    fn new(bytes: Buffer) -> Self {
        let distance = |bytes: &[u8]| bytes.as_ptr().addr().wrapping_neg() % 8;
        if distance(&bytes) == 0 {
            return Self { bytes, start: 0 };
        }
        let mut moved = Buffer::with_room(bytes.len() + 8, 0);
        let start = distance(&moved);
        moved.extend_to(start);
        moved.extend_from_slice(&bytes);
        Self { bytes: moved, start }
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[self.start..]
    }
}

fn no_memory(error: std::io::Error) -> Error {
    Error::system(format!("cannot map memory for a module: {error}"))
}
