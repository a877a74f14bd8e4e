/** Programs of the chapter on ending a connection. */
@NullMarked
package portzero.snippets.ending;

import org.jspecify.annotations.NullMarked;
