package portzero.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that a section runs.
 *
 * @param program its name
 * @param remedy what is missing and how to get it
 */
record Need(String program, String remedy) {

    static Need program(String program, String debianPackage) {
        return new Need(program, program + ", which is not installed: apt-get install " + debianPackage);
    }

    boolean isThere() {
        for (var folder : System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
