package portzero.grader.notes.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.commonmark.node.CustomBlock;
import portzero.grader.notes.markdown.Markdown;

/** A question to the reader. Its children are the {@linkplain QuizPart parts}. */
public final class Quiz extends CustomBlock {
    /** What the reader is asked to do. */
    public enum Kind {
        /** One or more of several options are right. */
        CHOICE,
        /** What a program prints. */
        PREDICT,
        /** Steps are put into their order. */
        ORDER
    }

    private final Kind kind;

    Quiz(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public List<QuizPart> parts(QuizPart.Role... roles) {
        var wanted = List.of(roles);
        return Markdown.children(this)
                .filter(QuizPart.class::isInstance)
                .map(QuizPart.class::cast)
                .filter(part -> wanted.contains(part.role()))
                .toList();
    }

    public QuizPart part(QuizPart.Role role) {
        return parts(role).get(0);
    }

    /** The numbers of the steps, from 0, in the order in which they are shown: the same on every run, never the right one. */
    public List<Integer> shuffled() {
        var steps = parts(QuizPart.Role.STEP);
        var right = new ArrayList<Integer>();
        for (var i = 0; i < steps.size(); i++) {
            right.add(i);
        }
        var shown = new ArrayList<>(right);
        Collections.shuffle(shown, new Random(Markdown.text(this).hashCode()));
        if (shown.equals(right)) {
            Collections.rotate(shown, 1);
        }
        return List.copyOf(shown);
    }
}
