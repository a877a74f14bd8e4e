/** Options that several commands share, and how their words are read. */
@NullMarked
package portzero.grader.cli.option;

import org.jspecify.annotations.NullMarked;
