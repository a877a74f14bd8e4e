package portzero.grader.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.report.CohortTally.Mark;
import portzero.grader.report.CohortTally.Student;
import portzero.grader.report.view.CohortPage;
import portzero.grader.report.view.CohortPage.Cell;
import portzero.grader.report.view.CohortPage.HardTest;
import portzero.grader.report.view.CohortPage.LabView;
import portzero.grader.report.view.CohortPage.Row;
import portzero.grader.report.view.Fact;
import portzero.grader.report.view.Link;
import portzero.grader.result.RunInfo;
import portzero.grader.result.RunInfo.Suite;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.result.Verdict;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.Wording;

/** Chooses and words what the page about the class says. */
final class CohortPages {
    private static final int MOST_HARD = 6;

    private final CohortTally tally;
    private final ReportNotes notes;

    CohortPages(CohortTally tally, ReportNotes notes) {
        this.tally = tally;
        this.notes = notes;
    }

    CohortPage page() {
        Collection<LabTally> labs = tally.labs();
        CohortGroups groups = new CohortGroups(tally.roster(), tally.students());
        return new CohortPage(
                "assets",
                labs.stream().map(lab -> title(lab.suite)).collect(Collectors.joining(", ")),
                summary(),
                InstructorNotices.of(tally),
                facts(),
                labs.stream().map(this::lab).toList(),
                groups.tables(labs.stream().map(lab -> lab.suite.lab()).toList()),
                groups.headings(),
                labs.stream()
                        .map(lab -> new Link(lab.suite.lab(), "#" + lab.suite.lab()))
                        .toList(),
                labs.size() > 1,
                tally.students().stream().map(student -> row(student, groups)).toList());
    }

    static String title(Suite suite) {
        return suite.title().isEmpty() ? suite.lab() : suite.lab() + ": " + SafeText.line(suite.title(), 120);
    }

    private String summary() {
        String counts = Stream.of(Verdict.values())
                .filter(verdict -> tally.count(verdict) > 0)
                .map(verdict -> tally.count(verdict) + " " + plural(verdict, tally.count(verdict)))
                .collect(Collectors.joining(", "));
        int all = tally.verdicts.values().stream().mapToInt(Integer::intValue).sum();
        String submissions = counts.isEmpty()
                ? "No submissions."
                : all + (all == 1 ? " submission: " : " submissions: ") + counts + ".";
        return tally.absent() == 0
                ? submissions
                : submissions + " On the roster without a result: " + tally.absent() + ".";
    }

    private static String plural(Verdict verdict, int count) {
        return switch (verdict) {
            case GRADED -> "graded";
            case REJECTED -> "rejected";
            case COMPILE_ERROR -> count == 1 ? "does not compile" : "do not compile";
            case GRADER_ERROR -> count == 1 ? "grader error" : "grader errors";
        };
    }

    private List<Fact> facts() {
        return tally.run.map(CohortPages::facts).orElse(List.of());
    }

    private static List<Fact> facts(RunInfo run) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Started", ReportTime.MINUTE.format(run.started())));
        if (run.seconds() != null) {
            facts.add(new Fact("Took", duration(run.seconds())));
        }
        facts.add(new Fact("At a time", String.valueOf(run.jobs())));
        facts.add(new Fact("Sandbox", run.sandbox()));
        jdk(run).ifPresent(facts::add);
        return facts;
    }

    /** With which Java a run was graded; not told by those of older versions. */
    static Optional<Fact> jdk(RunInfo run) {
        return Optional.ofNullable(run.jdk()).map(jdk -> new Fact("JDK", SafeText.line(jdk, ListLimits.LINE)));
    }

    private static String duration(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d min %d s", (long) seconds / 60, (long) seconds % 60);
    }

    private LabView lab(LabTally lab) {
        String id = lab.suite.lab();
        List<HardTest> hard = lab.hardest(notes);
        int first = Math.min(hard.size(), MOST_HARD);
        return new LabView(
                id,
                title(lab.suite),
                statistics(lab),
                lab.histogram.view(id + "-scores"),
                hard.subList(0, first),
                hard.subList(first, hard.size()),
                lab.unfailed(),
                lab.mistakes.view(notes));
    }

    private static List<Fact> statistics(LabTally lab) {
        var facts = new ArrayList<Fact>();
        if (!lab.scores.isEmpty()) {
            List<Integer> sorted = lab.scores.stream().sorted().toList();
            double mean = sorted.stream().mapToInt(Integer::intValue).average().orElse(0);
            facts.add(new Fact("Median", String.valueOf(sorted.get((sorted.size() - 1) / 2))));
            facts.add(new Fact("Mean", String.format(Locale.ROOT, "%.1f", mean)));
            facts.add(new Fact("Lowest", String.valueOf(sorted.get(0))));
            facts.add(new Fact("Highest", String.valueOf(sorted.get(sorted.size() - 1))));
        }
        if (lab.flaky > 0) {
            facts.add(new Fact("Flaky outcomes", String.valueOf(lab.flaky)));
        }
        return facts;
    }

    private Row row(Student student, CohortGroups groups) {
        List<Cell> cells = tally.labs().stream()
                .map(lab -> lab.suite.lab())
                .map(lab -> cell(lab, student.key(), student.marks().get(lab)))
                .toList();
        return new Row(
                student.key(),
                SafeText.line(student.name(), SubmissionInfo.MAX_NAME),
                groups.of(student),
                cells,
                total(student));
    }

    private static Cell cell(String lab, String student, @Nullable Mark mark) {
        if (mark == null) {
            return new Cell(-2, new Link("", ""), false, 0, "", "missing", "");
        }
        boolean graded = mark.verdict() == Verdict.GRADED;
        String text = graded ? String.valueOf(mark.score()) : Wording.of(mark.verdict());
        int percent = Percent.of(mark.score(), mark.max());
        return new Cell(
                graded ? mark.score() : -1,
                new Link(text, lab + "/" + student + ".html"),
                graded,
                percent,
                String.valueOf(mark.max()),
                kind(mark, percent),
                mark.flaky() ? "flaky" : "");
    }

    private static String kind(Mark mark, int percent) {
        return switch (mark.verdict()) {
            case GRADED -> percent == 100 ? "good" : "plain";
            case REJECTED, COMPILE_ERROR -> "bad";
            case GRADER_ERROR -> "warn";
        };
    }

    /** As in the gradebook: not known while the grader's own failure stands in the way. */
    private static String total(Student student) {
        boolean known = student.marks().values().stream().noneMatch(mark -> mark.verdict() == Verdict.GRADER_ERROR);
        int sum = student.marks().values().stream().mapToInt(Mark::score).sum();
        return known ? String.valueOf(sum) : "";
    }
}
