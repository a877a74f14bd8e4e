package portzero.testkit.subject;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import portzero.testkit.codec.Frame;
import portzero.testkit.codec.ValueReader;
import portzero.testkit.codec.ValueWriter;
import portzero.testkit.process.ActivitySample;
import portzero.testkit.process.ActivitySampler;
import portzero.testkit.process.OpenFiles;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.process.ProcessFileSystem;
import portzero.testkit.process.ProcessFiles;
import portzero.testkit.process.SleepProbe;
import portzero.testkit.process.StderrCapture;
import portzero.testkit.process.ThreadTime;
import portzero.testkit.trace.DisplayText;

/**
 * The trusted end of the pipe to one subject JVM. Thread-safe.
 *
 * <p>Nothing that the other end does blocks the caller past its deadline: a thread reads, another writes, and a
 * caller waits for its own answer only.
 */
final class HostConnection implements AutoCloseable {

    private static final String ENDED = "the program ended";
    private static final String GARBLED = "the program wrote to the grader's own channel";

    private static final long SLICE = 20_000_000; // nanoseconds between two questions whether there is hope
    private static final int LAST_WORDS = 200; // milliseconds for what a program that has ended wrote to standard error
    private static final int LOOKS = 5;
    private static final long BETWEEN_LOOKS = 1_000_000;

    /** Completes the body of a request after its number. */
    interface Request {
        void write(ValueWriter body) throws IOException;
    }

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final StderrCapture errors;
    private final Thread errorReader;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Frame>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<String> broken = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private volatile List<ProcessHandle> killed = List.of();
    private volatile int ownThreads;
    private volatile int members = 1;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> daemon(task, "pipe-writer"));

    HostConnection(Process process) {
        this.process = process;
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        errors = new StderrCapture(process.getErrorStream());
        errorReader = daemon(errors, "pipe-errors");
        errorReader.start();
        daemon(this::readAnswers, "pipe-reader").start();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits until the host has started. */
    void awaitReady(Duration deadline) throws SubjectExitException {
        try {
            // The pipe says nothing of an end where a sandbox is killed before it can take its child along.
            CompletableFuture.anyOf(ready, process.onExit()).get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (ready.isDone() && !ready.isCompletedExceptionally()) {
                return;
            }
            errorReader.join(LAST_WORDS);
            throw notStarted(ENDED);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SubjectExitException("The test was interrupted while the submission's JVM started");
        } catch (TimeoutException | ExecutionException failed) {
            throw notStarted("no word from it within " + deadline.toSeconds() + " s");
        }
    }

    private SubjectExitException notStarted(String otherwise) {
        String cause = broken.getNow(otherwise);
        return new SubjectExitException(
                "The submission's JVM did not start: " + cause + ". " + DisplayText.line(errors.text()));
    }

    /** Sends a message that has no answer. */
    void tell(Frame frame) {
        try {
            writer.execute(() -> write(frame));
        } catch (RejectedExecutionException closed) {
            breakOff(ENDED);
        }
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws IllegalArgumentException if the request is too large or not plain data
     */
    Frame ask(Frame.Kind kind, Request request, WaitPolicy policy) throws SubjectExitException, CallTimeoutException {
        int number = numbers.incrementAndGet();
        Frame frame = frame(kind, number, request);
        CompletableFuture<Frame> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        try {
            if (broken.isDone()) {
                throw died();
            }
            tell(frame);
            return await(answer, policy);
        } catch (ExecutionException gone) {
            throw died();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CallTimeoutException("the test was interrupted", false);
        } finally {
            waiting.remove(number);
        }
    }

    private static Frame await(CompletableFuture<Frame> answer, WaitPolicy policy)
            throws ExecutionException, InterruptedException, CallTimeoutException {
        long end = System.nanoTime() + policy.deadline().toNanos();
        while (true) {
            long left = end - System.nanoTime();
            // An answer that came while the question was asked is still seen: the last look is at the answer.
            boolean hopeless = policy.hopeless().getAsBoolean();
            try {
                return answer.get(hopeless ? 0 : Math.max(0, Math.min(left, SLICE)), TimeUnit.NANOSECONDS);
            } catch (TimeoutException notYet) {
                if (hopeless || left <= 0) {
                    throw new CallTimeoutException("the call did not return", hopeless);
                }
            }
        }
    }

    /** How many requests have no answer yet. */
    int unanswered() {
        return (int)
                waiting.values().stream().filter(answer -> !answer.isDone()).count();
    }

    /** Whether the operating system has nothing to run for the process; the answer to a question may be just sent. */
    boolean sleeps() {
        for (int look = 0; look < LOOKS; look++) {
            if (SleepProbe.sleep(process)) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return false;
    }

    /** How many descriptors the process has open. */
    OptionalLong openFiles() {
        return OpenFiles.of(process);
    }

    /** Where this JVM sees the root of the process's files; empty where both see the same. */
    Optional<Path> root() {
        return ProcessFileSystem.root(process);
    }

    /** Where the process looks up relative paths. */
    Path workingFolder() {
        return ProcessFileSystem.workingFolder(process);
    }

    /** Takes the threads that there are now for those of the JVM itself: no code of a student's is in it yet. */
    void countOwnThreads() {
        ownThreads = ProcessFiles.count(process, "task");
        members = ProcessFiles.members(process);
    }

    /** How many threads the process has beyond {@link #countOwnThreads its own}; empty where that cannot be told. */
    OptionalInt furtherThreads() {
        int own = ownThreads;
        return own == 0 ? OptionalInt.empty() : OptionalInt.of(ProcessFiles.count(process, "task") - own);
    }

    /** Whether it comes to have so few further threads within a moment; true where that cannot be told. */
    boolean comesDownTo(int most, Duration moment) {
        long end = System.nanoTime() + moment.toNanos();
        while (furtherThreads().orElse(0) > most) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS); // the JVM has no event for “a thread has ended”
        }
        return true;
    }

    /** What the scheduler has counted of the threads of the process and of this JVM; empty where that cannot be seen. */
    Optional<Map<Integer, ThreadTime>> threadTimes() {
        try {
            return Optional.of(ThreadTime.of(process));
        } catch (IOException | NumberFormatException hidden) {
            return Optional.empty();
        }
    }

    /** What the threads of the process are doing at this moment; empty where that cannot be seen. */
    Optional<ActivitySample> activity() {
        return ActivitySampler.of(process);
    }

    private static Frame frame(Frame.Kind kind, int number, Request request) {
        try {
            ValueWriter body = new ValueWriter().number(number);
            request.write(body);
            return body.frame(kind);
        } catch (IOException impossible) {
            throw new IllegalArgumentException(
                    "The test asks for what the pipe cannot carry: " + impossible, impossible);
        }
    }

    private SubjectExitException died() {
        return new SubjectExitException(broken.getNow(ENDED));
    }

    private void write(Frame frame) {
        try {
            frame.write(out);
        } catch (IOException gone) {
            breakOff(ENDED);
        }
    }

    private void readAnswers() {
        try {
            for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
                dispatch(frame);
            }
            breakOff(ENDED);
        } catch (IOException garbled) {
            // Only a program that writes to the descriptor itself gets here; its answers are worth nothing now.
            boolean ended = !process.isAlive() || garbled instanceof EOFException;
            breakOff(ended ? ENDED : GARBLED);
            process.destroyForcibly();
        }
    }

    private void dispatch(Frame frame) throws IOException {
        if (frame.kind() == Frame.Kind.READY) {
            ready.complete(true);
            return;
        }
        CompletableFuture<Frame> answer = waiting.get(new ValueReader(frame).number());
        if (answer != null) {
            answer.complete(frame);
        } // else the caller has given up, or nobody asked
    }

    private void breakOff(String reason) {
        broken.complete(reason);
        SubjectExitException died = new SubjectExitException(reason);
        ready.completeExceptionally(died);
        waiting.values().forEach(answer -> answer.completeExceptionally(died));
    }

    /** Why the pipe is of no more use; completes when it is. */
    Future<String> broken() {
        return broken;
    }

    /**
     * Whether the process has ended or is about to; true as well where that cannot be told. If it is about to, waits until
     * the pipe says so, too.
     */
    boolean hasEnded(Duration patience) {
        if (!broken.isDone() && ProcessFiles.isEnding(process, members)) {
            try {
                broken.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException later) {
                // and so nothing is known of its end
            }
        }
        return broken.isDone() || !ProcessFiles.areShown();
    }

    /** How the process ended; waits a moment for it when the pipe has ended already. */
    ProcessExit death(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        errorReader.join(Math.max(1, patience.toMillis()));
        boolean garbled = broken.getNow(ENDED).equals(GARBLED);
        return new ProcessExit(process.isAlive() ? -1 : process.exitValue(), errors.text(), garbled);
    }

    /**
     * Waits until nothing is left of what {@link #close} has killed: its ports are free then.
     *
     * @throws IllegalStateException if something still lives at the deadline
     */
    void awaitEnd(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        while (killed.stream().anyMatch(ProcessFiles::lives)) {
            if (System.nanoTime() - end >= 0) {
                throw new IllegalStateException("A process that was killed is still there after " + deadline);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS); // only a parent is told of an end, and not all of these are children
        }
    }

    /** Kills the process, and with it whatever it started. Does not wait: see {@link #awaitEnd}. */
    @Override
    public void close() {
        killed = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        killed.forEach(ProcessHandle::destroyForcibly);
        breakOff(ENDED);
        writer.shutdownNow();
    }
}
