package portzero.grader.notes.block;

import java.util.List;
import org.commonmark.node.CustomBlock;

/** A drawing of states and transitions that a reader can step through. */
public final class StateMachineBlock extends CustomBlock {
    /** One way from a state to another: what happens, and what is sent then. */
    public record Transition(String from, String to, String event, String sends) {}

    private final String drawing;
    private final String alternative;
    private final List<Transition> transitions;

    /**
     * @param drawing trusted SVG, in which each state and transition is marked
     * @param alternative what the drawing shows, for those who cannot see it
     */
    StateMachineBlock(String drawing, String alternative, List<Transition> transitions) {
        this.drawing = drawing;
        this.alternative = alternative;
        this.transitions = List.copyOf(transitions);
    }

    public String drawing() {
        return drawing;
    }

    public String alternative() {
        return alternative;
    }

    public List<Transition> transitions() {
        return transitions;
    }
}
