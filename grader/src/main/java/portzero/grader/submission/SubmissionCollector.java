package portzero.grader.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.text.DisplayName;

/** Takes in the files of one submission, one by one, and keeps to the limits. */
final class SubmissionCollector {
    private static final int MOST_IGNORED = 50;

    /** Entries that cannot matter, for each one that may. */
    static final int MOST_LITTER = 10;

    /** How much larger than all that is kept an archive may be, and how large that is at most. */
    private static final int MOST_PACKED = 4;

    private static final long MOST_PACKED_BYTES = 96L << 20;

    /** Below this many bytes no ratio is suspicious. */
    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private String name;
    private final Limits limits;
    private final Set<String> paths = new HashSet<>();
    private final List<SubmittedFile> sources = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int entries;
    private int records;
    private int litter;
    private int archives;
    private byte @Nullable [] inner;
    private String innerName = "";
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

    /** Counts an entry that cannot matter: many of them are fine, and some number is too many to be looked at. */
    void litter() throws RejectedException {
        if (++litter > MOST_LITTER * limits.of(LimitSetting.ENTRIES)) {
            throw tooMany(LimitSetting.ENTRIES);
        }
    }

    /** Counts an entry of any other kind, folders included. */
    void entry() throws RejectedException {
        if (++entries > limits.of(LimitSetting.ENTRIES)) {
            throw tooMany(LimitSetting.ENTRIES);
        }
    }

    /** Counts what may be an entry, before any is read. */
    void record() throws RejectedException {
        if (++records > limits.of(LimitSetting.ENTRIES)) {
            throw tooMany(LimitSetting.ENTRIES);
        }
    }

    /** The largest archive that is opened: what cannot matter may be in it. */
    long mostPacked() {
        var most = limits.of(LimitSetting.SUBMISSION_SIZE);
        return Math.max(most, Math.min(MOST_PACKED * most, MOST_PACKED_BYTES));
    }

    /** Whether that many bytes are too many to have come from an archive of that size. */
    boolean isTooDense(long unpacked, int packed) {
        return unpacked > RATIO_COUNTS_FROM && unpacked > limits.of(LimitSetting.RATIO) * packed;
    }

    /** Holds the files counted so far against the size of their archive. */
    void requireDensity(int packed) throws RejectedException {
        if (isTooDense(bytes, packed)) {
            throw tooDense();
        }
    }

    /** Counts a file. Its size is as declared, and so only good for saying no. */
    void file(String path, long size) throws RejectedException {
        if (!paths.add(path) && EntryName.isSource(path)) {
            throw new RejectedException(DisplayName.name(name) + " holds " + DisplayName.name(path)
                    + " twice: make the archive again, with each file once.");
        }
        if (paths.size() > limits.of(LimitSetting.FILES)) {
            throw tooMany(LimitSetting.FILES);
        }
        bytes += Math.max(0, size);
        if (bytes > limits.of(LimitSetting.SUBMISSION_SIZE)) {
            throw tooLarge();
        }
    }

    /** Reads a source file; the stream stays open. */
    void source(String path, InputStream content) throws IOException, RejectedException {
        var read = content.readNBytes(limits.count(LimitSetting.SOURCE_SIZE) + 1);
        if (read.length > limits.of(LimitSetting.SOURCE_SIZE)) {
            throw new RejectedException(DisplayName.name(path) + " is larger than " + met(LimitSetting.SOURCE_SIZE)
                    + ", too large for a source file: hand in only what you wrote.");
        }
        unpacked += read.length;
        if (unpacked > limits.of(LimitSetting.SUBMISSION_SIZE)) {
            throw tooLarge();
        }
        sources.add(new SubmittedFile(path, read));
    }

    /** Where the content of an entry comes from, if it is asked for. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** Remembers a file that is no source file. */
    void other(String path) {
        others.add(path);
        ignore(path, EntryName.isArchive(path) ? "an archive that was not opened" : "not a Java source file");
    }

    /**
     * Remembers a file that is no source file; if it is the only archive, it will be opened if no source file comes.
     *
     * @param content is opened at once, and closed by the caller
     * @param most bytes that are read of an archive
     */
    void other(String path, Content content, long most) throws IOException, RejectedException {
        if (!EntryName.isArchive(path)) {
            other(path);
            return;
        }
        archives++;
        if (archives == 1 && sources.isEmpty()) {
            innerName = path;
            inner = content.open().readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
            if (inner.length > most) {
                throw tooLarge();
            }
        } else {
            inner = null;
        }
        other(path);
    }

    /** Opens the archive that is the only one and stands for all the source files, if that is so; says whether. */
    boolean openInner() throws RejectedException {
        var content = inner;
        inner = null;
        if (content == null || !sources.isEmpty() || archives != 1) {
            return false;
        }
        archives = 0;
        name = innerName;
        ignored.removeIf(line -> line.endsWith(": an archive that was not opened"));
        others.removeIf(EntryName::isArchive);
        ArchiveReader.read(content, this);
        return true;
    }

    /** Passes over what is neither a file nor a folder. */
    void special(String path, String kind) {
        others.add(path + ", " + kind);
        ignore(path, kind + ", and those are not followed");
    }

    void ignore(String path, String reason) {
        if (ignored.size() < MOST_IGNORED) {
            ignored.add(DisplayName.name(path) + ": " + reason);
        }
    }

    RejectedException tooLarge() {
        return new RejectedException(DisplayName.name(name) + " unpacks to more than "
                + met(LimitSetting.SUBMISSION_SIZE) + ": hand in only the .java files of the lab.");
    }

    RejectedException tooDense() {
        return new RejectedException(DisplayName.name(name) + " unpacks to more than " + limits.of(LimitSetting.RATIO)
                + " times its size (limit " + LimitSetting.RATIO.key()
                + "), as no source code does: hand in only the .java files of the lab.");
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

    private RejectedException tooMany(LimitSetting setting) {
        return new RejectedException(String.format(
                Locale.ROOT,
                "%s holds more than %,d %s (limit %3$s): hand in only the .java files of the lab.",
                DisplayName.name(name),
                limits.of(setting),
                setting.key()));
    }

    /** The size that was passed, and the name of the limit: {@code 1 MiB (limit source-size)}. */
    private String met(LimitSetting setting) {
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
        if (others.isEmpty() && litter > 0) {
            throw new RejectedException(shown + " holds nothing but hidden files and what builds have written:"
                    + " hand in the .java files of the lab.");
        }
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
