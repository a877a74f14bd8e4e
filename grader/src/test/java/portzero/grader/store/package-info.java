/** Tests of results and the files they are kept in. */
@NullMarked
package portzero.grader.store;

import org.jspecify.annotations.NullMarked;
