package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.getOutputStream().write(message);
            byte[] answer = new byte[message.length];
            socket.getInputStream().read(answer);
            return answer;
        }
    }
}
