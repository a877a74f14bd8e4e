"""A visitors' book: HOST PORT BOOK, a file. One client after another."""

import socket
import sys

LONGEST = 1024


def entry_of(client):
    """Reads to the end of the stream; nothing if that is too long to be kept."""
    entry, length = b"", 0
    while block := client.recv(65536):
        length += len(block)
        entry = entry + block if length <= LONGEST else b""
    return entry


host, port = sys.argv[1], int(sys.argv[2])
with open(sys.argv[3], "rb") as file:
    book = file.read()
family = socket.AF_INET6 if ":" in host else socket.AF_INET
with socket.create_server((host, port), family=family, backlog=100) as listener:
    while True:
        client, _ = listener.accept()
        with client:
            try:
                book += entry_of(client)
                client.sendall(book)
            except OSError:
                pass  # whoever breaks off before the end adds nothing
