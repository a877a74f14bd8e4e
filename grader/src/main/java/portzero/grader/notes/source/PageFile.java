package portzero.grader.notes.source;

import java.nio.file.Path;
import java.util.ArrayList;

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

    /**
     * A chapter in the folder of the notes or below it. One in {@code basics/ports.md} is called {@code basics-ports}, and {@code
     * basics/index.md} or {@code basics/README.md} is called {@code basics}.
     */
    public static PageFile chapter(Path notes, Path path) {
        var relative = notes.relativize(path);
        if (relative.getNameCount() == 1) {
            return chapter(path);
        }
        var names = new ArrayList<String>();
        relative.forEach(name -> names.add(name.toString()));
        var last = names.remove(names.size() - 1).replaceFirst("\\.md$", "");
        if (!last.equals("index") && !last.equals("README")) {
            names.add(last);
        }
        return new PageFile(path, Kind.CHAPTER, String.join("-", names));
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
