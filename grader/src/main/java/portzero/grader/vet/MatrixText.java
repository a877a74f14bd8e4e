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
            lab.findings()
                    .problems()
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
                "%s: %d tests, %d of them hidden, %d points%n",
                lab.lab(), lab.size().tests(), lab.size().hidden(), lab.size().points()));
        line("skeleton", lab.scores().skeleton(), "");
        line("reference", lab.scores().reference(), times(lab.repeats()));
        lab.scores().alternatives().forEach((name, score) -> line("alternative " + name, score, times(lab.repeats())));
        lab.scores().partials().forEach((name, score) -> line("partial " + name, score, ""));
        lab.scores().mistakes().forEach((name, mistake) -> line("mistake " + name, mistake.score(), failed(mistake)));
        lab.omissions().skipped().forEach(this::skipped);
        if (lab.size().clauses() > 0) {
            text.append(String.format(
                    "  %d clauses, %d of them not graded%n",
                    lab.size().clauses(), lab.size().ungraded()));
        }
        lab.findings()
                .doubts()
                .forEach(doubt -> text.append("  Graded again: ")
                        .append(doubt.stripTrailing())
                        .append('\n'));
        lab.findings().news().forEach(one -> text.append("  New: ").append(one).append('\n'));
        problems(
                lab.findings().problems(),
                lab.omissions().leftOut() == 0
                        ? "  Every test is failed by a mistake; nothing flaked.\n"
                        : "  As it should be; nothing flaked. "
                                + lab.omissions().leftOut() + " mistakes were left out.\n");
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
