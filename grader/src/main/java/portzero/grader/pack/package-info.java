/** What a student hands in: checked as the grader checks it, packed, and told file by file. */
@NullMarked
package portzero.grader.pack;

import org.jspecify.annotations.NullMarked;
