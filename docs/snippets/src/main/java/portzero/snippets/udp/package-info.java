/** Programs of the chapter on UDP. */
@NullMarked
package portzero.snippets.udp;

import org.jspecify.annotations.NullMarked;
