package portzero.grader.notes.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.source.CourseLayout;

/**
 * Where sections and chapters are now that once had another name: the lines {@code OLD → NEW} of
 * {@code redirects.txt}, each a chapter ({@code tcp}) or a section of one ({@code tcp#framing}).
 */
public final class Redirects {
    private static final String ID = "[a-z][\\w-]*(?:#[a-z][a-z0-9-]*)?";
    private static final Pattern LINE = Pattern.compile("(" + ID + ")\\s+(?:→|->)\\s+(" + ID + ")");

    private final Path file;
    private final Map<String, String> moved = new TreeMap<>();
    private final Map<String, Integer> lines = new TreeMap<>();

    private Redirects(Path file) {
        this.file = file;
    }

    public static Redirects read(CourseLayout home, ProblemList problems) throws IOException {
        var redirects = new Redirects(home.notes().resolve("redirects.txt"));
        if (Files.isRegularFile(redirects.file)) {
            var lines = Files.readAllLines(redirects.file);
            for (var i = 0; i < lines.size(); i++) {
                redirects.add(lines.get(i).strip(), i + 1, problems);
            }
        }
        return redirects;
    }

    private void add(String line, int number, ProblemList problems) {
        var match = LINE.matcher(line);
        if (match.matches()) {
            moved.put(match.group(1), match.group(2));
            lines.put(match.group(1), number);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            problems.add(file, number, "“%s” is no redirect. Write old#section → new#section.".formatted(line));
        }
    }

    /** The name of today. What lies in a chapter that was renamed is in the new one. */
    public String now(String id) {
        var section = moved.get(id);
        if (section != null) {
            return section;
        }
        var page = moved.get(pageOf(id));
        return page == null ? id : page + id.substring(pageOf(id).length());
    }

    /** Old names and new ones. */
    public Map<String, String> all() {
        return moved;
    }

    /** Reports lines whose old name is still in use or whose new one is not there. */
    public void check(Site site, ProblemList problems) {
        moved.forEach((old, now) -> {
            var line = lines.getOrDefault(old, 1);
            if (site.has(old)) {
                problems.add(file, line, "There still is a “%s”. Remove the line, or rename the place.".formatted(old));
            }
            if (!site.has(now)) {
                problems.add(file, line, "There is no “%s” to go to. Name a place that is there.".formatted(now));
            }
            if (!site.has(pageOf(old)) && !moved.containsKey(pageOf(old))) {
                problems.add(
                        file,
                        line,
                        "There is no page “%1$s”. Say in another line where “%1$s” is.".formatted(pageOf(old)));
            }
        });
    }

    public static String pageOf(String id) {
        var hash = id.indexOf('#');
        return hash < 0 ? id : id.substring(0, hash);
    }

    /** The address of a place on the site. */
    public static String href(String id) {
        return pageOf(id) + ".html" + id.substring(pageOf(id).length());
    }
}
