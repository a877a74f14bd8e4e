package portzero.grader.report;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import portzero.grader.export.GradebookCsv;
import portzero.grader.io.AtomicFile;
import portzero.grader.mistake.FailureVector;
import portzero.grader.mistake.MistakeMatcher;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.roster.Roster;
import portzero.grader.store.DamagedResultException;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsException;
import portzero.grader.wording.ReadingLink;
import portzero.grader.wording.ReadingReferences;

/**
 * Makes everything that can be made again from result files: the pages and the gradebook.
 *
 * <p>Reads one result at a time and keeps a line of it, so that a large class needs little memory.
 */
public final class Report {
    private static final String HTML = ".html";

    private final ResultStore store;
    private final CohortTally tally;
    private final GradebookCsv gradebook;
    private final ReportNotes notes;
    private final Function<String, MistakeMatcher> mistakes;
    private final Map<String, MistakeMatcher> matchers = new HashMap<>();
    private final StudentPages students;
    private final PageRenderer pages = new PageRenderer();
    private final Set<Path> written = new HashSet<>();

    private Report(
            ResultStore store,
            CohortTally tally,
            Function<String, Optional<ReadingLink>> readings,
            Function<String, MistakeMatcher> mistakes)
            throws IOException {
        this.mistakes = mistakes;
        this.store = store;
        this.tally = tally;
        Roster roster = roster(store, tally);
        tally.expect(roster);
        this.gradebook = new GradebookCsv(roster, store.folder().resolve("gradebook.csv"));
        this.notes = new ReportNotes(store.folder(), readings);
        this.students = new StudentPages(
                new ReadingReferences(readings, published(store, tally)),
                tally.run.flatMap(CohortPages::jdk),
                InlineStyle.student());
    }

    /**
     * What came of it.
     *
     * @param index the page to open first
     * @param results how many results were sound
     * @param damaged one sentence for each file that could not be used
     */
    public record Written(Path index, int results, List<String> damaged) {
        public Written {
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * Writes {@code index.html}, {@code <lab>/<student>.html}, {@code assets/} and {@code
     * gradebook.csv}. A damaged result is left out and named in what is returned.
     *
     * @param results a folder that the grader wrote
     * @param readings finds the section of the notes for {@code tcp#partial-reads}; on the class's page it becomes a link where the
     *     notes are in {@code RESULTS/notes}, on a student's page where it is known where they are published
     * @param mistakes names the mistakes of a lab, by its id
     * @throws ResultsException if the folder is not one of results
     * @throws IOException if a page cannot be written
     */
    public static Written write(
            Path results, Function<String, Optional<ReadingLink>> readings, Function<String, MistakeMatcher> mistakes)
            throws ResultsException, IOException {
        ResultStore store = ResultStore.open(results);
        return new Report(store, tally(store), readings, mistakes).write();
    }

    /** Without a sound {@code run.json} the results still are worth showing. */
    private static CohortTally tally(ResultStore store) {
        try {
            return new CohortTally(Optional.of(store.run()));
        } catch (DamagedResultException e) {
            var tally = new CohortTally(Optional.empty());
            tally.damaged.add(String.valueOf(e.getMessage()));
            return tally;
        }
    }

    private static Roster roster(ResultStore store, CohortTally tally) {
        try {
            return store.roster();
        } catch (DamagedResultException e) {
            tally.damaged.add(String.valueOf(e.getMessage()));
            return Roster.NONE;
        }
    }

    private static Optional<URI> published(ResultStore store, CohortTally tally) {
        try {
            return ReadingReferences.published(store.settings().notes());
        } catch (DamagedResultException e) {
            tally.damaged.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Written write() throws IOException {
        ReportAssets.write(store.folder());
        List<ResultStore.Key> keys = store.list();
        for (ResultStore.Key key : keys) {
            student(key);
        }
        removeStale(keys);
        gradebook.finish();
        Path index = store.folder().resolve("index.html");
        AtomicFile.writeLazily(index, pages.render(new CohortPages(tally, notes).page()));
        return new Written(index, written.size(), tally.damaged);
    }

    private void student(ResultStore.Key key) throws IOException {
        try {
            Result result = store.read(key);
            MistakeMatcher matcher = matchers.computeIfAbsent(result.lab(), mistakes);
            FailureVector vector = FailureVector.of(result.tests());
            List<NamedMistake> named = matcher.name(vector);
            RunInfo.Suite suite = tally.add(result);
            if (!matcher.isEmpty()) {
                tally.lab(result.lab()).mistakes.add(result, vector, named);
            }
            gradebook.add(result);
            Path page = store.file(key.lab(), key.student(), HTML);
            AtomicFile.writeLazily(page, pages.render(students.of(result, suite, named, graded(key))));
            written.add(page);
        } catch (DamagedResultException e) {
            tally.damaged.add(String.valueOf(e.getMessage()));
        }
    }

    /** When the run began, unless the result is one that an earlier run left and this one kept. */
    private Optional<Instant> graded(ResultStore.Key key) throws IOException {
        if (tally.run.isEmpty()) {
            return Optional.empty();
        }
        Instant started = tally.run.get().started();
        Instant written = store.written(key);
        return Optional.of(written.isBefore(started) ? written : started);
    }

    /** A page without a sound result behind it would show a score that is no longer one. */
    private void removeStale(List<ResultStore.Key> keys) throws IOException {
        for (Path lab : Set.copyOf(
                keys.stream().map(key -> store.folder().resolve(key.lab())).toList())) {
            try (Stream<Path> files = Files.list(lab)) {
                for (Path page : files.filter(this::isStale).toList()) {
                    Files.delete(page);
                }
            }
        }
    }

    private boolean isStale(Path file) {
        return file.toString().endsWith(HTML) && !written.contains(file);
    }
}
