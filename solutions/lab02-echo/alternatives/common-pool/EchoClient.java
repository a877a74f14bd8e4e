package portzero.echo;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** An echo client that leaves the read loop, and the exception for an early end, to readFully. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.getOutputStream().write(message);
            byte[] answer = new byte[message.length];
            new DataInputStream(socket.getInputStream()).readFully(answer);
            return answer;
        }
    }
}
