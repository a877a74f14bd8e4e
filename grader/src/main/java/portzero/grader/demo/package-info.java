/** The sample class that {@code lab demo} grades: every solution and mistake, and some broken submissions. */
@NullMarked
package portzero.grader.demo;

import org.jspecify.annotations.NullMarked;
