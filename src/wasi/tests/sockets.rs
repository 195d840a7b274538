//! Sockets that the host gives.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;

use super::{DATA, OUT, World};
use crate::Errno;
use crate::types::{fdflags, rights};

fn recv(world: &mut World, fd: u32, len: u32, flags: u64) -> Result<(Vec<u8>, u16), Errno> {
    world.iovecs(OUT, &[(DATA, len)]);
    let (nread, out_flags) = (u64::from(OUT) + 64, u64::from(OUT) + 68);
    world.call("sock_recv", &[fd.into(), OUT.into(), 1, flags, nread, out_flags])?;
    let flags = u16::from_le_bytes(world.get(OUT + 68, 2).try_into().unwrap());
    Ok((world.get(DATA, world.u32(OUT + 64) as usize).to_vec(), flags))
}

fn send(world: &mut World, fd: u32, content: &[u8]) -> Result<u32, Errno> {
    world.put(DATA, content);
    world.iovecs(OUT, &[(DATA, 1), (DATA + 1, content.len() as u32 - 1)]);
    world.call("sock_send", &[fd.into(), OUT.into(), 2, 0, u64::from(OUT) + 64])?;
    Ok(world.u32(OUT + 64))
}

#[test]
fn connections() {
    let mut world = World::new();
    let (mut ours, theirs) = UnixStream::pair().unwrap();
    let fd = world.ctx.push_fd(theirs.into()).unwrap();
    assert_eq!(send(&mut world, fd, b"hello"), Ok(5));
    let mut buffer = [0; 5];
    ours.read_exact(&mut buffer).unwrap();
    assert_eq!(&buffer, b"hello");
    ours.write_all(b"answer").unwrap();
    assert_eq!(recv(&mut world, fd, 3, 1), Ok((b"ans".to_vec(), 0)));
    assert_eq!(recv(&mut world, fd, 6, 2), Ok((b"answer".to_vec(), 0)));
    assert_eq!(recv(&mut world, fd, 6, 4), Err(Errno::Inval));
    world.call("fd_fdstat_get", &[fd.into(), OUT.into()]).unwrap();
    assert_eq!(world.get(OUT, 1), [6]);
    assert_eq!(world.u64(OUT + 8) & (rights::SOCK_SHUTDOWN | rights::FD_SEEK), rights::SOCK_SHUTDOWN);
    assert_eq!(world.call("sock_shutdown", &[fd.into(), 0]), Err(Errno::Inval));
    assert_eq!(world.call("sock_shutdown", &[fd.into(), 2]), Ok(()));
    assert_eq!(ours.read(&mut buffer).unwrap(), 0);
    assert_eq!(send(&mut world, fd, b"late"), Err(Errno::Pipe));
}

#[test]
fn datagrams() {
    let mut world = World::new();
    let (ours, theirs) = (UdpSocket::bind("127.0.0.1:0").unwrap(), UdpSocket::bind("127.0.0.1:0").unwrap());
    ours.connect(theirs.local_addr().unwrap()).unwrap();
    theirs.connect(ours.local_addr().unwrap()).unwrap();
    let fd = world.ctx.push_fd(theirs.into()).unwrap();
    ours.send(b"datagram").unwrap();
    assert_eq!(recv(&mut world, fd, 4, 0), Ok((b"data".to_vec(), 1)));
    assert_eq!(send(&mut world, fd, b"two parts"), Ok(9));
    let mut buffer = [0; 20];
    assert_eq!(ours.recv(&mut buffer).unwrap(), 9);
    world.call("fd_fdstat_get", &[fd.into(), OUT.into()]).unwrap();
    assert_eq!(world.get(OUT, 1), [5]);
}

#[test]
fn accepting() {
    let mut world = World::new();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let fd = world.ctx.push_fd(listener.into()).unwrap();
    let accept = |world: &mut World, flags: u16| {
        world.call("sock_accept", &[fd.into(), flags.into(), OUT.into()]).map(|()| world.u32(OUT))
    };
    world.call("fd_fdstat_set_flags", &[fd.into(), fdflags::NONBLOCK.into()]).unwrap();
    assert_eq!(accept(&mut world, 0), Err(Errno::Again));
    assert_eq!(accept(&mut world, fdflags::APPEND), Err(Errno::Inval));
    let mut client = TcpStream::connect(address).unwrap();
    let connection = accept(&mut world, fdflags::NONBLOCK).unwrap();
    assert_eq!(recv(&mut world, connection, 4, 0), Err(Errno::Again));
    assert_eq!(world.write(connection, b"hi"), Ok(2));
    let mut buffer = [0; 2];
    client.read_exact(&mut buffer).unwrap();
    assert_eq!(&buffer, b"hi");
}

#[test]
fn files_are_no_sockets() {
    let mut world = World::new();
    let fd = world.create("file", b"text");
    assert_eq!(recv(&mut world, fd, 4, 0), Err(Errno::NotSock));
    assert_eq!(send(&mut world, fd, b"text"), Err(Errno::NotSock));
    assert_eq!(send(&mut world, 1, b"text"), Err(Errno::NotSock));
    assert_eq!(world.call("sock_shutdown", &[0, 1]), Err(Errno::NotSock));
    assert_eq!(world.call("sock_accept", &[99, 0, OUT.into()]), Err(Errno::Badf));
}

#[test]
fn what_is_no_socket_is_told_so_whatever_its_rights() {
    let mut world = World::new();
    let file = world.open("file", crate::types::oflags::CREAT, 0).unwrap();
    for fd in [0, 1, super::DIR.into(), u64::from(file)] {
        assert_eq!(world.call("sock_shutdown", &[fd, 1]), Err(Errno::NotSock));
        assert_eq!(world.call("sock_accept", &[fd, 0, OUT.into()]), Err(Errno::NotSock));
    }
    assert_eq!(world.call("sock_shutdown", &[1000, 1]), Err(Errno::Badf));
}
