"""A message board: HOST PORT LIMIT MESSAGES, a file with a line for each. Each client has a thread of its own."""

import socket
import sys
import threading

lock = threading.Lock()
taken = 0


def answer(line):
    with lock:
        if line == b"WHO":
            return b"%d\n" % taken
        if line == b"LIST":
            messages = list(board)
        elif line.startswith(b"POST ") and len(line) > 5:
            board.append(line[5:])
            return b"%d\n" % len(board)
        else:
            return b"?\n"
    return b"%d\n" % len(messages) + b"".join(message + b"\n" for message in messages)


def serve(client):
    global taken
    try:
        with client.makefile("rb") as lines:
            client.sendall(b"HELLO\n")
            for line in lines:
                if line.endswith(b"\n"):
                    client.sendall(answer(line[:-1]))
    except OSError:
        pass  # it broke off, which is nobody's trouble but its own
    finally:
        with lock:
            taken -= 1
        client.close()


host, port, limit = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(sys.argv[4], "rb") as file:
    board = file.read().split(b"\n")[:-1]
family = socket.AF_INET6 if ":" in host else socket.AF_INET
with socket.create_server((host, port), family=family, backlog=600) as listener:
    while True:
        client, _ = listener.accept()
        with lock:
            has_place = taken < limit
            taken += has_place
        if has_place:
            threading.Thread(target=serve, args=(client,), daemon=True).start()
        else:
            with client:
                try:
                    client.sendall(b"BUSY\n")
                except OSError:
                    pass
