package portzero.grader.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.sandbox.Launcher;
import portzero.testkit.await.Deadlines;
import portzero.testkit.subject.ForkedRuntime;

/** Has the student's JVM wait for a debugger. */
public final class DebugOption {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String NO_DEADLINES = "10000";
    private static final long A_DAY = 86_400;
    private static final long PATIENCE = 20_000_000_000L; // nanoseconds
    private static final long BETWEEN_LOOKS = 20_000_000;

    /** Where debuggers look if nobody tells them. */
    private static final String USUAL = "5005";

    @Option(
            names = "--debug",
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = USUAL,
            parameterConsumer = OptionalNumberConsumer.class,
            description =
                    "have your program wait for a debugger on 127.0.0.1; usual port: " + USUAL + ", or a free one")
    private @Nullable Integer port;

    /** Whether somebody debugs. */
    public boolean isGiven() {
        return port != null;
    }

    /** Limits under which one can think at a breakpoint. */
    public Limits limits() {
        return isGiven() ? Limits.DEFAULT.with(LimitSetting.WALL_CLOCK, A_DAY) : Limits.DEFAULT;
    }

    /**
     * The runtime for the student's classes; while it is used with a debugger, no deadline passes.
     *
     * @param subject the command that starts their JVM
     * @param out is told where the debugger is to connect
     */
    public ForkedRuntime runtime(List<String> subject, PrintWriter out) throws IOException {
        if (port == null) {
            return new ForkedRuntime(() -> Launcher.start(new ProcessBuilder(subject)));
        }
        int chosen = free(port);
        List<String> command = new ArrayList<>(subject);
        // Quiet: what the agent prints would go to the grader's own channel.
        command.add(
                1, "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=" + LOOPBACK + ":" + chosen);
        System.setProperty(Deadlines.SCALE, NO_DEADLINES);
        return ForkedRuntime.debugged(() -> {
            Process program = Launcher.start(new ProcessBuilder(command));
            awaitListener(chosen, program);
            out.println("Your program waits for a debugger on " + LOOPBACK + ":" + chosen
                    + "; it begins when one has connected. Deadlines are off.");
            out.flush();
            return program;
        });
    }

    /** Until the port is taken: a connection that tried it would be taken for the debugger. */
    private static void awaitListener(int port, Process program) {
        long end = System.nanoTime() + PATIENCE;
        while (isFree(port) && program.isAlive() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int free(int wanted) throws IOException {
        if (wanted != 0 && isFree(wanted)) {
            return wanted;
        }
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
