package portzero.testkit.trace;

/** One step of a test. What came of it may be known only later. Thread-safe. */
public final class Step {

    private static final int NOTE_COLUMN = 48;

    private final TraceEvent move;
    private final String text;
    private final int position;
    private final long thread = Thread.currentThread().getId();
    private volatile String outcome = "";

    /** @param position how many events of the wire there have been */
    Step(TraceEvent move, String text, int position) {
        this.move = move;
        this.text = text;
        this.position = position;
    }

    /** Says what came of the step, in a few words. */
    public void outcome(String words) {
        outcome = DisplayText.line(words);
    }

    /** The arrow that goes back, when the end of a call is a step of its own. */
    TraceEvent back() {
        return new TraceEvent(move.step(), move.to(), move.from(), move.kind(), move.label());
    }

    /** The step as one line. */
    String text() {
        if (outcome.isEmpty()) {
            return text;
        }
        return text + " ".repeat(Math.max(2, NOTE_COLUMN - text.length())) + outcome;
    }

    /** The step among the events of the wire, with its number in the story as told, or 0. */
    PlacedStep placed(int number) {
        return new PlacedStep(move(number), text(), position, thread);
    }

    /** The step as an arrow, with its number in the story as told. */
    TraceEvent move(int number) {
        String label = outcome.isEmpty() ? move.label() : move.label() + ": " + outcome;
        return new TraceEvent(number, move.from(), move.to(), move.kind(), label);
    }
}
