/** Programs of the chapter on selectors. */
@NullMarked
package portzero.snippets.selectors;

import org.jspecify.annotations.NullMarked;
