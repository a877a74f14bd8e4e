/** Results told to people as pages in a browser, in the words that a terminal shows, too. */
@NullMarked
package portzero.grader.report;

import org.jspecify.annotations.NullMarked;
