package portzero.grader.sandbox.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The filter that a subject's system calls pass, as a program for the kernel: see seccomp(2), and BPF in
 * {@code Documentation/networking/filter.rst} of Linux.
 *
 * <p>It lets everything pass but what {@link DeniedSyscall} lists, new processes, new namespaces, and families of sockets other than
 * those that the JDK opens. A refused call fails with an error that programs know; nothing is killed but a program
 * that makes calls of another architecture, or that ends as if somebody else had ended it.
 */
public final class SystemCallFilter {
    static final int ALLOW = 0x7fff0000;
    static final int KILL = 0x80000000;
    static final int EPERM = 1;
    static final int EAGAIN = 11;
    static final int ENOSYS = 38;
    static final int EPROTONOSUPPORT = 93;
    static final int EAFNOSUPPORT = 97;

    /** Calls from here on came after Linux 6.10, and this list does not know what they do. */
    static final int FIRST_UNKNOWN = 463;

    /** Its flags lie in memory, where no filter can look. The C library then takes clone(2) instead. */
    private static final int CLONE3 = 435;

    /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET of linux/sched.h. */
    private static final int NEW_NAMESPACES = 0x7e020000;

    /** CLONE_THREAD. */
    private static final int THREAD = 0x00010000;

    /** AF_UNIX, AF_INET and AF_INET6. */
    private static final List<Integer> FAMILIES = List.of(1, 2, 10);

    /** AF_NETLINK with NETLINK_ROUTE is how the C library lists addresses. */
    private static final int NETLINK = 16;

    private static final int ROUTE = 0;

    /** TIOCSTI and TIOCLINUX, which type into a terminal. */
    private static final List<Integer> TYPING = List.of(0x5412, 0x541c);

    /**
     * As bwrap tells of a program that SIGHUP, SIGINT, SIGKILL or SIGTERM has ended: somebody else's doing, after which a test is
     * run again. No program may end itself as if it had been.
     */
    private static final List<Integer> KILLED = List.of(128 + 1, 128 + 2, 128 + 9, 128 + 15);

    /** Of an exit status the kernel keeps so much. */
    private static final int STATUS = 0xff;

    private static final int LOAD = 0x20;
    private static final int AND = 0x54;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;
    private static final int ERRNO = 0x00050000;

    /** Offsets in struct seccomp_data of linux/seccomp.h; of each argument the lower half. */
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;

    private final List<Instruction> program = new ArrayList<>();

    /** struct sock_filter of linux/filter.h: how far to jump if the condition holds, and if not. */
    record Instruction(int code, int then, int otherwise, int value) {}

    private SystemCallFilter() {}

    static List<Instruction> program(Architecture architecture) {
        var filter = new SystemCallFilter();
        filter.write(architecture);
        return List.copyOf(filter.program);
    }

    /** The program as bwrap reads it. */
    public static byte[] bytes(Architecture architecture) {
        var program = program(architecture);
        var bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (var one : program) {
            bytes.putShort((short) one.code)
                    .put((byte) one.then)
                    .put((byte) one.otherwise)
                    .putInt(one.value);
        }
        return bytes.array();
    }

    private void write(Architecture architecture) {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(IF_EQUAL, 1, 0, architecture.audit);
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, NUMBER);
        refuse(IF_AT_LEAST, FIRST_UNKNOWN, ENOSYS); // and those of the x32 ABI, which have a high bit set
        refuse(IF_EQUAL, CLONE3, ENOSYS);
        for (var call : List.of(RestrictedSyscall.FORK, RestrictedSyscall.VFORK)) {
            if (call.number(architecture) != DeniedSyscall.NONE) {
                refuse(IF_EQUAL, call.number(architecture), EAGAIN);
            }
        }
        for (var call : DeniedSyscall.values()) {
            if (call.number(architecture) != DeniedSyscall.NONE) {
                refuse(IF_EQUAL, call.number(architecture), EPERM);
            }
        }
        only(RestrictedSyscall.CLONE.number(architecture), threads());
        only(RestrictedSyscall.IOCTL.number(architecture), typing());
        only(RestrictedSyscall.SOCKET.number(architecture), families());
        only(RestrictedSyscall.SOCKETPAIR.number(architecture), families());
        only(RestrictedSyscall.EXIT.number(architecture), ends());
        only(RestrictedSyscall.EXIT_GROUP.number(architecture), ends());
        add(RETURN, 0, 0, ALLOW);
    }

    /** fork(2) asks for no thread either: a program that cannot start others cannot multiply its limits. */
    private static List<Instruction> threads() {
        return List.of(
                new Instruction(LOAD, 0, 0, argument(0)),
                test(IF_ANY_BIT, NEW_NAMESPACES),
                error(EPERM),
                new Instruction(IF_ANY_BIT, 1, 0, THREAD),
                error(EAGAIN));
    }

    private static List<Instruction> typing() {
        var checks = new ArrayList<>(List.of(new Instruction(LOAD, 0, 0, argument(1))));
        for (var request : TYPING) {
            checks.add(test(IF_EQUAL, request));
            checks.add(error(EPERM));
        }
        return checks;
    }

    private static List<Instruction> families() {
        var checks = new ArrayList<>(List.of(new Instruction(LOAD, 0, 0, argument(0))));
        for (var family : FAMILIES) {
            checks.add(test(IF_EQUAL, family));
            checks.add(new Instruction(RETURN, 0, 0, ALLOW));
        }
        checks.add(new Instruction(IF_EQUAL, 1, 0, NETLINK));
        checks.add(error(EAFNOSUPPORT));
        checks.add(new Instruction(LOAD, 0, 0, argument(2)));
        checks.add(new Instruction(IF_EQUAL, 1, 0, ROUTE));
        checks.add(error(EPROTONOSUPPORT));
        return checks;
    }

    private static List<Instruction> ends() {
        var checks =
                new ArrayList<>(List.of(new Instruction(LOAD, 0, 0, argument(0)), new Instruction(AND, 0, 0, STATUS)));
        for (var status : KILLED) {
            checks.add(test(IF_EQUAL, status));
            checks.add(new Instruction(RETURN, 0, 0, KILL));
        }
        return checks;
    }

    private static int argument(int index) {
        return 16 + 8 * index;
    }

    /** Goes on with the next instruction if the condition holds, and passes over it if not. */
    private static Instruction test(int condition, int value) {
        return new Instruction(condition, 0, 1, value);
    }

    private static Instruction error(int errno) {
        return new Instruction(RETURN, 0, 0, ERRNO | errno);
    }

    private void refuse(int condition, int value, int errno) {
        program.add(test(condition, value));
        program.add(error(errno));
    }

    /** Checks that only this call must pass; it may if none of them returns. */
    private void only(int call, List<Instruction> checks) {
        add(IF_EQUAL, 0, checks.size() + 1, call);
        program.addAll(checks);
        add(RETURN, 0, 0, ALLOW);
    }

    private void add(int code, int then, int otherwise, int value) {
        program.add(new Instruction(code, then, otherwise, value));
    }
}
