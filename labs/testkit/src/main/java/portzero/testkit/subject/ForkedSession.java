package portzero.testkit.subject;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import portzero.testkit.codec.CodecLimits;
import portzero.testkit.codec.Frame;
import portzero.testkit.codec.ValueReader;
import portzero.testkit.host.ArrayChange;
import portzero.testkit.host.MethodSignature;
import portzero.testkit.kernel.PendingTraffic;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.process.ActivitySample;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.process.ThreadTime;

/** One test with the student's objects behind a pipe. */
final class ForkedSession implements SubjectSession {

    private static final Duration QUESTION_DEADLINE = Duration.ofSeconds(2);
    private static final WaitPolicy QUESTION = WaitPolicy.until(QUESTION_DEADLINE);

    private final ForkedRuntime runtime;
    private final HostConnection connection;
    private final Set<String> written;
    private final Map<Throwable, List<CodeLine>> origins = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<Throwable, String> ownTexts = Collections.synchronizedMap(new WeakHashMap<>());
    private int objects;
    private boolean spoilt;

    ForkedSession(ForkedRuntime runtime, HostConnection connection, List<ClassFile> classes) {
        this.runtime = runtime;
        this.connection = connection;
        written =
                classes.stream().filter(ClassFile::written).map(ClassFile::name).collect(Collectors.toSet());
    }

    @Override
    public SubjectObject create(Class<?> subject, Class<?> contract, WaitPolicy policy) throws Throwable {
        int object = ++objects;
        value(
                connection.ask(
                        Frame.Kind.CREATE,
                        body -> body.number(object).text(subject.getName()).text(contract.getName()),
                        policy),
                void.class,
                contract);
        return (method, arguments, limit) -> call(object, method, arguments, limit);
    }

    private @Nullable Object call(int object, Method method, @Nullable Object[] arguments, WaitPolicy policy)
            throws Throwable {
        Frame answer = connection.ask(
                Frame.Kind.CALL,
                body -> {
                    body.number(object).text(MethodSignature.of(method));
                    for (Object argument : arguments) {
                        body.value(argument);
                    }
                },
                policy);
        return value(answer, method.getGenericReturnType(), method.getDeclaringClass());
    }

    private @Nullable Object value(Frame frame, Type type, Class<?> contract) throws Throwable {
        Throwable thrown;
        try {
            ValueReader answer = new ValueReader(frame);
            answer.number();
            if (frame.kind() == Frame.Kind.RETURNED) {
                Object value = answer.value(type);
                answer.end();
                return value;
            }
            thrown = thrown(answer, contract);
        } catch (IOException forged) {
            throw new SubjectExitException("the program gave an impossible answer: " + forged.getMessage());
        }
        throw thrown;
    }

    private Throwable thrown(ValueReader answer, Class<?> contract) throws IOException {
        String type = answer.text();
        List<String> superclasses = new ArrayList<>();
        for (int left = answer.count("number of superclasses", CodecLimits.SUPERCLASSES); left > 0; left--) {
            superclasses.add(answer.text());
        }
        String message = answer.number() == 1 ? answer.text() : null;
        Throwable thrown = ExceptionMapper.of(type, superclasses, message, contract);
        if (!superclasses.isEmpty()) {
            ownTexts.put(thrown, SubjectException.text(type, message));
        }
        origins.put(thrown, lines(answer));
        return thrown;
    }

    @Override
    public Optional<List<ProgramThread>> allThreads() {
        try {
            return Optional.of(threads(new ValueReader(connection.ask(Frame.Kind.THREADS, body -> {}, QUESTION))));
        } catch (IOException | SubjectExitException | CallTimeoutException unknown) {
            return Optional.empty();
        }
    }

    private List<ProgramThread> threads(ValueReader answer) throws IOException {
        answer.number();
        List<ProgramThread> threads = new ArrayList<>();
        for (int left = answer.count("number of threads", CodecLimits.LIST); left > 0; left--) {
            threads.add(ProgramThread.of(answer.text(), answer.text(), lines(answer), this::isWritten));
        }
        return threads;
    }

    private static List<CodeLine> lines(ValueReader answer) throws IOException {
        List<CodeLine> lines = new ArrayList<>();
        for (int left = answer.count("number of frames", CodecLimits.LIST); left > 0; left--) {
            lines.add(new CodeLine(answer.text(), answer.text(), answer.text(), answer.number()));
        }
        return lines;
    }

    @Override
    public boolean standsStill(int calls) {
        return waits(calls) && PendingTraffic.isSettled();
    }

    @Override
    public boolean isAtRest(int calls) {
        return waits(calls) && PendingTraffic.isSettledOrStuck();
    }

    private boolean waits(int calls) {
        // Asleep before the stacks are looked at, too: a thread that was just woken still seems to wait in its stack.
        return connection.unanswered() >= calls && connection.sleeps() && rests() && connection.sleeps();
    }

    @Override
    public boolean tellsStandstill() {
        return TcpTable.isVisible();
    }

    @Override
    public OptionalInt furtherThreads() {
        return connection.furtherThreads();
    }

    @Override
    public Optional<Map<Integer, ThreadTime>> threadTimes() {
        return connection.threadTimes();
    }

    @Override
    public Optional<ActivitySample> activity() {
        return connection.activity();
    }

    private boolean rests() {
        try {
            ValueReader answer = new ValueReader(connection.ask(Frame.Kind.STANDSTILL, body -> {}, QUESTION));
            answer.number();
            return answer.number() == 1;
        } catch (IOException | SubjectExitException | CallTimeoutException unknown) {
            return false;
        }
    }

    @Override
    public OptionalLong openFiles() {
        return connection.openFiles();
    }

    @Override
    public Optional<Path> root() {
        return connection.root();
    }

    @Override
    public Path workingFolder() {
        return connection.workingFolder();
    }

    @Override
    public String output() {
        try {
            ValueReader answer = new ValueReader(connection.ask(Frame.Kind.OUTPUT, body -> {}, QUESTION));
            answer.number();
            return answer.text();
        } catch (IOException | SubjectExitException | CallTimeoutException unknown) {
            return "";
        }
    }

    @Override
    public Optional<List<ArrayChange>> changedArrays(Duration deadline) {
        try {
            Frame answer = connection.ask(Frame.Kind.ARRAYS, body -> {}, WaitPolicy.until(deadline));
            return Optional.of(changes(new ValueReader(answer)));
        } catch (IOException | IllegalArgumentException | SubjectExitException | CallTimeoutException unknown) {
            return Optional.empty();
        }
    }

    private static List<ArrayChange> changes(ValueReader answer) throws IOException {
        answer.number();
        List<ArrayChange> changes = new ArrayList<>();
        for (int left = answer.count("number of arrays", CodecLimits.LIST); left > 0; left--) {
            changes.add(new ArrayChange(
                    answer.text(),
                    answer.number() == 1,
                    answer.number(),
                    answer.number(),
                    answer.number(),
                    answer.number()));
        }
        answer.end();
        return changes;
    }

    @Override
    public boolean hasEnded() {
        return connection.hasEnded(QUESTION_DEADLINE);
    }

    @Override
    public Optional<ProcessExit> death() {
        if (!connection.broken().isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(connection.death(QUESTION_DEADLINE));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public List<CodeLine> origin(Throwable thrown) {
        return origins.getOrDefault(thrown, List.of());
    }

    @Override
    public Optional<String> ownText(Throwable thrown) {
        return Optional.ofNullable(ownTexts.get(thrown));
    }

    @Override
    public boolean isWritten(CodeLine line) {
        return written.contains(line.type());
    }

    @Override
    public void spoil() {
        spoilt = true;
    }

    @Override
    public void close() {
        if (spoilt) {
            runtime.retire();
        }
    }
}
