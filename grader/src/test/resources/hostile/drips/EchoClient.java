package portzero.echo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Sends a large message one byte at a time: each comes soon, and the last one never. */
public class EchoClient implements Client {

    private static final int LARGE = 65_536;

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server);
            send(socket.getOutputStream(), message);
            byte[] answer = socket.getInputStream().readNBytes(message.length);
            if (answer.length < message.length) {
                throw new IOException("cut short");
            }
            return answer;
        }
    }

    private static void send(OutputStream out, byte[] message) throws IOException {
        if (message.length < LARGE) {
            out.write(message);
            return;
        }
        for (byte one : message) {
            out.write(one);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
