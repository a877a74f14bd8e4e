package portzero.grader.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import portzero.grader.intake.Person;
import portzero.grader.intake.Submission;
import portzero.grader.intake.SubmissionsFolder;
import portzero.grader.roster.RosterMatch;

/**
 * What is understood of a folder of submissions and a list of the class, in a few lines, before anything is graded.
 *
 * @param found the folder
 * @param match the list, if one was given and can be used
 * @param submissions as they will be graded
 */
record IntakeSummary(SubmissionsFolder found, Optional<RosterMatch> match, List<Submission> submissions) {
    private static final int MOST_IGNORED = 8;

    /** The figures to {@code out}; what is odd to {@code err}. */
    void print(PrintWriter out, PrintWriter err) {
        out.println(figures());
        match.ifPresent(one -> out.println(onRoster(one)));
        ignored().forEach(err::println);
        found.warnings().forEach(err::println);
        match.map(RosterMatch::sentences).orElse(List.of()).forEach(err::println);
        out.flush();
        err.flush();
    }

    private String figures() {
        long people = submissions.stream()
                .flatMap(one -> one.people().stream())
                .map(Person::key)
                .distinct()
                .count();
        List<String> parts = new ArrayList<>();
        parts.add(count(people, "person", "people"));
        parts.add(count(submissions.size(), "submission", "submissions"));
        add(parts, one -> one.people().size() > 1, "by a team", "by teams");
        add(parts, one -> one.receipt().attempts() > 1, "with other attempts", "with other attempts");
        add(parts, one -> one.receipt().late(), "late", "late");
        return "Understood  "
                + found.platform().map(name -> "a download from " + name + ": ").orElse("") + String.join(", ", parts)
                + ".";
    }

    private void add(List<String> parts, Predicate<Submission> which, String one, String several) {
        long count = submissions.stream().filter(which).count();
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : several));
        }
    }

    private static String onRoster(RosterMatch match) {
        int handedIn = match.roster().rows().size() - match.absent().size();
        return "Roster      " + count(match.roster().rows().size(), "line", "lines") + ", " + handedIn
                + " with a submission, " + match.absent().size() + " without; "
                + match.unlisted().size()
                + (match.unlisted().size() == 1 ? " submission is" : " submissions are") + " not on it.";
    }

    private List<String> ignored() {
        List<String> lines = new ArrayList<>();
        found.ignored().stream()
                .limit(MOST_IGNORED)
                .map(reason -> "Ignored: " + reason)
                .forEach(lines::add);
        if (found.ignored().size() > MOST_IGNORED) {
            lines.add("Ignored: " + (found.ignored().size() - MOST_IGNORED) + " more.");
        }
        return lines;
    }

    private static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
