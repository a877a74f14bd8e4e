package portzero.echo;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** An echo client that ends its output after the message and leaves the read loop to {@link DataInputStream}. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.getOutputStream().write(message);
            socket.shutdownOutput();
            byte[] answer = new byte[message.length];
            new DataInputStream(socket.getInputStream()).readFully(answer);
            return answer;
        }
    }
}
