package portzero.grader.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles submissions of one lab, for Java 17 unless told otherwise. Not thread-safe.
 *
 * <p>The first compilation takes about a second and later ones some tens of milliseconds, so keep it.
 * There is no deadline: code can be written that javac takes minutes for, and whoever must not wait
 * compiles in a process that can be killed. Closing it closes the file manager.
 */
public final class Compiler implements AutoCloseable {
    /** The Java that students' code is compiled for: one language and one library, whatever JDK grades. */
    public static final int RELEASE = 17;

    /** Errors reported of one submission. */
    public static final int MOST_ERRORS = 20;

    /** Class files of one submission together; the largest solution has 40 kB. */
    private static final long MOST_BYTES = 8 << 20;

    private final JavaCompiler javac;
    private final StandardJavaFileManager shared;
    private final Map<String, List<JavaFileObject>> givenByPackage = new HashMap<>();
    private final Set<String> givenNames;
    private final boolean inlineConcat;
    private final boolean strictNames;

    /**
     * A compiler whose submissions see these classes beside the JDK's.
     *
     * @param given the course's own classes, the contracts: binary names and class files; a submission
     *     that declares one of these names fails
     * @param classPath jars and folders, may be empty
     * @throws IllegalStateException on a JRE, which has no compiler
     */
    public Compiler(Map<String, byte[]> given, List<Path> classPath) {
        this(given, classPath, true);
    }

    /**
     * The same.
     *
     * @param inlineConcat whether string concatenations are compiled to calls of {@code StringBuilder}, which need no code
     *     made at run time
     */
    public Compiler(Map<String, byte[]> given, List<Path> classPath, boolean inlineConcat) {
        this(given, classPath, inlineConcat, false);
    }

    private Compiler(Map<String, byte[]> given, List<Path> classPath, boolean inlineConcat, boolean strictNames) {
        this.inlineConcat = inlineConcat;
        this.strictNames = strictNames;
        javac = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() ->
                        new IllegalStateException("This Java has no compiler: run the grader on a JDK, not on a JRE."));
        shared = javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        givenNames = Set.copyOf(given.keySet());
        given.forEach((name, bytes) -> givenByPackage
                .computeIfAbsent(packageOf(name), unused -> new ArrayList<>())
                .add(new ClassObject(name, bytes)));
        try {
            shared.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            // Otherwise javac looks for sources in the class path.
            shared.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        } catch (IOException e) {
            throw new IllegalArgumentException("classPath must be jars and folders but was " + classPath, e);
        }
    }

    /** A compiler that wants a public class in the file that is named after it, as everybody else's does. */
    public static Compiler strict(Map<String, byte[]> given) {
        return new Compiler(given, List.of(), true, true);
    }

    static JavaCompiler javac() {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() ->
                        new IllegalStateException("This Java has no compiler: run the grader on a JDK, not on a JRE."));
    }

    private static String packageOf(String binaryName) {
        return binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
    }

    /** Compiles the files together for {@link #RELEASE}. Failing is a result, never an exception. */
    public Compilation compile(List<SourceFile> sources) {
        return compile(sources, RELEASE);
    }

    /**
     * Compiles the files together. Failing is a result, never an exception.
     *
     * @param release the Java to compile for, from {@link #RELEASE} up to the one that this program runs on
     */
    public Compilation compile(List<SourceFile> sources, int release) {
        if (sources.isEmpty()) {
            return Compilation.failed("There is no source file to compile.");
        }
        try {
            return run(sources, release);
        } catch (OutOfMemoryError | StackOverflowError | RuntimeException e) {
            return Compilation.failed(
                    "The compiler gave up on this code (" + e.getClass().getSimpleName()
                            + "): an expression or a class in it is nested too deeply or too large.");
        }
    }

    private Compilation run(List<SourceFile> sources, int release) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var output = new StringWriter();
        var files = new MemoryFiles(shared, givenByPackage);
        var objects = sources.stream()
                .map(source -> new SourceObject(source, strictNames))
                .toList();
        var task = javac.getTask(
                output, files, diagnostics, CompilerOptions.compile(release, inlineConcat), null, objects);
        task.setLocale(Locale.ENGLISH);
        if (task.call()) {
            var classes = files.written();
            return trespass(classes.keySet())
                    .or(() -> excess(classes.values()))
                    .map(Compilation::failed)
                    .orElseGet(() -> new Compilation(classes, List.of()));
        }
        var errors = errors(diagnostics);
        return errors.isEmpty() ? Compilation.failed(gaveUp(output.toString())) : Compilation.failed(errors);
    }

    /** Whatever got past the choice of files, no class replaces one that is not the student's. */
    private Optional<String> trespass(Set<String> names) {
        var given = names.stream()
                .filter(givenNames::contains)
                .map(name -> name + " belongs to the course: remove it or give it another name.");
        var reserved = names.stream()
                .flatMap(name -> ReservedPackages.holding(name).stream()
                        .map(root ->
                                name + " lies in the reserved package " + root + ": move it to the lab's package."));
        return Stream.concat(given, reserved).findFirst();
    }

    /** A little source can make class files without end: each class has its own copy of the constants that it uses. */
    private static Optional<String> excess(Collection<byte[]> classes) {
        var bytes = classes.stream().mapToLong(file -> file.length).sum();
        return bytes <= MOST_BYTES
                ? Optional.empty()
                : Optional.of("It compiles to " + (bytes >> 20) + " MiB of class files, and at most "
                        + (MOST_BYTES >> 20) + " MiB are taken: make constants and classes smaller.");
    }

    private static List<CompilerMessage> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST_ERRORS)
                .map(CompilerMessage::of)
                .toList();
    }

    /** javac reports running out of stack as text, not as a diagnostic. */
    private static String gaveUp(String output) {
        var reason = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("no reason given");
        return "The compiler gave up on this code (" + reason
                + "): an expression or a class in it is nested too deeply or too large.";
    }

    @Override
    public void close() {
        try {
            shared.close();
        } catch (IOException e) {
            // Only jars of the class path were open, and only for reading.
        }
    }
}
