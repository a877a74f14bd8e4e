package portzero.grader.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import portzero.grader.course.Lab;

/**
 * The Java files of a lab's contract, skeleton and tests.
 *
 * @param lab the lab
 * @param main contract and skeleton
 * @param publicTests tests that students have
 * @param hiddenTests tests that they do not have
 */
record SuiteSources(Lab lab, List<Path> main, List<Path> publicTests, List<Path> hiddenTests) {

    static SuiteSources of(Lab lab) throws IOException {
        return new SuiteSources(
                lab, javaFiles(lab.mainSources()), javaFiles(lab.publicTests()), javaFiles(lab.hiddenTests()));
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of(); // a handout has no hidden tests
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    List<Path> tests() {
        List<Path> tests = new ArrayList<>(publicTests);
        tests.addAll(hiddenTests);
        return tests;
    }

    /** {@code sha256:} and a digest of what decides a score: contract and tests, but not the skeleton's holes. */
    String digest() throws IOException {
        MessageDigest digest = sha256();
        List<Path> all = new ArrayList<>(main);
        all.addAll(tests());
        for (Path file : all) {
            if (!lab.isDeliverable(file.getFileName().toString())) {
                String name = lab.folder().relativize(file).toString().replace('\\', '/');
                digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }
}
