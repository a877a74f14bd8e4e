/** Programs of the chapter on security. */
@NullMarked
package portzero.snippets.security;

import org.jspecify.annotations.NullMarked;
