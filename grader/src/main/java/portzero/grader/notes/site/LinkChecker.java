package portzero.grader.notes.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.source.CourseLayout;
import portzero.grader.notes.source.LinkedFiles;

/**
 * Checks the links of pages and turns those that work in the repository into those that work on the site. Links to the
 * outside are left alone and are not tried.
 */
public final class LinkChecker {
    private static final Pattern OUTSIDE = Pattern.compile("(https?|mailto):.+");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    private static final Pattern CHAPTER = Pattern.compile("((?:.*/)?)([\\w-]+)\\.md(#.*)?");
    private static final Pattern SHOWN = Pattern.compile(".+\\.(java|c|py|sh|xml|properties|json|csv|txt|md)");

    private final CourseLayout home;
    private final Map<Path, Page> pages;
    private final LinkedFiles sources;
    private final Glossary glossary;
    private final Redirects redirects;
    private final ProblemList problems;

    public LinkChecker(
            CourseLayout home,
            Map<Path, Page> pages,
            LinkedFiles sources,
            Glossary glossary,
            Redirects redirects,
            ProblemList problems) {
        this.home = home;
        this.pages = pages;
        this.sources = sources;
        this.glossary = glossary;
        this.redirects = redirects;
        this.problems = problems;
    }

    void rewrite(Link link, Page page) {
        var destination = link.getDestination();
        if (!OUTSIDE.matcher(destination).matches()) {
            inside(link, destination, page).ifPresent(link::setDestination);
        }
    }

    void rewrite(Image image, Page page) {
        if (Markdown.text(image).isEmpty()) {
            problems.warn(
                    page.file().path(), image, "The image has no text for those who cannot see it. Put it in [ ].");
        }
        target(image, image.getDestination(), page).ifPresent(target -> image.setDestination(sources.image(target)));
    }

    private Optional<String> inside(Link link, String written, Page page) {
        var destination = now(written, page);
        var hash = destination.indexOf('#');
        var path = hash < 0 ? destination : destination.substring(0, hash);
        var anchor = hash < 0 ? "" : destination.substring(hash + 1);
        if (path.isEmpty()) {
            return anchor(link, page, page, anchor).map(id -> "#" + id);
        }
        var target = target(link, path, page);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        var other = pages.get(target.get());
        if (other == null) {
            return source(link, target.get(), page);
        }
        var href = other.file().href();
        return hash < 0 ? Optional.of(href) : anchor(link, page, other, anchor).map(id -> href + "#" + id);
    }

    /** The destination of a link to a chapter or section that has another name now; else as it is. */
    private String now(String destination, Page page) {
        if (redirects.all().isEmpty()) {
            return destination;
        }
        var own = destination.startsWith("#") ? page.file().path().getFileName().toString() : "";
        var match = CHAPTER.matcher(own + destination);
        if (!match.matches()) {
            return destination;
        }
        var old = match.group(2) + Objects.requireNonNullElse(match.group(3), "");
        var now = redirects.now(old);
        var slug = Redirects.pageOf(now);
        return now.equals(old) ? destination : match.group(1) + slug + ".md" + now.substring(slug.length());
    }

    private Optional<String> anchor(Node link, Page page, Page other, String id) {
        if (other.anchors().find(id).isPresent()) {
            return Optional.of(id);
        }
        if (other.file().slug().equals(Glossary.SLUG)) {
            return problem(link, page, glossary.unknown(id));
        }
        return problem(
                link,
                page,
                "There is no heading #%s in %s. Correct the link or give a heading that id."
                        .formatted(id, sources.relative(other.file().path())));
    }

    private Optional<String> source(Node link, Path target, Page page) {
        if (sources.isSecret(target)) {
            return problem(link, page, "Hidden tests and solutions are not for readers. Remove the link.");
        }
        if (Files.isDirectory(target)) {
            return problem(link, page, "%s is a folder. Link to a file in it.".formatted(sources.relative(target)));
        }
        return Optional.of(SHOWN.matcher(target.toString()).matches() ? sources.href(target) : sources.file(target));
    }

    /** The file that a relative link leads to; the sheet for the folder of a lab. */
    private Optional<Path> target(Node link, String path, Page page) {
        if (SCHEME.matcher(path).matches() || path.startsWith("/")) {
            return problemPath(link, page, "“%s” leads nowhere here. Use a relative link or https.".formatted(path));
        }
        var target = resolve(path, page);
        if (target.isPresent() && pages.containsKey(target.get())) {
            return target; // has been read, so nobody need ask the system for it
        }
        if (target.isEmpty() || !target.get().startsWith(home.root()) || !Files.exists(target.get())) {
            return problemPath(link, page, "There is no file “%s”. Correct the link.".formatted(path));
        }
        var sheet = target.get().resolve("README.md");
        return pages.containsKey(sheet) ? Optional.of(sheet) : target;
    }

    private static Optional<Path> resolve(String path, Page page) {
        try {
            var decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(page.file().path().resolveSibling(decoded).normalize());
        } catch (IllegalArgumentException e) { // no percent code, or no path on this system
            return Optional.empty();
        }
    }

    private Optional<String> problem(Node link, Page page, String what) {
        problems.add(page.file().path(), link, what);
        return Optional.empty();
    }

    private Optional<Path> problemPath(Node link, Page page, String what) {
        problems.add(page.file().path(), link, what);
        return Optional.empty();
    }
}
