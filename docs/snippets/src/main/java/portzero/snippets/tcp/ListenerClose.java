package portzero.snippets.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;

/** Closing a listener wakes the thread that waits in accept. */
final class ListenerClose {
    public static void main(String[] args) throws IOException, InterruptedException {
        // snippet: close
        var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var server = new Thread(() -> acceptUntilClosed(listener));
        server.start();

        listener.close();
        server.join(); // returns, because accept has thrown
        System.out.println("the thread has ended");
        // end
    }

    // snippet: accept
    private static void acceptUntilClosed(ServerSocket listener) {
        try {
            while (true) {
                listener.accept().close();
            }
        } catch (SocketException e) {
            System.out.println("accept has ended, closed is " + listener.isClosed());
        } catch (IOException e) {
            System.out.println("accept failed: " + e.getMessage());
        }
    }
    // end
}
