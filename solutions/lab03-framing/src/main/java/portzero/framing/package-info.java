/** Lab 03, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.framing;

import org.jspecify.annotations.NullMarked;
