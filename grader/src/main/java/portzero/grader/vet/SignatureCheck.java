package portzero.grader.vet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import portzero.grader.course.Lab;
import portzero.grader.mistake.FailureVector;
import portzero.grader.mistake.KnownMistake;
import portzero.grader.mistake.MistakeTable;
import portzero.grader.mistake.MistakeTableFile;
import portzero.grader.suite.SuiteException;

/**
 * Whether the table by which mistakes are named says what was just seen. A symptom may change with the machine, so one that is new is
 * only told of; what the table has from manifests must agree with them.
 */
final class SignatureCheck {

    private final Lab lab;
    private final ProgramSelection selection;
    private final VettingResults findings;
    private final MistakeTable table;

    SignatureCheck(Lab lab, ProgramSelection selection, VettingResults findings) {
        this.lab = lab;
        this.selection = selection;
        this.findings = findings;
        table = MistakeTableFile.read(lab);
    }

    /** The table with what was seen in addition, and without what no manifest says any more. */
    MistakeTable updated() throws SuiteException {
        List<KnownMistake> mistakes = new ArrayList<>();
        for (VettedProgram program : selection.mistakes()) {
            Optional<KnownMistake> known = table.find(program.name());
            MistakeManifest manifest = MistakeManifest.of(program.sources().get(0));
            Map<String, Set<String>> failures = new TreeMap<>();
            known.map(KnownMistake::failures).orElse(Map.of()).forEach((test, symptoms) -> {
                if (manifest.fails().contains(test)) {
                    failures.put(test, new TreeSet<>(symptoms));
                }
            });
            for (FailureVector seen : findings.vectors(program)) {
                seen.failures().forEach((test, symptom) -> {
                    if (manifest.fails().contains(test)) {
                        failures.computeIfAbsent(test, none -> new TreeSet<>()).add(symptom);
                    }
                });
            }
            if (!failures.isEmpty()) {
                mistakes.add(new KnownMistake(program.name(), manifest.sentence(), manifest.reading(), failures));
            }
        }
        return new MistakeTable(mistakes);
    }

    /** Where the table contradicts the manifests: not more than one line, for one command mends all. */
    List<String> problems() throws SuiteException {
        Set<String> outdated = new TreeSet<>();
        for (VettedProgram program : selection.mistakes()) {
            MistakeManifest manifest = MistakeManifest.of(program.sources().get(0));
            boolean agrees = table.find(program.name())
                    .filter(known -> known.sentence().equals(manifest.sentence())
                            && known.reading().equals(manifest.reading())
                            && known.failures().keySet().equals(manifest.fails()))
                    .isPresent();
            if (!agrees) {
                outdated.add(program.name());
            }
        }
        table.mistakes().stream()
                .map(KnownMistake::name)
                .filter(name -> selection.mistakes().stream()
                        .noneMatch(program -> program.name().equals(name)))
                .forEach(outdated::add);
        return outdated.isEmpty()
                ? List.of()
                : List.of(MistakeTableFile.NAME + " does not agree with the manifests of " + outdated
                        + "; write it with ./lab vet " + lab.name() + " --signatures");
    }

    /** What was seen of a mistake for the first time. */
    List<String> news() {
        List<String> news = new ArrayList<>();
        for (VettedProgram program : selection.graded()) {
            Map<String, Set<String>> known =
                    table.find(program.name()).map(KnownMistake::failures).orElse(Map.of());
            for (FailureVector seen : findings.vectors(program)) {
                new TreeMap<>(seen.failures()).forEach((test, symptom) -> {
                    if (known.containsKey(test) && !known.get(test).contains(symptom)) {
                        news.add(program.name() + " fails " + test + " in another way: " + symptom);
                    }
                });
            }
        }
        return news.stream().distinct().toList();
    }
}
