"""Asks for a receive buffer of 20,000 bytes, and asks the kernel how large it is."""
# linux only: other kernels give other sizes

import socket

# snippet: ask
with socket.socket() as s:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 20000)

    size = s.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
    print("asked for 20000, have", size)
# end
