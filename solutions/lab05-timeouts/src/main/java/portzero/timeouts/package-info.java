/** Lab 05, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.timeouts;

import org.jspecify.annotations.NullMarked;
