package portzero.grader.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.course.Course;

/**
 * One run of the command line in this JVM.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record CommandOutcome(int code, String out, String err) {

    /** Runs a command in a checkout. */
    static CommandOutcome in(Path home, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        @Nullable String before = System.getProperty(Course.HOME);
        System.setProperty(Course.HOME, home.toString());
        try {
            String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
            int code = LabCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
            return new CommandOutcome(code, out.toString(), err.toString());
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty(Course.HOME);
        } else {
            System.setProperty(Course.HOME, before);
        }
    }
}
