package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import portzero.grader.limits.Limits;

/**
 * Finds out what this machine can do, by doing it: every kind but {@link SandboxKind#NONE} is tried with a
 * real JVM in it, which takes about a tenth of a second.
 */
public final class Sandboxes {
    private Sandboxes() {}

    /**
     * The sandbox of that kind, tried.
     *
     * @param javaHome the JDK that subjects will run on
     * @param shared outlives the sandbox; the caller closes it
     * @throws SandboxUnavailableException when this machine cannot provide it; the message says what
     *     would help
     */
    public static Sandbox of(SandboxKind kind, Path javaHome, SharedTempDir shared) throws SandboxUnavailableException {
        return switch (kind) {
            case BUBBLEWRAP -> bubblewrap(javaHome, shared);
            case USER -> user(javaHome, shared);
            case NONE -> new NoSandbox();
        };
    }

    /**
     * The sandbox to use when none was named: bubblewrap. The weaker kinds are for people to choose.
     *
     * @throws SandboxUnavailableException when this machine cannot provide it
     */
    public static Sandbox detect(Path javaHome, SharedTempDir shared) throws SandboxUnavailableException {
        return of(SandboxKind.BUBBLEWRAP, javaHome, shared);
    }

    private static Sandbox bubblewrap(Path javaHome, SharedTempDir shared) throws SandboxUnavailableException {
        requireLinux();
        var bwrap = require("bwrap", "bubblewrap");
        var prlimit = require("prlimit", "util-linux");
        require("setpriv", "util-linux");
        require("unshare", "util-linux");
        require("mount", "mount");
        try {
            var sandbox = BubblewrapSandbox.create(isRoot(), bwrap, prlimit, javaHome, shared);
            check(CommandResult.run(sandbox.probe()));
            return sandbox;
        } catch (IOException e) {
            throw new SandboxUnavailableException("The sandbox cannot be set up: " + e.getMessage() + ".");
        }
    }

    private static Sandbox user(Path javaHome, SharedTempDir shared) throws SandboxUnavailableException {
        requireLinux();
        require("setpriv", "util-linux");
        require("prlimit", "util-linux");
        require("flock", "util-linux");
        if (!isRoot()) {
            throw new SandboxUnavailableException("The sandbox \"user\" changes to another user and so must be"
                    + " started as root, in a container; outside of one use --sandbox bubblewrap.");
        }
        var java = javaHome.resolve("bin/java").toString();
        try {
            var sandbox = UserSandbox.create(shared);
            check(CommandResult.run(sandbox.wrap(Limits.DEFAULT, SubjectJvm.probe(java))));
            return sandbox;
        } catch (IOException e) {
            throw new SandboxUnavailableException("The sandbox cannot be set up: " + e.getMessage() + ".");
        }
    }

    private static void check(CommandResult probe) throws SandboxUnavailableException {
        if (!probe.succeeded()) {
            throw new SandboxUnavailableException(StartFailureDiagnosis.of(probe, KernelSettings.read()));
        }
    }

    private static void requireLinux() throws SandboxUnavailableException {
        var system = System.getProperty("os.name", "");
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            throw new SandboxUnavailableException("The sandboxed grader needs Linux and this is " + system
                    + "; grade in a Linux machine or container, or with --sandbox none code that you trust.");
        }
    }

    static Path require(String program, String debianPackage) throws SandboxUnavailableException {
        return onPath(program)
                .orElseThrow(() -> new SandboxUnavailableException(program + " is not installed: apt-get install "
                        + debianPackage + ", or what your system calls that package."));
    }

    private static Optional<Path> onPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1)) {
            var file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }
}
