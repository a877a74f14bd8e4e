package portzero.grader.intake;

import java.util.List;
import portzero.grader.result.Receipt;
import portzero.grader.submission.SubmittedEntry;

/**
 * What one person, or a team, handed in at one time, not opened yet.
 *
 * @param people whose it is, at least one; each has the same result
 * @param entries folders, archives and loose files that it consists of, at least one
 * @param receipt when it was handed in, as far as the platform tells
 * @param notes what whoever reads the results should know, for instance that there are two
 */
public record Submission(List<Person> people, List<SubmittedEntry> entries, Receipt receipt, List<String> notes) {
    public Submission {
        people = List.copyOf(people);
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** The first of the people. */
    public Person person() {
        return people.get(0);
    }

    /** The key of the first of the people. */
    public String key() {
        return person().key();
    }

    /** The name of the first of the people; hostile wherever it is shown. */
    public String displayName() {
        return person().name();
    }

    /** The same of other people. */
    public Submission of(List<Person> others) {
        return new Submission(others, entries, receipt, notes);
    }
}
