/** A test's outcome told as text in a terminal: its lines, characters and colours. */
@NullMarked
package portzero.grader.report.terminal;

import org.jspecify.annotations.NullMarked;
