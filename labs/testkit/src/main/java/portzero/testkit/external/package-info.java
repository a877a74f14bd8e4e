/**
 * A program in any language in place of the student's class: the third home of the tests, beside this JVM and one of its own.
 *
 * <p>Of a contract there is what starts and stops a server. Whatever else a test asks for is not to be had from outside, and the
 * test is skipped with that reason.
 */
@NullMarked
package portzero.testkit.external;

import org.jspecify.annotations.NullMarked;
