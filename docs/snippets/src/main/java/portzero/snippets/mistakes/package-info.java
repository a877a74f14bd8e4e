/** Programs of the chapter on common mistakes. */
@NullMarked
package portzero.snippets.mistakes;

import org.jspecify.annotations.NullMarked;
