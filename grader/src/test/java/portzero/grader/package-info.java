/** Tests of what holds for the whole checkout. */
@NullMarked
package portzero.grader;

import org.jspecify.annotations.NullMarked;
