"""A server of pieces: HOST PORT CONTENT, a file. One thread serves all clients."""

import selectors
import socket
import struct
import sys

REQUEST = struct.Struct(">ii")


class Client:
    def __init__(self, channel):
        self.channel = channel
        self.requests = b""
        self.piece = memoryview(b"")

    def read(self):
        block = self.channel.recv(4096)
        if not block:
            raise EOFError  # nothing is left to be sent, or it would not be read from
        self.requests += block
        self.answer()

    def answer(self):
        """Answers requests until one answer does not go out at once."""
        while True:
            if self.piece:
                self.piece = self.piece[self.channel.send(self.piece):]
                if self.piece:
                    return
            if len(self.requests) < REQUEST.size:
                return
            offset, length = REQUEST.unpack_from(self.requests)
            self.requests = self.requests[REQUEST.size:]
            if offset < 0 or length < 0 or offset + length > len(content):
                raise EOFError
            self.piece = content[offset:offset + length]


def serve(key, events):
    client = key.data
    try:
        if events & selectors.EVENT_READ:
            client.read()
        else:
            client.answer()
    except BlockingIOError:
        pass  # there is no room at present
    except (OSError, EOFError):
        selector.unregister(client.channel)
        client.channel.close()
        return
    wanted = selectors.EVENT_WRITE if client.piece else selectors.EVENT_READ
    if wanted != key.events:
        selector.modify(client.channel, wanted, client)


host, port = sys.argv[1], int(sys.argv[2])
with open(sys.argv[3], "rb") as file:
    content = memoryview(file.read())
family = socket.AF_INET6 if ":" in host else socket.AF_INET
selector = selectors.DefaultSelector()
with socket.create_server((host, port), family=family, backlog=600) as listener:
    listener.setblocking(False)
    selector.register(listener, selectors.EVENT_READ)
    while True:
        for key, events in selector.select():
            if key.data is not None:
                serve(key, events)
                continue
            try:
                channel, _ = listener.accept()
            except OSError:
                continue
            channel.setblocking(False)
            selector.register(channel, selectors.EVENT_READ, Client(channel))
