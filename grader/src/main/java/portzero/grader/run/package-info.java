/** Running the tests of a suite against one submission after another. */
@NullMarked
package portzero.grader.run;

import org.jspecify.annotations.NullMarked;
