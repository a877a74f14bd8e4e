package portzero.testkit.external;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.subject.CallTimeoutException;
import portzero.testkit.subject.WaitPolicy;

/** A server that a command starts and the end of its process stops. */
final class StartedServer extends ServerObject {

    private static final long LOOK_AGAIN = 1_000_000; // nanoseconds; nobody tells when a program begins to listen
    private static final int TRIES = 3;
    private static final InetAddress USUAL = InetAddress.getLoopbackAddress();

    private final ServerLauncher launcher;
    private final ExternalSession session;
    private @Nullable ExternalProgram program;

    StartedServer(ServerLauncher launcher, ExternalSession session) {
        this.launcher = launcher;
        this.session = session;
    }

    @Override
    InetSocketAddress start(Method method, InetSocketAddress asked, @Nullable Object[] arguments, WaitPolicy policy)
            throws IOException, CallTimeoutException {
        if (!launcher.command().has(CommandTemplate.HOST) && !USUAL.equals(asked.getAddress())) {
            throw new TestAbortedException("the command has no {host}, by which it would be told to listen on "
                    + asked.getAddress().getHostAddress());
        }
        long end = System.nanoTime() + policy.deadline().toNanos();
        Map<String, String> values = new HashMap<>(launcher.arguments().values(method, arguments));
        for (int left = asked.getPort() == 0 ? TRIES : 1; true; left--) {
            InetSocketAddress address = asked.getPort() == 0
                    ? new InetSocketAddress(
                            asked.getAddress(),
                            FreePort.at(asked.getAddress(), launcher.server().transport()))
                    : asked;
            ListenerProbe probe = new ListenerProbe(address, launcher.server().transport());
            values.put(CommandTemplate.HOST, address.getAddress().getHostAddress());
            values.put(CommandTemplate.PORT, Integer.toString(address.getPort()));
            ExternalProgram started = launch(launcher.command().fill(values));
            if (await(started, probe, address, end)) {
                return address;
            }
            boolean ourChoice = asked.getPort() == 0;
            if (!ourChoice
                    || left == 1
                    || FreePort.isFree(address, launcher.server().transport())) {
                throw new IOException(
                        text(address) + " is not listened on: the program was started, and " + started.lastWords());
            }
        }
    }

    private ExternalProgram launch(List<String> command) throws IOException {
        ExternalProgram started = ExternalProgram.start(launcher.starter(), command);
        program = started;
        session.add(started);
        return started;
    }

    /** Waits until it listens; false if it ended before that. */
    private static boolean await(ExternalProgram started, ListenerProbe probe, InetSocketAddress address, long end)
            throws CallTimeoutException {
        while (true) {
            boolean alive = started.isAlive(); // before the look: what it listens on is gone with it
            if (alive && probe.hasBegun()) {
                started.listens();
                return true;
            }
            if (!alive) {
                return false;
            }
            if (System.nanoTime() - end >= 0) {
                throw new CallTimeoutException(
                        "it runs and does not listen on " + text(address) + "; " + started.lastWords());
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private static String text(InetSocketAddress address) {
        return TcpSocket.text(address);
    }

    @Override
    void close() {
        ExternalProgram started = program;
        if (started != null) {
            started.end();
        }
    }
}
