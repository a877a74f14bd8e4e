package portzero.grader.notes.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import portzero.grader.notes.block.DetailsBlock;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.problem.ProblemList;

/**
 * The little HTML that notes may have: keys, line breaks, high and low letters, marked words, and parts that open. All other HTML is shown
 * as text, with a warning; comments are left out.
 */
public final class HtmlSubset {
    private static final String WARNING =
            "HTML is shown as text here, but for <kbd>, <br>, <sub>, <sup>, <mark> and <details>. Write"
                    + " Markdown, or `<` for the sign.";
    private static final Pattern BREAK = Pattern.compile("<br ?/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<(/?)(kbd|sub|sup|mark)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(
            "<details(?: open)?>\\s*(?:<summary>(.*?)</summary>)?(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CLOSE = Pattern.compile("(.*?)</details>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Page page;
    private final ProblemList problems;
    private final List<Runnable> changes;

    HtmlSubset(Page page, ProblemList problems, List<Runnable> changes) {
        this.page = page;
        this.problems = problems;
        this.changes = changes;
    }

    /** Whether this may stand in a page as it is. */
    public static boolean isAllowed(String tag) {
        return BREAK.matcher(tag).matches() || TAG.matcher(tag).matches();
    }

    void inline(HtmlInline html) {
        String literal = html.getLiteral();
        Matcher tag = TAG.matcher(literal);
        if (literal.startsWith("<!--")) {
            changes.add(html::unlink);
        } else if (!BREAK.matcher(literal).matches() && !(tag.matches() && hasPartner(html, tag))) {
            problems.warn(page.file().path(), html, WARNING);
            changes.add(() -> {
                html.insertBefore(new Text(literal));
                html.unlink();
            });
        }
    }

    /** A tag that nothing closes, or that closes nothing, would reach into what comes after. */
    private static boolean hasPartner(HtmlInline html, Matcher tag) {
        boolean closes = !tag.group(1).isEmpty();
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        for (@Nullable Node at = closes ? html.getPrevious() : html.getNext();
                at != null;
                at = closes ? at.getPrevious() : at.getNext()) {
            if (at instanceof HtmlInline other) {
                return other.getLiteral().equalsIgnoreCase(closes ? "<" + name + ">" : "</" + name + ">");
            }
        }
        return false;
    }

    void block(HtmlBlock html) {
        String literal = html.getLiteral().strip();
        Matcher open = OPEN.matcher(literal);
        if (literal.startsWith("<!--")) {
            changes.add(html::unlink);
        } else if (open.matches()) {
            details(html, open);
        } else if (!CLOSE.matcher(literal).matches() || !isClaimed(html)) {
            problems.warn(page.file().path(), html, WARNING);
        }
    }

    private void details(HtmlBlock html, Matcher open) {
        String summary = open.group(1) == null ? "Details" : plain(open.group(1));
        Matcher whole = CLOSE.matcher(open.group(2));
        Optional<Node> end = whole.matches() ? Optional.empty() : end(html);
        if (!whole.matches() && (end.isEmpty() || !open.group(2).isBlank())) {
            problems.warn(
                    page.file().path(),
                    html,
                    "This part that opens has no end. Write <details>, <summary>…</summary>, an empty line, the text, an empty line,"
                            + " and </details>.");
            return;
        }
        changes.add(() -> {
            var details = new DetailsBlock(summary);
            html.insertBefore(details);
            html.unlink();
            if (end.isEmpty()) {
                var paragraph = new Paragraph();
                paragraph.appendChild(new Text(plain(whole.group(1))));
                details.appendChild(paragraph);
            } else {
                for (@Nullable Node at = details.getNext(); at != null && at != end.get(); at = details.getNext()) {
                    details.appendChild(at);
                }
                end.get().unlink();
            }
        });
    }

    /** The block that ends it, parts within parts counted. */
    private static Optional<Node> end(HtmlBlock html) {
        int depth = 1;
        for (@Nullable Node at = html.getNext(); at != null; at = at.getNext()) {
            if (at instanceof HtmlBlock other) {
                String literal = other.getLiteral().strip();
                boolean opens = OPEN.matcher(literal).matches();
                boolean closes = literal.toLowerCase(Locale.ROOT).endsWith("</details>");
                depth += opens == closes ? 0 : opens ? 1 : -1;
                if (depth == 0) {
                    return literal.equalsIgnoreCase("</details>") ? Optional.of(at) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isClaimed(HtmlBlock html) {
        for (@Nullable Node at = html.getPrevious(); at != null; at = at.getPrevious()) {
            if (at instanceof HtmlBlock other
                    && OPEN.matcher(other.getLiteral().strip()).matches()
                    && end(other).filter(html::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
