package portzero.grader.vet;

import java.util.List;

/** The kill matrix as a person reads it. */
public final class MatrixText {

    private final StringBuilder text = new StringBuilder();

    private MatrixText() {}

    /** One lab, in lines. */
    public static String of(KillMatrix.LabMatrix lab) {
        return new MatrixText().lab(lab);
    }

    /** What is not as it should be in any lab, to stand at the end, where it is seen; empty if nothing is. */
    public static String problems(KillMatrix matrix) {
        StringBuilder text = new StringBuilder();
        for (KillMatrix.LabMatrix lab : matrix.labs()) {
            lab.problems()
                    .forEach(problem -> text.append("  ")
                            .append(lab.lab())
                            .append(": ")
                            .append(problem)
                            .append('\n'));
        }
        return text.isEmpty() ? "" : "Not as it should be:\n" + text;
    }

    private String lab(KillMatrix.LabMatrix lab) {
        text.append(String.format(
                "%s: %d tests, %d of them hidden, %d points%n", lab.lab(), lab.tests(), lab.hidden(), lab.points()));
        line("skeleton", lab.skeleton(), "");
        line("reference", lab.reference(), times(lab.repeats()));
        lab.alternatives().forEach((name, score) -> line("alternative " + name, score, times(lab.repeats())));
        lab.partials().forEach((name, score) -> line("partial " + name, score, ""));
        lab.mistakes().forEach((name, mistake) -> line("mistake " + name, mistake.score(), failed(mistake)));
        lab.skipped().forEach(this::skipped);
        if (lab.clauses() > 0) {
            text.append(String.format("  %d clauses, %d of them not graded%n", lab.clauses(), lab.ungraded()));
        }
        lab.doubts()
                .forEach(doubt -> text.append("  Graded again: ")
                        .append(doubt.stripTrailing())
                        .append('\n'));
        lab.news().forEach(one -> text.append("  New: ").append(one).append('\n'));
        problems(
                lab.problems(),
                lab.leftOut() == 0
                        ? "  Every test is failed by a mistake; nothing flaked.\n"
                        : "  As it should be; nothing flaked. " + lab.leftOut() + " mistakes were left out.\n");
        return text.toString();
    }

    private static String times(int repeats) {
        return repeats == 1 ? "" : repeats + " times";
    }

    private static String failed(KillMatrix.Mistake mistake) {
        String tests =
                mistake.failed().size() == 1 ? "1 test" : mistake.failed().size() + " tests";
        return mistake.ok() ? "fails " + tests + ", as it should" : "not as it should be";
    }

    private void skipped(KillMatrix.Skipped one) {
        text.append(String.format("  %-44s   –  skipped, needs Java %d%n", one.kind() + " " + one.name(), one.java()));
    }

    private void line(String what, int score, String remark) {
        text.append(String.format("  %-44s %3d  %s", what, score, remark).stripTrailing())
                .append('\n');
    }

    private void problems(List<String> problems, String good) {
        text.append(problems.isEmpty() ? good : "  Not as it should be:\n");
        problems.forEach(problem -> text.append("    ").append(problem).append('\n'));
    }
}
