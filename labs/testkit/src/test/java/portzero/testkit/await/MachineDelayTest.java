package portzero.testkit.await;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import portzero.testkit.process.ThreadTime;
import portzero.testkit.trace.DeadlineMissCause;

/** What is believed to have made a test late, given what the system tells. */
class MachineDelayTest {

    private static final long SECOND = 1_000_000_000;

    /** So long that what this test itself takes is none of it. */
    private static final Duration ALLOWED = Duration.ofHours(1);

    private static final long HOUR = ALLOWED.toNanos();

    private final Told told = new Told();
    private final MachineDelay machineDelay = new MachineDelay(told);

    /** A system that tells what a test wants. */
    private static final class Told implements MachineDelay.Counters {
        private final Map<Integer, ThreadTime> times = new HashMap<>(Map.of(1, new ThreadTime(SECOND, SECOND)));
        private OptionalLong stalls = OptionalLong.of(5 * SECOND);
        private boolean delivered = true;

        @Override
        public Optional<Map<Integer, ThreadTime>> threadTimes() {
            return times.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(times));
        }

        @Override
        public OptionalLong stalls() {
            return stalls;
        }

        @Override
        public boolean isDelivered() {
            return delivered;
        }

        void thread(int number, long ran, long waited) {
            times.put(number, new ThreadTime(ran, waited));
        }
    }

    /** A deadline that began when the wait did and has passed just now. */
    private DeadlineMissCause lateness() {
        return machineDelay.lateness(new Deadline(ALLOWED, System.nanoTime(), false));
    }

    /** Begins to observe at the moment at which the deadline began. */
    private void begin() {
        machineDelay.look();
        machineDelay.backdate(HOUR);
    }

    @Test
    void program_that_was_not_kept_waiting_is_late_by_itself() {
        begin();
        told.thread(1, SECOND + HOUR / 20, SECOND + HOUR / 20);
        told.thread(2, 0, HOUR / 20);
        assertThat(lateness()).isEqualTo(DeadlineMissCause.OF_THE_PROGRAM);
    }

    @Test
    void threads_that_waited_for_a_processor_were_kept_by_the_machine() {
        begin();
        told.thread(1, SECOND, SECOND + HOUR / 8);
        told.thread(2, 0, HOUR / 8);
        assertThat(lateness()).isEqualTo(DeadlineMissCause.OF_THE_MACHINE);
    }

    @Test
    void what_a_thread_waited_before_counts_for_nothing() {
        told.thread(1, HOUR, HOUR);
        begin();
        assertThat(lateness()).isEqualTo(DeadlineMissCause.OF_THE_PROGRAM);
    }

    @Test
    void thread_that_has_ended_meanwhile_counts_by_what_was_seen_of_it() {
        begin();
        told.thread(2, 0, HOUR / 4);
        machineDelay.look();
        told.times.remove(2);
        assertThat(lateness()).isEqualTo(DeadlineMissCause.OF_THE_MACHINE);
    }

    @Test
    void machine_that_lacked_memory_or_its_disk_kept_it() {
        begin();
        told.stalls = OptionalLong.of(5 * SECOND + HOUR / 4);
        assertThat(lateness()).isEqualTo(DeadlineMissCause.OF_THE_MACHINE);
    }

    @Test
    void packets_that_the_kernel_has_not_handed_over_are_the_machines() {
        begin();
        told.delivered = false;
        assertThat(lateness()).isEqualTo(DeadlineMissCause.OF_THE_MACHINE);
    }

    @Test
    void program_that_computed_may_be_in_time_on_a_faster_machine() {
        begin();
        told.thread(1, SECOND + HOUR * 6 / 10, SECOND);
        assertThat(lateness()).isEqualTo(DeadlineMissCause.OF_ITS_COMPUTING);
    }

    @Test
    void time_that_was_not_observed_may_have_been_anybodys() {
        machineDelay.look(); // as late as can be
        assertThat(lateness()).isEqualTo(DeadlineMissCause.OF_THE_MACHINE);
    }

    @Test
    void where_nothing_was_observed_nothing_is_known() {
        assertThat(lateness()).isEqualTo(DeadlineMissCause.UNKNOWN);
    }

    @Test
    void system_that_does_not_tell_is_not_trusted() {
        told.times.clear();
        begin();
        assertThat(lateness()).isEqualTo(DeadlineMissCause.UNKNOWN);
    }

    @Test
    void system_that_counts_nothing_is_not_trusted() {
        told.thread(1, 0, 0);
        begin();
        assertThat(lateness()).isEqualTo(DeadlineMissCause.UNKNOWN);
    }

    @Test
    void system_that_does_not_tell_of_stalls_is_not_trusted() {
        told.stalls = OptionalLong.empty();
        begin();
        assertThat(lateness()).isEqualTo(DeadlineMissCause.UNKNOWN);
    }

    @Test
    void whole_tests_time_has_more_in_it_than_one_wait() {
        begin();
        assertThat(machineDelay.lateness(new Deadline(ALLOWED, System.nanoTime(), true)))
                .isEqualTo(DeadlineMissCause.UNKNOWN);
    }
}
