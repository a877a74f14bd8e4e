package portzero.grader.notes.source;

import java.nio.file.Path;

/** A Markdown file that becomes a page, with the name the page gets. */
public record PageFile(Path path, Kind kind, String slug) {
    /** What the page is in the book. */
    public enum Kind {
        INDEX,
        CHAPTER,
        LAB
    }

    public static PageFile chapter(Path path) {
        var name = path.getFileName().toString();
        var slug = name.substring(0, name.length() - ".md".length());
        return new PageFile(path, slug.equals("index") ? Kind.INDEX : Kind.CHAPTER, slug);
    }

    /** The page of a lab is called after the lab's folder. */
    public static PageFile sheet(Path readme) {
        var lab = readme.toAbsolutePath().getParent();
        return new PageFile(
                readme, Kind.LAB, lab == null ? "lab" : lab.getFileName().toString());
    }

    public String href() {
        return slug + ".html";
    }
}
