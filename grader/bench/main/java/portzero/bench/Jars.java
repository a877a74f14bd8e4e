package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Jars from Maven's repositories, in a folder. */
final class Jars {
    private Jars() {}

    /** Has Maven put the dependencies of a POM into a new folder. */
    static void fetch(Bench bench, String pom, Path jars) throws IOException, InterruptedException {
        Files.createDirectories(jars);
        var file = jars.resolve("pom.xml");
        Files.writeString(file, pom);
        bench.meter()
                .run(List.of(
                        "mvn",
                        "-q",
                        "-B",
                        "-f",
                        file.toString(),
                        "dependency:copy-dependencies",
                        "-DoutputDirectory=" + jars));
    }

    /** All jars of a folder, in a fixed order. */
    static String classPath(Path jars) throws IOException {
        return Folders.files(jars, file -> file.toString().endsWith(".jar")).stream()
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }
}
