package portzero.testkit.subject;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the name and message of an exception that student code threw into an exception in this JVM. */
final class ExceptionMapper {

    /** What extends no more than these is no kind of exception that a test could expect, and keeps its own name. */
    private static final Set<String> GENERAL = Set.of("java.lang.RuntimeException", "java.lang.Exception");

    private ExceptionMapper() {}

    /**
     * Makes an exception of the named type if that is one of the JDK's or one that the contract declares. One of the
     * student's own becomes one of its nearest superclass that is, with the student's name before the message: to a test
     * it is what it extends. What is left becomes a {@link SubjectException}. Never an {@code Error}: one of ours would end
     * the test run.
     *
     * @param superclasses of a type of the student's own, nearest first
     */
    static Throwable of(String type, List<String> superclasses, @Nullable String message, Class<?> contract) {
        Throwable known = known(type, message, contract);
        String named = SubjectException.text(type, message);
        return Stream.concat(
                        Stream.ofNullable(known),
                        superclasses.stream()
                                .filter(name -> !GENERAL.contains(name))
                                .map(name -> known(name, named, contract))
                                .filter(Objects::nonNull))
                .findFirst()
                .orElseGet(() -> new SubjectException(type, message));
    }

    private static @Nullable Throwable known(String type, @Nullable String message, Class<?> contract) {
        return Stream.concat(Stream.ofNullable(ofJdk(type)), declared(contract))
                .filter(candidate -> candidate.getName().equals(type))
                .findFirst()
                .map(candidate -> create(candidate, message))
                .orElse(null);
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
