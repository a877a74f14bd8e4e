package portzero.grader.sandbox;

import java.util.Optional;

/** The architectures for which there is a filter of system calls. Both are little-endian. */
enum Architecture {
    X86_64(0xc000003e, 57, 58, 56, 41, 53, 16, 60, 231),
    AARCH64(0xc00000b7, DeniedSyscall.NONE, DeniedSyscall.NONE, 220, 198, 199, 29, 93, 94);

    /** AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64 of linux/audit.h. */
    final int audit;

    /** fork(2) and vfork(2), where clone(2) has not taken their place. */
    final int fork;

    final int vfork;
    final int clone;
    final int socket;
    final int socketpair;
    final int ioctl;

    /** exit(2) of a thread, and exit_group(2) of a process. */
    final int exit;

    final int exitGroup;

    Architecture(
            int audit, int fork, int vfork, int clone, int socket, int socketpair, int ioctl, int exit, int exitGroup) {
        this.audit = audit;
        this.fork = fork;
        this.vfork = vfork;
        this.clone = clone;
        this.socket = socket;
        this.socketpair = socketpair;
        this.ioctl = ioctl;
        this.exit = exit;
        this.exitGroup = exitGroup;
    }

    /** That of this machine, if there is a filter for it. */
    static Optional<Architecture> here() {
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
