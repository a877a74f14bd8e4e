/** Programs of the chapter on seeing sockets. */
@NullMarked
package portzero.snippets.seeing;

import org.jspecify.annotations.NullMarked;
