package portzero.grader.vet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import portzero.grader.suite.SuiteException;

/**
 * Which of a lab's programs are graded.
 *
 * @param graded these are
 * @param skipped these need a newer Java
 * @param leftOut mistakes that nobody asked for
 */
record ProgramSelection(List<VettedProgram> graded, List<VettedProgram> skipped, List<VettedProgram> leftOut) {

    ProgramSelection {
        graded = List.copyOf(graded);
        skipped = List.copyOf(skipped);
        leftOut = List.copyOf(leftOut);
    }

    static ProgramSelection of(List<VettedProgram> all, int java, MistakeShare share) {
        List<VettedProgram> graded = share.of(
                all.stream().filter(one -> one.requirement().isMetBy(java)).toList());
        List<VettedProgram> skipped =
                all.stream().filter(one -> !one.requirement().isMetBy(java)).toList();
        List<VettedProgram> leftOut = new ArrayList<>(all);
        leftOut.removeAll(graded);
        leftOut.removeAll(skipped);
        return new ProgramSelection(graded, skipped, leftOut);
    }

    /** All mistakes by their names, graded or not. */
    List<VettedProgram> mistakes() {
        return Stream.of(graded, skipped, leftOut)
                .flatMap(List::stream)
                .filter(program -> program.kind() == VettedProgram.Kind.MISTAKE)
                .sorted(Comparator.comparing(VettedProgram::name))
                .toList();
    }

    /** The names of all mistakes, graded or not, and the ids of the tests that each must fail. */
    Map<String, Set<String>> whatMistakesFail() throws SuiteException {
        Map<String, Set<String>> fails = new LinkedHashMap<>();
        for (VettedProgram program : mistakes()) {
            fails.put(
                    program.name(), MistakeManifest.of(program.sources().get(0)).fails());
        }
        return fails;
    }
}
