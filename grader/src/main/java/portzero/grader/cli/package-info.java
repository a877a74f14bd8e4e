/** The command line: one class per command. */
@NullMarked
package portzero.grader.cli;

import org.jspecify.annotations.NullMarked;
