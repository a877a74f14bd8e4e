package portzero.grader.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder of submissions, as a class would hand them in.
 *
 * @param folder the folder
 */
record Submissions(Path folder) {

    /** The hostile programs, by the name of their folder. */
    static List<String> hostileNames() throws IOException {
        try (Stream<Path> folders = Files.list(hostile())) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("support"))
                    .sorted()
                    .toList();
        }
    }

    private static Path hostile() {
        URL resource = Objects.requireNonNull(Submissions.class.getResource("/hostile/support"));
        try {
            return Path.of(resource.toURI()).resolveSibling("");
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Adds the reference solution. */
    void reference(String student) throws IOException {
        CourseHome.copy(CourseHome.reference(), folder.resolve(student));
    }

    /** Adds the reference solution with a typical mistake. */
    void mistake(String name, String student) throws IOException {
        reference(student);
        CourseHome.copy(CourseHome.mistake(name), folder.resolve(student));
    }

    /** Adds a hostile program: its own files, those that it builds on, and for the rest the reference solution. */
    void hostile(String name, String student) throws IOException {
        Path submission = folder.resolve(student);
        reference(student);
        Path own = hostile().resolve(name);
        if (Files.exists(own.resolve("EchoServer.java"))) {
            String right = Files.readString(CourseHome.reference().resolve("EchoServer.java"));
            Files.writeString(submission.resolve("RightServer.java"), right.replace("EchoServer", "RightServer"));
            CourseHome.copy(hostile().resolve("support"), submission);
        }
        CourseHome.copy(own, submission);
    }

    /** Adds a file. */
    void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
