/** Lab 01, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.endpoints;

import org.jspecify.annotations.NullMarked;
