package portzero.testkit.subject;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.CodeSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import portzero.testkit.host.ArrayChange;
import portzero.testkit.host.ArrayChangeDetector;
import portzero.testkit.host.PoolThreads;
import portzero.testkit.process.ActivitySample;
import portzero.testkit.process.ActivitySampler;
import portzero.testkit.process.OpenFiles;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.process.ThreadTime;

/** One test with the student's objects in this JVM. A thread that hangs is left behind, as a daemon. */
final class InProcessSession implements SubjectSession {

    private static final int MOST_THREADS = 100;

    private final ArrayChangeDetector arrays = new ArrayChangeDetector();
    private final Set<Class<?>> subjects = ConcurrentHashMap.newKeySet();
    private final Set<Thread> before = Collections.newSetFromMap(new IdentityHashMap<>());

    InProcessSession() {
        before.addAll(Thread.getAllStackTraces().keySet());
    }

    @Override
    public SubjectObject create(Class<?> subject, Class<?> contract, WaitPolicy policy) throws Throwable {
        subjects.add(subject);
        Constructor<?> constructor = subject.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object object = Objects.requireNonNull(onThread("call-new", constructor::newInstance, policy));
        return (method, arguments, limit) ->
                onThread("call-" + method.getName(), () -> invoke(method, object, arguments), limit);
    }

    private @Nullable Object invoke(Method method, Object object, @Nullable Object[] arguments)
            throws ReflectiveOperationException {
        method.setAccessible(true);
        try (ArrayChangeDetector.Call call = arrays.begin(method.getName(), arguments)) {
            return call.returned(method.invoke(object, arguments));
        }
    }

    private static @Nullable Object onThread(String name, Callable<@Nullable Object> code, WaitPolicy policy)
            throws Throwable {
        FutureTask<@Nullable Object> task = new FutureTask<>(code);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(policy.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException overdue) {
            throw new CallTimeoutException("the call did not return", false);
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw cause instanceof InvocationTargetException thrown
                    ? Objects.requireNonNullElse(thrown.getCause(), thrown)
                    : cause;
        }
    }

    @Override
    public Optional<List<ProgramThread>> allThreads() {
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        Set<Thread> pooled = PoolThreads.of(all);
        return Optional.of(all.entrySet().stream()
                .filter(entry -> isNew(entry.getKey()))
                .filter(entry -> (pooled.contains(entry.getKey()) && !isOfTheEngine(entry.getKey()))
                        || isInStudentCode(entry.getValue()))
                .sorted(Comparator.comparing(entry -> entry.getKey().getName()))
                .limit(MOST_THREADS)
                .map(entry -> ProgramThread.of(
                        entry.getKey().getName(),
                        entry.getKey().getState().name(),
                        Arrays.stream(entry.getValue()).map(CodeLine::of).toList(),
                        this::isWritten))
                .toList());
    }

    private boolean isNew(Thread thread) {
        return !before.contains(thread);
    }

    private boolean isInStudentCode(StackTraceElement[] stack) {
        return Arrays.stream(stack).map(CodeLine::of).anyMatch(this::isWritten);
    }

    /** JUnit and Surefire have pools, too, and may make them in the middle of a test. */
    private static boolean isOfTheEngine(Thread thread) {
        return thread.getName().startsWith("junit-") || thread.getName().startsWith("surefire-");
    }

    @Override
    public boolean isWritten(CodeLine line) {
        return subjects.stream().anyMatch(subject -> isBeside(subject, line.type()));
    }

    /** Whether a class lies where the student's class lies: the same folder of classes, the same package. */
    private static boolean isBeside(Class<?> subject, String type) {
        if (!type.startsWith(subject.getPackageName() + ".")) {
            return false;
        }
        try {
            Class<?> other = Class.forName(type, false, subject.getClassLoader());
            return Objects.equals(source(subject), source(other));
        } catch (ClassNotFoundException | LinkageError hidden) {
            return false;
        }
    }

    private static @Nullable CodeSource source(Class<?> type) {
        return type.getProtectionDomain().getCodeSource();
    }

    @Override
    public List<CodeLine> origin(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).map(CodeLine::of).toList();
    }

    @Override
    public boolean standsStill(int calls) {
        return false; // its threads cannot be told from the tests' own
    }

    @Override
    public boolean isAtRest(int calls) {
        return false;
    }

    @Override
    public boolean tellsStandstill() {
        return false;
    }

    @Override
    public OptionalLong openFiles() {
        return OpenFiles.here(); // the test's own are among them
    }

    @Override
    public OptionalInt furtherThreads() {
        return OptionalInt.empty(); // the tests' own are among them
    }

    /** Student code and test share their threads' time with whatever else is in this JVM. */
    @Override
    public Optional<Map<Integer, ThreadTime>> threadTimes() {
        return Optional.empty();
    }

    @Override
    public Optional<ActivitySample> activity() {
        return ActivitySampler.of(Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> isNew(entry.getKey()) && isInStudentCode(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public Optional<List<ArrayChange>> changedArrays(Duration deadline) {
        return Optional.of(arrays.changes());
    }

    @Override
    public String output() {
        return ""; // it is on the console already
    }

    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public Optional<ProcessExit> death() {
        return Optional.empty();
    }

    @Override
    public void spoil() {
        // Each test has new objects; there is nothing else to give up.
    }

    @Override
    public void close() {
        subjects.clear();
    }
}
