"""Sends standard input to HOST PORT over TCP, ends its stream, and prints what comes back."""

import shutil
import socket
import sys
import threading


def send_all(connection):
    while block := sys.stdin.buffer.read(4096):
        connection.sendall(block)
    connection.shutdown(socket.SHUT_WR)


with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
    # Both at a time: a server may stop reading until somebody reads what it has written.
    sender = threading.Thread(target=send_all, args=(connection,))
    sender.start()
    with connection.makefile("rb") as answer:
        shutil.copyfileobj(answer, sys.stdout.buffer)
    sender.join()
