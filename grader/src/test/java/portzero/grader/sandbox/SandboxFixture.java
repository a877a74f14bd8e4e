package portzero.grader.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import portzero.grader.limits.Limits;

/** A sandbox with {@link SubjectProgram} in it, or a skipped test where there is no sandbox. */
final class SandboxFixture implements AutoCloseable {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private final SharedTempDir shared;
    private final Path jar;
    private final Sandbox sandbox;

    private SandboxFixture(SharedTempDir shared, Path jar, Sandbox sandbox) {
        this.shared = shared;
        this.jar = jar;
        this.sandbox = sandbox;
    }

    /** Skips the test where the sandbox is missing, unless PORTZERO_REQUIRE says that it must be there. */
    static SandboxFixture open(SandboxKind kind, Path temporary) throws IOException {
        var shared = SharedTempDir.create();
        try {
            var sandbox = Sandboxes.of(kind, JAVA_HOME, shared);
            return new SandboxFixture(shared, shared.copy(jar(temporary.resolve("host.jar"))), sandbox);
        } catch (SandboxUnavailableException e) {
            shared.close();
            if (System.getenv().getOrDefault("PORTZERO_REQUIRE", "").contains("sandbox")) {
                throw new AssertionError(e.getMessage(), e);
            }
            return abort(e.getMessage());
        }
    }

    private static Path jar(Path file) throws IOException {
        var name = SubjectProgram.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file));
                var bytes = SubjectProgram.class.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException(name + " is not on the class path");
            }
            jar.putNextEntry(new JarEntry(name));
            bytes.transferTo(jar);
        }
        return file;
    }

    /** Runs the program and gives what it printed. */
    String run(String... arguments) throws IOException {
        return run(Limits.DEFAULT, arguments).output().strip();
    }

    CommandResult run(Limits limits, String... arguments) throws IOException {
        return CommandResult.run(sandbox.worker(subject(limits, arguments)));
    }

    /** The command for a worker with a listener on that port, whose subject runs the program. */
    List<String> worker(String name, int port, String... arguments) {
        var command = new ArrayList<String>();
        command.add(JAVA_HOME.resolve("bin/java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerProgram.class.getName()));
        command.addAll(List.of(name, Integer.toString(port)));
        command.addAll(subject(Limits.DEFAULT, arguments));
        return sandbox.worker(command);
    }

    List<String> subject(Limits limits, String... arguments) {
        var main = SubjectProgram.class.getName();
        return sandbox.subject(new SubjectSpec(JAVA_HOME, jar, null, main, List.of(), List.of(arguments), limits));
    }

    @Override
    public void close() throws IOException {
        shared.close();
    }
}
