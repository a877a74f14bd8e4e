/** Programs of the chapter on Unix-domain sockets. */
@NullMarked
package portzero.snippets.unix;

import org.jspecify.annotations.NullMarked;
