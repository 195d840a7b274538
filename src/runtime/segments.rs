//! Bulk operations on memories and tables (WebAssembly 2.0, 4.4.6 and 4.4.7), for libcalls and instantiation
//! alike.
//!
//! Each checks all bounds first and then writes everything or nothing. Indices of memories, tables and
//! segments are valid; a dropped segment has length 0.

use crate::const_expr::eval;
use crate::instance::{Backing, Instance};
use crate::memory::Memory;
use crate::sys::{PAGE, map_file_over};
use crate::table::Table;
use beeline_abi::TrapCode;
use beeline_abi::info::{DataEntry, ELEM_FUNCS, ElemEntry, NONE, Range, Section};
use core::ptr;

/// Segments shorter than this are copied: a mapping costs more than copying it.
const MIN_MAPPED: u64 = 64 << 10;

const OUT_OF_MEMORY: TrapCode = TrapCode::MemoryOutOfBounds;
const OUT_OF_TABLE: TrapCode = TrapCode::TableOutOfBounds;

fn memory(instance: &Instance, index: u32) -> *mut Memory {
    instance.memories[index as usize]
}

fn table(instance: &Instance, index: u32) -> *mut Table {
    instance.tables[index as usize]
}

fn memory_range(instance: &Instance, index: u32, start: u64, len: u64) -> Result<*mut u8, TrapCode> {
    // SAFETY: memories live as long as the store.
    unsafe { (*memory(instance, index)).range(start, len) }.ok_or(OUT_OF_MEMORY)
}

fn table_range(instance: &Instance, index: u32, start: u64, len: u64) -> Result<*mut u64, TrapCode> {
    // SAFETY: tables live as long as the store.
    unsafe { (*table(instance, index)).range(start, len) }.ok_or(OUT_OF_TABLE)
}

/// Whether `len` items from `start` lie within `all`.
fn within(start: u64, len: u64, all: u64) -> bool {
    start.checked_add(len).is_some_and(|end| end <= all)
}

pub(crate) fn memory_copy(
    instance: &Instance,
    to: u32,
    from: u32,
    dst: u64,
    src: u64,
    len: u64,
) -> Result<(), TrapCode> {
    let dst = memory_range(instance, to, dst, len)?;
    let src = memory_range(instance, from, src, len)?;
    // SAFETY: both ranges are in bounds; they may overlap.
    unsafe { ptr::copy(src, dst, len as usize) };
    Ok(())
}

pub(crate) fn memory_fill(
    instance: &Instance,
    index: u32,
    dst: u64,
    byte: u8,
    len: u64,
) -> Result<(), TrapCode> {
    let dst = memory_range(instance, index, dst, len)?;
    // SAFETY: the range is in bounds.
    unsafe { ptr::write_bytes(dst, byte, len as usize) };
    Ok(())
}

pub(crate) fn memory_init(
    instance: &Instance,
    index: u32,
    segment: u32,
    dst: u64,
    src: u64,
    len: u64,
) -> Result<(), TrapCode> {
    let entry: DataEntry = instance.info().get(Section::Datas, segment as usize);
    let all = if instance.dropped_datas[segment as usize] { 0 } else { entry.len };
    if !within(src, len, all) {
        return Err(OUT_OF_MEMORY);
    }
    let dst = memory_range(instance, index, dst, len)?;
    let src = instance.image().data.wrapping_add((entry.start + src) as usize);
    // SAFETY: the target is in bounds, the source lies in the image's data, which is no memory.
    unsafe { ptr::copy_nonoverlapping(src, dst, len as usize) };
    Ok(())
}

/// Writes a whole active data segment to `offset`: inner pages by mapping them from the file behind the
/// image, where that is possible, and the rest by copying.
pub(crate) fn place(
    instance: &Instance,
    entry: DataEntry,
    offset: u64,
    backing: Option<&Backing>,
) -> Result<(), TrapCode> {
    let dst = memory_range(instance, entry.memory, offset, entry.len)?;
    let src = instance.image().data.wrapping_add(entry.start as usize);
    let len = entry.len as usize;
    // SAFETY: the target is in bounds, the source lies in the image's data. The inner pages belong to a
    // memory, nothing holds references into them, and all their bytes are to be replaced.
    unsafe {
        if let Some(backing) = backing
            && entry.len >= MIN_MAPPED
        {
            // Memories start at a page, so a multiple of the granularity from there is at one, too.
            let head = (offset.wrapping_neg() % PAGE as u64) as usize;
            let inner = len.saturating_sub(head) / PAGE * PAGE;
            let tail = head + inner;
            let file = backing.offset + entry.start + head as u64;
            if inner != 0
                && file.is_multiple_of(PAGE as u64)
                && map_file_over(dst.add(head), inner, backing.fd, file).is_ok()
            {
                ptr::copy_nonoverlapping(src, dst, head);
                ptr::copy_nonoverlapping(src.add(tail), dst.add(tail), len - tail);
                return Ok(());
            }
        }
        ptr::copy_nonoverlapping(src, dst, len);
    }
    Ok(())
}

pub(crate) fn table_copy(
    instance: &Instance,
    to: u32,
    from: u32,
    dst: u64,
    src: u64,
    len: u64,
) -> Result<(), TrapCode> {
    let dst = table_range(instance, to, dst, len)?;
    let src = table_range(instance, from, src, len)?;
    // SAFETY: both ranges are in bounds; they may overlap.
    unsafe { ptr::copy(src, dst, len as usize) };
    Ok(())
}

pub(crate) fn table_fill(
    instance: &Instance,
    index: u32,
    dst: u64,
    value: u64,
    len: u64,
) -> Result<(), TrapCode> {
    let dst = table_range(instance, index, dst, len)?;
    for i in 0..len as usize {
        // SAFETY: the range is in bounds.
        unsafe { dst.add(i).write(value) };
    }
    Ok(())
}

pub(crate) fn table_init(
    instance: &mut Instance,
    index: u32,
    segment: u32,
    dst: u64,
    src: u64,
    len: u64,
) -> Result<(), TrapCode> {
    let info = instance.info();
    let entry: ElemEntry = info.get(Section::Elems, segment as usize);
    let all = if instance.dropped_elems[segment as usize] { 0 } else { u64::from(entry.items.len) };
    if !within(src, len, all) {
        return Err(OUT_OF_TABLE);
    }
    let dst = table_range(instance, index, dst, len)?;
    let first = entry.items.start as usize + src as usize;
    for i in 0..len as usize {
        let value = if entry.kind == ELEM_FUNCS {
            match info.get::<u32>(Section::ElemFuncs, first + i) {
                NONE => 0,
                func => instance.func(func).expose_provenance() as u64,
            }
        } else {
            // SAFETY: segments are used only after the globals have been initialised.
            unsafe { eval(instance, info.get::<Range>(Section::ElemExprs, first + i)) }
        };
        // SAFETY: the range is in bounds.
        unsafe { dst.add(i).write(value) };
    }
    Ok(())
}
