package portzero.grader.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import portzero.grader.io.AtomicFile;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;
import portzero.grader.text.DisplayName;

/**
 * All students' pages in one archive, by the names that the platform gave on download, so that it finds whose each is: for Moodle's
 * “Upload multiple feedback files in a zip” and Canvas's “Re-upload submissions”.
 *
 * <p>Where the grader failed, the student gets nothing yet.
 */
final class FeedbackZip implements ResultExporter {
    private static final Pattern MOODLE = Pattern.compile("(?<name>.+?)_(?<id>[0-9]+)_assignsubmission_file.*");
    private static final Pattern CANVAS = Pattern.compile("(?<prefix>[^_]+_(?:LATE_)?[0-9]+_[0-9]+)_.+");

    /** What an archive's entry may be called everywhere. */
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} .,'()_-]+");

    /** Always the same, so that equal results give equal bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Path results;
    private final Path target;
    private final Map<String, String> entryNames;
    private final Map<String, Path> pages = new LinkedHashMap<>();
    private final List<String> strangers = new ArrayList<>();
    private final List<String> pageless = new ArrayList<>();
    private int errors;

    /**
     * An archive.
     *
     * @param results the folder of results, whose pages are taken
     * @param entryNames how the platform named each student's submission, by the student's key
     */
    FeedbackZip(Path results, Path target, Map<String, String> entryNames) {
        this.results = results;
        this.target = target;
        this.entryNames = Map.copyOf(entryNames);
    }

    @Override
    public void add(Result result) {
        Path page = results.resolve(result.lab()).resolve(result.student() + ".html");
        String downloaded = entryNames.get(result.student());
        if (result.verdict() == Verdict.GRADER_ERROR) {
            errors++;
        } else if (downloaded == null) {
            strangers.add(result.student());
        } else if (!Files.isRegularFile(page)) {
            pageless.add(result.student());
        } else {
            pages.put(name(downloaded, result.lab()), page);
        }
    }

    /** {@code Ada Lovelace_4711_assignsubmission_file_/lab02-echo.html}, {@code lovelaceada_4711_815_lab02-echo.html}. */
    static String name(String downloaded, String lab) {
        Matcher moodle = MOODLE.matcher(downloaded);
        if (moodle.matches()) {
            // Moodle takes what is behind the first underscore for the id.
            String name = safe(moodle.group("name")).replace('_', ' ');
            return name + "_" + moodle.group("id") + "_assignsubmission_file_/" + lab + ".html";
        }
        Matcher canvas = CANVAS.matcher(downloaded);
        return canvas.matches()
                ? safe(canvas.group("prefix")) + "_" + lab + ".html"
                : safe(downloaded.replaceFirst("\\.(zip|tar|tar\\.gz|tgz)$", "")) + "/" + lab + ".html";
    }

    private static String safe(String name) {
        String plain = UNSAFE.matcher(name).replaceAll(" ").replaceAll("^[. ~]+|[. ]+$", "");
        return plain.isEmpty() ? "student" : plain;
    }

    @Override
    public Exported finish() throws IOException, ExportException {
        if (pages.isEmpty()) {
            throw new ExportException(
                    pageless.isEmpty()
                            ? "No result belongs to an entry of that folder; give the folder of submissions that was graded."
                            : "There are no pages to put into the archive: run ./lab report " + results + " first.");
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Path> page : pages.entrySet()) {
                var entry = new ZipEntry(page.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(page.getValue()));
                zip.closeEntry();
            }
        }
        AtomicFile.write(target, bytes.toByteArray());
        return new Exported(target, pages.size(), notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!strangers.isEmpty()) {
            notes.add("Not in that folder, and left out (" + strangers.size() + "): " + DisplayName.names(strangers)
                    + ".");
        }
        if (!pageless.isEmpty()) {
            notes.add("Without a page, and left out (" + pageless.size() + "): " + DisplayName.names(pageless)
                    + ". Run ./lab report " + results + ", then export again.");
        }
        GraderErrors.note(errors, "nothing is sent back").ifPresent(notes::add);
        return notes;
    }
}
