package portzero.grader.sandbox.seccomp;

/**
 * System calls that a JVM needs and that pass with some arguments only, and the older ones that clone(2) has replaced. Numbers
 * from asm/unistd_64.h and asm-generic/unistd.h of Linux.
 */
enum RestrictedSyscall {
    FORK(57, DeniedSyscall.NONE),
    VFORK(58, DeniedSyscall.NONE),
    CLONE(56, 220),
    SOCKET(41, 198),
    SOCKETPAIR(53, 199),
    IOCTL(16, 29),
    /** Of a thread. */
    EXIT(60, 93),
    /** Of a process. */
    EXIT_GROUP(231, 94);

    private final int x86;
    private final int arm;

    RestrictedSyscall(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    /** The call's number, or {@link DeniedSyscall#NONE}. */
    int number(Architecture architecture) {
        return architecture == Architecture.X86_64 ? x86 : arm;
    }
}
