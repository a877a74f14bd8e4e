"""close gives back a descriptor; shutdown ends the connection, however many descriptors it has."""

import socket

left, right = socket.socketpair()
right.setblocking(False)

# snippet: twice
again = left.dup()  # a second descriptor of the same socket
left.close()
try:
    right.recv(1)
except BlockingIOError:
    print("after close: nothing has come, and no end either")

again.shutdown(socket.SHUT_WR)
print("after shutdown:", right.recv(1))
# end
again.close()
right.close()
