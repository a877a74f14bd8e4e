package portzero.grader.suite;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import portzero.grader.course.Lab;

/**
 * Compiles a lab's contract and tests into a folder that serves until one of their sources changes.
 *
 * <p>Nothing that a student writes is compiled here, so that work which does not compile keeps no test from being built: tests
 * know the classes that are to be handed in by name only, and an empty class of that name stands in for each.
 *
 * <p>The folder holds {@code main} (the contract, and what stands in) and {@code tests}. It appears whole or not at all, so
 * that several graders may build it at once and a killed one leaves nothing half done.
 */
public final class SuiteBuild {

    private static final String MAIN = "main";
    private static final String TESTS = "tests";

    private final SuiteSources sources;
    private final String digest;

    private SuiteBuild(SuiteSources sources, String digest) {
        this.sources = sources;
        this.digest = digest;
    }

    /**
     * Gives the lab's suite, compiled if it is not yet.
     *
     * @throws SuiteException if the lab's sources do not compile
     */
    public static Suite of(Lab lab) throws SuiteException {
        try {
            SuiteSources sources = SuiteSources.of(lab);
            return new SuiteBuild(sources, sources.digest()).suite();
        } catch (IOException failed) {
            throw new SuiteException("Cannot build the tests of " + lab.id() + ": " + failed);
        }
    }

    private Suite suite() throws IOException, SuiteException {
        Path suites = SuiteCache.folder(sources.lab().home());
        Path folder = suites.resolve(sources.lab().id() + "-" + key());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(suites);
            build(Files.createDirectory(suites.resolve("building-" + UUID.randomUUID())), folder);
        }
        return Suite.open(sources.lab(), digest, folder);
    }

    /** Changes when the sources or the test kit change. */
    private String key() throws IOException {
        long kitTime = Files.getLastModifiedTime(ClassPath.kit()).toMillis();
        return digest.substring(7, 23) + "-" + Long.toString(kitTime, 36);
    }

    private void build(Path building, Path folder) throws IOException, SuiteException {
        try {
            Path main = Files.createDirectory(building.resolve(MAIN));
            List<Path> given = new ArrayList<>(sources.contract());
            given.addAll(standIns(Files.createDirectory(building.resolve("stand-ins"))));
            compile(given, main, List.of());
            compile(sources.tests(), Files.createDirectory(building.resolve(TESTS)), List.of(main));
            Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException another) {
            delete(building); // another grader was faster
        } catch (IOException | SuiteException failed) {
            delete(building);
            if (!Files.isDirectory(folder)) {
                throw failed;
            }
        }
    }

    private List<Path> standIns(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : sources.lab().deliverables()) {
            String text = "package " + sources.lab().packageName() + ";\npublic final class " + name + " {}\n";
            files.add(Files.writeString(folder.resolve(name + ".java"), text));
        }
        return files;
    }

    private void compile(List<Path> files, Path output, List<Path> more) throws IOException, SuiteException {
        if (files.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new SuiteException("This Java has no compiler; point JAVA_HOME at a JDK, not a JRE");
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = new ArrayList<>(List.of("--release", "17")); // whatever JDK finds them here later
            options.addAll(List.of("-proc:none", "-parameters", "-g", "-nowarn", "-d", output.toString()));
            options.addAll(List.of("-cp", ClassPath.with(more)));
            if (!compiler.getTask(messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new SuiteException("The tests of " + sources.lab().id() + " do not compile:\n" + messages);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(SuiteBuild::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
