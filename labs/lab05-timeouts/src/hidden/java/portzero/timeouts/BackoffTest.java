package portzero.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.TestNetwork;

/** What else the retries have to do. No test waits: the time is what the test says. */
class BackoffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    @LabTest(
            task = 6,
            points = 2,
            hint = "Take the smaller one of the doubled step and the longest",
            notes = "trouble#backoff")
    void no_wait_is_longer_than_the_longest(@Subject(Backoff.class) Retries retries) {
        retries.begin(new Policy(10, SECOND, SECOND.multipliedBy(3), DAY), Duration.ZERO);

        expectWait(SECOND, retries.failed(SECOND, 0));
        expectWait(SECOND.multipliedBy(2), retries.failed(SECOND, 0));
        expectWait(SECOND.multipliedBy(3), retries.failed(SECOND, 0));
        expectWait(SECOND.multipliedBy(3), retries.failed(SECOND, 0));
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "Doubled often enough every number overflows: bound the step each time, before you double it again",
            notes = "trouble#backoff")
    void the_hundredth_wait_is_the_longest_still(@Subject(Backoff.class) Retries retries) {
        retries.begin(new Policy(1_000, SECOND, SECOND.multipliedBy(30), DAY), Duration.ZERO);
        for (int i = 1; i < 100; i++) {
            retries.failed(SECOND, 0);
        }

        for (int i = 100; i < 200; i++) {
            expectWait(SECOND.multipliedBy(30), retries.failed(SECOND, 0));
        }
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "Add the wait to the present time: if that is not before the limit, there is no point in waiting",
            notes = "trouble#retry")
    void nobody_waits_for_what_would_be_too_late(@Subject(Backoff.class) Retries retries, TestNetwork network) {
        Duration start = Duration.ofMillis(network.random().nextInt(1_000_000)); // a clock may begin anywhere
        Policy policy = new Policy(10, SECOND, SECOND, SECOND.multipliedBy(10));

        retries.begin(policy, start);
        expectWait(SECOND, retries.failed(start.plus(Duration.ofMillis(8_999)), 0));
        retries.begin(policy, start);
        expectNoWait(retries.failed(start.plus(Duration.ofSeconds(9)), 0));
        retries.begin(policy, start);
        expectNoWait(retries.failed(start.plus(Duration.ofMillis(9_500)), 0));
        retries.begin(policy, start); // it is the wait that counts, and not the step
        expectWait(Duration.ofMillis(600), retries.failed(start.plus(Duration.ofMillis(9_300)), 0.8));
    }

    @LabTest(
            task = 6,
            points = 2,
            hint = "Chance takes away up to half of the wait, and leaves the next step as it is",
            notes = "trouble#backoff")
    void chance_shortens_the_wait_but_not_the_next_step(@Subject(Backoff.class) Retries retries, TestNetwork network) {
        double chance = network.random().nextDouble() * 0.8 + 0.1;
        retries.begin(new Policy(10, SECOND, SECOND.multipliedBy(100), DAY), Duration.ZERO);

        for (int step = 1; step <= 8; step *= 2) {
            Duration wait = Duration.ofNanos(Math.round(step * 1e9 * (1 - chance / 2)));
            expectWait(wait, retries.failed(SECOND, chance));
        }
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "Set every field anew in begin: the failures, the step and the time",
            notes = "trouble#retry")
    void begin_forgets_what_was_before(@Subject(Backoff.class) Retries retries) {
        Policy policy = new Policy(3, SECOND, DAY, SECOND.multipliedBy(10));
        retries.begin(policy, Duration.ZERO);
        retries.failed(SECOND, 0);
        retries.failed(SECOND, 0);

        retries.begin(policy, SECOND.multipliedBy(100));

        expectWait(SECOND, retries.failed(SECOND.multipliedBy(101), 0));
        expectWait(SECOND.multipliedBy(2), retries.failed(SECOND.multipliedBy(102), 0));
        expectNoWait(retries.failed(SECOND.multipliedBy(104), 0));
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "Not all waits are whole milliseconds, and 25 days are more milliseconds than an int can hold: compute with"
                            + " Duration, or with nanoseconds in a long",
            notes = "trouble#backoff")
    void waits_may_be_very_short_and_very_long(@Subject(Backoff.class) Retries retries) {
        Duration shortest = Duration.ofNanos(1_500_000);
        Duration years = DAY.multipliedBy(20_000); // a clock that began in 1970
        retries.begin(new Policy(10, shortest, DAY, DAY), years);
        expectWait(shortest, retries.failed(years, 0));
        expectWait(Duration.ofNanos(2_250_000), retries.failed(years, 0.5)); // the step is 3 ms now

        retries.begin(new Policy(10, DAY.multipliedBy(30), DAY.multipliedBy(90), DAY.multipliedBy(1_000)), years);
        expectWait(DAY.multipliedBy(30), retries.failed(years.plus(DAY), 0));
        expectWait(DAY.multipliedBy(60), retries.failed(years.plus(DAY.multipliedBy(40)), 0));
        expectWait(DAY.multipliedBy(90), retries.failed(years.plus(DAY.multipliedBy(909)), 0));
        expectNoWait(retries.failed(years.plus(DAY.multipliedBy(910)), 0));
    }

    @LabTest(
            task = 6,
            points = 1,
            hint = "Each backoff has its own failures and its own step: keep them in fields that are not static",
            notes = "trouble#retry")
    void two_backoffs_do_not_share_anything(@Subject(Backoff.class) Retries one, @Subject(Backoff.class) Retries two) {
        one.begin(new Policy(3, SECOND, DAY, DAY), Duration.ZERO);
        two.begin(new Policy(10, SECOND.multipliedBy(5), DAY, SECOND.multipliedBy(1_000)), SECOND);

        expectWait(SECOND.multipliedBy(5), two.failed(SECOND, 0));
        expectWait(SECOND, one.failed(SECOND, 0));
        expectWait(SECOND.multipliedBy(10), two.failed(SECOND, 0));
        expectWait(SECOND.multipliedBy(2), one.failed(SECOND.multipliedBy(2_000), 0));
        expectNoWait(one.failed(SECOND.multipliedBy(2_000), 0));
        expectWait(SECOND.multipliedBy(20), two.failed(SECOND, 0));
    }

    private static void expectWait(Duration expected, Optional<Duration> actual) {
        Duration difference = actual.map(wait -> wait.minus(expected).abs()).orElse(DAY);
        assertThat(difference)
                .withFailMessage("Expected a wait of %s, but it was %s", expected, actual)
                .isLessThanOrEqualTo(PRECISION);
    }

    private static void expectNoWait(Optional<Duration> actual) {
        assertThat(actual)
                .withFailMessage("Expected that there is no further attempt, but there was a wait: %s", actual)
                .isEmpty();
    }
}
