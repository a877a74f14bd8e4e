/** Calls of a contract's methods, typed as lines of text. */
@NullMarked
package portzero.grader.prompt;

import org.jspecify.annotations.NullMarked;
