package portzero.grader.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import portzero.grader.escape.EscapeJar;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;

/** A program in a sandbox that tries to break every promise. */
public final class SandboxSelfCheck {
    private static final Pattern LINE = Pattern.compile("promise ([A-Z_]+) (held|broken) (.*)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOOL = "/portzero/unshare";
    private static final int KILLED = 128;

    private final Sandbox sandbox;
    private final Path javaHome;
    private final Path jar;

    /**
     * What came of a promise.
     *
     * @param held whether the attempt to break it failed
     * @param detail what was tried, and what happened
     */
    public record Finding(Guarantee promise, boolean held, String detail) {}

    private SandboxSelfCheck(Sandbox sandbox, Path javaHome, Path jar) {
        this.sandbox = sandbox;
        this.javaHome = javaHome;
        this.jar = jar;
    }

    /**
     * Tries every promise, in a second or two, whether this kind of sandbox makes it or not.
     *
     * @param secrets files and folders that a submission must not find
     * @param shared outlives the trial; the caller closes it
     */
    public static List<Finding> of(Sandbox sandbox, Path javaHome, SharedTempDir shared, List<String> secrets)
            throws SandboxUnavailableException, IOException {
        var trial = new SandboxSelfCheck(sandbox, javaHome, shared.add("escape.jar", EscapeJar::write));
        var unshare = Sandboxes.require("unshare", "util-linux");
        var burning = CompletableFuture.supplyAsync(trial::burn);
        var findings = trial.escape(secrets);
        findings.put(Guarantee.NAMESPACES, trial.namespaces(unshare));
        findings.put(Guarantee.CPU, burning.join());
        return List.copyOf(findings.values());
    }

    private Map<Guarantee, Finding> escape(List<String> secrets) throws IOException {
        var arguments = new ArrayList<>(List.of("all"));
        arguments.addAll(secrets);
        var finished = CommandResult.run(sandbox.worker(sandbox.subject(spec(arguments, Limits.DEFAULT))), PATIENCE);
        var findings = new EnumMap<Guarantee, Finding>(Guarantee.class);
        for (var promise : Guarantee.values()) {
            findings.put(
                    promise,
                    new Finding(
                            promise,
                            false,
                            "not tried: the program ended with exit " + finished.exitCode() + ", "
                                    + finished.firstLine()));
        }
        finished.output()
                .lines()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .forEach(line -> {
                    var promise = Guarantee.valueOf(line.group(1));
                    findings.put(promise, new Finding(promise, line.group(2).equals("held"), line.group(3)));
                });
        return findings;
    }

    /** By unshare(1), which makes a namespace and starts a program in it; no submission finds it. */
    private Finding namespaces(Path unshare) throws IOException {
        for (var kind : List.of("--user", "--net", "--mount", "--pid")) {
            var tried = CommandResult.run(sandbox.worker(unsharing(unshare, kind)));
            var refused =
                    tried.output().contains("not permitted") || tried.output().contains("No space left");
            if (tried.succeeded() || !refused) {
                return new Finding(
                        Guarantee.NAMESPACES,
                        false,
                        "unshare " + kind + ": exit " + tried.exitCode() + ", " + tried.firstLine());
            }
        }
        return new Finding(Guarantee.NAMESPACES, true, "user, net, mount and pid are refused");
    }

    private List<String> unsharing(Path unshare, String kind) {
        if (sandbox instanceof BubblewrapSandbox bubblewrap) {
            return bubblewrap.wrap(
                    Limits.DEFAULT, List.of(new BindMount(unshare, TOOL)), List.of(TOOL, kind, TOOL, "--version"));
        }
        var command = List.of(unshare.toString(), kind, unshare.toString(), "--version");
        return sandbox instanceof UserSandbox user ? user.wrap(Limits.DEFAULT, command) : command;
    }

    private Finding burn() {
        var second = Limits.DEFAULT.with(LimitSetting.CPU, 1);
        try {
            var finished = CommandResult.run(sandbox.worker(sandbox.subject(spec(List.of("burn"), second))), PATIENCE);
            var killed = finished.exitCode() > KILLED;
            return new Finding(
                    Guarantee.CPU,
                    killed,
                    "an endless loop "
                            + (killed
                                    ? "was killed"
                                    : "ended with exit " + finished.exitCode() + ", " + finished.firstLine())
                            + " under a limit of 1 s");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private SubjectSpec spec(List<String> arguments, Limits limits) {
        return new SubjectSpec(javaHome, jar, null, EscapeJar.MAIN, List.of(), arguments, limits);
    }
}
