package portzero.echo;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            out.print(new String(message, StandardCharsets.UTF_8) + "\n");
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(message.length);
            if (answer.length < message.length) {
                throw new EOFException("the server ended its stream early");
            }
            return answer;
        }
    }
}
