package portzero.echo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

public class EchoServer implements Server {

    private final ServerSocket listener;

    public EchoServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        Thread thread = new Thread(this::acceptClients);
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void acceptClients() {
        try {
            while (true) {
                serve(listener.accept());
            }
        } catch (IOException closed) {
            // the server was closed
        }
    }

    private static void serve(Socket client) {
        try (client) {
            echo(client);
        } catch (IOException lost) {
            // this client only
        }
    }

    private static void echo(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[8192];
        while (in.read(buffer) != -1) {
            out.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
