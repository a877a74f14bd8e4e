/** Commands that have to do with what a student gets and hands in: making the handout, bringing it up to date, packing, starting over. */
@NullMarked
package portzero.grader.cli.student;

import org.jspecify.annotations.NullMarked;
