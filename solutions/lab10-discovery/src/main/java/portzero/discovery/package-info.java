/** Lab 10, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.discovery;

import org.jspecify.annotations.NullMarked;
