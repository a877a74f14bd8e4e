"""Sends standard input as one datagram to HOST PORT, and prints the first one that comes back."""

import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
with socket.socket(family, kind) as mailbox:
    mailbox.sendto(sys.stdin.buffer.read(), address)
    answer, _ = mailbox.recvfrom(65536)
    sys.stdout.buffer.write(answer)
