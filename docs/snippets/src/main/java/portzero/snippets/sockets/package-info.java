/** Programs of the chapter on what a socket is. */
@NullMarked
package portzero.snippets.sockets;

import org.jspecify.annotations.NullMarked;
