package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import portzero.grader.limits.Limits;

/**
 * Another user and resource limits, in a container that isolates files and network already.
 *
 * <p>Weaker than {@link BubblewrapSandbox}: all subjects share one network, one view of all processes, and the folders that
 * anyone may write to. Each is a user of its own, so that none can end or read another and each has its own budget of
 * processes, and each has a folder of its own for temporary files. What a subject leaves behind, running or in that
 * folder, is removed when a later one starts; the folder also with the stage.
 */
final class UserSandbox implements Sandbox {
    private static final String SCRIPT = "/portzero/sandbox/user.sh";

    /** Relative to where the program starts, which is its own folder. */
    private static final List<String> OWN_FOLDER =
            List.of("-Djava.io.tmpdir=.", "-Duser.home=.", "-XX:ErrorFile=hs_err.log");

    private final String script;
    private final String folders;

    private UserSandbox(String script, String folders) {
        this.script = script;
        this.folders = folders;
    }

    /** @throws IOException when the stage cannot be written to */
    static UserSandbox create(SharedTempDir shared) throws IOException {
        try (var resource = UserSandbox.class.getResourceAsStream(SCRIPT)) {
            if (resource == null) {
                throw new IOException(SCRIPT + " is missing from the grader's jar");
            }
            var script = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new UserSandbox(script, shared.folder("users").toString());
        }
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.USER;
    }

    @Override
    public List<String> worker(List<String> command) {
        return List.copyOf(command);
    }

    @Override
    public List<String> subject(SubjectSpec spec) {
        var java = spec.javaHome().resolve("bin").resolve("java").toString();
        return wrap(spec.limits(), SubjectJvm.command(java, spec.hostJar().toString(), OWN_FOLDER, spec));
    }

    List<String> wrap(Limits limits, List<String> command) {
        var wrapped = new ArrayList<>(List.of("sh", "-c", script, folders));
        wrapped.addAll(SubjectJvm.ENVIRONMENT);
        wrapped.addAll(PrlimitCommand.command("prlimit", limits, command));
        return List.copyOf(wrapped);
    }
}
