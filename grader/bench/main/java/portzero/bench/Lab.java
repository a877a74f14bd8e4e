package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * One lab, and the programs whose score is known.
 *
 * @param id the name of its folder
 * @param folder its folder
 * @param packagePath the package of its classes, as a path
 * @param right the reference solution, then the alternatives
 * @param mistakes the typical mistakes
 */
record Lab(String id, Path folder, String packagePath, List<Specimen> right, List<Specimen> mistakes) {
    static final String FILE = "lab.properties";

    static Lab read(Path home, Path folder) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(in);
        }
        var id = folder.getFileName().toString();
        var packagePath = properties.getProperty("package").replace('.', '/');
        var solutions = home.resolve("solutions").resolve(id);
        var reference = solutions.resolve("src/main/java").resolve(packagePath);
        var right = new ArrayList<Specimen>();
        if (Files.isDirectory(reference)) {
            right.add(new Specimen("reference", List.of(reference), true));
        }
        for (var alternative : forThisJava(solutions.resolve("alternatives"))) {
            right.add(new Specimen(alternative.getFileName().toString(), List.of(alternative), true));
        }
        var mistakes = new ArrayList<Specimen>();
        for (var mistake : forThisJava(solutions.resolve("mistakes"))) {
            mistakes.add(new Specimen(mistake.getFileName().toString(), List.of(reference, mistake), false));
        }
        return new Lab(id, folder, packagePath, List.copyOf(right), List.copyOf(mistakes));
    }

    /** What is handed in is compiled for Java 17; a solution that needs a newer one cannot be in a class. */
    private static List<Path> forThisJava(Path folder) throws IOException {
        return Folders.folders(folder).stream()
                .filter(one -> !Files.exists(one.resolve("requires.properties")))
                .toList();
    }

    /** Contract and skeleton. */
    Path main() {
        return folder.resolve("src/main/java");
    }

    /** The folders of the tests, public and hidden. */
    List<Path> tests() {
        return List.of(folder.resolve("src/test/java"), folder.resolve("src/hidden/java"));
    }
}
