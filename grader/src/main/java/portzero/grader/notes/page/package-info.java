/** One page as it was read: its title and the like, its tree, and the headings that can be linked to. */
@NullMarked
package portzero.grader.notes.page;

import org.jspecify.annotations.NullMarked;
