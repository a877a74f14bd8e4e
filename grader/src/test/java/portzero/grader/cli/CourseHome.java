package portzero.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import portzero.grader.Root;

/** The checkout that this test is part of, and copies of parts of it. */
final class CourseHome {

    /** The root of the checkout. */
    static final Path HOME = Root.path();

    private static final Path SOLUTIONS = HOME.resolve("solutions/lab02-echo");

    /** Few, and between them they fail every test. */
    private static final List<String> MISTAKES = List.of(
            "returns-the-requested-address",
            "client-sends-a-line",
            "client-hides-failures",
            "client-reads-once",
            "client-returns-its-own-message",
            "close-needs-a-start",
            "hides-a-failed-bind");

    private CourseHome() {}

    /** The sources of the reference solution. */
    static Path reference() {
        return SOLUTIONS.resolve("src/main/java/portzero/echo");
    }

    /** A mistake's sources; they go over the reference's. */
    static Path mistake(String name) {
        return SOLUTIONS.resolve("mistakes").resolve(name);
    }

    /** A course of one lab with the reference, one alternative and one mistake. */
    static Path small(Path folder) throws IOException {
        copy(folder);
        add("alternatives/thread-pool", folder);
        add("mistakes/close-needs-a-start", folder);
        return folder;
    }

    private static void copy(Path folder) throws IOException {
        copy(HOME.resolve("labs/lab02-echo"), folder.resolve("labs/lab02-echo"));
        add("src", folder);
    }

    /** A course of one lab with as few solutions and mistakes as vetting asks for. */
    static Path vettable(Path folder) throws IOException {
        copy(folder);
        add("alternatives/thread-pool", folder);
        add("alternatives/transfer-to", folder);
        for (String name : MISTAKES) {
            add("mistakes/" + name, folder);
        }
        addNotes(folder); // vetting looks up where each mistake is explained
        return folder;
    }

    private static void add(String solution, Path folder) throws IOException {
        copy(SOLUTIONS.resolve(solution), folder.resolve("solutions/lab02-echo").resolve(solution));
    }

    /** Adds the notes, and the sheets of all labs, which they link to. */
    static void addNotes(Path folder) throws IOException {
        copy(HOME.resolve("docs"), folder.resolve("docs"));
        try (Stream<Path> labs = Files.list(HOME.resolve("labs"))) {
            for (Path sheet : labs.map(lab -> lab.resolve("README.md"))
                    .filter(Files::exists)
                    .toList()) {
                Path target = folder.resolve(HOME.relativize(sheet).toString());
                Files.createDirectories(target.getParent());
                Files.copy(sheet, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Copies a folder over what is there already; what a build has made of it is left out. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path name = from.relativize(file);
                if (!name.startsWith("target")) {
                    Path target = to.resolve(name.toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
