#!/usr/bin/env python3
"""Records the captures in this folder, from conversations of this machine with itself.

Run it as root on Linux with Python 3 and iproute2, in a network namespace of its own:

    sudo unshare --net python3 record.py

Two namespaces are joined by a virtual cable (veth). Each side fills in its own checksums, which on lo nobody does. What
goes over the cable is read from a packet socket and written as pcap, link type Ethernet. The addresses are those that are set
aside for documentation: 192.0.2.0/24 and 2001:db8::/32.
"""

import ctypes
import fcntl
import os
import socket
import struct
import subprocess
import threading
import time

CLONE_NEWNET = 0x40000000
ETH_P_ALL = 3
SO_NO_CHECK = 11
IPV6_DSTOPTS, IPV6_HOPOPTS = 59, 54
SIOCETHTOOL = 0x8946
ETHTOOL_STXCSUM, ETHTOOL_STSO, ETHTOOL_SGSO = 0x17, 0x1F, 0x24

CLIENT, SERVER = ("192.0.2.1", "2001:db8::1"), ("192.0.2.2", "2001:db8::2")
MAC = ("02:00:00:00:00:01", "02:00:00:00:00:02")


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def no_offload(name):
    """Has the kernel fill in checksums and cut segments itself, so that the capture shows what a network card would send."""
    for command in (ETHTOOL_STSO, ETHTOOL_SGSO, ETHTOOL_STXCSUM):
        value = ctypes.create_string_buffer(struct.pack("II", command, 0))
        request = struct.pack("16sP", name.encode(), ctypes.addressof(value))
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
            fcntl.ioctl(any_socket, SIOCETHTOOL, request)


def configure(name, side):
    own, other = (CLIENT, SERVER) if side == 0 else (SERVER, CLIENT)
    with open(f"/proc/sys/net/ipv6/conf/{name}/accept_dad", "w", encoding="ascii") as setting:
        setting.write("0")
    no_offload(name)
    ip("link", "set", name, "address", MAC[side])
    ip("address", "add", own[0] + "/24", "dev", name)
    ip("address", "add", own[1] + "/64", "dev", name, "nodad")
    ip("link", "set", name, "up")
    for address in other:  # so that nobody has to ask for it
        ip("neighbour", "replace", address, "lladdr", MAC[1 - side], "dev", name, "nud", "permanent")


class Capture:
    """Reads the cable in a thread until told to stop; keeps the packets of our own ports."""

    def __init__(self, name):
        self.file = name + ".pcap"
        self.frames = []
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
        self.socket.bind(("left", 0))
        self.thread = threading.Thread(target=self.read)

    def read(self):
        while True:
            frame = self.socket.recv(65_536)
            if frame[12:14] == b"\x08\x00" and frame[23] in (6, 17):
                self.frames.append((time.time_ns(), frame))
            elif frame[12:14] == b"\x86\xdd" and frame[20] in (0, 6, 17, 44, 60) and b"\x3a\x00" != frame[54:56]:
                self.frames.append((time.time_ns(), frame))
            elif frame[12:14] == b"\x88\xb5":  # the mark that stop() sends
                return

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as mark:
            mark.bind(("left", 0))
            mark.send(bytes(12) + b"\x88\xb5" + bytes(46))
        self.thread.join()
        with open(self.file, "wb") as out:
            out.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65_535, 1))
            for nanoseconds, frame in self.frames:
                seconds, rest = divmod(nanoseconds, 1_000_000_000)
                out.write(struct.pack("<IIII", seconds, rest // 1000, len(frame), len(frame)) + frame)
        print(self.file, len(self.frames), "packets")

    def await_packets(self, number):
        """The next step comes after these have been seen: the same order on every run."""
        deadline = time.monotonic() + 10
        while len(self.frames) < number:
            assert time.monotonic() < deadline, f"{self.file} has {len(self.frames)} packets, not {number}"
            time.sleep(0.001)


class OtherSide:
    """A process in the other namespace that opens sockets for us and passes them over."""

    def __init__(self):
        self.here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.pid = os.fork()
        if self.pid == 0:
            libc = ctypes.CDLL(None, use_errno=True)
            assert libc.unshare(CLONE_NEWNET) == 0, "no right to make a network namespace"
            there.send(b"ready")
            there.recv(1)
            configure("right", 1)
            while True:
                kind = there.recv(2)
                if not kind:
                    os._exit(0)
                family = (socket.AF_INET, socket.AF_INET6)[kind[0]]
                opened = socket.socket(family, (socket.SOCK_STREAM, socket.SOCK_DGRAM)[kind[1]])
                socket.send_fds(there, [b"x"], [opened.fileno()])
        self.here.recv(5)

    def configure(self):
        self.here.send(b"x")

    def socket(self, family, kind):
        self.here.send(bytes([int(family == socket.AF_INET6), int(kind == socket.SOCK_DGRAM)]))
        _, descriptors, _, _ = socket.recv_fds(self.here, 1, 1)
        return socket.socket(fileno=descriptors[0])

    def end(self):
        self.here.close()
        os.waitpid(self.pid, 0)


def conversation(other, name, family, port):
    """The client asks, gets an answer, and closes first; the server's end comes later."""
    with Capture(name) as capture, other.socket(family, socket.SOCK_STREAM) as listener:
        version = int(family == socket.AF_INET6)
        listener.bind((SERVER[version], port))
        listener.listen()
        client = socket.socket(family)
        client.connect((SERVER[version], port))
        server, _ = listener.accept()
        capture.await_packets(3)
        client.sendall(b"hello\n")
        server.recv(6)
        capture.await_packets(5)
        server.sendall(b"you said hello\n")
        client.recv(15)
        capture.await_packets(7)
        client.shutdown(socket.SHUT_WR)
        capture.await_packets(9)
        server.close()
        capture.await_packets(11)
        client.close()


def last_words(other):
    """Over IPv6; the server closes first, and its last data and its FIN are one segment."""
    with Capture("last-words") as capture, other.socket(socket.AF_INET6, socket.SOCK_STREAM) as listener:
        listener.bind((SERVER[1], 7013))
        listener.listen()
        client = socket.socket(socket.AF_INET6)
        client.connect((SERVER[1], 7013))
        server, _ = listener.accept()
        capture.await_packets(3)
        server.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
        server.send(b"bye")
        server.close()
        capture.await_packets(5)
        client.recv(3)
        client.close()
        capture.await_packets(7)


def abort(other):
    """The client sends something, gives up, and resets the connection."""
    with Capture("abort") as capture, other.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind((SERVER[0], 7009))
        listener.listen()
        client = socket.socket(socket.AF_INET)
        client.connect((SERVER[0], 7009))
        server, _ = listener.accept()
        capture.await_packets(3)
        client.sendall(b"never mind")
        server.recv(10)
        capture.await_packets(5)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
        capture.await_packets(6)


def datagrams(other):
    """One datagram of each kind, all from the client to the server."""
    with Capture("datagrams") as capture:
        receivers = []
        for version, family in enumerate((socket.AF_INET, socket.AF_INET6)):
            receiver = other.socket(family, socket.SOCK_DGRAM)
            receiver.bind((SERVER[version], 7008))
            receivers.append(receiver)
        number = 0

        def send(family, payload, *options, packets=1):
            nonlocal number
            version = int(family == socket.AF_INET6)
            with socket.socket(family, socket.SOCK_DGRAM) as sender:
                for option in options:
                    sender.setsockopt(*option)
                sender.sendto(payload, (SERVER[version], 7008))
            number += packets
            capture.await_packets(number)

        ipv4, ipv6 = socket.AF_INET, socket.AF_INET6
        record_route = bytes([7, 11, 4]) + bytes(8)
        destination = bytes([0, 0, 1, 4, 0, 0, 0, 0])  # PadN: nothing, in six bytes
        hop_by_hop = bytes([0, 0, 5, 2, 0, 0, 1, 0])  # router alert, and PadN
        send(ipv4, b"even")
        send(ipv4, b"odd")
        send(ipv4, b"")
        send(ipv4, b"unchecked", (socket.SOL_SOCKET, SO_NO_CHECK, 1))
        send(ipv4, b"by which way", (socket.IPPROTO_IP, socket.IP_OPTIONS, record_route))
        send(ipv4, b"hurry", (socket.IPPROTO_IP, socket.IP_TOS, 0xB8), (socket.IPPROTO_IP, socket.IP_TTL, 200))
        send(ipv4, bytes(range(256)) * 7, packets=2)
        send(ipv6, b"odd")
        send(ipv6, b"")
        send(ipv6, b"extended", (socket.IPPROTO_IPV6, IPV6_DSTOPTS, destination))
        send(ipv6, b"twice", (socket.IPPROTO_IPV6, IPV6_HOPOPTS, hop_by_hop), (socket.IPPROTO_IPV6, IPV6_DSTOPTS, destination))
        send(ipv6, b"hurry", (socket.IPPROTO_IPV6, socket.IPV6_TCLASS, 0xB8))
        send(ipv6, bytes(range(256)) * 7, packets=2)


def main():
    other = OtherSide()
    ip("link", "add", "left", "mtu", "1500", "type", "veth", "peer", "name", "right", "netns", str(other.pid))
    other.configure()
    configure("left", 0)
    other.socket(socket.AF_INET, socket.SOCK_STREAM).close()  # it answers when its side is up
    time.sleep(1)  # for IPv6 to be done with its own messages
    conversation(other, "conversation", socket.AF_INET, 7007)
    conversation(other, "conversation6", socket.AF_INET6, 7007)
    last_words(other)
    abort(other)
    datagrams(other)
    other.end()


if __name__ == "__main__":
    main()
