/** Programs of the chapter on many clients and threads. */
@NullMarked
package portzero.snippets.threads;

import org.jspecify.annotations.NullMarked;
