/** Results: what one submission earned, test by test, and the files they are kept in. */
@NullMarked
package portzero.grader.score;

import org.jspecify.annotations.NullMarked;
