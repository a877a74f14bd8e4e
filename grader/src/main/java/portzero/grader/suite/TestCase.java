package portzero.grader.suite;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import portzero.grader.result.TestVisibility;
import portzero.testkit.Hint;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Task;

/**
 * One test of a suite.
 *
 * @param method the test method
 * @param task the number of its task
 * @param points what it is worth
 * @param hint its hint
 * @param reading the section of the notes that explains it
 * @param visibility whether students have it
 */
public record TestCase(Method method, int task, int points, String hint, String reading, TestVisibility visibility) {

    static TestCase of(Method method, TestVisibility visibility) throws SuiteException {
        String id = id(method);
        Task task = required(method.getAnnotation(Task.class), "@Task", id);
        Points points = required(method.getAnnotation(Points.class), "@Points", id);
        Hint hint = required(method.getAnnotation(Hint.class), "@Hint", id);
        Reading reading = required(method.getAnnotation(Reading.class), "@Reading", id);
        return new TestCase(method, task.value(), points.value(), hint.value(), reading.value(), visibility);
    }

    private static <A> A required(@Nullable A annotation, String name, String id) throws SuiteException {
        if (annotation == null) {
            throw new SuiteException(id + " has no " + name + "; every test of a lab has one");
        }
        return annotation;
    }

    private static String id(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Class and method, {@code EchoServerTest.echoes_a_large_message}. */
    public String id() {
        return id(method);
    }

    /** The method's name as a sentence. */
    public String name() {
        return method.getName().replace('_', ' ');
    }
}
