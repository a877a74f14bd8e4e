package portzero.grader.cli;

/** What the program's exit codes mean. */
final class ExitCode {

    static final int DONE = 0;
    /** Tests failed, vetting failed, a file was damaged. */
    static final int FELL_SHORT = 1;

    static final int USAGE = 2;
    /** No sandbox, the wrong JDK, a folder that cannot be written. */
    static final int ENVIRONMENT = 3;

    private ExitCode() {}
}
