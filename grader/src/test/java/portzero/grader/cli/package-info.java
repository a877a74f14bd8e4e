/** Tests of the commands. */
@NullMarked
package portzero.grader.cli;

import org.jspecify.annotations.NullMarked;
