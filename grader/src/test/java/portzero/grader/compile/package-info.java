@NullMarked
package portzero.grader.compile;

import org.jspecify.annotations.NullMarked;
