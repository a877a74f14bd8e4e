package portzero.echo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** An echo client with the read loop written out. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.getOutputStream().write(message);
            return read(socket.getInputStream(), message.length);
        }
    }

    private static byte[] read(InputStream in, int length) throws IOException {
        byte[] answer = new byte[length];
        int filled = 0;
        while (filled < length) {
            int n = in.read(answer, filled, length - filled);
            if (n < 0) {
                throw new EOFException("The stream ended after " + filled + " of " + length + " bytes");
            }
            filled += n;
        }
        return answer;
    }
}
