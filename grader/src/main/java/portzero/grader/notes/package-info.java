/** The course notes: Markdown in, a site of plain HTML pages out. */
@NullMarked
package portzero.grader.notes;

import org.jspecify.annotations.NullMarked;
