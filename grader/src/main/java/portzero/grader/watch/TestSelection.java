package portzero.grader.watch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.suite.TestCase;
import portzero.testkit.Subject;
import portzero.testkit.subject.ClassFile;

/**
 * What is known of each of a lab's tests, and which have to run again: those whose subject, or a class that it uses, was
 * compiled to something else than before. Those that failed come first. Thread-safe.
 */
final class TestSelection {

    private final List<TestCase> all;
    private final Map<String, TestResult> results = new LinkedHashMap<>();
    private final Set<String> due = new HashSet<>();
    private Map<String, byte[]> classes = Map.of();

    /** @param all the lab's public tests, by task */
    TestSelection(List<TestCase> all) {
        this.all = List.copyOf(all);
        invalidate();
    }

    /** Has each test run again. */
    synchronized void invalidate() {
        all.forEach(test -> due.add(test.id()));
    }

    /** Has those tests run again that a change affects; the work compiles. */
    synchronized void changed(CompiledSubmission work) {
        Map<String, byte[]> now = new HashMap<>();
        work.classes().stream().filter(ClassFile::written).forEach(file -> now.put(file.name(), file.content()));
        Set<String> changed = Stream.concat(classes.keySet().stream(), now.keySet().stream())
                .filter(name -> !Arrays.equals(classes.get(name), now.get(name)))
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            ClassReferences references = new ClassReferences(now);
            all.stream()
                    .filter(test -> subjects(test)
                            .flatMap(subject -> references.reachableFrom(subject).stream())
                            .anyMatch(changed::contains))
                    .forEach(test -> due.add(test.id()));
        }
        classes = now;
    }

    private static Stream<String> subjects(TestCase test) {
        return Arrays.stream(test.method().getParameters())
                .map(parameter -> parameter.getAnnotation(Subject.class))
                .flatMap(Stream::ofNullable)
                .map(subject -> subject.value().getName());
    }

    /** The tests that have to run, those that failed last time first. */
    synchronized List<TestCase> due() {
        return all.stream()
                .filter(test -> due.contains(test.id()))
                .sorted(Comparator.comparing((TestCase test) -> order(results.get(test.id()))))
                .toList();
    }

    private static int order(@Nullable TestResult last) {
        if (last == null) {
            return 1;
        }
        return switch (last.outcome()) {
            case FAILED, TIMEOUT, CRASHED -> 0;
            case SKIPPED -> 1;
            case PASSED -> 2;
        };
    }

    synchronized void add(TestResult result) {
        results.put(result.id(), result);
        due.remove(result.id());
    }

    /** What is known of the tests, by task; of one that has to run again, what it found last. */
    synchronized List<TestResult> results() {
        return all.stream()
                .flatMap(test -> Stream.ofNullable(results.get(test.id())))
                .toList();
    }

    /** Those that did not pass, by task; first those that were tried. */
    synchronized List<TestResult> open() {
        return results().stream()
                .filter(result -> result.outcome() != Outcome.PASSED)
                .toList();
    }
}
