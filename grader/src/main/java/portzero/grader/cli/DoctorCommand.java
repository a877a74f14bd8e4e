package portzero.grader.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.GuaranteeTable;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxSelfCheck;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;
import portzero.testkit.kernel.MachineStalls;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.process.ThreadTime;

/** Says what this machine has and lacks, by trying it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what this machine has and lacks, by trying it: also whether a program can break out of the"
                + " sandbox.")
final class DoctorCommand implements Callable<Integer> {

    /** What sessions of the notes run, clients that the labs' servers are tried with, and what reads captures. */
    private static final List<String> TOOLS =
            List.of("nc", "socat", "python3", "cc", "ss", "netstat", "lsof", "curl", "tcpdump", "tshark");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private final List<String> lacking = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        tell("Java", System.getProperty("java.vm.name") + " " + Runtime.version(), true);
        check("Compiler", ToolProvider.getSystemJavaCompiler() != null, "there", "none: this is a JRE; install a JDK");
        course();
        sandbox(SandboxKind.BUBBLEWRAP, true);
        sandbox(SandboxKind.USER, false);
        check("Kernel's sockets", TcpTable.isVisible(), "visible", "not visible here: failures are told without them");
        check(
                "DeadlineMissCause",
                ThreadTime.isTold() && MachineStalls.nanoseconds().isPresent(),
                "the kernel says whether a program or the machine is to blame",
                "the kernel tells neither /proc/self/schedstat nor /proc/pressure: each late test is run again alone");
        check(
                "Closed connections",
                isOnPath("ss"),
                "ss clears them between submissions",
                "no ss, which is in iproute2: a worker is replaced when too many are left");
        check(
                "Browser",
                isOnPath("chromium") && isOnPath("chromedriver"),
                "chromium and chromedriver",
                "no chromium with chromedriver: tests of the pages are skipped");
        tools();
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println(
                lacking.isEmpty()
                        ? "All that grading a class needs is here."
                        : "Grading a class needs: " + String.join(", ", lacking) + ".");
        return lacking.isEmpty() ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private void tools() {
        List<String> missing = TOOLS.stream().filter(tool -> !isOnPath(tool)).toList();
        check(
                "Tools",
                missing.isEmpty(),
                String.join(", ", TOOLS),
                "no " + String.join(", ", missing) + ": tests and notes that use them take what was recorded, or skip");
    }

    private void course() {
        try {
            Course course = Course.here();
            tell(
                    "Course",
                    course.labs().size() + (course.labs().size() == 1 ? " lab" : " labs") + " in " + course.home(),
                    true);
        } catch (CourseException missing) {
            tell("Course", missing.getMessage(), false);
            lacking.add("a checkout of the course");
        }
    }

    private void sandbox(SandboxKind kind, boolean needed) throws IOException {
        try (SharedTempDir shared = SharedTempDir.create()) {
            Path javaHome = Path.of(System.getProperty("java.home"));
            Sandbox sandbox = Sandboxes.of(kind, javaHome, shared);
            List<SandboxSelfCheck.Finding> findings = SandboxSelfCheck.of(sandbox, javaHome, shared, secrets());
            List<String> broken = GuaranteeTable.broken(kind, findings);
            tell(
                    "Sandbox " + kind.cliName(),
                    broken.isEmpty()
                            ? "starts, and a program that tries to break out finds:"
                            : "starts, and does not hold:",
                    broken.isEmpty());
            GuaranteeTable.print(kind, findings, spec.commandLine().getOut());
            if (needed && !broken.isEmpty()) {
                lacking.add(
                        "a sandbox " + kind.cliName() + " that holds (a submission " + String.join("; ", broken) + ")");
            }
        } catch (SandboxUnavailableException missing) {
            tell("Sandbox " + kind.cliName(), missing.getMessage(), false);
            if (needed) {
                lacking.add("the sandbox " + kind.cliName());
            }
        }
    }

    /** What a submission must not find. */
    private static List<String> secrets() {
        return Stream.of(
                        "/home",
                        "/root",
                        "/etc/passwd",
                        System.getProperty("user.home"),
                        System.getProperty("user.dir"))
                .distinct()
                .filter(name -> Files.exists(Path.of(name)))
                .toList();
    }

    private void check(String what, boolean there, String yes, String no) {
        tell(what, there ? yes : no, there);
    }

    private void tell(String what, String finding, boolean good) {
        spec.commandLine().getOut().printf("%-5s %-20s %s%n", good ? "ok" : "--", what, finding);
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
