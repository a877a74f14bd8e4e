/** A lab's contract and tests, compiled from its sources and ready to run. */
@NullMarked
package portzero.grader.suite;

import org.jspecify.annotations.NullMarked;
