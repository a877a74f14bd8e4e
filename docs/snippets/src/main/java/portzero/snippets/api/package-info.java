/** Programs of the chapter on the API in three languages. */
@NullMarked
package portzero.snippets.api;

import org.jspecify.annotations.NullMarked;
