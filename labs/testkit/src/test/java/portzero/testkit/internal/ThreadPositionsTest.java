package portzero.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import portzero.testkit.subject.CodeLine;
import portzero.testkit.subject.StudentThread;

class ThreadPositionsTest {

    private static final CodeLine SERVE = new CodeLine("X", "serve", "X.java", 9);

    @Test
    void threads_at_the_same_place_are_one_line() {
        assertThat(ThreadPositions.lines(List.of(reader("a"), reader("b"), reader("c")), false))
                .containsExactly("a and 2 more like it  blocked in read, X.java:9 (serve)");
    }

    @Test
    void read_that_spins_is_not_called_blocked() {
        assertThat(ThreadPositions.lines(List.of(reader("a")), true))
                .containsExactly("a  in read again and again, X.java:9 (serve)");
    }

    private static StudentThread reader(String name) {
        return new StudentThread(name, "RUNNABLE", "blocked in read", SERVE);
    }
}
