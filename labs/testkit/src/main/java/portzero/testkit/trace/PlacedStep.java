package portzero.testkit.trace;

/**
 * A step of the story, and where among the events of the wire it was told, see {@link Trace#Trace(java.util.function.IntSupplier)}.
 *
 * @param move the step as an arrow, with its number in the story as told; 0 if the story as told leaves it out
 * @param text the step as one line
 * @param position how many events there had been
 * @param thread the thread that told it
 */
public record PlacedStep(TraceEvent move, String text, int position, long thread) {}
