/** Programs of the chapter on the types of socket. */
@NullMarked
package portzero.snippets.types;

import org.jspecify.annotations.NullMarked;
