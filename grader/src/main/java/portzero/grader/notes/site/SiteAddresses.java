package portzero.grader.notes.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that a site can be told. Without them it has no links to edit its pages, and no map for search engines.
 *
 * @param repository where a file of the checkout can be edited, once its path is added
 * @param base where the site will be published
 */
public record SiteAddresses(
        @Nullable URI repository, @Nullable URI base) {
    public static final SiteAddresses NONE = new SiteAddresses(null, null);

    /** The page on which {@code path}, relative to the checkout, can be edited. */
    public @Nullable String edit(String path) {
        return under(repository, path);
    }

    /** Where the page {@code href} will be found. */
    public @Nullable String published(String href) {
        return under(base, href);
    }

    private static @Nullable String under(@Nullable URI address, String path) {
        return address == null ? null : address.toString().replaceFirst("/*$", "/") + path;
    }
}
