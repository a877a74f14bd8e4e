package portzero.grader.submission;

import portzero.grader.compile.Outline;
import portzero.grader.compile.OutlineReader;
import portzero.grader.compile.SourceFile;

/**
 * A submitted file and what it declares.
 *
 * @param file as submitted
 * @param outline read even from text that is not quite decodable
 */
record CandidateFile(SubmittedFile file, Outline outline) {
    static CandidateFile of(SubmittedFile file) {
        return new CandidateFile(
                file, OutlineReader.read(new SourceFile(file.path(), SourceText.decodeLeniently(file))));
    }

    String path() {
        return file.path();
    }

    /** The file's name without folders and ending. */
    String stem() {
        var name = path().substring(path().lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".java".length());
    }

    /** Whether it is, or was meant to be, the file of that class. */
    boolean isMeantAs(String type) {
        return outline.types().contains(type) || stem().equals(type);
    }

    /** Whether it is a {@code package-info.java} or {@code module-info.java}, and no class is hidden in it. */
    boolean describesOnly() {
        return outline.types().isEmpty() && (stem().equals("package-info") || stem().equals("module-info"));
    }

    boolean declaresNothing() {
        return outline.types().isEmpty() && outline.packageName().isEmpty();
    }
}
