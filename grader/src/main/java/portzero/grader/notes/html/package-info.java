/** The HTML of a page's body: each kind of block, and highlighted code. */
@NullMarked
package portzero.grader.notes.html;

import org.jspecify.annotations.NullMarked;
