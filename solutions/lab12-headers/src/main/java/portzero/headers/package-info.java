/** Lab 12, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.headers;

import org.jspecify.annotations.NullMarked;
