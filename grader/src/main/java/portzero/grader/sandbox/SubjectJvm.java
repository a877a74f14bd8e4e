package portzero.grader.sandbox;

import java.util.ArrayList;
import java.util.List;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.testkit.subject.HostJar;

/** How a subject's JVM is started: small, quick to start, and silent on standard output. */
public final class SubjectJvm {
    /**
     * The environment of a sandboxed subject, all of it. Without the first, glibc reserves 64 MiB of
     * address space for each of a dozen threads, and the limit on address space could not be told
     * from a JVM at rest; the second makes file names UTF-8.
     */
    static final List<String> ENVIRONMENT = List.of("MALLOC_ARENA_MAX=1", "LC_ALL=C.UTF-8");

    /**
     * Serial collector and first compiler only: a subject lives for a second or two. The two
     * redirections matter most: standard output carries the protocol, and HotSpot's own warnings,
     * such as a thread that could not be created, would otherwise be printed into it.
     *
     * <p>{@code ExitOnOutOfMemoryError} is left out: an error that reaches the student's code has a
     * stack trace, and the line that allocated is what a student needs to see.
     */
    private static final List<String> FIXED = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:MaxMetaspaceSize=96m",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true");

    private SubjectJvm() {}

    /** The JVM's flags under those limits. */
    public static List<String> flags(Limits limits) {
        var flags = new ArrayList<>(FIXED);
        flags.addAll(HostJar.THREAD_OPTIONS);
        flags.add("-Xmx" + limits.of(LimitSetting.HEAP));
        flags.add("-Xss" + limits.of(LimitSetting.STACK));
        flags.add("-XX:MaxDirectMemorySize=" + limits.of(LimitSetting.DIRECT_MEMORY));
        flags.add("-Dportzero.output=" + limits.of(LimitSetting.OUTPUT));
        return List.copyOf(flags);
    }

    /** A JVM that starts with a subject's flags, says its version and ends: enough for a probe. */
    static List<String> probe(String java) {
        var command = new ArrayList<>(List.of(java));
        command.addAll(flags(Limits.DEFAULT));
        command.add("-version");
        return List.copyOf(command);
    }

    /** {@code java} with flags, class path, main class and arguments. */
    static List<String> command(String java, String hostJar, List<String> more, SubjectSpec spec) {
        var command = new ArrayList<String>();
        command.add(java);
        command.addAll(flags(spec.limits()));
        command.addAll(more);
        command.addAll(spec.jvmArguments());
        command.addAll(List.of("-cp", hostJar, spec.mainClass()));
        command.addAll(spec.arguments());
        return List.copyOf(command);
    }
}
