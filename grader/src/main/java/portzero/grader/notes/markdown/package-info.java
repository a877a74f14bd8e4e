/** Markdown parsed and its tree walked: texts, ids of headings, info strings of fences, languages, quotation marks. */
@NullMarked
package portzero.grader.notes.markdown;

import org.jspecify.annotations.NullMarked;
