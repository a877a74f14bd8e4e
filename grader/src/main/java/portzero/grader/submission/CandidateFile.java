package portzero.grader.submission;

import java.util.List;
import java.util.regex.Pattern;
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
    private static final Pattern COPY = Pattern.compile("^Copy of |^Kopie von |-\\d{1,3}$| ?\\(\\d{1,3}\\)$| - Copy$");
    private static final List<String> TEST_FRAMEWORKS = List.of(
            "org.junit",
            "junit.framework",
            "org.testng",
            "org.assertj",
            "org.hamcrest",
            "org.mockito",
            "portzero.testkit");

    static CandidateFile of(SubmittedFile file) {
        return new CandidateFile(
                file, OutlineReader.read(new SourceFile(file.path(), SourceText.decodeLeniently(file))));
    }

    String path() {
        return file.path();
    }

    /** The file's name without folders, ending, and what systems and platforms add to the name of a copy. */
    String stem() {
        var name = path().substring(path().lastIndexOf('/') + 1);
        return COPY.matcher(name.substring(0, name.length() - ".java".length())).replaceAll("");
    }

    /** Whether it lies where builds write to; folders of its own package do not count. */
    boolean isBuildOutput() {
        var folders = path().substring(0, path().lastIndexOf('/') + 1);
        var own = outline.packageName().replace('.', '/') + "/";
        var outside =
                ("/" + folders).endsWith("/" + own) ? folders.substring(0, folders.length() - own.length()) : folders;
        return EntryName.isBuildOutput(outside + "/");
    }

    /** Whether it is a test, or a demonstration that needs a test framework; a submission has none. */
    boolean needsTestFramework() {
        return TEST_FRAMEWORKS.stream().anyMatch(outline::usesPackage);
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
