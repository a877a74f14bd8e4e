/** Programs of the chapter on HTTP over sockets. */
@NullMarked
package portzero.snippets.http;

import org.jspecify.annotations.NullMarked;
