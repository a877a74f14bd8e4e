/** Inputs that nobody thought of: changed at random in the suite, guided by coverage under {@code -Pfuzz}. */
@NullMarked
package portzero.grader.fuzz;

import org.jspecify.annotations.NullMarked;
