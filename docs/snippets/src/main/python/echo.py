"""A client, and a server that serves it once: every call of a TCP conversation in one place."""

import socket


# snippet: loop
def echo(connection):
    while data := connection.recv(8192):
        connection.sendall(data)
# end


# snippet: calls
with socket.socket() as listener:  # AF_INET, SOCK_STREAM
    listener.bind(("127.0.0.1", 0))
    listener.listen(50)

    with socket.socket() as client:
        client.connect(listener.getsockname())
        client.sendall(b"hello")  # send, until all is sent
        client.shutdown(socket.SHUT_WR)

        accepted, address = listener.accept()
        with accepted:
            echo(accepted)  # recv, send
        # close, at the end of each with

        answer = b""
        while data := client.recv(100):  # recv until the end
            answer += data
        print("client got:", answer.decode())
# end
