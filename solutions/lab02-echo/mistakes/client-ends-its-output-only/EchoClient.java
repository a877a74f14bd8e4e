package portzero.echo;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

public class EchoClient implements Client {

    private Socket socket;

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.getOutputStream().write(message);
        socket.shutdownOutput();
        byte[] answer = socket.getInputStream().readNBytes(message.length);
        if (answer.length < message.length) {
            throw new EOFException("the server ended its stream early");
        }
        return answer;
    }
}
