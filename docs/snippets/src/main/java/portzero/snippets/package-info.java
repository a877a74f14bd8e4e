/** The programs that the notes quote. Each has a {@code main} and a recording of what it prints. */
@NullMarked
package portzero.snippets;

import org.jspecify.annotations.NullMarked;
