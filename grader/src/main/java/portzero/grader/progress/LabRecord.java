package portzero.grader.progress;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import portzero.grader.course.Lab;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;

/**
 * What is remembered of a student's work on a lab.
 *
 * @param tasks what the last run of the tests found of each task, by its number
 * @param hints how many of a task's hints were given, by its number
 * @param mistakes what the failures of the last run of the tests seemed to come from
 * @param last the task that the last run of the tests was stopped by first; 0 if all that it ran passed, or nothing was run
 */
public record LabRecord(
        Map<Integer, TaskState> tasks, Map<Integer, Integer> hints, List<NamedMistake> mistakes, int last) {

    /** Nothing was run yet. */
    public static final LabRecord NONE = new LabRecord(Map.of(), Map.of(), List.of(), 0);

    private static final String TASK = "task.";
    private static final String HINT = "hint.";
    private static final String MISTAKE = "mistake.";
    private static final String READING = "reading.";
    private static final String LAST = "last";
    private static final int MOST_HINTS = 99;
    private static final int MOST_MISTAKES = 9;

    public LabRecord {
        tasks = Map.copyOf(tasks);
        hints = Map.copyOf(hints);
        mistakes = List.copyOf(mistakes);
    }

    /** The same with what all public tests, or those of some tasks, have found. */
    public LabRecord with(Collection<TestResult> results) {
        Map<Integer, TaskState> now = new TreeMap<>(tasks);
        Map<Integer, TaskState> found = new TreeMap<>();
        results.stream()
                .collect(Collectors.groupingBy(TestResult::task))
                .forEach((task, tests) -> found.put(task, state(tests)));
        now.putAll(found);
        return new LabRecord(now, hints, mistakes, first(found).orElse(0));
    }

    /** The first task with a failure; if there is none, the first that is not written. */
    private static Optional<Integer> first(Map<Integer, TaskState> found) {
        return Stream.of(TaskState.FAULTY, TaskState.OPEN)
                .flatMap(state -> found.keySet().stream()
                        .filter(task -> found.get(task) == state)
                        .sorted())
                .findFirst();
    }

    /**
     * The task that the student seems to be at: the one whose failure the last run told first; if there was none, the first of these
     * with a failure, or that is not done.
     *
     * @param all the lab's tasks, in their order
     * @return empty if all are done
     */
    public Optional<SheetTask> current(List<SheetTask> all) {
        return Stream.<Predicate<SheetTask>>of(
                        task -> task.number() == last && state(task.number()) != TaskState.DONE,
                        task -> state(task.number()) == TaskState.FAULTY,
                        task -> state(task.number()) == TaskState.OPEN)
                .flatMap(fits -> all.stream().filter(fits))
                .findFirst();
    }

    private static TaskState state(List<TestResult> tests) {
        if (tests.stream().allMatch(test -> test.outcome() == Outcome.PASSED)) {
            return TaskState.DONE;
        }
        return tests.stream().allMatch(test -> test.outcome() == Outcome.PASSED || test.outcome() == Outcome.SKIPPED)
                ? TaskState.OPEN
                : TaskState.FAULTY;
    }

    /** The same with so many hints of a task given. */
    public LabRecord withHints(int task, int given) {
        Map<Integer, Integer> now = new TreeMap<>(hints);
        now.put(task, given);
        return new LabRecord(tasks, now, mistakes, last);
    }

    /** The same with no hints given. */
    public LabRecord withoutHints() {
        return new LabRecord(tasks, Map.of(), mistakes, last);
    }

    /** The same with what the failures seem to come from. */
    public LabRecord withMistakes(List<NamedMistake> named) {
        return new LabRecord(tasks, hints, named, last);
    }

    /** How far the student is with a task. */
    public TaskState state(int task) {
        return tasks.getOrDefault(task, TaskState.OPEN);
    }

    /** How many of a task's hints were given. */
    public int hintsOf(int task) {
        return hints.getOrDefault(task, 0);
    }

    /** The tasks of a lab as a row of marks; empty if its sheet names none. */
    public String row(Lab lab) {
        return SheetTask.of(lab).stream()
                .map(task -> String.valueOf(state(task.number()).mark()))
                .collect(Collectors.joining());
    }

    Properties properties() {
        Properties properties = new Properties();
        tasks.forEach((task, state) -> properties.setProperty(TASK + task, state.name()));
        hints.forEach((task, given) -> properties.setProperty(HINT + task, given.toString()));
        if (last > 0) {
            properties.setProperty(LAST, Integer.toString(last));
        }
        for (int i = 0; i < mistakes.size(); i++) {
            properties.setProperty(MISTAKE + i, mistakes.get(i).sentence());
            properties.setProperty(READING + i, mistakes.get(i).reading());
        }
        return properties;
    }

    /** Leaves out what it does not understand: nothing depends on a note of this kind. */
    static LabRecord of(Properties properties) {
        Map<Integer, TaskState> tasks = new TreeMap<>();
        Map<Integer, Integer> hints = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            String value = properties.getProperty(key, "");
            if (key.matches("task\\.[1-9][0-9]?")) {
                state(value, Integer.parseInt(key.substring(TASK.length())), tasks);
            } else if (key.matches("hint\\.[1-9][0-9]?") && value.matches("[0-9]{1,2}")) {
                hints.put(
                        Integer.parseInt(key.substring(HINT.length())), Math.min(MOST_HINTS, Integer.parseInt(value)));
            }
        }
        String last = properties.getProperty(LAST, "");
        return new LabRecord(
                tasks, hints, mistakes(properties), last.matches("[1-9][0-9]?") ? Integer.parseInt(last) : 0);
    }

    private static List<NamedMistake> mistakes(Properties properties) {
        return IntStream.range(0, MOST_MISTAKES)
                .filter(i -> !properties.getProperty(MISTAKE + i, "").isBlank())
                .mapToObj(i -> new NamedMistake(
                        properties.getProperty(MISTAKE + i, ""), properties.getProperty(READING + i, "")))
                .toList();
    }

    private static void state(String value, int task, Map<Integer, TaskState> tasks) {
        for (TaskState state : TaskState.values()) {
            if (state.name().equals(value)) {
                tasks.put(task, state);
            }
        }
    }
}
