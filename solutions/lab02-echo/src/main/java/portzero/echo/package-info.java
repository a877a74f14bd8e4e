/** Lab 02, solved: the reference that the lab's tests are vetted against. */
@NullMarked
package portzero.echo;

import org.jspecify.annotations.NullMarked;
