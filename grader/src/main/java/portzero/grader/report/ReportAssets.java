package portzero.grader.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import portzero.grader.io.AtomicFile;

/** The style sheet and the script that all pages share. */
final class ReportAssets {
    private static final String RESOURCES = "/portzero/report/";
    private static final String FOLDER = "assets";
    private static final List<String> FILES = List.of("report.css", "report.js");

    private ReportAssets() {}

    static void write(Path results) throws IOException {
        for (String file : FILES) {
            AtomicFile.writeLazily(results.resolve(FOLDER).resolve(file), read(file));
        }
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = ReportAssets.class.getResourceAsStream(RESOURCES + file)) {
            if (in == null) {
                throw new IOException("The grader's jar lacks " + file + "; build it again.");
            }
            return in.readAllBytes();
        }
    }
}
