/**
 * What the operating system says about sockets, where it says anything.
 */
@NullMarked
package portzero.testkit.kernel;

import org.jspecify.annotations.NullMarked;
