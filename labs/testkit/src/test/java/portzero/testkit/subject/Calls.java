package portzero.testkit.subject;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import portzero.testkit.fixture.Oracle;
import portzero.testkit.fixture.Wizard;

/** Calls of a {@link Wizard} in another JVM, with more patience than any machine needs. */
final class Calls {

    private static final WaitPolicy LONG = WaitPolicy.until(Duration.ofSeconds(30));

    private Calls() {}

    static SubjectSession.SubjectObject wizard(SubjectSession session) throws Throwable {
        return session.create(Wizard.class, Oracle.class, LONG);
    }

    static @Nullable Object call(SubjectSession.SubjectObject object, String name, @Nullable Object... arguments)
            throws Throwable {
        return object.call(method(name), arguments, LONG);
    }

    static Method method(String name) {
        return Arrays.stream(Oracle.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
