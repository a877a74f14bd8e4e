package portzero.testkit.subject;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the name and message of an exception that student code threw into an exception in this JVM. */
final class Rethrown {

    private Rethrown() {}

    /**
     * Makes an exception of the named type if that is one of the JDK's or one that the contract declares, and a
     * {@link SubjectException} otherwise. Never an {@code Error}: one of ours would end the test run.
     */
    static Throwable of(String type, @Nullable String message, Class<?> contract) {
        return Stream.concat(Stream.ofNullable(ofJdk(type)), declared(contract))
                .filter(candidate -> candidate.getName().equals(type))
                .findFirst()
                .map(candidate -> create(candidate, message))
                .orElseGet(() -> new SubjectException(type, message));
    }

    private static @Nullable Class<?> ofJdk(String type) {
        if (!type.startsWith("java.")) {
            return null;
        }
        try {
            return Class.forName(type, false, ClassLoader.getPlatformClassLoader());
        } catch (ClassNotFoundException | LinkageError unknown) {
            return null;
        }
    }

    private static Stream<Class<?>> declared(Class<?> contract) {
        return Arrays.stream(contract.getMethods()).flatMap(method -> Arrays.stream(method.getExceptionTypes()));
    }

    private static @Nullable Throwable create(Class<?> type, @Nullable String message) {
        if (!Exception.class.isAssignableFrom(type)) {
            return null;
        }
        try {
            Constructor<?> constructor = type.getConstructor(String.class);
            return (Throwable) constructor.newInstance(message);
        } catch (ReflectiveOperationException without) {
            return message == null ? createWithout(type) : null;
        }
    }

    /** Some exceptions never have a message, that of a closed channel for one. */
    private static @Nullable Throwable createWithout(Class<?> type) {
        try {
            return (Throwable) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException neither) {
            return null;
        }
    }
}
