package portzero.grader.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import portzero.grader.limits.Limits;
import portzero.grader.limits.Setting;
import portzero.grader.text.DisplayName;

/** Takes in the files of one submission, one by one, and keeps to the limits. */
final class SubmissionCollector {
    private static final int MOST_IGNORED = 50;

    /** Below this many bytes no ratio is suspicious. */
    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private final String name;
    private final Limits limits;
    private final Set<String> paths = new HashSet<>();
    private final List<SubmittedFile> sources = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int entries;
    private int records;
    private long bytes;
    private long unpacked;

    SubmissionCollector(String name, Limits limits) {
        this.name = name;
        this.limits = limits;
    }

    String name() {
        return name;
    }

    Limits limits() {
        return limits;
    }

    /** Counts an entry of any kind, folders and litter included. */
    void entry() throws RejectedException {
        if (++entries > limits.of(Setting.ENTRIES)) {
            throw tooMany(Setting.ENTRIES);
        }
    }

    /** Counts what may be an entry, before any is read. */
    void record() throws RejectedException {
        if (++records > limits.of(Setting.ENTRIES)) {
            throw tooMany(Setting.ENTRIES);
        }
    }

    /** Whether that many bytes are too many to have come from an archive of that size. */
    boolean isTooDense(long unpacked, int packed) {
        return unpacked > RATIO_COUNTS_FROM && unpacked > limits.of(Setting.RATIO) * packed;
    }

    /** Holds the files counted so far against the size of their archive. */
    void requireDensity(int packed) throws RejectedException {
        if (isTooDense(bytes, packed)) {
            throw tooDense();
        }
    }

    /** Counts a file. Its size is as declared, and so only good for saying no. */
    void file(String path, long size) throws RejectedException {
        if (!paths.add(path)) {
            throw new RejectedException(DisplayName.name(name) + " holds " + DisplayName.name(path)
                    + " twice: make the archive again, with each file once.");
        }
        if (paths.size() > limits.of(Setting.FILES)) {
            throw tooMany(Setting.FILES);
        }
        bytes += Math.max(0, size);
        if (bytes > limits.of(Setting.SUBMISSION_SIZE)) {
            throw tooLarge();
        }
    }

    /** Reads a source file; the stream stays open. */
    void source(String path, InputStream content) throws IOException, RejectedException {
        var read = content.readNBytes(limits.count(Setting.SOURCE_SIZE) + 1);
        if (read.length > limits.of(Setting.SOURCE_SIZE)) {
            throw new RejectedException(DisplayName.name(path) + " is larger than " + met(Setting.SOURCE_SIZE)
                    + ", too large for a source file: hand in only what you wrote.");
        }
        unpacked += read.length;
        if (unpacked > limits.of(Setting.SUBMISSION_SIZE)) {
            throw tooLarge();
        }
        sources.add(new SubmittedFile(path, read));
    }

    /** Remembers a file that is no source file. */
    void other(String path) {
        others.add(path);
        if (EntryName.isArchive(path)) {
            ignore(path, "an archive inside a submission is not opened");
        } else {
            ignore(path, "not a Java source file");
        }
    }

    void ignore(String path, String reason) {
        if (ignored.size() < MOST_IGNORED) {
            ignored.add(DisplayName.name(path) + ": " + reason);
        }
    }

    RejectedException tooLarge() {
        return new RejectedException(DisplayName.name(name) + " unpacks to more than " + met(Setting.SUBMISSION_SIZE)
                + ": hand in only the .java files of the lab.");
    }

    RejectedException tooDense() {
        return new RejectedException(
                DisplayName.name(name) + " unpacks to more than " + limits.of(Setting.RATIO) + " times its size (limit "
                        + Setting.RATIO.key() + "), as no source code does: hand in only the .java files of the lab.");
    }

    RejectedException tooDeep() {
        return new RejectedException(DisplayName.name(name) + " has folders within folders, more than "
                + EntryName.DEEPEST + " deep: hand in only the .java files of the lab.");
    }

    /** The archive cannot be read to its end. */
    RejectedException damaged() {
        return new RejectedException(DisplayName.name(name)
                + " is damaged or cut off and cannot be unpacked: make the archive again and hand that in.");
    }

    private RejectedException tooMany(Setting setting) {
        return new RejectedException(String.format(
                Locale.ROOT,
                "%s holds more than %,d %s (limit %3$s): hand in only the .java files of the lab.",
                DisplayName.name(name),
                limits.of(setting),
                setting.key()));
    }

    /** The size that was passed, and the name of the limit: {@code 1 MiB (limit source-size)}. */
    private String met(Setting setting) {
        return limits.text(setting) + " (limit " + setting.key() + ")";
    }

    /**
     * What was taken in.
     *
     * @throws RejectedException when there is no source file in it
     */
    SubmittedFiles finish() throws RejectedException {
        if (!sources.isEmpty()) {
            return new SubmittedFiles(name, sources, ignored);
        }
        var shown = DisplayName.name(name);
        if (others.isEmpty()) {
            throw new RejectedException(shown + " is empty: hand in the .java files of the lab.");
        }
        if (others.stream().allMatch(path -> path.endsWith(".class"))) {
            throw new RejectedException(
                    shown + " holds only compiled .class files: hand in the .java files that they were made from.");
        }
        throw new RejectedException(shown + " holds no .java file (but " + DisplayName.names(others)
                + "): hand in the .java files of the lab.");
    }
}
