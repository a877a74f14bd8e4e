package portzero.grader.notes.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import portzero.grader.notes.concurrent.ParallelTasks;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.page.HeadingAnchor;
import portzero.grader.notes.page.HeadingAnchors;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.source.CourseLayout;
import portzero.grader.notes.source.PageFile;

/**
 * All pages, as read.
 *
 * @param chapters in the order of the book
 * @param labs in the order of the course
 */
public record Site(Page index, List<Page> chapters, List<Page> labs) {

    /** Reads every page of a checkout. What is wrong inside the pages goes to {@code problems}. */
    public static Site read(CourseLayout home, ProblemList problems) throws IOException {
        var pages =
                ParallelTasks.map(home.chapters(), path -> Page.read(PageFile.chapter(home.notes(), path), problems));
        var labs = ParallelTasks.map(home.sheets(), path -> Page.read(PageFile.sheet(path), problems)).stream()
                .sorted(Comparator.comparingInt(Page::order))
                .toList();
        var site = new Site(index(pages, home, problems), chapters(pages, problems), labs);
        site.requireNames(problems);
        return site;
    }

    /** Pages of different folders can come to have one name. */
    private void requireNames(ProblemList problems) {
        var bySlug = new HashMap<String, Page>();
        for (var page : all()) {
            var other = bySlug.putIfAbsent(page.file().slug(), page);
            if (other != null) {
                problems.add(
                        page.file().path(),
                        1,
                        "The page would be called %s, as that of %s is. Rename one of the files."
                                .formatted(
                                        page.file().href(), other.file().path().getFileName()));
            }
        }
    }

    /** Chapters, then labs: the order in which previous and next lead through the pages. */
    public List<Page> inOrder() {
        var all = new ArrayList<>(chapters);
        all.addAll(labs);
        return all;
    }

    public List<Page> all() {
        var all = inOrder();
        all.add(0, index);
        return all;
    }

    /** Whether there is a page ({@code tcp}) or a section of one ({@code tcp#framing}) of that name. */
    public boolean has(String id) {
        return !title(id).isEmpty();
    }

    /** The title of a page or section; empty if there is none. */
    public String title(String id) {
        var section = id.substring(Redirects.pageOf(id).length());
        return all().stream()
                .filter(page -> page.file().slug().equals(Redirects.pageOf(id)))
                .flatMap(page -> section.isEmpty()
                        ? Stream.of(page.title())
                        : page.anchors().find(section.substring(1)).map(HeadingAnchor::title).stream())
                .findFirst()
                .orElse("");
    }

    public Map<Path, Page> byPath() {
        var byPath = new HashMap<Path, Page>();
        all().forEach(page -> byPath.put(page.file().path(), page));
        return byPath;
    }

    private static Page index(List<Page> pages, CourseLayout home, ProblemList problems) throws IOException {
        Optional<Page> index = pages.stream()
                .filter(page -> page.file().kind() == PageFile.Kind.INDEX)
                .findFirst();
        if (index.isPresent()) {
            return index.get();
        }
        var file = PageFile.chapter(home.chapter("index"));
        problems.add(file.path(), 1, "The title page is missing. Write it, with a title and a summary on top.");
        return new Page(file, "", 0, "", "", Markdown.parse(""), new HeadingAnchors());
    }

    private static List<Page> chapters(List<Page> pages, ProblemList problems) {
        var chapters = pages.stream()
                .filter(page -> page.file().kind() == PageFile.Kind.CHAPTER)
                .sorted(Comparator.comparingInt(Page::order))
                .toList();
        var byOrder = new HashMap<Integer, Page>();
        for (var page : chapters) {
            var other = byOrder.putIfAbsent(page.order(), page);
            if (other != null && page.order() != Integer.MAX_VALUE) {
                problems.warn(
                        page.file().path(),
                        1,
                        "order %d is also that of %s. Give each chapter its own."
                                .formatted(page.order(), other.file().path().getFileName()));
            }
        }
        return chapters;
    }
}
