package portzero.grader.suite;

import java.lang.reflect.Method;
import portzero.grader.result.TestInfo;
import portzero.grader.result.TestVisibility;
import portzero.testkit.LabTest;

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
        LabTest test = method.getAnnotation(LabTest.class);
        if (test == null) {
            throw new SuiteException(id(method) + " is not a @LabTest; every test of a lab is one");
        }
        return new TestCase(method, test.task(), test.points(), test.hint(), test.notes(), visibility);
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

    /** What a result says of it whatever comes of it. */
    public TestInfo info() {
        return new TestInfo(id(), name(), task, visibility, points, hint, reading);
    }
}
