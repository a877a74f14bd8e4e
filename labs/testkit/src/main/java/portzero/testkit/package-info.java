/**
 * The test kit: what a lab's tests are written with.
 *
 * <p>A test asks for the student's class with {@link portzero.testkit.Subject} and for traced sockets with
 * {@link portzero.testkit.net.TestNetwork}. The same test runs against a class in its own JVM ({@code mvn test}, an IDE)
 * and against one in a sandboxed JVM (the grader).
 */
@NullMarked
package portzero.testkit;

import org.jspecify.annotations.NullMarked;
