"""The same two sends over three types of socket."""
# linux only: macOS has no SOCK_SEQPACKET

import socket


# snippet: show
def show(kind):
    left, right = socket.socketpair(socket.AF_UNIX, kind)
    left.send(b"hello")
    left.send(b"you")
    left.close()
    right.setblocking(False)
    print(kind.name)
    for attempt in 1, 2, 3:
        try:
            print("  recv gives", right.recv(4))
        except BlockingIOError:
            print("  recv has nothing more to give")
    right.close()
# end


# snippet: all
show(socket.SOCK_STREAM)
show(socket.SOCK_DGRAM)
show(socket.SOCK_SEQPACKET)
# end
