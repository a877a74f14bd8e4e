package portzero.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A class of submissions of all kinds: right, wrong, hostile and broken ones; after the last kind comes the first. */
final class MixedClass {

    static final List<String> KINDS = List.of(
            "reference",
            "mistake client-returns-its-own-message",
            "hostile exits",
            "reference",
            "mistake listens-on-every-address",
            "broken syntax",
            "hostile deadlocks",
            "mistake second-close-throws",
            "reference",
            "mistake close-needs-a-start",
            "hostile loops",
            "broken archive",
            "reference",
            "mistake never-closes",
            "hostile fills-the-heap",
            "reference",
            "mistake reads-lines",
            "broken and nothing to compile",
            "hostile shadows-junit",
            "mistake client-hides-failures",
            "reference",
            "hostile throws-a-trap",
            "mistake hides-a-failed-bind",
            "reference",
            "reference");

    private MixedClass() {}

    /** Makes so many submissions. */
    static Submissions of(int count, Path folder) throws IOException {
        Submissions submissions = new Submissions(folder);
        for (int number = 0; number < count; number++) {
            add(submissions, KINDS.get(number % KINDS.size()), student(number));
        }
        return submissions;
    }

    /** Which of the first students handed in the same. */
    static String likeness(String student) {
        return student(Integer.parseInt(student.substring(1)) % KINDS.size());
    }

    static String student(int number) {
        return String.format(Locale.ROOT, "s%04d", number);
    }

    private static void add(Submissions submissions, String kind, String student) throws IOException {
        String name = kind.substring(kind.indexOf(' ') + 1);
        switch (kind.substring(0, Math.max(0, kind.indexOf(' ')))) {
            case "mistake" -> submissions.mistake(name, student);
            case "hostile" -> submissions.hostile(name, student);
            case "broken" -> broken(submissions, name, student);
            default -> submissions.reference(student);
        }
    }

    private static void broken(Submissions submissions, String name, String student) throws IOException {
        switch (name) {
            case "syntax" ->
                submissions.file(student + "/EchoServer.java", "package portzero.echo;\n\npublic class EchoServer {\n");
            case "archive" -> submissions.file(student + ".zip", "not an archive");
            default -> submissions.file(student + "/notes.pdf", "Nothing to compile.");
        }
    }
}
