/**
 * Blocks of a page that Markdown does not know: listings, tabs, quizzes, state machines, recorded conversations. A
 * reader makes each of a fence.
 */
@NullMarked
package portzero.grader.notes.block;

import org.jspecify.annotations.NullMarked;
