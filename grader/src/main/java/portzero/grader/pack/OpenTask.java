package portzero.grader.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import portzero.grader.compile.SourceFile;

/**
 * A place in a student's file that still says that something is to be written.
 *
 * @param task its number, or 0 if the place names none
 * @param file the file's path; hostile wherever it is shown
 * @param line counted from 1
 */
public record OpenTask(int task, String file, int line) {
    private static final Pattern TODO = Pattern.compile("//\\s*TODO\\b(?:\\s+Task (\\d{1,2}))?");
    private static final Pattern UNWRITTEN = Pattern.compile("throw new UnsupportedOperationException\\(\"write ");

    static List<OpenTask> of(List<SourceFile> sources) {
        var open = new ArrayList<OpenTask>();
        for (var source : sources) {
            var lines = source.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                var todo = TODO.matcher(lines.get(i));
                if (todo.find()) {
                    open.add(new OpenTask(
                            todo.group(1) == null ? 0 : Integer.parseInt(todo.group(1)), source.path(), i + 1));
                } else if (UNWRITTEN.matcher(lines.get(i)).find()) {
                    open.add(new OpenTask(0, source.path(), i + 1));
                }
            }
        }
        return open;
    }
}
