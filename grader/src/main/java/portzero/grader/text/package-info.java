/** Text that somebody else chose, made safe to show. */
@NullMarked
package portzero.grader.text;

import org.jspecify.annotations.NullMarked;
