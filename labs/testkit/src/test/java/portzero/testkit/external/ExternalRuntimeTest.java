package portzero.testkit.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.process.ProcessFiles;
import portzero.testkit.subject.CallTimeoutException;
import portzero.testkit.subject.Observation;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;
import portzero.testkit.wire.Transport;

/** A program of its own in place of an object. */
class ExternalRuntimeTest {

    private static final WaitPolicy PATIENT = WaitPolicy.until(Duration.ofMinutes(1));
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final ServerDescription DESCRIPTION = new ServerDescription("Subject", Transport.TCP);

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    /** A contract. */
    interface Contract extends Closeable {
        InetSocketAddress start(InetSocketAddress address, byte[] content) throws IOException;

        int others();
    }

    /** What stands for the student's class. */
    private static final class Subject {}

    private ExternalRuntime runtime(String behaviour) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        CommandTemplate command = new CommandTemplate(List.of(
                java,
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProgram.class.getName(),
                behaviour,
                "{host}",
                "{port}",
                "{content}"));
        return ExternalRuntime.started(
                DESCRIPTION,
                command,
                builder -> {
                    Process process = builder.start();
                    started.add(process);
                    return process;
                },
                folder);
    }

    private static Method method(String name) {
        for (Method method : Contract.class.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new AssertionError(name);
    }

    private static SubjectSession.SubjectObject object(SubjectSession session) throws Throwable {
        return session.create(Subject.class, Contract.class, PATIENT);
    }

    private static InetSocketAddress start(SubjectSession.SubjectObject object, int port, WaitPolicy policy)
            throws Throwable {
        @Nullable Object[] arguments = {new InetSocketAddress(LOOPBACK, port), new byte[] {'h', 'i'}};
        return (InetSocketAddress) Objects.requireNonNull(object.call(method("start"), arguments, policy));
    }

    private static void close(SubjectSession.SubjectObject object) throws Throwable {
        object.call(method("close"), new Object[0], PATIENT);
    }

    @Test
    void start_returns_when_the_program_listens_and_close_ends_it() throws Throwable {
        try (ExternalRuntime runtime = runtime("stays");
                SubjectSession session = runtime.begin()) {
            SubjectSession.SubjectObject server = object(session);
            InetSocketAddress address = start(server, 0, PATIENT);
            new Socket(LOOPBACK, address.getPort()).close();
            assertThat(session.output()).contains("given hi");
            if (ProcessFiles.areShown()) {
                assertThat(session.openFiles().orElseThrow()).isPositive();
                assertThat(session.activity()).isPresent();
            }

            close(server);
            close(server);

            assertThat(started).hasSize(1).noneMatch(Process::isAlive);
            assertThat(session.death()).isEmpty();
        }
    }

    @Test
    void a_program_that_ends_before_it_listens_says_why() throws Throwable {
        try (ExternalRuntime runtime = runtime("ends");
                SubjectSession session = runtime.begin()) {
            SubjectSession.SubjectObject server = object(session);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> start(server, 0, PATIENT))
                    .withMessageContainingAll("it ended by itself (exit 7)", "no reason");
        }
    }

    @Test
    void a_program_that_never_listens_is_late_and_ended() throws Throwable {
        try (ExternalRuntime runtime = runtime("waits")) {
            try (SubjectSession session = runtime.begin()) {
                SubjectSession.SubjectObject server = object(session);
                assertThatExceptionOfType(CallTimeoutException.class)
                        .isThrownBy(() -> start(server, 0, WaitPolicy.until(Duration.ofMillis(10))))
                        .satisfies(late ->
                                assertThat(late.detail()).contains("it runs and does not listen on 127.0.0.1:"));
            }
            assertThat(started).hasSize(1).noneMatch(Process::isAlive);
        }
    }

    @Test
    void a_port_that_somebody_else_has_is_not_taken_for_the_programs() throws Throwable {
        try (ServerSocket other = new ServerSocket(0, 1, LOOPBACK);
                ExternalRuntime runtime = runtime("stays");
                SubjectSession session = runtime.begin()) {
            SubjectSession.SubjectObject server = object(session);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> start(server, other.getLocalPort(), PATIENT))
                    .withMessageContaining("BindException");
        }
    }

    @Test
    void a_program_that_ends_while_it_is_used_has_failed() throws Throwable {
        try (ExternalRuntime runtime = runtime("leaves");
                SubjectSession session = runtime.begin()) {
            InetSocketAddress address = start(object(session), 0, PATIENT);
            assertThat(session.hasEnded()).isFalse();
            new Socket(LOOPBACK, address.getPort()).close();
            started.get(0).waitFor();
            assertThat(session.hasEnded()).isTrue();
            assertThat(session.death()).map(ProcessExit::status).hasValue(0);
        }
    }

    @Test
    void what_a_program_does_not_have_leaves_the_test_out() throws Throwable {
        try (ExternalRuntime runtime = runtime("stays");
                SubjectSession session = runtime.begin()) {
            assertThatExceptionOfType(TestAbortedException.class)
                    .isThrownBy(() -> session.create(String.class, Contract.class, PATIENT))
                    .withMessage("it calls methods of String, which a program does not have");
            SubjectSession.SubjectObject server = object(session);
            assertThatExceptionOfType(TestAbortedException.class)
                    .isThrownBy(() -> server.call(method("others"), new Object[0], PATIENT));
            assertThat(session.lacks(Observation.THREADS)).isPresent();
            assertThat(session.lacks(Observation.ARRAYS)).isPresent();
            assertThat(session.lacks(Observation.SOCKETS).isPresent()).isEqualTo(!TcpTable.isVisible());
        }
    }

    @Test
    void a_server_that_runs_already_is_neither_started_elsewhere_nor_stopped() throws Throwable {
        try (ServerSocket running = new ServerSocket(0, 1, LOOPBACK);
                ExternalRuntime runtime =
                        ExternalRuntime.running(DESCRIPTION, (InetSocketAddress) running.getLocalSocketAddress());
                SubjectSession session = runtime.begin()) {
            SubjectSession.SubjectObject server = object(session);
            assertThat(start(server, 0, PATIENT)).isEqualTo(running.getLocalSocketAddress());
            assertThatExceptionOfType(TestAbortedException.class)
                    .isThrownBy(() -> start(server, 7_000, PATIENT))
                    .withMessageContaining("starts it at an address of its own");
            SubjectSession.SubjectObject second = object(session);
            assertThatExceptionOfType(TestAbortedException.class)
                    .isThrownBy(() -> start(second, 0, PATIENT))
                    .withMessageContaining("starts several");
            assertThatExceptionOfType(TestAbortedException.class).isThrownBy(() -> close(server));
            assertThat(session.lacks(Observation.DESCRIPTORS)).isPresent();
        }
    }

    @Test
    void lists_and_bytes_become_files() throws Exception {
        StartArguments arguments = new StartArguments(folder);
        Method start = Server.class.getMethods()[0];
        var values = arguments.values(
                start, new @Nullable Object[] {new InetSocketAddress(LOOPBACK, 0), 5, List.of("a", "b c"), "text"});
        assertThat(values)
                .containsEntry("limit", "5")
                .containsEntry("word", "text")
                .hasSize(3);
        assertThat(Path.of(Objects.requireNonNull(values.get("lines")))).hasContent("a\nb c\n");
        assertThat(StartArguments.names(start)).containsExactly("limit", "lines", "word");
        assertThat(StartArguments.meaning(start, "lines")).contains("a line for each");
    }

    /** Another contract. */
    interface Server {
        InetSocketAddress start(InetSocketAddress address, int limit, List<String> lines, String word);
    }
}
