package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A right server, until a client has sent a full block, as few tests do. */
abstract class TamperedServer implements Server {

    private static final int BLOCK = 8192;

    private final ServerSocket listener;

    TamperedServer() throws IOException {
        listener = new ServerSocket();
    }

    /** What is done instead of an answer. */
    abstract void tamper(Socket client, byte[] block) throws Exception;

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        Thread thread = new Thread(this::accept, "tampered");
        thread.setDaemon(true);
        thread.start();
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                serve(client);
            } catch (Exception lost) {
                // the next one
            }
        }
    }

    private void serve(Socket client) throws Exception {
        byte[] block = new byte[BLOCK];
        int received = 0;
        for (int n = client.getInputStream().read(block); n != -1; n = client.getInputStream().read(block)) {
            received += n;
            if (received >= BLOCK) {
                tamper(client, block);
                return;
            }
            client.getOutputStream().write(block, 0, n);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
