/** Programs of the chapter on framing. */
@NullMarked
package portzero.snippets.framing;

import org.jspecify.annotations.NullMarked;
