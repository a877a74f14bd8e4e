package portzero.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import portzero.testkit.subject.InProcessRuntime;
import portzero.testkit.subject.SubjectSession;

class FailureSnapshotTest {

    @Test
    void a_program_that_ends_when_it_is_asked_had_not_ended_when_it_failed() {
        AtomicBoolean ended = new AtomicBoolean();
        SubjectSession session = endingWhenAsked(new InProcessRuntime().begin(), ended);
        try (ContextFixture fixture = new ContextFixture(session)) {
            AssertionError failure = fixture.context.failed(new AssertionError("a wrong answer"));
            assertThat(ended).isTrue();
            assertThat(fixture.context.sceneOf(failure).ended()).isFalse();
            assertThat(fixture.context.sceneOf(new AssertionError("later")).ended())
                    .isTrue();
        }
    }

    private static SubjectSession endingWhenAsked(SubjectSession session, AtomicBoolean ended) {
        return (SubjectSession) Proxy.newProxyInstance(
                SubjectSession.class.getClassLoader(),
                new Class<?>[] {SubjectSession.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "hasEnded" -> ended.get();
                    case "threads" -> {
                        ended.set(true);
                        yield method.invoke(session, arguments);
                    }
                    default -> method.invoke(session, arguments);
                });
    }
}
