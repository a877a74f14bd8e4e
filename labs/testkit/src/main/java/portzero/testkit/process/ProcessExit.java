package portzero.testkit.process;

/**
 * How the student's JVM ended.
 *
 * @param status the exit status; above 128 the signal that killed it plus 128
 * @param errors the beginning of what it wrote to standard error, bounded
 * @param garbled whether it was ended because it wrote to the channel between the grader and the host
 */
public record ProcessExit(int status, String errors, boolean garbled) {

    private static final int CHANNEL_BROKEN = 70;

    private static final int SIGHUP = 128 + 1;
    private static final int SIGINT = 128 + 2;
    private static final int SIGKILL = 128 + 9;
    private static final int SIGTERM = 128 + 15;
    private static final int SIGXCPU = 128 + 24;

    /** The death as a clause with the program as its subject. */
    public String text() {
        if (garbled) {
            return "the program wrote to the grader's own channel";
        }
        if (outOfMemory()) {
            return "the program ran out of memory";
        }
        return switch (status) {
            case CHANNEL_BROKEN -> "the program closed the grader's own channel";
            case SIGXCPU -> "the program used up its processor time";
            case SIGKILL -> "the program was killed; it may have run into a limit on memory or processor time";
            default ->
                status > 128
                        ? "the program crashed (signal " + (status - 128) + ")"
                        : "the program ended itself (exit " + status + ")";
        };
    }

    /**
     * Whether somebody else may have ended it: whoever owns the machine, or a kernel that is short of memory. A program
     * that ends itself can look the same.
     */
    public boolean killed() {
        return !garbled && (status == SIGKILL || status == SIGTERM || status == SIGINT || status == SIGHUP);
    }

    /** Whether memory was what it lacked. */
    public boolean outOfMemory() {
        return errors.contains("OutOfMemoryError") || errors.contains("insufficient memory");
    }

    /** Whether processor time was what it lacked. */
    public boolean outOfTime() {
        return status == SIGXCPU;
    }
}
