package portzero.testkit.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.testkit.codec.Frame;
import portzero.testkit.codec.ValueWriter;

/**
 * The student's classes in another JVM.
 *
 * <p>One JVM serves test after test as long as they pass and leave no threads. After any other outcome it is replaced, so
 * that no test pays for what an earlier one left behind, or is helped by it. A spare JVM without any student code in it
 * starts while the current one works. Not thread-safe: one test at a time.
 */
public final class ForkedRuntime extends SubjectRuntime implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int STARTS = 3;

    /** Threads that a test may leave to the next: some of the JDK's own stay when their work is done. */
    private static final int LEFT_OVER = 6;

    private static final Duration MOMENT = Duration.ofMillis(200);

    /** For somebody who thinks at a breakpoint. */
    private static final Duration FOR_EVER = Duration.ofDays(7);

    private final SubjectStarter starter;
    private final boolean debugged;
    private final int keep;
    private List<ClassFile> classes = List.of();
    private final List<HostConnection> retired = new ArrayList<>();
    private volatile @Nullable HostConnection current;
    private final Deque<HostConnection> spares = new ArrayDeque<>();

    public ForkedRuntime(SubjectStarter starter) {
        this(starter, false, 1);
    }

    private ForkedRuntime(SubjectStarter starter, boolean debugged, int keep) {
        this.starter = starter;
        this.debugged = debugged;
        this.keep = keep;
    }

    /**
     * One for tests that somebody waits for: it keeps two JVMs in reserve, and starts none while tests run, unless both are
     * used up. Whoever runs tests has it {@linkplain #prepareSpare prepare} them again after each run.
     */
    public static ForkedRuntime inReserve(SubjectStarter starter) {
        return new ForkedRuntime(starter, false, 2);
    }

    /**
     * One for JVMs that may wait for a debugger: they have all the time of the world, and one starts when its predecessor has
     * ended, so that all can listen on one port.
     */
    public static ForkedRuntime debugged(SubjectStarter starter) {
        return new ForkedRuntime(starter, true, 0);
    }

    /**
     * Sets the submission that further tests run against; none of its predecessor's code, state, processes or ports is
     * left.
     *
     * @throws IllegalStateException if a process of the predecessor cannot be ended
     */
    public void load(List<ClassFile> submission) {
        renew();
        classes = List.copyOf(submission);
    }

    /**
     * Has the next test begin in another JVM, when no process of the present one is left.
     *
     * @throws IllegalStateException if one cannot be ended
     */
    public void renew() {
        retire();
        retired.forEach(one -> one.awaitEnd(END));
        retired.clear();
    }

    /** Starts as many JVMs for later as are to wait, if they do not wait yet. */
    public void prepareSpare() throws IOException {
        prepare(keep);
    }

    private void prepare(int number) throws IOException {
        spares.stream().filter(one -> one.broken().isDone()).forEach(HostConnection::close);
        spares.removeIf(one -> one.broken().isDone());
        while (spares.size() < number) {
            spares.add(new HostConnection(starter.start()));
        }
    }

    @Override
    public SubjectSession begin() {
        try {
            return new ForkedSession(this, connection(), classes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SubjectExitException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HostConnection connection() throws IOException, SubjectExitException {
        HostConnection connection = current;
        if (connection != null && connection.comesDownTo(LEFT_OVER, MOMENT) && begins(connection, patience(AGAIN))) {
            return connection;
        }
        // What ended or paralysed it came after the last test had passed, and is no fault of the next one.
        for (int left = STARTS; true; left--) {
            try {
                return started();
            } catch (SubjectExitException killed) {
                if (left == 1) { // no code of the submission has run yet: whatever ended it, another may live
                    throw killed;
                }
            }
        }
    }

    private HostConnection started() throws IOException, SubjectExitException {
        retire();
        if (debugged) {
            renew();
        }
        prepare(1);
        HostConnection connection = spares.remove();
        current = connection;
        connection.awaitReady(patience(START));
        connection.countOwnThreads();
        define(connection);
        if (!begins(connection, patience(START))) {
            throw new SubjectExitException("The submission's JVM started but does not answer");
        }
        prepare(Math.min(1, keep)); // in time for the next test that needs one
        return connection;
    }

    private Duration patience(Duration usual) {
        return debugged ? FOR_EVER : usual;
    }

    private static boolean begins(HostConnection connection, Duration deadline) {
        try {
            return connection
                            .ask(Frame.Kind.BEGIN, body -> {}, WaitPolicy.until(deadline))
                            .kind()
                    == Frame.Kind.RETURNED;
        } catch (SubjectExitException | CallTimeoutException gone) {
            return false;
        }
    }

    private void define(HostConnection connection) throws IOException {
        ValueWriter body = new ValueWriter().number(classes.size());
        for (ClassFile file : classes) {
            body.number(file.written() ? 1 : 0).text(file.name()).block(file.content());
        }
        connection.tell(body.frame(Frame.Kind.DEFINE));
    }

    /** Ends the current JVM. */
    public void retire() {
        HostConnection connection = current;
        if (connection != null) {
            connection.close();
            retired.add(connection);
            current = null;
        }
    }

    /** Ends the current JVM while a test runs, which fails. May be called from any thread. */
    public void abort() {
        HostConnection connection = current;
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() {
        retire();
        spares.forEach(HostConnection::close);
        spares.clear();
    }
}
