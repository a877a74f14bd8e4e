/** Work for several threads: many items at a time, and what was made of a key remembered. */
@NullMarked
package portzero.grader.notes.concurrent;

import org.jspecify.annotations.NullMarked;
