/**
 * The student's code as the tests see it: in this JVM, or in another one behind a pipe.
 */
@NullMarked
package portzero.testkit.subject;

import org.jspecify.annotations.NullMarked;
