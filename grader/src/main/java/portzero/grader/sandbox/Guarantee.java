package portzero.grader.sandbox;

import portzero.grader.sandbox.seccomp.Architecture;

/** What a sandbox keeps a submission from. */
public enum Guarantee {
    FILES("finds no file of this machine's but the JDK", false),
    WRITING("writes nowhere but to its own /tmp", false),
    NETWORK("reaches no network but a loopback of its own", false),
    PROCESSES("sees no process but its own", false),
    ENVIRONMENT("finds no variable of the grader's", true),
    PRIVILEGES("is not root, and can gain no privilege", true),
    STARTING("starts no process", false),
    NAMESPACES("makes no namespaces", false),
    SYSTEM_CALLS("makes only system calls that it needs", false),
    HEAP("has a limit on its heap", true),
    MEMORY("has a limit on memory outside the heap", true),
    THREADS("has a limit on processes and threads", true),
    OPEN_FILES("has a limit on open files", true),
    FILE_SIZE("has a limit on the size of a file", true),
    DISK("has a limit on all of its files together", false),
    CPU("has a limit on processor time", true);

    private final String text;
    private final boolean byUser;

    Guarantee(String text, boolean byUser) {
        this.text = text;
        this.byUser = byUser;
    }

    /** Continues "A submission …". */
    public String text() {
        return text;
    }

    private boolean byFilter() {
        return this == SYSTEM_CALLS || this == STARTING;
    }

    /** Whether that kind of sandbox promises it. */
    public boolean isMadeBy(SandboxKind kind) {
        return switch (kind) {
            case BUBBLEWRAP -> !byFilter() || Architecture.here().isPresent();
            case USER -> byUser;
            case NONE -> false;
        };
    }
}
