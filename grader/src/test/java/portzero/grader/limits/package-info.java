@NullMarked
package portzero.grader.limits;

import org.jspecify.annotations.NullMarked;
