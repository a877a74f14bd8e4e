package portzero.grader.roster;

import java.util.ArrayList;
import java.util.List;
import portzero.grader.intake.Submission;
import portzero.grader.text.DisplayName;

/**
 * Who is on the list and who handed in.
 *
 * @param roster the list by students' keys
 * @param submissions as they were, but those of teams with the people that the list names
 * @param absent who is on the list and has no submission, by name where the list has it
 * @param unlisted who has a submission and is not on the list
 * @param warnings what an instructor should look at, in sentences with a remedy
 */
public record RosterMatch(
        Roster roster,
        List<Submission> submissions,
        List<String> absent,
        List<String> unlisted,
        List<String> warnings) {
    public RosterMatch {
        submissions = List.copyOf(submissions);
        absent = List.copyOf(absent);
        unlisted = List.copyOf(unlisted);
        warnings = List.copyOf(warnings);
    }

    /** All of it in sentences; none if all is as it should be. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>(warnings);
        if (!absent.isEmpty()) {
            sentences.add(
                    "On the roster and without a submission (" + absent.size() + "): " + DisplayName.names(absent));
        }
        if (!unlisted.isEmpty()) {
            sentences.add("Not on the roster (" + unlisted.size() + "): " + DisplayName.names(unlisted));
        }
        return sentences;
    }
}
