/** The reference solutions talk to programs that nobody here wrote. */
@NullMarked
package portzero.interop;

import org.jspecify.annotations.NullMarked;
