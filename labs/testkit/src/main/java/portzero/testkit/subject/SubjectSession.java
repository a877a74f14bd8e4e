package portzero.testkit.subject;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The student's objects during one test. */
public interface SubjectSession extends AutoCloseable {

    /** An object of the student's class. Calls may be made from several threads. */
    interface SubjectObject {
        /**
         * Calls a method of the contract.
         *
         * @throws Throwable what student code threw; a {@link CallOverdue} when it did not return in time; a
         *     {@link SubjectDied} when the program ended
         */
        @Nullable
        Object call(Method method, @Nullable Object[] arguments, Duration deadline) throws Throwable;
    }

    /** Creates an object; throws as {@link SubjectObject#call}. */
    SubjectObject create(Class<?> subject, Class<?> contract, Duration deadline) throws Throwable;

    /** Where the threads that run student code stand; empty when that can no longer be said. */
    List<StudentThread> threads();

    /** What student code printed, if it was captured. */
    String output();

    /** How the student's JVM ended, if it did and was another than this one. */
    Optional<Death> death();

    /** Where student code threw an exception, innermost first; empty if it did not. */
    List<CodeLine> origin(Throwable thrown);

    /** Whether the student wrote this line. */
    boolean isWritten(CodeLine line);

    /** Says that the test failed, so that nothing of this session is reused. */
    void spoil();

    @Override
    void close();
}
