package portzero.grader.report.view;

/**
 * Text that leads somewhere, if there is somewhere to go.
 *
 * @param text what is shown
 * @param href a relative address, or empty for plain text
 */
public record Link(String text, String href) {
    /** Whether there is somewhere to go. */
    public boolean leads() {
        return !href.isEmpty();
    }
}
