package portzero.testkit.wire;

/**
 * How a test failed.
 *
 * @param message what was expected and what happened; may have several lines
 * @param steps how many steps the story had then
 * @param position how many events of the wire there had been
 */
public record WireFailure(String message, int steps, int position) {}
