/** Programs of the chapter on addresses and ports. */
@NullMarked
package portzero.snippets.addresses;

import org.jspecify.annotations.NullMarked;
