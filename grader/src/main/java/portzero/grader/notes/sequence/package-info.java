/** Sequence diagrams of conversations that were recorded: calls, states, and captured segments, read and drawn. */
@NullMarked
package portzero.grader.notes.sequence;

import org.jspecify.annotations.NullMarked;
