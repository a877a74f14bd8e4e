package portzero.testkit.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The story of one test. Thread-safe. */
public final class Trace {

    /** A test with more steps than this is told with the first and the last of them. */
    private static final int MOST = 60;

    /** How many of the steps that are told of a long story are its first. */
    private static final int BEGINNING = 10;

    private final List<Step> steps = new ArrayList<>();
    private final IntSupplier position;

    public Trace() {
        this(() -> 0);
    }

    /** @param position how many events of the wire there have been, so that steps can be put among them */
    public Trace(IntSupplier position) {
        this.position = position;
    }

    /**
     * Adds a step.
     *
     * @param kind what crosses between the sides
     * @param from the side that acts
     * @param to the side that it concerns
     * @param text the step as a sentence without a full stop
     * @param label the step in a few words, for the arrow in a diagram
     */
    public synchronized Step add(TraceEvent.Kind kind, String from, String to, String text, String label) {
        Step step = new Step(
                new TraceEvent(steps.size() + 1, from, to, kind, DisplayText.line(label)),
                DisplayText.line(text),
                position.getAsInt());
        steps.add(step);
        return step;
    }

    /**
     * Says how a call ended: beside its step if nothing has happened since, or else as a step of its own, so that the steps
     * stay in the order of time.
     *
     * @param step the call's beginning
     * @param call its name, {@code EchoClient.fetch}
     * @param outcome how it ended, in a few words
     */
    public synchronized void end(Step step, String call, String outcome) {
        if (steps.isEmpty() || steps.get(steps.size() - 1) == step) {
            step.outcome(outcome);
            return;
        }
        TraceEvent back = step.back();
        add(back.kind(), back.from(), back.to(), call + " " + outcome, call + ": " + outcome);
    }

    /** The number of steps so far. */
    public synchronized int size() {
        return steps.size();
    }

    /** Takes the last steps back, as if they had never been: an attempt that is made again. */
    public synchronized void rewind(int size) {
        steps.subList(size, steps.size()).clear();
    }

    /** The story in lines, up to a number of steps. */
    public List<String> lines(int end) {
        return told(end).stream().map(Step::text).toList();
    }

    /** The story in arrows, up to a number of steps; as many as there are lines, each with its line's number. */
    public List<TraceEvent> moves(int end) {
        List<Step> told = told(end);
        return IntStream.range(0, told.size())
                .mapToObj(i -> told.get(i).move(i + 1))
                .toList();
    }

    /** All steps up to a number of them, with their places and the numbers that they have in the story as told. */
    public synchronized List<PlacedStep> placed(int end) {
        int left = left(end);
        return IntStream.range(0, end)
                .mapToObj(i -> steps.get(i).placed(number(i, left)))
                .toList();
    }

    /** The place that a step has in the story as told; 0 if it has none. */
    private static int number(int index, int left) {
        if (left == 0 || index < BEGINNING) {
            return index + 1;
        }
        return index < BEGINNING + left ? 0 : index + 2 - left;
    }

    /** How many steps of a story are not told; one line stands for them. */
    private static int left(int end) {
        return end <= MOST ? 0 : end - MOST + 1;
    }

    private synchronized List<Step> told(int end) {
        List<Step> all = List.copyOf(steps.subList(0, end));
        int left = left(end);
        if (left == 0) {
            return all;
        }
        String gap = "… " + left + " more steps like these …";
        return Stream.of(all.subList(0, BEGINNING), List.of(gap(gap)), all.subList(BEGINNING + left, end))
                .flatMap(List::stream)
                .toList();
    }

    private static Step gap(String text) {
        return new Step(new TraceEvent(1, "test", "test", TraceEvent.Kind.NOTE, text), text, 0);
    }
}
