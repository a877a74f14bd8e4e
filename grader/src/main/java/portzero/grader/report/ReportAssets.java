package portzero.grader.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import portzero.grader.io.AtomicFile;

/** The style sheet and the script of the page about the class. */
final class ReportAssets {
    private static final String RESOURCES = "/portzero/report/";

    private ReportAssets() {}

    static void write(Path results) throws IOException {
        Path folder = results.resolve("assets");
        String style = read("base.css") + "\n" + read("cohort.css");
        AtomicFile.writeLazily(folder.resolve("report.css"), style.getBytes(StandardCharsets.UTF_8));
        AtomicFile.writeLazily(folder.resolve("report.js"), read("report.js").getBytes(StandardCharsets.UTF_8));
    }

    static String read(String file) throws IOException {
        try (InputStream in = ReportAssets.class.getResourceAsStream(RESOURCES + file)) {
            if (in == null) {
                throw new IOException("The grader's jar lacks " + file + "; build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
