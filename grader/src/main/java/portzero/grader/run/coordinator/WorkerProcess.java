package portzero.grader.run.coordinator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import portzero.grader.course.Course;
import portzero.grader.io.DaemonThread;
import portzero.grader.run.protocol.Message;
import portzero.grader.run.protocol.MessageChannel;
import portzero.grader.run.protocol.Optimisation;
import portzero.grader.run.protocol.WorkerSetup;
import portzero.grader.run.worker.Worker;
import portzero.grader.sandbox.Launcher;
import portzero.grader.sandbox.Sandbox;

/** One worker JVM as the coordinator sees it. For one thread; {@link #close} may come from any. */
public final class WorkerProcess implements AutoCloseable {

    /** A second or two of its own time; on a machine that does much else that may take minutes. */
    private static final Duration START = Duration.ofMinutes(3);

    /** How long what an ended process has written may take to be read. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** The first compiler only: a class is graded before the second has earned what it costs. */
    public static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m", "-XX:-UsePerfData", "-Xshare:auto");

    private final Process process;
    private final MessageChannel messages;
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    WorkerProcess(Process process) {
        this.process = process;
        messages = new MessageChannel(process.getInputStream(), process.getOutputStream());
        Thread reader = DaemonThread.start("worker-reader", this::read);
        DaemonThread.start("worker-exit", () -> awaitExit(reader));
    }

    /**
     * The end of its output tells that it has ended, but for a process killed while it set up its sandbox: what it has begun may
     * be left for a while, and keeps the output open.
     */
    private void awaitExit(Thread reader) {
        try {
            process.waitFor();
            reader.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    /** Starts a worker. */
    static WorkerProcess launch(Sandbox sandbox, WorkerSetup setup) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(sandbox.worker(command(setup)));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new WorkerProcess(Launcher.start(builder));
    }

    /** Sets it up and waits until it is ready. */
    void begin(WorkerSetup setup) throws IOException, InterruptedException {
        messages.send(new Message.Begin(setup));
        if (!(next(START) instanceof Message.Ready)) {
            throw new IOException(
                    hasEnded() ? "it ended while it started" : "it did not start within " + START.toSeconds() + " s");
        }
    }

    private static List<String> command(WorkerSetup setup) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(FLAGS);
        if (!setup.without().contains(Optimisation.ARCHIVES)) {
            command.addAll(ClassDataArchives.optionsOfWorker());
        }
        command.add("-D" + Course.HOME + "=" + setup.home());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        return command;
    }

    void send(Message message) throws IOException {
        messages.send(message);
    }

    /** The next message; null when the worker is gone or has said nothing for too long. */
    @Nullable
    Message next(Duration patience) throws InterruptedException {
        Message message = received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return message instanceof Message.Go ? null : message; // a worker never says Go: it stands for the end
    }

    /** Whether it will say nothing any more. Its process may still be seen for a moment then. */
    boolean hasEnded() {
        return ended;
    }

    private void read() {
        try {
            for (Message message = messages.receive(); message != null; message = messages.receive()) {
                received.add(message);
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } finally {
            end();
        }
    }

    private void end() {
        ended = true;
        received.add(new Message.Go());
    }

    /** Ends the worker and all that it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
