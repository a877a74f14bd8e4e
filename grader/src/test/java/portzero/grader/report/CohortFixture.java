package portzero.grader.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import portzero.grader.mistake.KnownMistake;
import portzero.grader.mistake.MistakeMatcher;
import portzero.grader.mistake.MistakeTable;
import portzero.grader.result.Grade;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.StudentKey;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsException;
import portzero.grader.wording.ReadingLink;

/**
 * A made-up class with mixed outcomes, to look at and to test with.
 *
 * <p>{@code main} writes it, with its report, into the folder that is its argument.
 */
public final class CohortFixture {
    static final String LAB = "lab02-echo";
    static final String SUITE = "sha256:" + "5a".repeat(32);

    static final String MISTAKE =
            "Your server seems to write its whole buffer; write as many bytes as read has put there.";

    /** What a hostile student might call themselves. */
    static final List<String> HOSTILE = List.of(
            "</script><script>alert(1)</script>",
            "=cmd('calc')!A0",
            "\u202etnedutS\u202c",
            "tab\there\nand \u001b[31mred");

    private CohortFixture() {}

    public static void main(String[] args) throws IOException, ResultsException {
        Path folder = Path.of(args[0]);
        int students = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        write(folder, students);
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(folder.resolve("notes/tcp.html"), "<!DOCTYPE html><title>tcp</title>");
        long start = System.nanoTime();
        Report.Written report = Report.write(folder, CohortFixture::reading, CohortFixture::mistakes);
        System.out.printf(
                "%d results in %d ms: %s%n", report.results(), (System.nanoTime() - start) / 1_000_000, report.index());
    }

    public static Optional<ReadingLink> reading(String reading) {
        return switch (reading) {
            case "tcp#partial-reads" ->
                Optional.of(new ReadingLink("A read returns what is there", "tcp.html#partial-reads"));
            case "ending#reset" -> Optional.of(new ReadingLink("When the other side resets", "ending.html#reset"));
            default -> Optional.empty();
        };
    }

    /** A course that knows one mistake. */
    static MistakeMatcher mistakes(String lab) {
        return new MistakeMatcher(new MistakeTable(List.of(new KnownMistake(
                "writes-the-whole-buffer",
                MISTAKE,
                "tcp#partial-reads",
                Map.of(
                        SampleTests.wholeBuffer().id(),
                        Set.of("Expected the same # bytes but byte # differs: expected <byte>, was <byte>"))))));
    }

    static ResultStore write(Path folder, int students) throws IOException, ResultsException {
        ResultStore store = ResultStore.create(folder);
        var random = new Random(7);
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (int i = 0; i < students; i++) {
            String name = i < HOSTILE.size() ? HOSTILE.get(i) : "student-" + i;
            Result result = result(name, i, random);
            store.write(result);
            counts.merge(result.verdict(), 1, Integer::sum);
        }
        store.write(run(counts));
        return store;
    }

    static RunInfo run(Map<Verdict, Integer> counts) {
        var tasks = List.of(
                "Give back what came", "Serve one after another", "Large messages", "Clients that misbehave", "Close");
        return new RunInfo(
                1,
                List.of(new RunInfo.Suite(LAB, "A TCP echo server", SUITE, 100, tasks)),
                new RunInfo.Environment("bubblewrap", "17.0.12+7", Map.of("heap", 64L << 20), 2),
                Instant.parse("2026-03-02T09:30:00Z"),
                14.25,
                counts);
    }

    static Result result(String name, int i, Random random) {
        return switch (i % 12) {
            case 5 ->
                refused(
                        name,
                        Verdict.COMPILE_ERROR,
                        "EchoServer.java does not compile: 2 errors.",
                        List.of(
                                "EchoServer.java:14: error: ';' expected\n        int n = in.read(buffer)\n                               ^",
                                "EchoServer.java:31: error: cannot find symbol\n            log(\"done\");\n            ^\n  symbol: method log(String)"));
            case 8 ->
                refused(
                        name,
                        Verdict.REJECTED,
                        "The zip holds no EchoServer.java.",
                        List.of("ignored: __MACOSX/._EchoServer.java"));
            case 11 ->
                refused(name, Verdict.GRADER_ERROR, "The worker ended before it answered (exit 137).", List.of());
            default -> graded(name, tests(i, random));
        };
    }

    private static List<TestResult> tests(int i, Random random) {
        var tests = new ArrayList<TestResult>();
        for (SampleTests.Spec spec : SampleTests.ECHO) {
            tests.add(i == 7 ? SampleTests.skipped(spec) : test(spec, i, random.nextInt(100)));
        }
        return tests;
    }

    private static TestResult test(SampleTests.Spec spec, int i, int luck) {
        String output =
                i < HOSTILE.size() ? "<img src=x onerror=alert(1)>\u001b[2J\u202e" + HOSTILE.get(i) : "accepted\n";
        int hardness = i == 2 ? 100 : 20 + 3 * (i % 20);
        boolean fails = luck < hardness;
        return switch (spec.method()) {
            case "echoes_a_large_message_byte_for_byte" ->
                fails ? SampleTests.wholeBuffer() : SampleTests.passed(spec, false);
            case "survives_a_client_that_resets" -> fails ? SampleTests.reset(output) : SampleTests.passed(spec, false);
            case "close_releases_a_blocked_accept_and_the_port" ->
                luck < hardness / 2 ? SampleTests.timeout() : SampleTests.passed(spec, luck > 85);
            case "echoes_8_MiB_while_the_peer_reads_at_the_same_time" ->
                luck < hardness / 3 ? SampleTests.memory() : SampleTests.passed(spec, false);
            default -> SampleTests.passed(spec, false);
        };
    }

    static Result graded(String name, List<TestResult> tests) {
        int score = tests.stream().mapToInt(TestResult::points).sum();
        int max = tests.stream().mapToInt(TestResult::max).sum();
        return result(name, Verdict.GRADED, null, score, max, tests, List.of());
    }

    static Result refused(String name, Verdict verdict, String reason, List<String> diagnostics) {
        return result(name, verdict, reason, 0, 100, List.of(), diagnostics);
    }

    /** The same result as if it came from another lab. */
    static Result inLab(String lab, Result result) {
        return new Result(
                new SubmissionInfo(
                        lab, result.student(), result.name(), result.submission(), result.suite(), result.seed()),
                result.grade(),
                result.seconds(),
                result.tests(),
                result.diagnostics());
    }

    private static Result result(
            String name,
            Verdict verdict,
            @Nullable String reason,
            int score,
            int max,
            List<TestResult> tests,
            List<String> diagnostics) {
        return new Result(
                new SubmissionInfo(LAB, StudentKey.of(name), name, "sha256:" + "c3".repeat(32), SUITE, "7f3a"),
                new Grade(verdict, reason, score, max),
                0.42,
                tests,
                diagnostics);
    }
}
