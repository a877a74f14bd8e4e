"""A wrong echo server: HOST PORT. It waits for a line end, which this protocol does not have."""

import socket
import sys
import threading


def serve(client):
    with client, client.makefile("rb") as lines:
        try:
            for line in lines:
                client.sendall(line)
        except OSError:
            pass


host, port = sys.argv[1], int(sys.argv[2])
with socket.create_server((host, port), backlog=100) as listener:
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
