package portzero.testkit.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private final SubjectStarter starter;
    private List<ClassFile> classes = List.of();
    private final List<HostConnection> retired = new ArrayList<>();
    private @Nullable HostConnection current;
    private @Nullable HostConnection spare;

    public ForkedRuntime(SubjectStarter starter) {
        this.starter = starter;
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

    /** Starts a JVM for later, if none is waiting. */
    public void prepareSpare() throws IOException {
        if (spare != null && spare.broken().isDone()) {
            spare.close();
            spare = null;
        }
        if (spare == null) {
            spare = new HostConnection(starter.start());
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
        if (connection != null && connection.comesDownTo(LEFT_OVER, MOMENT) && begins(connection, AGAIN)) {
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
        prepareSpare();
        HostConnection connection = Objects.requireNonNull(spare);
        spare = null;
        current = connection;
        connection.awaitReady(START);
        connection.countOwnThreads();
        define(connection);
        if (!begins(connection, START)) {
            throw new SubjectExitException("The submission's JVM started but does not answer");
        }
        prepareSpare();
        return connection;
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
        if (current != null) {
            current.close();
            retired.add(current);
            current = null;
        }
    }

    @Override
    public void close() {
        retire();
        if (spare != null) {
            spare.close();
            spare = null;
        }
    }
}
