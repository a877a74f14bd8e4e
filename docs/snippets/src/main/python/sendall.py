"""send may take a part; sendall goes on until all is taken."""

import socket
import threading

left, right = socket.socketpair()
message = bytes(16 * 1024 * 1024)

# snippet: send
left.setblocking(False)
taken = left.send(message)
print("send took something:", taken > 0)
print("send took everything:", taken == len(message))
# end

# snippet: sendall
def read_all():
    count = 0
    while data := right.recv(65536):
        count += len(data)
    print("all that was sent has arrived:", count == taken + len(message))

reader = threading.Thread(target=read_all)
reader.start()
left.setblocking(True)
print("sendall returned", left.sendall(message))
# end
left.close()
reader.join()
right.close()
