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
import portzero.grader.course.Lab;
import portzero.grader.io.FileTree;

/**
 * The Java files of a lab's contract and tests.
 *
 * @param lab the lab
 * @param contract what the lab gives to whoever solves it, and nothing that they write
 * @param publicTests tests that students have
 * @param hiddenTests tests that they do not have
 */
record SuiteSources(Lab lab, List<Path> contract, List<Path> publicTests, List<Path> hiddenTests) {

    static SuiteSources of(Lab lab) throws IOException {
        List<Path> publicTests = javaFiles(lab.publicTests());
        List<Path> hiddenTests = javaFiles(lab.hiddenTests());
        return new SuiteSources(lab, contract(lab, publicTests, hiddenTests), publicTests, hiddenTests);
    }

    /** The files among those of the student that the tests know, at first or at second hand; the others are the student's own. */
    private static List<Path> contract(Lab lab, List<Path> publicTests, List<Path> hiddenTests) throws IOException {
        ReferencedFiles files = new ReferencedFiles(javaFiles(lab.mainSources()).stream()
                .filter(file -> !lab.isDeliverable(file.getFileName().toString()))
                .toList());
        files.follow(publicTests);
        files.follow(hiddenTests);
        return files.referenced();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of(); // a handout has no hidden tests
        }
        return FileTree.files(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    List<Path> tests() {
        List<Path> tests = new ArrayList<>(publicTests);
        tests.addAll(hiddenTests);
        return tests;
    }

    /** {@code sha256:} and a digest of what decides a score: contract and tests, but nothing that students write. */
    String digest() throws IOException {
        MessageDigest digest = sha256();
        List<Path> all = new ArrayList<>(contract);
        all.addAll(tests());
        for (Path file : all) {
            String name = lab.folder().relativize(file).toString().replace('\\', '/');
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
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
