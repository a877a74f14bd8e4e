/** What results are called in words: the same on pages, in a terminal and in files for other programs. */
@NullMarked
package portzero.grader.wording;

import org.jspecify.annotations.NullMarked;
