package portzero.grader.vet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import portzero.grader.course.Lab;
import portzero.grader.suite.SuiteException;

/** Finds a lab's skeleton, solutions and mistakes. */
final class ProgramFinder {

    private final Lab lab;
    private final Path reference;

    private ProgramFinder(Lab lab) {
        this.lab = lab;
        reference = lab.solutions().resolve("src/main/java");
    }

    static List<VettedProgram> of(Lab lab) throws SuiteException {
        return new ProgramFinder(lab).all();
    }

    private List<VettedProgram> all() throws SuiteException {
        if (!Files.isDirectory(reference)) {
            throw new SuiteException("There is no reference solution in " + reference
                    + "; a checkout for students has none, vet in the course's own");
        }
        List<VettedProgram> all = new ArrayList<>();
        all.add(VettedProgram.of(VettedProgram.Kind.SKELETON, "skeleton", List.of(lab.mainSources())));
        all.add(VettedProgram.of(VettedProgram.Kind.REFERENCE, "reference", List.of(reference)));
        for (Path folder : folders("alternatives")) {
            all.add(VettedProgram.of(VettedProgram.Kind.ALTERNATIVE, name(folder), List.of(folder)));
        }
        for (Path folder : folders("partial")) {
            all.add(VettedProgram.of(VettedProgram.Kind.PARTIAL, name(folder), List.of(folder, lab.mainSources())));
        }
        for (Path folder : folders("mistakes")) {
            all.add(VettedProgram.of(VettedProgram.Kind.MISTAKE, name(folder), List.of(folder, reference)));
        }
        return all;
    }

    private List<Path> folders(String sort) throws SuiteException {
        Path parent = lab.solutions().resolve(sort);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException failed) {
            throw new SuiteException("Cannot list " + parent + ": " + failed.getMessage());
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
