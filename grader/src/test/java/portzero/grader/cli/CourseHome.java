package portzero.grader.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import portzero.grader.Root;

/** The checkout that this test is part of, and copies of parts of it. */
final class CourseHome {

    /** The root of the checkout. */
    static final Path HOME = Root.path();

    private static final Path SOLUTIONS = HOME.resolve("solutions/lab02-echo");

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
        add("partial", folder);
        Map<String, Set<String>> mistakes = fewMistakes();
        for (String name : mistakes.keySet()) {
            add("mistakes/" + name, folder);
        }
        Files.writeString(folder.resolve("solutions/lab02-echo/CLAUSES.md"), clauses(mistakes));
        addNotes(folder); // vetting looks up where each mistake is explained
        return folder;
    }

    /** As few as one finds by always taking the one that fails most of what no other has failed yet; all tests fail. */
    private static Map<String, Set<String>> fewMistakes() throws IOException {
        Map<String, Set<String>> all = new TreeMap<>();
        try (Stream<Path> folders = Files.list(SOLUTIONS.resolve("mistakes"))) {
            for (Path mistake : folders.toList()) {
                if (Files.notExists(mistake.resolve("requires.properties"))) {
                    all.put(mistake.getFileName().toString(), fails(mistake));
                }
            }
        }
        Set<String> left = new HashSet<>();
        all.values().forEach(left::addAll);
        Map<String, Set<String>> few = new TreeMap<>();
        while (!left.isEmpty()) {
            String most = Collections.max(
                    all.keySet(), Comparator.comparingLong(name -> common(left, all.getOrDefault(name, Set.of()))));
            few.put(most, all.getOrDefault(most, Set.of()));
            left.removeAll(all.getOrDefault(most, Set.of()));
        }
        return few;
    }

    private static long common(Set<String> left, Set<String> fails) {
        return fails.stream().filter(left::contains).count();
    }

    private static Set<String> fails(Path mistake) throws IOException {
        Properties manifest = new Properties();
        try (Reader reader = Files.newBufferedReader(mistake.resolve("manifest.properties"))) {
            manifest.load(reader);
        }
        return Set.of(manifest.getProperty("fails", "").split("\\s*,\\s*"));
    }

    private static String clauses(Map<String, Set<String>> mistakes) {
        Set<String> tests = new TreeSet<>();
        mistakes.values().forEach(tests::addAll);
        return "| clause | tests | mistakes |\n| --- | --- | --- |\n| all | `" + String.join("` `", tests) + "` | `"
                + String.join("` `", mistakes.keySet()) + "` |\n";
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

    /** Copies the sources of a folder as loose files with something before their names. */
    static void copy(Path from, Path to, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(prefix + file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
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
