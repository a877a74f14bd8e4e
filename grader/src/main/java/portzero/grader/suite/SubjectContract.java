package portzero.grader.suite;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import portzero.testkit.Subject;

/**
 * A class that students write and the interface that its methods are called by, as the lab's tests know them.
 *
 * @param subject the class, or what stands for it here
 * @param contract the interface that it implements
 */
public record SubjectContract(Class<?> subject, Class<?> contract) {

    /**
     * Finds it by the simple name of the class.
     *
     * @return empty if no test uses it
     */
    public static Optional<SubjectContract> find(Suite suite, String name) {
        return suite.tests().stream()
                .flatMap(test -> Arrays.stream(test.method().getParameters()))
                .flatMap(SubjectContract::of)
                .filter(found -> found.name().equals(name))
                .findFirst();
    }

    private static Stream<SubjectContract> of(Parameter parameter) {
        Subject subject = parameter.getAnnotation(Subject.class);
        return subject == null ? Stream.empty() : Stream.of(new SubjectContract(subject.value(), parameter.getType()));
    }

    /** What the class is called: {@code EchoClient}. */
    public String name() {
        return subject.getSimpleName();
    }
}
