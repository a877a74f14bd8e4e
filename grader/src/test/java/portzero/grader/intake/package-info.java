@NullMarked
package portzero.grader.intake;

import org.jspecify.annotations.NullMarked;
