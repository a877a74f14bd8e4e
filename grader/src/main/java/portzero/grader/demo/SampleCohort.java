package portzero.grader.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import portzero.grader.course.Lab;
import portzero.grader.vet.JavaRequirement;

/** Makes a folder of submissions of what the course itself has, as if a class had handed them in. */
public final class SampleCohort {

    private static final int MISTAKES = 12; // of some fifty that a lab has: each costs as much as a class member's

    private final Lab lab;
    private final Path folder;

    private SampleCohort(Lab lab, Path folder) {
        this.lab = lab;
        this.folder = folder;
    }

    /**
     * Makes the class anew in {@code folder}; what was there is deleted.
     *
     * @param all whether every mistake of the lab is in it, and not a dozen of them
     */
    public static void make(Lab lab, Path folder, boolean all) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
        SampleCohort sample = new SampleCohort(lab, folder);
        sample.right();
        sample.wrong(all ? Integer.MAX_VALUE : MISTAKES);
        sample.broken();
    }

    /** Deletes what an earlier demonstration left. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void right() throws IOException {
        copy(reference(), folder.resolve("reference"));
        for (Path alternative : folders("alternatives")) {
            zip(alternative, folder.resolve("alternative-" + alternative.getFileName() + ".zip"));
        }
        copy(lab.mainSources(), folder.resolve("untouched-skeleton"));
    }

    private void wrong(int most) throws IOException {
        List<Path> mistakes = folders("mistakes");
        int number = Math.min(most, mistakes.size());
        for (int i = 0; i < number; i++) {
            Path mistake = mistakes.get(i * mistakes.size() / number); // spread over all kinds
            Path submission = folder.resolve("mistake-" + mistake.getFileName());
            copy(reference(), submission);
            copy(mistake, submission.resolve(lab.packageName().replace('.', '/')));
        }
    }

    private void broken() throws IOException {
        String first = lab.deliverables().get(0);
        write("broken-no-archive.zip", "This is a text file with the name of an archive.");
        write(
                "broken-syntax/" + first + ".java",
                "package " + lab.packageName() + ";\n\npublic class " + first + " {\n");
        write("broken-package/" + first + ".java", "package homework;\n\npublic class " + first + " {}\n");
        write("broken-empty/notes.pdf", "Nothing to compile.");
    }

    private Path reference() {
        return lab.solutions().resolve("src/main/java");
    }

    private List<Path> folders(String sort) throws IOException {
        Path parent = lab.solutions().resolve(sort);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .filter(SampleCohort::canBeHandedIn)
                    .sorted()
                    .toList();
        }
    }

    /** What a student hands in is compiled for one Java; a program that needs a newer one is for vetting only. */
    private static boolean canBeHandedIn(Path program) {
        return !Files.exists(program.resolve(JavaRequirement.NAME));
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : sources(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void zip(Path from, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Path source : sources(from)) {
                zip.putNextEntry(new ZipEntry(from.relativize(source).toString().replace('\\', '/')));
                Files.copy(source, zip);
            }
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }
}
