package portzero.grader.notes.block;

import org.commonmark.node.CustomBlock;

/** A piece of a {@link Quiz}; its children are what it shows. */
public final class QuizPart extends CustomBlock {
    /** What the part is in its quiz. */
    public enum Role {
        QUESTION,
        /** An option that is right. */
        RIGHT,
        /** An option that is wrong. */
        WRONG,
        /** A step of an order, at its right place. */
        STEP,
        /** What the program of a prediction prints. */
        OUTPUT,
        EXPLANATION
    }

    private final Role role;

    QuizPart(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }
}
