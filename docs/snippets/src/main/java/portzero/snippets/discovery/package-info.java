/** Programs of the chapter on broadcast, multicast and discovery. */
@NullMarked
package portzero.snippets.discovery;

import org.jspecify.annotations.NullMarked;
