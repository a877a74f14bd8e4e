/** Lab 11, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.unix;

import org.jspecify.annotations.NullMarked;
