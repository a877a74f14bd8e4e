/** Lab 06, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.threads;

import org.jspecify.annotations.NullMarked;
