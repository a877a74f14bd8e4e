/** Programs of the chapter on reliable transfer. */
@NullMarked
package portzero.snippets.reliable;

import org.jspecify.annotations.NullMarked;
