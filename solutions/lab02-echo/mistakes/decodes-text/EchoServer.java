package portzero.echo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

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
        Reader in = new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8);
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        char[] buffer = new char[8192];
        int n;
        while ((n = in.read(buffer)) != -1) {
            out.write(buffer, 0, n);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
