package portzero.testkit.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that serves one connection as the test tells it to. */
public final class ScriptedServer implements AutoCloseable {

    /** What to do with the connection, which is closed afterwards. */
    public interface Script {
        void play(Socket socket) throws Exception;
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    public ScriptedServer(Script script) throws IOException {
        Thread thread = new Thread(() -> run(script), "scripted");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Script script) {
        try (Socket socket = listener.accept()) {
            script.play(socket);
            ended.complete(true);
        } catch (Exception failed) {
            ended.completeExceptionally(failed);
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** Waits for the end of the script; throws if it failed. */
    public void awaitEnd() throws Exception {
        ended.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
