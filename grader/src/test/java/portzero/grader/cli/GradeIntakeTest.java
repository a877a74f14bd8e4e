package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What arrives is understood, told, and graded once for each of the people. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GradeIntakeTest {

    private static final String ROSTER = """
            sep=;
            Student;ID;Section;Team
                Points Possible;;;
            Lovelace, Ada;4711;A;
            Lovelace, Ada;4711;B;
            Hopper, Grace;4712;A;
            Turing, Alan;4714;A;
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_download_from_canvas_is_graded_once_for_each_person() throws IOException {
        RequiredSandbox.check();
        canvas();
        CommandOutcome ran = grade();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("Understood  a download from Canvas: 3 people, 3 submissions, 1 late.")
                .contains("Roster      3 lines, 2 with a submission, 1 without; 1 submission is not on it.");
        assertThat(ran.err())
                .contains(
                        "Lovelace, Ada is in lines 4 and 5 (Section A and B)",
                        "without a submission (1): Turing, Alan");
        assertThat(Files.readAllLines(out().resolve("gradebook.csv")))
                .containsExactly(
                        "student,name,ID,Section,Team,lab02-echo,total,late",
                        "4714,\"Turing, Alan\",4714,A,,,0,",
                        "adalovelace_4711,\"Lovelace, Ada\",4711,A,,100,100,",
                        "hoppergrace_4712,\"Hopper, Grace\",4712,A,,0,0,lab02-echo",
                        "nobody_4713,nobody,,,,0,0,");
        assertThat(result("hoppergrace_4712")).contains("\"late\": true");
        assertThat(result("adalovelace_4711")).contains("report.pdf: not a Java source file");

        CourseHome.copy(CourseHome.reference(), folder.resolve("class"), "hoppergrace_LATE_4712_816_");
        CommandOutcome again = grade("--student", "hoppergrace");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("3 results in");
        assertThat(Files.readString(out().resolve("gradebook.csv")))
                .contains("hoppergrace_4712,\"Hopper, Grace\",4712,A,,100,100,lab02-echo\n")
                .contains("adalovelace_4711,\"Lovelace, Ada\",4711,A,,100,100,\n");
    }

    @Test
    void a_team_has_one_result_that_every_member_has() throws IOException {
        RequiredSandbox.check();
        new Submissions(folder.resolve("class")).reference("red");
        Files.writeString(folder.resolve("roster.csv"), "login,team\nada,red\ngrace,red\n");
        CommandOutcome ran = grade();
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("2 people, 1 submission, 1 by a team.");
        assertThat(Files.readAllLines(out().resolve("gradebook.csv")))
                .containsExactly(
                        "student,name,login,team,lab02-echo,total",
                        "ada,ada,ada,red,100,100",
                        "grace,grace,grace,red,100,100");
        assertThat(result("grace")).isEqualTo(result("ada").replace("\"ada\"", "\"grace\""));
    }

    @Test
    void a_dry_run_says_what_is_understood_and_stops() throws IOException {
        canvas();
        CommandOutcome ran = CommandOutcome.in(
                CourseHome.HOME, "grade", folder.resolve("class"), "--lab", "echo", "--dry-run", "--attempt", "first");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .isEqualToNormalizingNewlines("Understood  a download from Canvas: 3 people, 3 submissions, 1 late.\n");
    }

    @Test
    void what_cannot_be_used_is_told_before_anything_is_graded() throws IOException {
        canvas();
        Files.writeString(folder.resolve("roster.csv"), "login\nsomebody\nelse\n");
        assertThat(refusal()).contains("no line names any of the submissions", "somebody | else", "--force");
        CommandOutcome forced = dry("--force");
        assertThat(forced.code()).isZero();
        assertThat(forced.err()).contains("no line names any of the submissions");
        assertThat(refusal("--attempt", "last")).contains("--attempt must be newest or first");
        assertThat(refusal("--names", "x")).contains("--names must contain {name} or {id}");
        assertThat(refusal("--force", "--student", "hopperg")).contains("there is, for instance, hoppergrace");
        CommandOutcome nowhere = CommandOutcome.in(CourseHome.HOME, "grade", folder.resolve("class"), "--lab", "echo");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--out");
    }

    private String refusal(String... more) {
        CommandOutcome ran = dry(more);
        assertThat(ran.code()).isEqualTo(2);
        return ran.err();
    }

    private CommandOutcome dry(String... more) {
        return run(Stream.concat(Stream.of("--dry-run"), Stream.of(more)));
    }

    private CommandOutcome grade(String... more) {
        return run(Stream.concat(Stream.of("--out", out().toString()), Stream.of(more)));
    }

    private CommandOutcome run(Stream<String> more) {
        List<String> usual = List.of(
                "grade",
                folder.resolve("class").toString(),
                "--lab",
                "echo",
                "--roster",
                folder.resolve("roster.csv").toString());
        return CommandOutcome.in(
                CourseHome.HOME, Stream.concat(usual.stream(), more).toArray());
    }

    /** Ada with loose files, Grace with an unfinished class and late, somebody with no code. */
    private void canvas() throws IOException {
        Path entries = Files.createDirectories(folder.resolve("class"));
        CourseHome.copy(CourseHome.reference(), entries, "adalovelace_4711_815_");
        Files.writeString(entries.resolve("adalovelace_4711_815_report.pdf"), "%PDF-1.7");
        Files.writeString(entries.resolve("hoppergrace_LATE_4712_816_EchoServer.java"), "class EchoServer {}");
        Files.writeString(entries.resolve("nobody_4713_817_photo.png"), "x");
        Files.writeString(folder.resolve("roster.csv"), ROSTER);
    }

    private Path out() {
        return folder.resolve("results");
    }

    private String result(String student) throws IOException {
        return Files.readString(out().resolve(String.format(Locale.ROOT, "lab02-echo/%s.json", student)));
    }
}
