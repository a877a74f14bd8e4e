/** Programs of the chapter on TCP and the echo pair. */
@NullMarked
package portzero.snippets.tcp;

import org.jspecify.annotations.NullMarked;
