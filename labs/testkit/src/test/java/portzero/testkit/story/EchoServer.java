package portzero.testkit.story;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A submission that works but for what its subclasses do with a connection. */
public class EchoServer implements Server {

    private volatile boolean open = true;
    private final ServerSocket listener;

    public EchoServer() throws IOException {
        listener = new ServerSocket();
    }

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        listener.bind(address);
        new Thread(this::accept, "listener").start();
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        int count = 0;
        while (open) {
            try {
                Socket socket = listener.accept();
                new Thread(() -> run(socket), "echo-" + ++count).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void run(Socket socket) {
        try {
            serve(socket);
        } catch (IOException gone) {
            return;
        }
    }

    /** Echoes until the end. */
    protected void serve(Socket socket) throws IOException {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            listener.close();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
