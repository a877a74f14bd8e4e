package portzero.grader.notes.block;

import java.util.List;
import org.commonmark.node.CustomBlock;
import portzero.grader.ladder.LadderView;

/** A recorded conversation, ready to be shown as a drawing and as a list. */
public final class SequenceBlock extends CustomBlock {
    private final LadderView drawing;
    private final List<String> steps;
    private final String caption;

    /** @param steps the same as the drawing, in words */
    SequenceBlock(LadderView drawing, List<String> steps, String caption) {
        this.drawing = drawing;
        this.steps = List.copyOf(steps);
        this.caption = caption;
    }

    public LadderView drawing() {
        return drawing;
    }

    public List<String> steps() {
        return steps;
    }

    public String caption() {
        return caption;
    }
}
