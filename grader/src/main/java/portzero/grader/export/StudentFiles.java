package portzero.grader.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;

/** Writes a file for each result, as it comes: {@code <lab>/<student>/results.json}, or {@code <lab>/<student>.md}. */
final class StudentFiles implements ResultExporter {
    private final ResultDocument form;
    private final ExportFolder folder;
    private int results;
    private int errors;
    private int omitted;

    StudentFiles(ResultDocument form, ExportFolder folder) {
        this.form = form;
        this.folder = folder;
    }

    @Override
    public void add(Result result) throws IOException {
        errors += result.verdict() == Verdict.GRADER_ERROR ? 1 : 0;
        Optional<byte[]> content = form.content(result);
        if (content.isEmpty()) {
            omitted++;
            return;
        }
        String name = form.fileName();
        String file = name.contains("%s") ? name.replace("%s", result.student()) : result.student() + "/" + name;
        folder.write(Path.of(result.lab(), file.split("/", -1)), content.get());
        results++;
    }

    @Override
    public Exported finish() throws IOException {
        folder.finish();
        String how = omitted > 0 ? "they have no file" : "their files say so";
        return new Exported(
                folder.path(), results, GraderErrors.note(errors, how).stream().toList());
    }
}
