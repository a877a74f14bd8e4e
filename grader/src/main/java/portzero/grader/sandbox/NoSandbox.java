package portzero.grader.sandbox;

import java.util.List;

/** Plain processes. */
final class NoSandbox implements Sandbox {
    @Override
    public SandboxKind kind() {
        return SandboxKind.NONE;
    }

    @Override
    public List<String> worker(List<String> command) {
        return List.copyOf(command);
    }

    @Override
    public List<String> subject(SubjectSpec spec) {
        var java = spec.javaHome().resolve("bin").resolve("java").toString();
        return SubjectJvm.command(java, spec.hostJar().toString(), List.of(), spec);
    }
}
