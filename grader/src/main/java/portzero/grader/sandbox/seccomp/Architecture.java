package portzero.grader.sandbox.seccomp;

import java.util.Optional;

/** The architectures for which there is a filter of system calls. Both are little-endian. */
public enum Architecture {
    X86_64(0xc000003e),
    AARCH64(0xc00000b7);

    /** AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64 of linux/audit.h. */
    final int audit;

    Architecture(int audit) {
        this.audit = audit;
    }

    /** That of this machine, if there is a filter for it. */
    public static Optional<Architecture> here() {
        return named(System.getProperty("os.arch", ""));
    }

    static Optional<Architecture> named(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}
