/** Tests of results and the files they are kept in. */
@NullMarked
package portzero.grader.score;

import org.jspecify.annotations.NullMarked;
