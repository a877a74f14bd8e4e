/** Lab 09, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.reliable;

import org.jspecify.annotations.NullMarked;
