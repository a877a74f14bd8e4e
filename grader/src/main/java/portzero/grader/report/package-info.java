/** Results told to people: as text in a terminal, and as pages in a browser. */
@NullMarked
package portzero.grader.report;

import org.jspecify.annotations.NullMarked;
