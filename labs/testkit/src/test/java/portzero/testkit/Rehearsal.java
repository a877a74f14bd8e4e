package portzero.testkit;

import portzero.testkit.subject.LocalHome;
import portzero.testkit.subject.SubjectSession;

/** A stage with a wire, as a test of a lab has it, for tests of the kit's own. */
final class Rehearsal implements AutoCloseable {

    final Stage stage;
    final Wire wire;

    Rehearsal() {
        this(new LocalHome().begin());
    }

    /** With another program. */
    Rehearsal(SubjectSession session) {
        stage = new Stage(Seed.of("rehearsal"), session);
        wire = new Wire(stage);
    }

    /** The story so far, one step a line. */
    String story() {
        return String.join("\n", stage.trace().lines(stage.trace().size()));
    }

    @Override
    public void close() {
        stage.close();
    }
}
