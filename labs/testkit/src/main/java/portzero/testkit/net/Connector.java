package portzero.testkit.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import portzero.testkit.await.Await;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.kernel.UnixTable;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.trace.UnmetExpectationError;

/** Connects to the subject over a stream of any kind, or expects not to get through. */
final class Connector {

    private static final long QUEUE_FULL = 1_000_000; // nanoseconds between two attempts

    private final TestContext context;

    Connector(TestContext context) {
        this.context = context;
    }

    /** Connects to a Unix-domain socket; the path is as the subject sees it. */
    Peer connect(Path path) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(context.here(path));
        String where = DisplayText.value(path);
        SocketChannel[] connected = new SocketChannel[1];
        try {
            new Await(
                            context.operation(),
                            context,
                            () -> StepRecorder.instead(
                                    "the server to accept a connection on " + where, "its queue stayed full"))
                    .until(QUEUE_FULL, () -> {
                        connected[0] = connectNow(address);
                        return connected[0].isConnected();
                    });
        } catch (SocketException failed) {
            throw notConnected(address, where, failed);
        }
        return peer(connected[0], "connects to " + where); // its own end has no name
    }

    /** Connects unless the listener's queue is full; nothing tells of room in it (connect(2), EAGAIN). */
    private SocketChannel connectNow(UnixDomainSocketAddress address) throws IOException {
        SocketChannel channel = context.closing(SocketChannel.open(StandardProtocolFamily.UNIX));
        channel.configureBlocking(false);
        try {
            channel.connect(address);
        } catch (SocketException failed) {
            channel.close();
            if (!isQueueFull(failed)) {
                throw failed;
            }
        }
        return channel;
    }

    /** Java tells it from others by the system's sentence only. */
    private static boolean isQueueFull(SocketException failed) {
        return String.valueOf(failed.getMessage()).contains("temporarily unavailable");
    }

    Peer connect(InetSocketAddress address, SocketChannel channel) throws IOException {
        context.closing(channel);
        checkTarget(address);
        context.knows(address);
        String where = DisplayText.value(address);
        channel.configureBlocking(false);
        try {
            if (!channel.connect(address)) {
                TimedStream.await(
                        channel,
                        SelectionKey.OP_CONNECT,
                        context.operation(),
                        context,
                        StepRecorder.instead("the server to accept a connection on " + where, "there was no answer"));
                channel.finishConnect();
            }
        } catch (SocketException failed) {
            throw notConnected(address, where, failed);
        }
        return peer(channel, "connects from " + DisplayText.value(channel.getLocalAddress()));
    }

    private Peer peer(SocketChannel channel, String connects) throws IOException {
        Peer peer = context.closing(new Peer(context, context.wire().connected(channel), "server"));
        peer.voice().says(TraceEvent.Kind.CONNECT, connects, "connects");
        return peer;
    }

    private UnmetExpectationError notConnected(SocketAddress address, String where, SocketException failed) {
        // A Unix-domain socket without a file is as good as refused; a TCP socket may be reset before we look.
        boolean refused = failed instanceof ConnectException || address instanceof UnixDomainSocketAddress;
        context.wire().refused(address);
        context.trace()
                .add(
                        TraceEvent.Kind.RESET,
                        "server",
                        StepRecorder.TEST,
                        "server " + (refused ? "refuses" : "resets") + " a connection to " + where,
                        refused ? "refused" : "reset");
        UnmetExpectationError unmet = new UnmetExpectationError(StepRecorder.instead(
                "a listener on " + where, refused ? "the connection was refused" : BrokenConnection.text(failed)));
        unmet.initCause(failed);
        return context.failed(unmet);
    }

    /** Checks an address that may have come from the subject. */
    void checkTarget(@Nullable SocketAddress address) {
        boolean unbound =
                address instanceof InetSocketAddress endpoint && (endpoint.isUnresolved() || endpoint.getPort() == 0);
        if (address == null || unbound) {
            throw context.failed(new UnmetExpectationError(StepRecorder.instead(
                    "the address of a listener to connect to",
                    "got " + DisplayText.value(address) + "; return the address that the socket is bound to")));
        }
    }

    /** See {@link TestNetwork#expectRefused(Path)}. */
    void expectRefused(Path path) throws IOException {
        String where = DisplayText.value(path);
        awaitNoListener(path);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(context.here(path)));
        } catch (SocketException refused) { // ConnectException where the file is there
            if (isQueueFull(refused)) {
                throw someoneListens(where);
            }
            context.trace()
                    .add(
                            TraceEvent.Kind.RESET,
                            "server",
                            StepRecorder.TEST,
                            "connection to " + where + " is refused",
                            "refused");
            return;
        }
        throw someoneListens(where);
    }

    /** See {@link TestNetwork#expectNoListener}. */
    void expectNoListener(Path path) {
        if (!UnixTable.isVisible()) {
            context.unchecked("this system does not show its sockets", "whether the listener is closed");
            return;
        }
        awaitNoListener(path);
        if (UnixTable.listens(path.toString())) {
            throw context.failed(new UnmetExpectationError(StepRecorder.instead(
                    "the server to close its listening channel, bound to " + DisplayText.value(path),
                    "it still listens")));
        }
        context.note("test finds no socket that listens on " + path, "no listener");
    }

    private void awaitNoListener(Path path) {
        Await wait = new Await(context.operation(), context, () -> "");
        boolean hope = true;
        while (hope && UnixTable.listens(path.toString())) {
            LockSupport.parkNanos(200_000); // the kernel has no event for “a listener is gone”
            hope = wait.failure() == null;
        }
    }

    private UnmetExpectationError someoneListens(String where) {
        return context.failed(new UnmetExpectationError(
                StepRecorder.instead("nobody to listen on " + where, "a connection succeeded")));
    }

    /** See {@link TestNetwork#expectRefused(InetSocketAddress)}. */
    void expectRefused(InetSocketAddress address) throws IOException {
        checkTarget(address);
        awaitNoListener(address);
        try (SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(address)) {
                TimedStream.await(
                        channel,
                        SelectionKey.OP_CONNECT,
                        context.operation(),
                        context,
                        StepRecorder.instead("a refusal by " + DisplayText.value(address), "there was no answer"));
                channel.finishConnect();
            }
            context.owns(channel.getLocalAddress());
            if (address.equals(channel.getLocalAddress())) { // the kernel chose the very port: TCP met itself
                throw new ConnectException("nobody but this socket has the port");
            }
            context.wire().connected(channel).close();
        } catch (ConnectException refused) {
            context.wire().refused(address);
            context.trace()
                    .add(
                            TraceEvent.Kind.RESET,
                            "server",
                            StepRecorder.TEST,
                            "connection to " + DisplayText.value(address) + " is refused",
                            "refused");
            return;
        }
        throw context.failed(new UnmetExpectationError(
                StepRecorder.instead("no listener on " + DisplayText.value(address), "a connection succeeded")));
    }

    private void awaitNoListener(InetSocketAddress address) {
        Await wait = new Await(context.operation(), context, () -> "");
        boolean hope = true;
        while (hope && !TcpTable.listeners(address).isEmpty()) {
            LockSupport.parkNanos(200_000); // the kernel has no event for “a listener is gone”
            hope = wait.failure() == null;
        }
    }
}
