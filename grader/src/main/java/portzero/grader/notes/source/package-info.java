/** The files that notes are made of: where they lie in a checkout, and what is read of each. */
@NullMarked
package portzero.grader.notes.source;

import org.jspecify.annotations.NullMarked;
