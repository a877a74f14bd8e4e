package portzero.testkit.subject;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import portzero.testkit.host.ArrayChange;
import portzero.testkit.process.ActivitySample;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.process.ThreadTime;

/** The student's objects during one test. */
public interface SubjectSession extends AutoCloseable {

    /** An object of the student's class. Calls may be made from several threads. */
    interface SubjectObject {
        /**
         * Calls a method of the contract.
         *
         * @throws Throwable what student code threw; a {@link CallTimeoutException} when it did not return in time; a
         *     {@link SubjectExitException} when the program ended
         */
        @Nullable
        Object call(Method method, @Nullable Object[] arguments, WaitPolicy policy) throws Throwable;
    }

    /** Creates an object; throws as {@link SubjectObject#call}. */
    SubjectObject create(Class<?> subject, Class<?> contract, WaitPolicy policy) throws Throwable;

    /**
     * Every thread that the student's program has now and did not have when this session began: those that are in code
     * of the student's, and the idle ones of pools and timers ({@link portzero.testkit.host.PoolThreads}). At most 100
     * are told. Virtual threads are not among them, for the JVM does not list them.
     *
     * @return empty when that can no longer be said
     */
    Optional<List<ProgramThread>> allThreads();

    /** Where those threads stand that are in code of the student's; empty when that can no longer be said. */
    default List<StudentThread> threads() {
        return allThreads().orElse(List.of()).stream()
                .flatMap(thread -> thread.place().stream())
                .toList();
    }

    /**
     * Whether the student's program has come to rest: no thread of it runs or waits with a time limit, and nothing
     * is on its way to or from it. False where that cannot be told.
     *
     * @param calls how many calls the test knows to be under way; if one of them has an answer already, the test
     *     itself is about to go on
     */
    boolean standsStill(int calls);

    /**
     * Whether the program waits, as in {@link #standsStill}, though data may be stuck on their way to a peer that does not
     * read, or connections on their way to one that does not accept. That is no end, but a test need not wait for more.
     */
    boolean isAtRest(int calls);

    /** Whether {@link #standsStill} can be told here at all. */
    boolean tellsStandstill();

    /**
     * Whether the program seems to have done all that there was to do: like {@link #isAtRest}, but a thread may wait with a time
     * limit where those cannot be told from others. For a test that gives it the chance to finish, and need not.
     */
    default boolean isQuiet(int calls) {
        return isAtRest(calls);
    }

    /** Whether {@link #isQuiet} can be told here at all. */
    default boolean tellsQuiet() {
        return tellsStandstill();
    }

    /**
     * Why something can never be seen here, so that a test which looks at it is not to be carried out, as a clause about that test.
     *
     * @return empty where it can, and where a test goes without what this system does not show
     */
    default Optional<String> lacks(Observation what) {
        return Optional.empty();
    }

    /** Where this JVM sees the root of the files that the program sees; empty where both see the same. */
    default Optional<Path> root() {
        return Optional.empty();
    }

    /** Where the program looks up relative paths, as it sees it itself. */
    default Path workingFolder() {
        return Path.of("").toAbsolutePath();
    }

    /** How many descriptors the program has open, sockets included; empty where that cannot be told. */
    OptionalLong openFiles();

    /**
     * How many threads the kernel counts in the student's program beyond those that its JVM had before any code of the
     * student's was in it. Some are the JDK's, started since. Nothing that the program does to itself changes the count.
     *
     * @return empty where that cannot be told
     */
    OptionalInt furtherThreads();

    /**
     * What the kernel's scheduler has counted of each thread of the student's program and of this JVM, by the thread's number;
     * empty where it does not tell.
     */
    Optional<Map<Integer, ThreadTime>> threadTimes();

    /** What the threads of the student's program are doing at this moment; empty where that cannot be seen. */
    Optional<ActivitySample> activity();

    /**
     * The arrays that calls were given or have returned and that student code has changed since, in the order in which it
     * was noticed. Of many arrays only the last ones are looked at, and not those in lists.
     *
     * @param deadline how long to wait for the answer
     * @return empty when that can no longer be said
     */
    Optional<List<ArrayChange>> changedArrays(Duration deadline);

    /** What student code printed, if it was captured. */
    String output();

    /**
     * Whether the student's JVM has ended or is about to, as the kernel sees it; it is asked nothing, since that might be
     * what it ends upon. Where the kernel does not tell, true: then {@link #death} decides.
     */
    boolean hasEnded();

    /** How the student's JVM ended, if it did and was another than this one. */
    Optional<ProcessExit> death();

    /** Where student code threw an exception, innermost first; empty if it did not. */
    List<CodeLine> origin(Throwable thrown);

    /**
     * The name and message of an exception whose class is the student's own, where the test sees the nearest known class that it
     * extends.
     */
    default Optional<String> ownText(Throwable thrown) {
        return Optional.empty();
    }

    /** Whether the student wrote this line. */
    boolean isWritten(CodeLine line);

    /** Says that the test failed, so that nothing of this session is reused. */
    void spoil();

    @Override
    void close();
}
