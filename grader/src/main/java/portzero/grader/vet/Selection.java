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
record Selection(List<Specimen> graded, List<Specimen> skipped, List<Specimen> leftOut) {

    Selection {
        graded = List.copyOf(graded);
        skipped = List.copyOf(skipped);
        leftOut = List.copyOf(leftOut);
    }

    static Selection of(List<Specimen> all, int java, MistakeShare share) {
        List<Specimen> graded = share.of(
                all.stream().filter(one -> one.requirement().isMetBy(java)).toList());
        List<Specimen> skipped =
                all.stream().filter(one -> !one.requirement().isMetBy(java)).toList();
        List<Specimen> leftOut = new ArrayList<>(all);
        leftOut.removeAll(graded);
        leftOut.removeAll(skipped);
        return new Selection(graded, skipped, leftOut);
    }

    /** The names of all mistakes, graded or not, and the ids of the tests that each must fail. */
    Map<String, Set<String>> whatMistakesFail() throws SuiteException {
        Map<String, Set<String>> fails = new LinkedHashMap<>();
        for (List<Specimen> some : List.of(graded, skipped, leftOut)) {
            for (Specimen specimen : some) {
                if (specimen.kind() == Specimen.Kind.MISTAKE) {
                    fails.put(
                            specimen.name(),
                            Manifest.of(specimen.sources().get(0)).fails());
                }
            }
        }
        return fails;
    }
}
