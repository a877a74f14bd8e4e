/** Programs of the chapter on what goes wrong. */
@NullMarked
package portzero.snippets.trouble;

import org.jspecify.annotations.NullMarked;
