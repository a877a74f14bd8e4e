package portzero.grader.notes;

import org.commonmark.node.CustomBlock;

/** A piece of a {@link Quiz}; its children are what it shows. */
final class QuizPart extends CustomBlock {
    enum Role {
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

    Role role() {
        return role;
    }
}
