"""A wrong message board: HOST PORT LIMIT MESSAGES. It serves a client to its end before it accepts the next."""

import socket
import sys

host, port, limit = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(sys.argv[4], "rb") as file:
    board = file.read().split(b"\n")[:-1]


def answer(line):
    if line == b"WHO":
        return b"1\n"
    if line == b"LIST":
        return b"%d\n" % len(board) + b"".join(message + b"\n" for message in board)
    if line.startswith(b"POST ") and len(line) > 5:
        board.append(line[5:])
        return b"%d\n" % len(board)
    return b"?\n"


with socket.create_server((host, port), backlog=600) as listener:
    while True:
        client, _ = listener.accept()
        with client, client.makefile("rb") as lines:
            try:
                client.sendall(b"HELLO\n")
                for line in lines:
                    if line.endswith(b"\n"):
                        client.sendall(answer(line[:-1]))
            except OSError:
                pass
