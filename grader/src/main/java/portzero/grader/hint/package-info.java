/** The hints of each task, one step at a time: a question, a pointer, and nearly the answer. */
@NullMarked
package portzero.grader.hint;

import org.jspecify.annotations.NullMarked;
