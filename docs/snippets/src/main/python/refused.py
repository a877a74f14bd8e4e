"""A connect that is refused, as Python tells it: by an exception, or by a number."""

import errno
import socket

taken = socket.socket()
taken.bind(("127.0.0.1", 0))  # bound, but nobody listens: this port refuses
place = taken.getsockname()

# snippet: connect
with socket.socket() as client:
    try:
        client.connect(place)
    except ConnectionRefusedError as e:
        print("connect raised", type(e).__name__, "with", errno.errorcode[e.errno])

with socket.socket() as client:
    result = client.connect_ex(place)
    print("connect_ex returned", errno.errorcode[result])
# end
taken.close()
