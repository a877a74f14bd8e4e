package portzero.bench;

/** A section cannot be measured: a command failed, or what it made is wrong. */
final class MeasurementFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    MeasurementFailed(String sentence) {
        super(sentence);
    }
}
