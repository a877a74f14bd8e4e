package portzero.grader.sandbox.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemCallFilterTest {
    private static final int ERRNO = 0x00050000;
    private static final int NEW_USER = 0x10000000;
    private static final int THREAD = 0x003d0f00; // what the C library asks for when it starts a thread

    @ParameterizedTest
    @EnumSource
    void what_is_forbidden_fails_and_everything_else_passes(Architecture architecture) {
        var machine = new FilterMachine(architecture);
        var forbidden = numbers(architecture);
        for (int number = 0; number < SystemCallFilter.FIRST_UNKNOWN; number++) {
            if (forbidden.contains(number)) {
                assertThat(machine.call(number)).as("call %d", number).isEqualTo(ERRNO | SystemCallFilter.EPERM);
            } else if (number != 435 && !isLookedInto(architecture, number)) {
                assertThat(machine.call(number)).as("call %d", number).isEqualTo(SystemCallFilter.ALLOW);
            }
        }
    }

    private static boolean isLookedInto(Architecture architecture, int number) {
        return List.of(
                        RestrictedSyscall.CLONE.number(architecture),
                        RestrictedSyscall.FORK.number(architecture),
                        RestrictedSyscall.VFORK.number(architecture),
                        RestrictedSyscall.SOCKET.number(architecture),
                        RestrictedSyscall.SOCKETPAIR.number(architecture))
                .contains(number);
    }

    private static List<Integer> numbers(Architecture architecture) {
        return Stream.of(DeniedSyscall.values())
                .map(call -> call.number(architecture))
                .filter(number -> number != DeniedSyscall.NONE)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void no_call_is_listed_twice(Architecture architecture) {
        assertThat(numbers(architecture)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void calls_that_the_list_does_not_know_seem_not_to_exist(Architecture architecture) {
        var machine = new FilterMachine(architecture);
        for (int number : new int[] {435, SystemCallFilter.FIRST_UNKNOWN, 1_000, 0x40000000, 0x40000000 + 101, -1}) {
            assertThat(machine.call(number)).as("call %d", number).isEqualTo(ERRNO | SystemCallFilter.ENOSYS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void threads_start_and_processes_and_namespaces_do_not(Architecture architecture) {
        var machine = new FilterMachine(architecture);
        assertThat(machine.call(RestrictedSyscall.CLONE, THREAD)).isEqualTo(SystemCallFilter.ALLOW);
        assertThat(machine.call(RestrictedSyscall.CLONE, 17)).isEqualTo(ERRNO | SystemCallFilter.EAGAIN); // SIGCHLD
        assertThat(machine.call(RestrictedSyscall.CLONE, 0x4111)).isEqualTo(ERRNO | SystemCallFilter.EAGAIN); // vfork
        if (RestrictedSyscall.FORK.number(architecture) != DeniedSyscall.NONE) {
            assertThat(machine.call(RestrictedSyscall.FORK)).isEqualTo(ERRNO | SystemCallFilter.EAGAIN);
            assertThat(machine.call(RestrictedSyscall.VFORK)).isEqualTo(ERRNO | SystemCallFilter.EAGAIN);
        }
        assertThat(machine.call(RestrictedSyscall.CLONE, THREAD | NEW_USER)).isEqualTo(ERRNO | SystemCallFilter.EPERM);
        assertThat(machine.call(RestrictedSyscall.CLONE, 0x20000)).isEqualTo(ERRNO | SystemCallFilter.EPERM);
    }

    @ParameterizedTest
    @EnumSource
    void sockets_are_of_the_families_that_the_jdk_opens(Architecture architecture) {
        var machine = new FilterMachine(architecture);
        for (var call : List.of(RestrictedSyscall.SOCKET, RestrictedSyscall.SOCKETPAIR)) {
            for (int family = 0; family < 64; family++) {
                boolean known = family == 1 || family == 2 || family == 10 || family == 16;
                assertThat(machine.call(call, family, 1, 0))
                        .as("family %d", family)
                        .isEqualTo(known ? SystemCallFilter.ALLOW : ERRNO | SystemCallFilter.EAFNOSUPPORT);
            }
            assertThat(machine.call(call, 16, 3, 12)) // NETLINK_NETFILTER
                    .isEqualTo(ERRNO | SystemCallFilter.EPROTONOSUPPORT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_types_into_a_terminal(Architecture architecture) {
        var machine = new FilterMachine(architecture);
        assertThat(machine.call(RestrictedSyscall.IOCTL, 0, 0x5412)).isEqualTo(ERRNO | SystemCallFilter.EPERM);
        assertThat(machine.call(RestrictedSyscall.IOCTL, 0, 0x5413)).isEqualTo(SystemCallFilter.ALLOW);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_ends_as_if_somebody_else_had_ended_it(Architecture architecture) {
        var machine = new FilterMachine(architecture);
        for (var call : List.of(RestrictedSyscall.EXIT, RestrictedSyscall.EXIT_GROUP)) {
            for (int status = 0; status < 256; status++) {
                boolean killed = status == 129 || status == 130 || status == 137 || status == 143;
                assertThat(machine.call(call, status))
                        .as("exit %d", status)
                        .isEqualTo(killed ? SystemCallFilter.KILL : SystemCallFilter.ALLOW);
            }
            assertThat(machine.call(call, 0x100 | 137)).isEqualTo(SystemCallFilter.KILL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void calls_of_another_architecture_end_the_program(Architecture architecture) {
        int i386 = 0x40000003;
        assertThat(new FilterMachine(architecture, i386).call(1)).isEqualTo(SystemCallFilter.KILL);
    }
}
