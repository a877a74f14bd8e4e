package portzero.grader.notes.view;

import org.jspecify.annotations.Nullable;

/**
 * Where a page leads to, as the templates see it.
 *
 * @param previous the page before; none for the first
 * @param next the page after; none for the last
 * @param edit where its text can be edited
 * @param published the address that it will have
 * @param moved where a reader is sent on to; none for a page of its own
 */
public record PageLinks(
        @Nullable NavItem previous,
        @Nullable NavItem next,
        @Nullable String edit,
        @Nullable String published,
        @Nullable String moved) {
    static final PageLinks NONE = new PageLinks(null, null, null, null, null);
}
