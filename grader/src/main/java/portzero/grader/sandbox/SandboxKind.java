package portzero.grader.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sandboxes there are, strongest first. */
public enum SandboxKind {
    /** Namespaces of its own for every worker and every subject; Linux with {@code bwrap}. */
    BUBBLEWRAP,
    /** Another user and resource limits, for a container that isolates the network already. */
    USER,
    /** A plain process, for students who run their own code. */
    NONE;

    /** The name on the command line: {@code bubblewrap}, {@code user}, {@code none}. */
    public String cliName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with that name on the command line, in any case. */
    public static Optional<SandboxKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.cliName().equalsIgnoreCase(name))
                .findFirst();
    }
}
