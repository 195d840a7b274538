//! Large buffers, in huge pages where the kernel has them.
//!
//! A page fault takes as long as compiling 80 bytes of a body, and the buffers of a whole program, which are written once, have thousands of pages: with huge
//! pages a program like python takes 0.9 of the time. What is in a buffer never depends on this.

/// Bytes of a huge page, or of most of them: elsewhere the advice is taken for less, or not at all.
const HUGE: usize = 2 << 20;

/// An empty buffer for `len` bytes, which are sure to be written, and about as many more as `room` says, which cost addresses only. At most a third
/// of the memory that it costs is not written.
pub fn buffer(len: usize, room: usize) -> Vec<u8> {
    if len < HUGE {
        return Vec::with_capacity(len + room);
    }
    // Kernels put a mapping to where its pages can be huge if its length is a multiple of theirs. The allocator's own record is in the same mapping.
    let buffer = Vec::with_capacity((len + room + 64).next_multiple_of(HUGE) - 64);
    // The last page is not full, which does not matter behind two others.
    advise(&buffer, if len < 2 * HUGE { len } else { len + room });
    buffer
}

/// Asks for huge pages for the first `len` bytes of an empty buffer.
#[cfg(target_os = "linux")]
fn advise(buffer: &Vec<u8>, len: usize) {
    const PAGE: usize = 4096;
    // From the start of the page, where the mapping starts.
    let start = buffer.as_ptr().addr() / PAGE * PAGE;
    let end = (buffer.as_ptr().addr() + len.min(buffer.capacity())) / HUGE * HUGE;
    if start < end {
        let pages = buffer.as_ptr().with_addr(start).cast_mut().cast();
        // SAFETY: the range is mapped: it is the buffer, and what is in front of it in its first page. The advice changes neither what is there nor who owns
        // it; a kernel without huge pages refuses it.
        let _ = unsafe { rustix::mm::madvise(pages, end - start, rustix::mm::Advice::LinuxHugepage) };
    }
}

#[cfg(not(target_os = "linux"))]
fn advise(_: &Vec<u8>, _: usize) {}
