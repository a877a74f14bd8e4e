package portzero.grader.notes.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The files other than pages that pages refer to: programs, shown on pages of their own, and images. Safe for use by
 * several threads.
 */
public final class LinkedFiles {
    private final CourseLayout home;
    private final Map<String, Path> shown = new ConcurrentSkipListMap<>();
    private final Map<String, Path> copied = new ConcurrentSkipListMap<>();

    public LinkedFiles(CourseLayout home) {
        this.home = home;
    }

    /** The page that will show {@code file}. */
    public String href(Path file) {
        var href = "source/" + relative(file) + ".html";
        shown.put(href, file);
        return href;
    }

    /** Where the image {@code file} will be copied to. */
    public String image(Path file) {
        var href = "image/" + relative(file).replace("docs/notes/", "");
        copied.put(href, file);
        return href;
    }

    /** Where a file that readers may download will be copied to. */
    public String file(Path file) {
        var href = "file/" + relative(file).replace("docs/notes/", "");
        copied.put(href, file);
        return URLEncoder.encode(href, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    public Map<String, Path> shown() {
        return Map.copyOf(shown);
    }

    public Map<String, Path> copied() {
        return Map.copyOf(copied);
    }

    public String relative(Path file) {
        return home.root().relativize(file).toString().replace('\\', '/');
    }

    /** Hidden tests and solutions are not for readers. */
    public boolean isSecret(Path file) {
        Set<String> names = new TreeSet<>();
        home.root().relativize(file).forEach(name -> names.add(name.toString()));
        return names.contains("hidden") || names.contains("solutions");
    }
}
