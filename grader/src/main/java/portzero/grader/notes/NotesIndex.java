package portzero.grader.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.site.Redirects;
import portzero.grader.notes.source.CourseLayout;
import portzero.grader.notes.source.PageFile;

/**
 * Finds the sections of the notes that tests and reports refer to, such as {@code tcp#partial-reads}.
 *
 * <p>A chapter is read when it is first asked for, and once. Safe for use by several threads.
 */
public final class NotesIndex {
    private final CourseLayout home;
    private final Redirects redirects;
    private final Map<String, Optional<Page>> pages = new ConcurrentHashMap<>();

    private NotesIndex(CourseLayout home, Redirects redirects) {
        this.home = home;
        this.redirects = redirects;
    }

    /**
     * The readings of a checkout. Without notes in it nothing is found.
     *
     * @param home the root of the checkout
     * @throws UncheckedIOException if the list of redirects is there and cannot be read
     */
    public static NotesIndex of(Path home) {
        var root = new CourseLayout(home);
        try {
            return new NotesIndex(root, Redirects.read(root, new ProblemList(root.root())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds a section by chapter and heading ({@code tcp#partial-reads}), or a whole chapter ({@code tcp}) or lab
     * sheet ({@code lab02-echo}). A name of earlier days leads to where the place is now.
     *
     * @return empty if there is no such chapter or heading
     * @throws UncheckedIOException if the chapter is there and cannot be read
     */
    public Optional<Section> find(String name) {
        var id = redirects.now(name);
        var hash = id.indexOf('#');
        if (hash < 0) {
            return page(id).map(page ->
                    new Section(page.title(), page.title(), page.file().href()));
        }
        return page(id.substring(0, hash)).flatMap(page -> section(page, id.substring(hash + 1)));
    }

    private static Optional<Section> section(Page page, String id) {
        return page.anchors()
                .find(id)
                .map(anchor ->
                        new Section(anchor.title(), page.title(), page.file().href() + "#" + id));
    }

    private Optional<Page> page(String slug) {
        return slug.matches("[A-Za-z0-9-]+") ? pages.computeIfAbsent(slug, this::read) : Optional.empty();
    }

    private Optional<Page> read(String slug) {
        if (Files.isRegularFile(home.chapter(slug))) {
            return Optional.of(read(PageFile.chapter(home.chapter(slug))));
        }
        if (slug.matches("lab\\d\\d-.+") && Files.isRegularFile(home.sheet(slug))) {
            return Optional.of(read(PageFile.sheet(home.sheet(slug))));
        }
        return Optional.empty();
    }

    private Page read(PageFile file) {
        try {
            return Page.read(file, new ProblemList(home.root()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
