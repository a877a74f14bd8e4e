package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The checkout that is measured, and the labs in it. */
record Checkout(Path home, List<Lab> labs) {

    static Checkout at(Path home) throws IOException, Missing {
        var labs = new java.util.ArrayList<Lab>();
        for (var folder : Folders.folders(home.resolve("labs"))) {
            if (Files.exists(folder.resolve(Lab.FILE))) {
                labs.add(Lab.read(home, folder));
            }
        }
        if (labs.stream().allMatch(lab -> lab.right().isEmpty())) {
            throw new Missing("There are no labs with solutions in " + home
                    + "; measure in the course's own checkout, not in one for students.");
        }
        return new Checkout(home, List.copyOf(labs));
    }

    /** The lab that most sections are about. */
    Lab echo() {
        return labs.stream()
                .filter(lab -> lab.id().endsWith("-echo"))
                .findFirst()
                .orElse(labs.get(0));
    }

    /** The launcher. */
    String lab() {
        return home.resolve("lab").toString();
    }

    /** The version that the POM gives to a dependency or plugin. */
    String version(String name) throws IOException {
        var pom = Files.readString(home.resolve("pom.xml"));
        var version = Pattern.compile("<" + name + "\\.version>(.*)</").matcher(pom);
        if (!version.find()) {
            throw new MeasurementFailed("pom.xml has no property " + name + ".version.");
        }
        return version.group(1);
    }

    /** The jar of the test kit, once it was built. */
    Path kit() throws IOException {
        var target = home.resolve("labs/testkit/target");
        return Folders.files(target, file -> file.getFileName().toString().matches("testkit-[\\d.]+(-SNAPSHOT)?\\.jar"))
                .stream()
                .findFirst()
                .orElseThrow(() -> new MeasurementFailed("There is no jar of the test kit in " + target
                        + ": run mvn -DskipTests -pl labs/testkit -am package."));
    }

    /** The jar of the grader, once it was built. */
    Path grader() {
        return home.resolve("grader/target/portzero.jar");
    }
}
