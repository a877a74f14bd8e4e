/** A program that tries to break out of a sandbox, for {@code ./lab doctor}. Needs the JDK and nothing else. */
@NullMarked
package portzero.grader.escape;

import org.jspecify.annotations.NullMarked;
