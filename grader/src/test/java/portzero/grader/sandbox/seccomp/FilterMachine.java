package portzero.grader.sandbox.seccomp;

import java.util.List;

/** Runs a filter of system calls as the kernel does, as far as our filters go: see seccomp(2). */
final class FilterMachine {
    private final List<SystemCallFilter.Instruction> program;
    private final Architecture architecture;
    private final int audit;

    FilterMachine(Architecture architecture) {
        this(architecture, architecture.audit);
    }

    /** A program of that architecture's that makes a call of another. */
    FilterMachine(Architecture architecture, int audit) {
        program = SystemCallFilter.program(architecture);
        this.architecture = architecture;
        this.audit = audit;
    }

    /** What the filter returns for a call by its number on the architecture that the filter is for. */
    int call(RestrictedSyscall call, int... arguments) {
        return call(call.number(architecture), arguments);
    }

    /** What the filter returns for a call with those arguments. */
    int call(int number, int... arguments) {
        int loaded = 0;
        for (int at = 0; ; at++) {
            var one = program.get(at);
            switch (one.code()) {
                case 0x20 -> loaded = load(one.value(), number, arguments);
                case 0x54 -> loaded &= one.value();
                case 0x15 -> at += loaded == one.value() ? one.then() : one.otherwise();
                case 0x35 -> at += Integer.compareUnsigned(loaded, one.value()) >= 0 ? one.then() : one.otherwise();
                case 0x45 -> at += (loaded & one.value()) != 0 ? one.then() : one.otherwise();
                case 0x06 -> {
                    return one.value();
                }
                default -> throw new AssertionError("no such instruction: " + one);
            }
        }
    }

    private int load(int offset, int number, int... arguments) {
        if (offset == 0 || offset == 4) {
            return offset == 0 ? number : audit;
        }
        int index = (offset - 16) / 8;
        return index < arguments.length ? arguments[index] : 0;
    }
}
