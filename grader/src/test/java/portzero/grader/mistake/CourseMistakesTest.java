package portzero.grader.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import portzero.grader.Root;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.notes.NotesIndex;
import portzero.grader.result.NamedMistake;

/** How well the course's own mistakes are named, by what vetting has seen of them. */
@Tag("same-on-every-jdk")
class CourseMistakesTest {

    private static final int PAIRS = 200;

    static List<Lab> labs() throws CourseException {
        return Course.in(Root.path()).labs();
    }

    private static MistakeTable table(Lab lab) {
        return MistakeTableFile.read(lab);
    }

    /** All tests that any mistake fails; the others pass by every program here. */
    private static Set<String> tests(MistakeTable table) {
        return table.mistakes().stream()
                .flatMap(mistake -> mistake.failures().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> name(MistakeTable table, Set<String> observed, Map<String, String> failures) {
        return new MistakeMatcher(table)
                .name(new FailureVector(observed, failures)).stream()
                        .map(NamedMistake::sentence)
                        .collect(Collectors.toSet());
    }

    /** How it failed once, of the times that were seen. */
    private static Map<String, String> failures(KnownMistake mistake, Random random) {
        Map<String, String> failures = new TreeMap<>();
        mistake.failures().forEach((test, symptoms) -> {
            List<String> all = List.copyOf(new TreeSet<>(symptoms));
            failures.put(test, all.get(random.nextInt(all.size())));
        });
        return failures;
    }

    @ParameterizedTest
    @MethodSource("labs")
    void most_mistakes_are_named_and_none_by_the_name_of_another(Lab lab) {
        MistakeTable table = table(lab);
        Random random = new Random(lab.number());
        List<String> silent = new ArrayList<>();
        for (KnownMistake mistake : table.mistakes()) {
            Set<String> named = name(table, tests(table), failures(mistake, random));
            assertThat(named).as(mistake.name()).isSubsetOf(mistake.sentence());
            if (named.isEmpty()) {
                silent.add(mistake.name());
            }
        }
        assertThat(table.mistakes()).hasSizeGreaterThan(15);
        assertThat(silent).hasSizeLessThan(table.mistakes().size() / 5);
    }

    /** A program with a mistake that the course does not know yet: one of its own, with all that say the same taken out of the table. */
    @ParameterizedTest
    @MethodSource("labs")
    void a_mistake_that_is_unknown_is_seldom_taken_for_another(Lab lab) {
        MistakeTable table = table(lab);
        Random random = new Random(lab.number());
        List<String> misnamed = new ArrayList<>();
        for (KnownMistake mistake : table.mistakes()) {
            MistakeTable others = new MistakeTable(table.mistakes().stream()
                    .filter(other -> !other.sentence().equals(mistake.sentence()))
                    .toList());
            Set<String> named = name(others, tests(table), failures(mistake, random));
            if (!named.isEmpty()) {
                misnamed.add(mistake.name() + " → " + named);
            }
        }
        assertThat(misnamed).hasSizeLessThan(table.mistakes().size() / 10);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void two_mistakes_in_one_program_do_not_mislead(Lab lab) {
        MistakeTable table = table(lab);
        Random random = new Random(lab.number());
        List<String> misnamed = new ArrayList<>();
        int named = 0;
        for (int n = 0; n < PAIRS; n++) {
            KnownMistake one =
                    table.mistakes().get(random.nextInt(table.mistakes().size()));
            KnownMistake other =
                    table.mistakes().get(random.nextInt(table.mistakes().size()));
            Map<String, String> both = failures(one, random);
            failures(other, random)
                    .forEach((test, symptom) ->
                            both.merge(test, symptom, (first, second) -> random.nextBoolean() ? first : second));
            Set<String> names = name(table, tests(table), both);
            named += names.isEmpty() ? 0 : 1;
            if (!List.of(one.sentence(), other.sentence()).containsAll(names)) {
                misnamed.add(one.name() + " and " + other.name() + " → " + names);
            }
        }
        assertThat(named).isGreaterThan(PAIRS / 2); // two in one class of tests are left without a name
        assertThat(misnamed).hasSizeLessThanOrEqualTo(PAIRS / 50);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void the_table_agrees_with_the_manifests(Lab lab) throws IOException {
        Map<String, String> manifests = new TreeMap<>();
        try (Stream<Path> folders = Files.list(lab.solutions().resolve("mistakes"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Properties manifest = new Properties();
                try (Reader reader = Files.newBufferedReader(folder.resolve("manifest.properties"))) {
                    manifest.load(reader);
                }
                manifests.put(
                        folder.getFileName().toString(),
                        text(
                                manifest.getProperty("sentence", ""),
                                manifest.getProperty("reading", ""),
                                new TreeSet<>(List.of(
                                        manifest.getProperty("fails", "").split("\\s*,\\s*")))));
            }
        }
        Map<String, String> known = new TreeMap<>();
        table(lab)
                .mistakes()
                .forEach(mistake -> known.put(
                        mistake.name(),
                        text(
                                mistake.sentence(),
                                mistake.reading(),
                                new TreeSet<>(mistake.failures().keySet()))));
        Set<String> outdated = new TreeSet<>(known.keySet());
        outdated.addAll(manifests.keySet());
        outdated.removeIf(name -> Objects.equals(known.get(name), manifests.get(name)));
        assertThat(outdated)
                .as("mistakes of which ./lab vet " + lab.name() + " --signatures must write anew what is known")
                .isEmpty();
    }

    private static String text(String sentence, String reading, Set<String> fails) {
        return sentence + " " + reading + " " + fails;
    }

    @Test
    void sentences_are_short_and_in_the_students_words() throws CourseException {
        Map<String, String> faults = new HashMap<>();
        NotesIndex notes = NotesIndex.of(Root.path());
        for (Lab lab : labs()) {
            for (KnownMistake mistake : table(lab).mistakes()) {
                String sentence = mistake.sentence();
                if (sentence.length() > 140
                        || !sentence.endsWith(".")
                        || !sentence.matches(".*\\bseems? .*")
                        || notes.find(mistake.reading()).isEmpty()) {
                    faults.put(lab.id() + "/" + mistake.name(), sentence);
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
