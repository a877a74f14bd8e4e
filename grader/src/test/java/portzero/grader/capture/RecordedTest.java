package portzero.grader.capture;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import portzero.testkit.internal.Seed;
import portzero.testkit.internal.TestContext;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.subject.InProcessRuntime;

/** A test as a lab has it, and a server for one connection in the part of the student's program. */
final class RecordedTest implements AutoCloseable {
    private final TestContext context;
    private final TestNetwork network;
    private CompletableFuture<Void> server = CompletableFuture.runAsync(() -> {});

    RecordedTest(String name) {
        context = new TestContext(Seed.of(name), new InProcessRuntime().begin());
        network = new TestNetwork(context);
    }

    TestNetwork network() {
        return network;
    }

    TestContext context() {
        return context;
    }

    /** What the server does with its connection; it is closed then. */
    interface Script {
        void run(Socket connection) throws IOException;
    }

    /** Starts the server, on a free port of that address. */
    InetSocketAddress serve(InetSocketAddress any, Script script) throws IOException {
        var listener = new ServerSocket();
        listener.bind(any);
        var address = (InetSocketAddress) listener.getLocalSocketAddress();
        server = CompletableFuture.runAsync(() -> {
            try (var connection = listener.accept()) {
                listener.close();
                script.run(connection);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        return address;
    }

    /** Waits until the server has closed its connection. */
    void awaitServer() {
        server.join();
    }

    /** Ends the test; its sockets must be closed. */
    @Override
    public void close() {
        context.wire().finish(context.trace()::placed, context.trace().size());
        server.join();
    }
}
