package portzero.grader.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portzero.grader.course.Lab;

/**
 * A task as the exercise sheet describes it.
 *
 * @param number from 1
 * @param title a few words, {@code Listen}
 * @param text what is to be done, without markup
 */
public record SheetTask(int number, String title, String text) {

    private static final Pattern TASK =
            Pattern.compile("(?m)^(\\d+)\\. \\*\\*(.+?) \\(\\d+ points\\)\\.\\*\\*(.*(?:\\R {2,}\\S.*)*)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    /** The tasks of a lab's sheet, in order; none if it has no sheet. */
    public static List<SheetTask> of(Lab lab) {
        List<SheetTask> tasks = new ArrayList<>();
        Matcher task = TASK.matcher(sheet(lab));
        while (task.find()) {
            tasks.add(new SheetTask(Integer.parseInt(task.group(1)), plain(task.group(2)), plain(task.group(3))));
        }
        return tasks;
    }

    private static String sheet(Lab lab) {
        try {
            return Files.readString(lab.folder().resolve("README.md"));
        } catch (IOException missing) {
            return "";
        }
    }

    private static String plain(String markdown) {
        String text = LINK.matcher(markdown.replaceAll("\\s+", " ")).replaceAll("$1");
        return text.replace("`", "").replace("**", "").strip();
    }
}
