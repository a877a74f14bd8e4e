/** The class list, as learning platforms export it. */
@NullMarked
package portzero.grader.roster;

import org.jspecify.annotations.NullMarked;
