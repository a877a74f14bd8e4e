package portzero.grader.suite;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import portzero.testkit.LabTest;

/** What tests are compiled against: whatever this program itself runs from. */
final class ClassPath {

    private ClassPath() {}

    static String with(List<Path> more) {
        List<String> entries = new ArrayList<>();
        more.forEach(path -> entries.add(path.toString()));
        entries.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, entries);
    }

    /** The jar or folder that holds the test kit. */
    static Path kit() {
        try {
            return Path.of(LabTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
