/** What is wrong with the notes, collected over a whole run and told with file and line. */
@NullMarked
package portzero.grader.notes.problem;

import org.jspecify.annotations.NullMarked;
