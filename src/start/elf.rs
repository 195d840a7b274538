//! The executable's own ELF image (System V ABI, generic part, chapter 5): relocation at start-up and places
//! in the file.
//!
//! [`relocate`] runs before any stored address is right. It therefore reaches everything from the header's
//! address, which `_start` computes from the instruction pointer, calls nothing that could be elsewhere, and
//! cannot panic.

use crate::arch::RELATIVE;
use core::ffi::c_void;
use rustix::mm::MprotectFlags;

/// Start of the file, as it is loaded.
#[repr(C)]
pub(crate) struct Header {
    ident: [u8; 16],
    kind: u16,
    machine: u16,
    version: u32,
    entry: u64,
    program_headers: u64,
    section_headers: u64,
    flags: u32,
    header_size: u16,
    program_header_size: u16,
    program_header_count: u16,
}

#[repr(C)]
#[derive(Clone, Copy)]
struct ProgramHeader {
    kind: u32,
    flags: u32,
    offset: u64,
    address: u64,
    physical: u64,
    file_size: u64,
    memory_size: u64,
    align: u64,
}

const LOAD: u32 = 1;
const DYNAMIC: u32 = 2;
const RELRO: u32 = 0x6474_e552;

const DT_NULL: usize = 0;
const DT_RELA: usize = 7;
const DT_RELASZ: usize = 8;
const DT_RELRSZ: usize = 35;
const DT_RELR: usize = 36;

/// The executable, loaded.
#[derive(Clone, Copy)]
pub(crate) struct Loaded {
    header: *const Header,
    /// What is added to addresses in the file.
    base: usize,
}

impl Loaded {
    /// Program header `index`.
    fn segment(&self, index: usize) -> Option<ProgramHeader> {
        // SAFETY: the header lies at the start of the image, and its program headers in the same segment.
        unsafe {
            let header = &*self.header;
            if index >= header.program_header_count as usize {
                return None;
            }
            Some(*self.header.byte_add(header.program_headers as usize).cast::<ProgramHeader>().add(index))
        }
    }

    fn find(&self, kind: u32) -> Option<ProgramHeader> {
        let mut index = 0;
        loop {
            let segment = self.segment(index)?;
            if segment.kind == kind {
                return Some(segment);
            }
            index += 1;
        }
    }

    fn at<T>(&self, address: usize) -> *mut T {
        core::ptr::with_exposed_provenance_mut(self.base.wrapping_add(address))
    }

    /// Where in the file the byte at an address comes from.
    pub(crate) fn file_offset(&self, address: usize) -> Option<u64> {
        let address = address.wrapping_sub(self.base) as u64;
        let mut index = 0;
        loop {
            let segment = self.segment(index)?;
            let inside = address.wrapping_sub(segment.address);
            if segment.kind == LOAD && inside < segment.file_size {
                return Some(segment.offset + inside);
            }
            index += 1;
        }
    }
}

/// Applies the relocations of the executable, which are all relative to its load address, and makes what they
/// were for read-only. `stack` is the stack pointer that the process started with.
pub(crate) unsafe extern "C" fn relocate(header: *const Header, stack: *const usize) -> *const Header {
    let mut loaded = Loaded { header, base: 0 };
    loaded.base = loaded.find_base();
    let Some(dynamic) = loaded.find(DYNAMIC) else { return header };
    let (mut rela, mut rela_size, mut relr, mut relr_size) = (0, 0, 0, 0);
    let mut entry: *mut [usize; 2] = loaded.at(dynamic.address as usize);
    // SAFETY: the linker has written the tables; all they name lies within the image, in pages that are
    // writable for now.
    unsafe {
        loop {
            let [tag, value] = *entry;
            if tag == DT_NULL {
                break;
            } else if tag == DT_RELA {
                rela = value;
            } else if tag == DT_RELASZ {
                rela_size = value;
            } else if tag == DT_RELR {
                relr = value;
            } else if tag == DT_RELRSZ {
                relr_size = value;
            }
            entry = entry.add(1);
        }
        let mut at = 0;
        while at < rela_size {
            let [place, info, addend] = *loaded.at::<[usize; 3]>(rela.wrapping_add(at));
            if info as u32 == RELATIVE {
                *loaded.at(place) = loaded.base.wrapping_add(addend);
            }
            at += 24;
        }
        relocate_packed(&loaded, relr, relr_size);
        if let Some(relro) = loaded.find(RELRO) {
            // Too large a page would be wrong at the start, which may lie behind a gap, too small a one at the end, behind
            // which there is data.
            let page = page_size(stack);
            let start = relro.address as usize & !(page - 1);
            let end = (relro.address + relro.memory_size) as usize & !(page - 1);
            if end > start {
                let start_at = loaded.at::<c_void>(start);
                let _ = rustix::mm::mprotect(start_at, end - start, MprotectFlags::READ);
            }
        }
    }
    header
}

/// The kernel's page, as the auxiliary vector says.
unsafe fn page_size(stack: *const usize) -> usize {
    const AT_NULL: usize = 0;
    const AT_PAGESZ: usize = 6;
    // SAFETY: argc, then as many pointers, null, then pointers up to a null, then the vector up to its `AT_NULL`.
    unsafe {
        let mut at = stack.add(*stack + 2);
        while *at != 0 {
            at = at.add(1);
        }
        at = at.add(1);
        while *at != AT_NULL {
            if *at == AT_PAGESZ {
                return *at.add(1);
            }
            at = at.add(2);
        }
    }
    beeline_abi::MAX_HOST_PAGE
}

/// The packed form of relative relocations: an even word is an address to relocate, an odd one a bitmap of
/// the 63 words after the last.
unsafe fn relocate_packed(loaded: &Loaded, table: usize, size: usize) {
    let mut next: *mut usize = core::ptr::null_mut();
    let mut at = 0;
    while at < size {
        // SAFETY: as in `relocate`.
        unsafe {
            let word = *loaded.at::<usize>(table.wrapping_add(at));
            if word & 1 == 0 {
                next = loaded.at(word);
                *next = (*next).wrapping_add(loaded.base);
                next = next.add(1);
            } else {
                let mut bits = word >> 1;
                let mut place = next;
                while bits != 0 {
                    if bits & 1 != 0 {
                        *place = (*place).wrapping_add(loaded.base);
                    }
                    bits >>= 1;
                    place = place.wrapping_add(1);
                }
                next = next.wrapping_add(63);
            }
        }
        at += 8;
    }
}

impl Loaded {
    /// The executable whose header is at `header`.
    pub(crate) fn new(header: *const Header) -> Self {
        let mut loaded = Self { header, base: 0 };
        loaded.base = loaded.find_base();
        loaded
    }

    /// The distance between where the header lies and where the file says it does.
    fn find_base(&self) -> usize {
        let mut index = 0;
        loop {
            let Some(segment) = self.segment(index) else { return self.header.addr() };
            if segment.kind == LOAD && segment.offset == 0 {
                return self.header.expose_provenance().wrapping_sub(segment.address as usize);
            }
            index += 1;
        }
    }
}
