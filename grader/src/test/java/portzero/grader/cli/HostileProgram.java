package portzero.grader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A hostile or broken submission: a folder of the test resources with its files and an {@code expected.properties} that
 * says what it does and what must be reported.
 *
 * <p>Whatever it does not bring is taken from the reference solution, unless it says {@code base=none}; {@code
 * base=mistake NAME} lays a typical mistake under it, and {@code generated=NAME} adds what {@link GeneratedFiles} makes.
 * It is for the lab {@code echo} unless it says {@code lab=NAME}.
 *
 * @param name the folder's name
 * @param expected what must be reported; {@link HostileExpectation} says how
 */
record HostileProgram(String name, Properties expected) {

    private static final String SUPPORT = "support";
    private static final String EXPECTED = "expected.properties";

    /** All of them that are for a lab. */
    static List<HostileProgram> all(String lab) throws IOException {
        try (Stream<Path> folders = Files.list(folder(SUPPORT).resolveSibling(""))) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals(SUPPORT))
                    .sorted()
                    .map(HostileProgram::named)
                    .filter(program ->
                            program.expected.getProperty("lab", "echo").equals(lab))
                    .toList();
        }
    }

    /** One of them. */
    static HostileProgram named(String name) {
        Properties expected = new Properties();
        try (InputStream file = Files.newInputStream(folder(name).resolve(EXPECTED))) {
            expected.load(file);
        } catch (IOException missing) {
            throw new AssertionError("hostile/" + name + " needs an " + EXPECTED, missing);
        }
        return new HostileProgram(name, expected);
    }

    private static Path folder(String name) {
        URL resource = Objects.requireNonNull(HostileProgram.class.getResource("/hostile/" + name), name);
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What it does. */
    String does() {
        return name + " (" + Objects.requireNonNull(expected.getProperty("does"), name) + ")";
    }

    /** The students who hand it in; more than one where each must be blind to the others. */
    List<String> students() {
        int copies = Integer.parseInt(expected.getProperty("copies", "1"));
        String student = expected.getProperty("student", name);
        return copies == 1
                ? List.of(student)
                : IntStream.rangeClosed(1, copies)
                        .mapToObj(i -> student + "-" + i)
                        .toList();
    }

    /** Hands it in. */
    void submit(Submissions submissions) throws IOException {
        for (String student : students()) {
            submitAs(student, submissions);
        }
    }

    void submitAs(String student, Submissions submissions) throws IOException {
        Path submission = submissions.entry(student);
        Optional<String> generated = Optional.ofNullable(expected.getProperty("generated"));
        if (generated.isPresent() && GeneratedArchives.make(generated.get(), submission)) {
            return;
        }
        base(student, submission, submissions);
        if (generated.isPresent()) {
            GeneratedSources.make(generated.get(), submission);
        }
        CourseHome.copy(folder(name), submission);
        Files.deleteIfExists(submission.resolve(EXPECTED));
    }

    private void base(String student, Path submission, Submissions submissions) throws IOException {
        String base = expected.getProperty("base", "reference");
        if (base.equals("none")) {
            return;
        }
        submissions.reference(student);
        if (base.startsWith("mistake ")) {
            CourseHome.copy(CourseHome.mistake(base.substring("mistake ".length())), submission);
        }
        if (Files.exists(folder(name).resolve("EchoServer.java"))) {
            String right = Files.readString(CourseHome.reference().resolve("EchoServer.java"));
            Files.writeString(submission.resolve("RightServer.java"), right.replace("EchoServer", "RightServer"));
            CourseHome.copy(folder(SUPPORT), submission);
        }
    }
}
