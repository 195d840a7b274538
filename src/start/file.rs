//! The executable's own file, from which large data are mapped into the guest's memory, copy-on-write, when they
//! are first touched.
//!
//! Its name is `/proc/self/exe`, and that may be any file where no procfs is mounted (in a directory that
//! a process was locked into, say). It is taken only if the link is the kernel's own and the file begins with the very header that
//! this process runs; otherwise the data are copied from where the kernel has loaded them, which takes longer and is
//! never wrong. A file that is being executed cannot be written to (`ETXTBSY`); where it can all the same, on a file system of
//! other machines, it is only the guest's own data that change.

use crate::elf::{Header, Loaded};
use beeline_abi::{MAX_HOST_PAGE, ModuleImage};
use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags, fstat, open, statfs};

/// The file system type of procfs (`PROC_SUPER_MAGIC` of `include/uapi/linux/magic.h` in the kernel's source).
const PROCFS: u64 = 0x9fa0;

/// The file and where the image's data start in it; `None` if they are few, or if there is no file that is known to
/// be this executable.
pub(crate) fn backing(header: *const Header, image: &ModuleImage) -> Option<(OwnedFd, u64)> {
    if image.data_len < MAX_HOST_PAGE {
        return None;
    }
    let offset = Loaded::new(header).file_offset(image.data.addr())?;
    if statfs(c"/proc").ok()?.f_type as u64 != PROCFS {
        return None;
    }
    // A mount on the link itself may lead anywhere: a FIFO must not be waited for.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = open(c"/proc/self/exe", flags, Mode::empty()).ok()?;
    let mut bytes = [0; size_of::<Header>()];
    let read = rustix::io::pread(&file, &mut bytes, 0).ok()?;
    // SAFETY: the header lies at the start of the image, in a segment that is loaded and readable.
    let loaded = unsafe { header.cast::<[u8; size_of::<Header>()]>().read() };
    let length = fstat(&file).ok()?.st_size as u64;
    let whole = offset.checked_add(image.data_len as u64).is_some_and(|end| end <= length);
    (read == bytes.len() && bytes == loaded && whole).then_some((file, offset))
}
