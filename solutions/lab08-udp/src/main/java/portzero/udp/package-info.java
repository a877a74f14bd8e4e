/** Lab 08, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.udp;

import org.jspecify.annotations.NullMarked;
