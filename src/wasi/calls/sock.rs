//! Sockets. A guest has those that the host gave it ([`WasiCtx::push_fd`]) and those it accepted from them; it cannot make any.

use core::mem::MaybeUninit;
use rustix::io::retry_on_intr;
use rustix::net::{
    RecvAncillaryBuffer, RecvFlags, ReturnFlags, SendAncillaryBuffer, SendFlags, Shutdown, SocketFlags,
};

use crate::ctx::WasiCtx;
use crate::errno::{Errno, Result};
use crate::fds::{Entry, Handle};
use crate::guest::{Guest, MAX_IOVECS};
use crate::types::{
    FileType, RECV_DATA_TRUNCATED, RECV_PEEK, RECV_WAITALL, SHUT_RD, SHUT_WR, fdflags, rights,
};

/// The socket under a number, which may be used for `needed`. What is no socket is told so whatever its rights are.
fn socket(ctx: &WasiCtx, fd: u32, needed: u64) -> Result<&Entry> {
    let entry = ctx.fds.get(fd)?;
    match entry.filetype()? {
        FileType::SocketDgram | FileType::SocketStream => entry.require(needed)?,
        _ => return Err(Errno::NotSock),
    }
    Ok(entry)
}

/// Accepts a connection.
pub fn sock_accept(ctx: &mut WasiCtx, mem: &mut Guest<'_>, fd: u32, flags: u32, accepted: u32) -> Result<()> {
    mem.check_array(accepted, 1, 4)?;
    if flags & !u32::from(fdflags::NONBLOCK) != 0 {
        return Err(Errno::Inval);
    }
    let listener = socket(ctx, fd, rights::SOCK_ACCEPT)?;
    let host = listener.host()?;
    let mut how = SocketFlags::CLOEXEC;
    how.set(SocketFlags::NONBLOCK, flags != 0);
    let connection = retry_on_intr(|| rustix::net::accept_with(host, how))?;
    let mut entry = Entry::new(Handle::Owned(connection), listener.inheriting, listener.inheriting);
    entry.flags = flags as u16;
    let number = ctx.fds.insert(entry)?;
    mem.write_u32(accepted, number)
}

/// Receives a message.
pub fn sock_recv(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    iovs: u32,
    iovs_len: u32,
    flags: u32,
    nread: u32,
    out_flags: u32,
) -> Result<()> {
    mem.check_array(nread, 1, 4)?;
    mem.check_array(out_flags, 1, 2)?;
    if flags & !(RECV_PEEK | RECV_WAITALL) != 0 {
        return Err(Errno::Inval);
    }
    let host = ctx.fds.with(fd, rights::FD_READ)?.host().map_err(|_| Errno::NotSock)?;
    let mut how = RecvFlags::CMSG_CLOEXEC;
    how.set(RecvFlags::PEEK, flags & RECV_PEEK != 0);
    how.set(RecvFlags::WAITALL, flags & RECV_WAITALL != 0);
    let mut room = [const { MaybeUninit::uninit() }; MAX_IOVECS];
    let buffers = mem.scatter(iovs, iovs_len, &mut room)?;
    let mut control = RecvAncillaryBuffer::default();
    let received = retry_on_intr(|| rustix::net::recvmsg(host, buffers, &mut control, how))?;
    let truncated = if received.flags.contains(ReturnFlags::TRUNC) { RECV_DATA_TRUNCATED } else { 0 };
    mem.write_u32(nread, received.bytes as u32)?;
    mem.write(out_flags, &truncated.to_le_bytes())
}

/// Sends a message. There are no flags yet.
pub fn sock_send(
    ctx: &mut WasiCtx,
    mem: &mut Guest<'_>,
    fd: u32,
    iovs: u32,
    iovs_len: u32,
    flags: u32,
    nwritten: u32,
) -> Result<()> {
    mem.check_array(nwritten, 1, 4)?;
    if flags != 0 {
        return Err(Errno::Inval);
    }
    let host = ctx.fds.with(fd, rights::FD_WRITE)?.host().map_err(|_| Errno::NotSock)?;
    let mut room = [const { MaybeUninit::uninit() }; MAX_IOVECS];
    let buffers = mem.gather(iovs, iovs_len, &mut room)?;
    let mut control = SendAncillaryBuffer::default();
    let sent = retry_on_intr(|| rustix::net::sendmsg(host, buffers, &mut control, SendFlags::NOSIGNAL))?;
    mem.write_u32(nwritten, sent as u32)
}

/// Closes one or both directions of a connection.
pub fn sock_shutdown(ctx: &mut WasiCtx, _: &mut Guest<'_>, fd: u32, how: u32) -> Result<()> {
    let how = match how {
        SHUT_RD => Shutdown::Read,
        SHUT_WR => Shutdown::Write,
        both if both == SHUT_RD | SHUT_WR => Shutdown::Both,
        _ => return Err(Errno::Inval),
    };
    let host = socket(ctx, fd, rights::SOCK_SHUTDOWN)?.host()?;
    Ok(rustix::net::shutdown(host, how)?)
}
