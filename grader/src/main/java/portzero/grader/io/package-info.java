/** Files: written whole, hashed, and what is said when they cannot be used. */
@NullMarked
package portzero.grader.io;

import org.jspecify.annotations.NullMarked;
