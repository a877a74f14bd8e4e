/** Programs of the chapter on raw sockets and captures. */
@NullMarked
package portzero.snippets.raw;

import org.jspecify.annotations.NullMarked;
