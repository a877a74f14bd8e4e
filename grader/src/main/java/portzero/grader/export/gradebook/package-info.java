/**
 * Gradebooks that a platform exported, filled in and otherwise left as they were to the byte: which row is whose, which column is meant,
 * and what may be written there.
 */
@NullMarked
package portzero.grader.export.gradebook;

import org.jspecify.annotations.NullMarked;
