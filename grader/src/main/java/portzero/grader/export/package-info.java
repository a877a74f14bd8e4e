/** Results for other programs, such as the gradebook. */
@NullMarked
package portzero.grader.export;

import org.jspecify.annotations.NullMarked;
