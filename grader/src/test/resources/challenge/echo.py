"""An echo server: HOST PORT. Each client has a thread of its own."""

import socket
import sys
import threading


def serve(client):
    with client:
        try:
            while block := client.recv(65536):
                client.sendall(block)
        except OSError:
            pass  # it broke off, which ends this connection only


host, port = sys.argv[1], int(sys.argv[2])
family = socket.AF_INET6 if ":" in host else socket.AF_INET
with socket.create_server((host, port), family=family, backlog=100) as listener:
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
