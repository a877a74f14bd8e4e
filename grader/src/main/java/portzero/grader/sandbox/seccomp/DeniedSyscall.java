package portzero.grader.sandbox.seccomp;

/**
 * System calls that no JVM with sockets needs and that lead out of a sandbox, into the kernel's rarely tested parts,
 * or to memory that no limit counts. Numbers from asm/unistd_64.h and asm-generic/unistd.h of Linux.
 */
enum DeniedSyscall {
    // Other processes.
    PTRACE(101, 117),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440, 440),
    PIDFD_GETFD(438, 438),
    KCMP(312, 272),
    // Mounts and namespaces.
    MOUNT(165, 40),
    UMOUNT2(166, 39),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    OPEN_TREE(428, 428),
    MOVE_MOUNT(429, 429),
    FSOPEN(430, 430),
    FSCONFIG(431, 431),
    FSMOUNT(432, 432),
    FSPICK(433, 433),
    MOUNT_SETATTR(442, 442),
    QUOTACTL(179, 60),
    QUOTACTL_FD(443, 443),
    SWAPON(167, 224),
    SWAPOFF(168, 225),
    UNSHARE(272, 97),
    SETNS(308, 268),
    // Large interfaces with a history of holes.
    BPF(321, 280),
    PERF_EVENT_OPEN(298, 241),
    USERFAULTFD(323, 282),
    IO_URING_SETUP(425, 425),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    IO_SETUP(206, 0),
    FANOTIFY_INIT(300, 262),
    NAME_TO_HANDLE_AT(303, 264),
    OPEN_BY_HANDLE_AT(304, 265),
    LOOKUP_DCOOKIE(212, 18),
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    KEYCTL(250, 219),
    // The kernel and the machine as a whole.
    INIT_MODULE(175, 105),
    FINIT_MODULE(313, 273),
    DELETE_MODULE(176, 106),
    KEXEC_LOAD(246, 104),
    KEXEC_FILE_LOAD(320, 294),
    REBOOT(169, 142),
    PERSONALITY(135, 92),
    SYSLOG(103, 116),
    ACCT(163, 89),
    VHANGUP(153, 58),
    SETHOSTNAME(170, 161),
    SETDOMAINNAME(171, 162),
    SETTIMEOFDAY(164, 170),
    CLOCK_SETTIME(227, 112),
    CLOCK_ADJTIME(305, 266),
    ADJTIMEX(159, 171),
    IOPL(172, DeniedSyscall.NONE),
    IOPERM(173, DeniedSyscall.NONE),
    MODIFY_LDT(154, DeniedSyscall.NONE),
    USELIB(134, DeniedSyscall.NONE),
    USTAT(136, DeniedSyscall.NONE),
    SYSFS(139, DeniedSyscall.NONE),
    MIGRATE_PAGES(256, 238),
    MOVE_PAGES(279, 239),
    // What a user has a share of that no limit divides among programs: instances of inotify.
    INOTIFY_INIT(253, DeniedSyscall.NONE),
    INOTIFY_INIT1(294, 26),
    // Memory that belongs to no process, and so to no limit.
    MEMFD_CREATE(319, 279),
    MEMFD_SECRET(447, 447),
    SHMGET(29, 194),
    SEMGET(64, 190),
    MSGGET(68, 186),
    MQ_OPEN(240, 180);

    /** An architecture that does not have the call. */
    static final int NONE = -1;

    private final int x86;
    private final int arm;

    DeniedSyscall(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    /** The call's number, or {@link #NONE}. */
    int number(Architecture architecture) {
        return architecture == Architecture.X86_64 ? x86 : arm;
    }
}
