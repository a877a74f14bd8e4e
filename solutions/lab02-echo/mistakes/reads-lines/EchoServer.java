package portzero.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
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
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        String line;
        while ((line = in.readLine()) != null) {
            out.print(line + "\n");
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
