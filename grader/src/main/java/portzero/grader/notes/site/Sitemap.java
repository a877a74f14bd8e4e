package portzero.grader.notes.site;

import java.util.Objects;
import java.util.stream.Collectors;
import portzero.grader.text.HtmlEscape;

/** The list of all pages for search engines, as of sitemaps.org. */
public final class Sitemap {
    private Sitemap() {}

    public static String xml(Site site, SiteAddresses addresses) {
        return site.all().stream()
                .map(page ->
                        Objects.requireNonNull(addresses.published(page.file().href())))
                .map(address -> "<url><loc>" + HtmlEscape.escape(address) + "</loc></url>\n")
                .collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        """, "</urlset>\n"));
    }
}
