/** Results: what one submission earned, test by test. */
@NullMarked
package portzero.grader.result;

import org.jspecify.annotations.NullMarked;
