package portzero.testkit.internal;

import portzero.testkit.net.TestNetwork;
import portzero.testkit.subject.InProcessRuntime;
import portzero.testkit.subject.SubjectSession;

/** A stage with a wire, as a test of a lab has it, for tests of the kit's own. */
public final class ContextFixture implements AutoCloseable {

    public final TestContext context;
    public final TestNetwork network;

    public ContextFixture() {
        this(new InProcessRuntime().begin());
    }

    /** With another program. */
    ContextFixture(SubjectSession session) {
        context = new TestContext(Seed.of("fixture"), session);
        network = new TestNetwork(context);
    }

    /** The story so far, one step a line. */
    public String story() {
        return String.join("\n", context.trace().lines(context.trace().size()));
    }

    @Override
    public void close() {
        context.close();
    }
}
