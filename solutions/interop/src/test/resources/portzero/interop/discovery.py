"""One side of lab 10 over the loopback interface: member, sender, responder or finder, of a group at a port."""

import socket
import struct
import sys

role, group, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
LOOPBACK = socket.inet_aton("127.0.0.1")
IP_RECVTTL = 12  # ip(7); Python has no name for it before 3.14

out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
out.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, LOOPBACK)
out.settimeout(60)


def joined():
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    receiver.bind(("", port))
    receiver.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(group) + LOOPBACK)
    receiver.setsockopt(socket.IPPROTO_IP, IP_RECVTTL, 1)
    receiver.settimeout(60)
    print("ready", flush=True)
    return receiver


def receive(receiver):
    data, control, _, source = receiver.recvmsg(2000, 100)
    return data, struct.unpack("i", control[0][2])[0], source


if role == "member":
    data, ttl, _ = receive(joined())
    print(data[8:].decode(), "with", ttl, flush=True)
elif role == "sender":
    out.sendto(struct.pack(">q", 42) + b"hello", (group, port))
    print("sent", flush=True)
elif role == "responder":
    receiver = joined()
    for _ in range(2):
        data, ttl, source = receive(receiver)
        print("asked with", ttl, flush=True)
        if data[0] == 1 and data[5:] == b"printer":
            out.sendto(b"\x02" + data[1:5] + struct.pack(">H", 631) + b"hall", source)
elif role == "finder":
    out.sendto(struct.pack(">BI", 1, 7) + b"printer", (group, port))
    print(out.recv(2000).hex(), flush=True)
