package portzero.grader.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder of submissions, as a class would hand them in.
 *
 * @param folder the folder
 */
record Submissions(Path folder) {

    /** The place of a student's folder; the name may hold what the locale cannot. */
    Path entry(String student) {
        String encoded = URLEncoder.encode(student, StandardCharsets.UTF_8).replace("+", "%20");
        return Path.of(URI.create(folder.toUri() + "/" + encoded));
    }

    /** How many there are. */
    int count() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return Math.toIntExact(entries.count());
        }
    }

    /** Adds the reference solution. */
    void reference(String student) throws IOException {
        CourseHome.copy(CourseHome.reference(), entry(student));
    }

    /** Adds the reference solution with a typical mistake. */
    void mistake(String name, String student) throws IOException {
        reference(student);
        CourseHome.copy(CourseHome.mistake(name), entry(student));
    }

    /** Adds a hostile program. */
    void hostile(String name, String student) throws IOException {
        HostileProgram.named(name).submitAs(student, this);
    }

    /** Adds a program that tries to reach somebody on this machine's own network. */
    void reaching(int port, String student) throws IOException {
        hostile("reaches-a-port", student);
        Path file = entry(student).resolve("EchoServer.java");
        Files.writeString(file, Files.readString(file).replace("PORT = 1;", "PORT = " + port + ";"));
    }

    /** Adds a file. */
    void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
