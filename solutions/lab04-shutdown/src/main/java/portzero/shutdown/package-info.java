/** Lab 04, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.shutdown;

import org.jspecify.annotations.NullMarked;
