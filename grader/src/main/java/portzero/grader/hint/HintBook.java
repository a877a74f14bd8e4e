package portzero.grader.hint;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portzero.grader.course.Lab;

/**
 * The hints of one lab, as its {@value #FILE} has them: a heading {@code ## 2. Answer} for each task, and below it a numbered
 * list: a question, a pointer, nearly the answer.
 *
 * @param byTask the hints of each task, the first one first
 */
public record HintBook(Map<Integer, List<String>> byTask) {

    /** The file in the lab's folder. */
    public static final String FILE = "hints.md";

    private static final Pattern TASK = Pattern.compile("## (\\d+)\\..*");
    private static final Pattern HINT = Pattern.compile("\\d+\\. (.*)");

    public HintBook {
        byTask = Map.copyOf(byTask);
    }

    /** Reads a lab's hints; there are none if it has no such file. */
    public static HintBook of(Lab lab) {
        try {
            return parse(Files.readAllLines(lab.folder().resolve(FILE)));
        } catch (IOException missing) {
            return new HintBook(Map.of());
        }
    }

    static HintBook parse(List<String> lines) {
        Map<Integer, List<String>> hints = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            Matcher task = TASK.matcher(line);
            Matcher hint = HINT.matcher(line);
            if (task.matches()) {
                current = new ArrayList<>();
                hints.put(Integer.parseInt(task.group(1)), current);
            } else if (hint.matches()) {
                current.add(plain(hint.group(1)));
            } else if (!line.isBlank() && !current.isEmpty()) {
                current.add(current.remove(current.size() - 1) + " " + plain(line));
            }
        }
        return new HintBook(hints);
    }

    /** Names of methods are set off by quotes of code in Markdown, and need none in a terminal. */
    private static String plain(String markdown) {
        return markdown.strip().replace("`", "");
    }

    /** The hints of a task; none if it has none. */
    public List<String> of(int task) {
        return byTask.getOrDefault(task, List.of());
    }
}
