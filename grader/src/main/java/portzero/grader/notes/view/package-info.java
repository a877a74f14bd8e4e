/** What the templates are given: a page with its navigation, its contents, and its neighbours. */
@NullMarked
package portzero.grader.notes.view;

import org.jspecify.annotations.NullMarked;
