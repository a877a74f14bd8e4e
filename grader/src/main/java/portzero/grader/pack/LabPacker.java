package portzero.grader.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import portzero.grader.compile.SourceFile;
import portzero.grader.course.Lab;
import portzero.grader.io.ReproducibleZip;
import portzero.grader.run.worker.SubmissionPreview;
import portzero.grader.submission.RejectedException;
import portzero.grader.submission.SelectedFiles;
import portzero.grader.submission.SubmittedFile;
import portzero.grader.suite.Suite;

/**
 * Packs a student's work. What is said of it is true because the grader's own code says it: that chooses the files, and reads and
 * compiles the archive that was made of them.
 */
public final class LabPacker {
    private final Lab lab;
    private final SubmissionPreview preview;

    /**
     * A packer for one lab.
     *
     * @param given the lab's own classes
     */
    public LabPacker(Lab lab, Map<String, byte[]> given) {
        this.lab = lab;
        preview = new SubmissionPreview(new Suite(lab, "", lab.folder(), given, List.of()));
    }

    /**
     * Packs what is in a folder.
     *
     * @param work the folder with the student's files
     * @param temporary a folder to write the archive to before it is known to be good
     */
    public PackedLab pack(Path work, Path temporary) throws IOException {
        SelectedFiles selection;
        byte[] zip;
        try {
            var submitted = preview.read(work);
            selection = preview.select(submitted);
            zip = zip(submitted.files(), selection);
        } catch (RejectedException rejected) {
            return PackedLab.refused(rejected.getMessage(), List.of());
        }
        var compiled = preview.compile(Files.write(temporary.resolve(name()), zip));
        if (compiled.refusal() != null) {
            return PackedLab.refused(String.valueOf(compiled.reason()), compiled.diagnostics());
        }
        return new PackedLab(
                selection.sources().stream().map(SourceFile::path).toList(),
                selection.notes(),
                OpenTask.of(selection.sources()),
                null,
                List.of(),
                new PackedLab.Content(zip));
    }

    /** The usual name of the archive, {@code lab02-echo.zip}. */
    public String name() {
        return lab.id() + ".zip";
    }

    /** The files as they are, byte for byte, and no others. */
    private static byte[] zip(List<SubmittedFile> submitted, SelectedFiles selection) throws IOException {
        var chosen = selection.sources().stream().map(SourceFile::path).collect(Collectors.toSet());
        var files = new HashMap<String, byte[]>();
        submitted.stream()
                .filter(file -> chosen.contains(file.path()))
                .forEach(file -> files.put(file.path(), file.bytes()));
        return ReproducibleZip.of(files);
    }
}
