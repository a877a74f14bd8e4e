package portzero.testkit.external;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import portzero.testkit.subject.SubjectRuntime;
import portzero.testkit.subject.SubjectSession;

/** A program in any language that stands for a lab's server. Each server of each test is a process of its own. */
public final class ExternalRuntime extends SubjectRuntime implements AutoCloseable {

    private final ServerDescription server;
    private final @Nullable ServerLauncher launcher;
    private final @Nullable InetSocketAddress running;
    private final Set<ExternalProgram> programs = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ExternalRuntime(
            ServerDescription server, @Nullable ServerLauncher launcher, @Nullable InetSocketAddress running) {
        this.server = server;
        this.launcher = launcher;
        this.running = running;
    }

    /**
     * A program that is started by a command, anew for each server that a test starts.
     *
     * @param folder where files go that the program is handed; the caller deletes it
     */
    public static ExternalRuntime started(
            ServerDescription server, CommandTemplate command, ProgramStarter starter, Path folder) {
        return new ExternalRuntime(
                server, new ServerLauncher(server, command, starter, new StartArguments(folder)), null);
    }

    /** A program that runs already, and is neither started nor stopped. */
    public static ExternalRuntime running(ServerDescription server, InetSocketAddress address) {
        return new ExternalRuntime(server, null, address);
    }

    ServerDescription server() {
        return server;
    }

    /** Whether tests start and stop it. */
    boolean isStarted() {
        return launcher != null;
    }

    ServerObject object(ExternalSession session, boolean first) {
        if (launcher != null) {
            return new StartedServer(launcher, session);
        }
        if (running != null) {
            return new RunningServer(running, first);
        }
        throw new IllegalStateException("neither started nor running");
    }

    void add(ExternalProgram program) {
        programs.add(program);
        if (closed) { // meanwhile: whoever closed this may not have seen it
            program.end();
        }
    }

    /** Whether {@link #close} was called, so that what tests find from now on says nothing of the program. */
    public boolean isClosed() {
        return closed;
    }

    void remove(ExternalProgram program) {
        programs.remove(program);
    }

    @Override
    public SubjectSession begin() {
        return new ExternalSession(this);
    }

    /** Ends every program that a test has started or starts yet. May be called from any thread, and while tests run. */
    @Override
    public void close() {
        closed = true;
        programs.forEach(ExternalProgram::end);
    }
}
