@NullMarked
package portzero.grader.escape;

import org.jspecify.annotations.NullMarked;
