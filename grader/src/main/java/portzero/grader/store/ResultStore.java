package portzero.grader.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import portzero.grader.io.AtomicFile;
import portzero.grader.result.ReportSettings;
import portzero.grader.result.Result;
import portzero.grader.result.RunInfo;
import portzero.grader.result.StudentKey;
import portzero.grader.result.SubmissionInfo;
import portzero.grader.roster.Roster;
import portzero.grader.text.SafeText;
import tools.jackson.core.JacksonException;

/**
 * A folder of results: {@code run.json} and {@code <lab>/<student>.json}.
 *
 * <p>Several threads may write different results at once. Every write is atomic: a grader that is
 * killed leaves whole results only. Nothing stays open.
 */
public final class ResultStore {
    private static final String RUN = "run.json";
    private static final String ROSTER = "roster.csv";
    private static final String SETTINGS = "report.json";
    private static final String JSON = ".json";

    /** How the file of a result ends that was {@linkplain #putAside put aside}. */
    public static final String ASIDE = JSON + ".old";

    private static final Pattern LAB = Pattern.compile("lab\\d{2}-[a-z0-9-]{1,58}");

    /** A result is some 20 kB; what is larger than this was not written by us. */
    private static final long MAX_BYTES = 64L << 20;

    private final Path folder;

    private ResultStore(Path folder) {
        this.folder = folder;
    }

    /** One result's place. */
    public record Key(String lab, String student) {}

    /**
     * Opens a folder that has results in it.
     *
     * @throws ResultsException if there is none, or it is something else
     */
    public static ResultStore open(Path folder) throws ResultsException {
        ResultsFolder.requireResults(folder);
        return new ResultStore(folder);
    }

    /**
     * Opens a folder to write results into: a new one, an empty one, or one that has results already.
     * Removes half-written files that a killed run left behind.
     *
     * @throws ResultsException if it cannot be written or holds something else
     */
    public static ResultStore create(Path folder) throws ResultsException {
        ResultsFolder.prepare(folder);
        return new ResultStore(folder);
    }

    /** Whether {@code folder} has results already, that a new run would add to or replace. */
    public static boolean isResults(Path folder) {
        return Files.isRegularFile(folder.resolve(RUN));
    }

    public Path folder() {
        return folder;
    }

    /** Where a result is kept, whether it is there or not. */
    public Path file(String lab, String student) {
        return file(lab, student, JSON);
    }

    /** Where something about a result goes; {@code extension} begins with a dot. */
    public Path file(String lab, String student, String extension) {
        if (!LAB.matcher(lab).matches() || !StudentKey.isValid(student)) {
            throw new IllegalArgumentException("lab and student must be safe as file names but were "
                    + SafeText.line(lab + "/" + student, SubmissionInfo.MAX_NAME));
        }
        return folder.resolve(lab).resolve(student + extension);
    }

    public void write(Result result) throws IOException {
        AtomicFile.write(file(result.lab(), result.student()), ResultJson.write(result));
    }

    public void write(RunInfo run) throws IOException {
        AtomicFile.write(folder.resolve(RUN), ResultJson.write(run));
    }

    /** Keeps a list of the class, for whoever makes the gradebook again. */
    public void write(Roster roster) throws IOException {
        AtomicFile.write(folder.resolve(ROSTER), roster.csv().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The list of the class that was given, if one was.
     *
     * @throws DamagedResultException if it is there and cannot be read
     */
    public Roster roster() throws DamagedResultException {
        Path file = folder.resolve(ROSTER);
        try {
            return Files.exists(file) ? Roster.of(Files.readString(file)) : Roster.NONE;
        } catch (IOException | RuntimeException e) {
            throw new DamagedResultException(
                    file + " cannot be read: " + e.getMessage() + ". Grade again with --resume and --roster.", e);
        }
    }

    /** Keeps how the pages are made, for whoever makes them again. */
    public void write(ReportSettings settings) throws IOException {
        AtomicFile.write(folder.resolve(SETTINGS), ResultJson.write(settings));
    }

    /**
     * How the pages are made.
     *
     * @throws DamagedResultException if it is there and cannot be read
     */
    public ReportSettings settings() throws DamagedResultException {
        Path file = folder.resolve(SETTINGS);
        if (Files.notExists(file)) {
            return ReportSettings.DEFAULT;
        }
        ReportSettings settings =
                read(file, ReportSettings.class, "Delete the file, or write it anew with ./lab report --notes-url.");
        requireSchema(file, settings.schema());
        return settings;
    }

    /**
     * When a result was written.
     *
     * @throws IOException if the file is not there
     */
    public Instant written(Key key) throws IOException {
        return Files.getLastModifiedTime(file(key.lab(), key.student())).toInstant();
    }

    /**
     * What was run.
     *
     * @throws DamagedResultException if {@code run.json} cannot be read
     */
    public RunInfo run() throws DamagedResultException {
        Path file = folder.resolve(RUN);
        RunInfo run = read(file, RunInfo.class, "Grade again with --resume to write it anew.");
        requireSchema(file, run.schema());
        return run;
    }

    /**
     * The result of a student in a lab, if there is a sound one.
     *
     * @param damage is told, in one sentence, of a file that is there and cannot be used
     */
    public Optional<Result> find(String lab, String student, Consumer<String> damage) {
        if (Files.notExists(file(lab, student))) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(new Key(lab, student)));
        } catch (DamagedResultException e) {
            damage.accept(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * One result.
     *
     * @throws DamagedResultException if the file is not there, or not the result that belongs there
     */
    public Result read(Key key) throws DamagedResultException {
        Path file = file(key.lab(), key.student());
        Result result = read(file, Result.class, "Delete the file and grade again with --resume.");
        requireSchema(file, result.schema());
        if (!key.equals(new Key(result.lab(), result.student()))) {
            throw new DamagedResultException(file + ": this is the result of "
                    + SafeText.line(result.lab() + "/" + result.student(), SubmissionInfo.MAX_NAME)
                    + ". Delete the file and grade again with --resume.");
        }
        return result;
    }

    /** Makes a result no result any more: its page goes, and its file is kept under another name, {@link #ASIDE}. */
    public void putAside(Key key) throws IOException {
        Files.move(
                file(key.lab(), key.student()),
                file(key.lab(), key.student(), ASIDE),
                StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(file(key.lab(), key.student(), ".html"));
    }

    /** The results that are there, by lab, then by student; unread, so any may prove damaged. */
    public List<Key> list() throws IOException {
        try (Stream<Path> labs = Files.list(folder)) {
            return labs.filter(ResultStore::isLab)
                    .sorted()
                    .flatMap(lab -> results(lab).stream())
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isLab(Path path) {
        return Files.isDirectory(path) && LAB.matcher(name(path)).matches();
    }

    private static List<Key> results(Path lab) {
        try (Stream<Path> files = Files.list(lab)) {
            return files.map(ResultStore::name)
                    .filter(name -> name.endsWith(JSON))
                    .map(name -> name.substring(0, name.length() - JSON.length()))
                    .filter(StudentKey::isValid)
                    .sorted()
                    .map(student -> new Key(name(lab), student))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static <T> T read(Path file, Class<T> type, String remedy) throws DamagedResultException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DamagedResultException(file + " is too large for a file of results. " + remedy);
            }
            return ResultJson.read(Files.readAllBytes(file), type);
        } catch (NoSuchFileException e) {
            throw new DamagedResultException(file + " is missing. " + remedy, e);
        } catch (IOException e) {
            throw new DamagedResultException(file + " cannot be read: " + e.getMessage() + ". " + remedy, e);
        } catch (JacksonException e) {
            throw new DamagedResultException(file + " is damaged: " + what(e) + ". " + remedy, e);
        }
    }

    /** Where and why, on one line. */
    private static String what(JacksonException e) {
        var place = e.getLocation();
        String line = place == null ? "" : "line " + place.getLineNr() + ": ";
        return line + SafeText.line(e.getOriginalMessage(), SubmissionInfo.MAX_NAME);
    }

    private static void requireSchema(Path file, int schema) throws DamagedResultException {
        if (schema != Result.SCHEMA) {
            throw new DamagedResultException(
                    file + ": results have format " + schema + " but this program reads format " + Result.SCHEMA
                            + ". Grade again into a new folder, or use the version that wrote them.");
        }
    }
}
