package portzero.grader.vet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The names of all mistakes, graded or not, and the ids of the tests that each must fail. */
    Map<String, Set<String>> whatMistakesFail() throws SuiteException {
        Map<String, Set<String>> fails = new LinkedHashMap<>();
        for (List<VettedProgram> some : List.of(graded, skipped, leftOut)) {
            for (VettedProgram program : some) {
                if (program.kind() == VettedProgram.Kind.MISTAKE) {
                    fails.put(
                            program.name(),
                            MistakeManifest.of(program.sources().get(0)).fails());
                }
            }
        }
        return fails;
    }
}
