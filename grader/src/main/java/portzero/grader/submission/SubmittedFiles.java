package portzero.grader.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import portzero.grader.io.Sha256;

/**
 * The source files of a submission.
 *
 * @param name of the archive or folder
 * @param files sorted by path
 * @param ignored everything else that a student might wonder about, with the reason
 */
public record SubmittedFiles(String name, List<SubmittedFile> files, List<String> ignored) {
    public SubmittedFiles {
        files = files.stream().sorted(Comparator.comparing(SubmittedFile::path)).toList();
        ignored = List.copyOf(ignored);
    }

    /**
     * Those of one lab in a checkout of the whole course: what is in {@code labs/<lab>/src/main/java}, at
     * any depth. Empty when the student has not touched that lab. What is in {@code solutions} is not the student's.
     */
    public SubmittedFiles ofCheckout(String labId) {
        var folder = labId + "/src/main/java/";
        var inside = files.stream()
                .filter(file -> file.path().startsWith(folder) || file.path().contains("/" + folder))
                .filter(file -> !("/" + file.path()).contains("/solutions/" + labId + "/"))
                .toList();
        return new SubmittedFiles(name, inside, ignored);
    }

    /** These files and those of another submission that have no namesake, by last part of the path, here. */
    public SubmittedFiles over(SubmittedFiles below) {
        var names = files.stream().map(SubmittedFile::name).collect(Collectors.toSet());
        var both = new ArrayList<>(files);
        below.files.stream().filter(file -> !names.contains(file.name())).forEach(both::add);
        return new SubmittedFiles(name, both, ignored);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** {@code sha256:} and the digest of all paths and contents, each preceded by its length. */
    public String digest() {
        var digest = Sha256.sha256();
        for (var file : files) {
            for (var part : List.of(file.path().getBytes(StandardCharsets.UTF_8), file.bytes())) {
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                digest.update(part);
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
