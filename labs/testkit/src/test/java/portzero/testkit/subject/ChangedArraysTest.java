package portzero.testkit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static portzero.testkit.subject.Calls.call;
import static portzero.testkit.subject.Calls.wizard;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Submission;
import portzero.testkit.host.ArrayChange;

/** A program that changes an array of its caller's is found out, in another JVM and in this one. */
@Timeout(60)
class ChangedArraysTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int LARGE = 3 << 20;
    private static final WaitPolicy POLICY = WaitPolicy.until(LONG);

    /** One home for all tests: a test begins with the spare that the one before had started. */
    private static final ForkedRuntime HOME = new ForkedRuntime(HostProgram::start);

    @AfterAll
    static void close() {
        HOME.close();
    }

    @Test
    void what_is_only_read_is_untouched() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                Thread reader = new Thread(() -> Arrays.hashCode(given));
                reader.start();
                reader.join();"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        call(wizard, "copy", (Object) new byte[] {1, 2, 3});
        call(wizard, "act");
        call(wizard, "copy", (Object) new byte[LARGE]);
        assertThat(session.changedArrays(LONG)).contains(List.of());
        session.close();
    }

    @Test
    void an_argument_that_is_changed_in_the_call_is_told() throws Throwable {
        SubjectSession session = begin(Submission.acting("wipes = true;"));
        SubjectSession.SubjectObject wizard = wizard(session);
        call(wizard, "act");
        assertThat((byte[]) call(wizard, "copy", (Object) new byte[] {0, 0x41})).containsExactly(0, 0x41);
        List<ArrayChange> told = List.of(new ArrayChange("copy", false, 2, 1, 0x41, 0));
        assertThat(session.changedArrays(LONG)).contains(told);
        assertThat(session.changedArrays(LONG)).as("asked again").contains(told);
        session.close();
        assertThat(HOME.begin().changedArrays(LONG)).as("in the next test").contains(List.of());
    }

    @Test
    void an_argument_that_is_changed_after_the_call_is_told() throws Throwable {
        SubjectSession session = begin(Submission.acting("given[0] = -1;"));
        SubjectSession.SubjectObject wizard = wizard(session);
        call(wizard, "copy", (Object) new byte[12]);
        assertThat(session.changedArrays(LONG)).contains(List.of());
        call(wizard, "act");
        assertThat(session.changedArrays(LONG)).contains(List.of(new ArrayChange("copy", false, 12, 0, 0, 0xff)));
    }

    @Test
    void a_returned_array_that_a_later_call_changes_is_told() throws Throwable {
        SubjectSession session = begin(Submission.acting("returned[2]++;"));
        SubjectSession.SubjectObject wizard = wizard(session);
        call(wizard, "copy", (Object) new byte[3]);
        call(wizard, "act");
        assertThat(session.changedArrays(LONG)).contains(List.of(new ArrayChange("copy", true, 3, 2, 0, 1)));
    }

    @Test
    void a_change_far_behind_in_a_large_array_is_told_without_its_place() throws Throwable {
        SubjectSession session = begin(Submission.acting("given[given.length - 1]++;"));
        SubjectSession.SubjectObject wizard = wizard(session);
        call(wizard, "copy", (Object) new byte[LARGE]);
        call(wizard, "act");
        assertThat(session.changedArrays(LONG))
                .contains(List.of(new ArrayChange("copy", false, LARGE, ArrayChange.UNKNOWN, 0, 0)));
    }

    @Test
    void many_calls_with_large_arrays_keep_no_memory() throws Throwable {
        SubjectSession session = begin(Submission.acting("given[0]++;"));
        SubjectSession.SubjectObject wizard = wizard(session);
        for (int i = 0; i < 100; i++) { // 600 MiB in all, and the program has 64
            call(wizard, "copy", (Object) new byte[LARGE]);
        }
        call(wizard, "act");
        assertThat(session.changedArrays(LONG).orElseThrow()).hasSize(1);
        session.close();
    }

    @Test
    void a_forged_answer_is_no_answer() throws Throwable {
        // RETURNED to every number up to 99, again and again, with one array, whose byte 7 of 3 differs.
        SubjectSession session = begin(Submission.acting("""
                ByteArrayOutputStream forged = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(forged);
                for (int i = 0; i < 100; i++) {
                    out.writeInt(36); out.writeByte(8); out.writeInt(i); out.writeInt(1); out.writeInt(4); out.writeBytes("copy");
                    for (int number : new int[] {1, 3, 7, 0, 0}) out.writeInt(number);
                }
                CountDownLatch under = new CountDownLatch(100);
                Thread forger = new Thread(() -> {
                    try {
                        FileOutputStream pipe = new FileOutputStream(FileDescriptor.out);
                        while (true) { pipe.write(forged.toByteArray()); under.countDown(); }
                    } catch (IOException gone) {
                    }
                });
                forger.setDaemon(true);
                forger.start();
                under.await();"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(catchThrowable(() -> call(wizard, "act"))).isInstanceOf(SubjectExitException.class);
        assertThat(session.changedArrays(LONG).orElse(List.of())).isEmpty();
    }

    @Test
    void impossible_numbers_are_refused() {
        assertThatThrownBy(() -> new ArrayChange("copy", true, 3, 7, 0, 0)).hasMessage("at must be -1–2 but was 7");
        assertThatThrownBy(() -> new ArrayChange("copy", true, 3, -2, 0, 0)).hasMessageStartingWith("at must be");
        assertThatThrownBy(() -> new ArrayChange("copy", true, 3, 0, 256, 0))
                .hasMessage("bytes must be 0–255 but were 256 and 0");
        assertThatThrownBy(() -> new ArrayChange("copy", true, 3, 0, 0, -1)).hasMessageStartingWith("bytes must be");
    }

    @Test
    void a_program_that_has_ended_tells_nothing() throws Throwable {
        SubjectSession session = begin(Submission.acting("Runtime.getRuntime().halt(3);"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(catchThrowable(() -> call(wizard, "act"))).isInstanceOf(SubjectExitException.class);
        assertThat(session.changedArrays(LONG)).isEmpty();
    }

    @Test
    void in_this_jvm_it_is_found_out_as_well() throws Throwable {
        try (SubjectSession session = new InProcessRuntime().begin()) {
            SubjectSession.SubjectObject careless = session.create(Careless.class, Filter.class, POLICY);
            byte[] given = {0x41, 0x42};
            assertThat(in(careless, "only", Optional.of(given))).isEqualTo(Optional.of(given));
            assertThat(session.changedArrays(LONG)).contains(List.of());
            in(careless, "pack", (Object) given);
            in(careless, "pack", (Object) given);
            assertThat(session.changedArrays(LONG))
                    .contains(List.of(
                            new ArrayChange("pack", false, 2, 0, 0x41, 0),
                            new ArrayChange("only", false, 2, 0, 0x41, 0),
                            new ArrayChange("only", true, 2, 0, 0x41, 0),
                            new ArrayChange("pack", true, 2, 0, 1, 2)));
        }
    }

    private static @Nullable Object in(SubjectSession.SubjectObject object, String name, Object argument)
            throws Throwable {
        return object.call(
                Arrays.stream(Filter.class.getMethods())
                        .filter(method -> method.getName().equals(name))
                        .findFirst()
                        .orElseThrow(),
                new @Nullable Object[] {argument},
                POLICY);
    }

    private static SubjectSession begin(List<ClassFile> classes) {
        HOME.load(classes);
        return HOME.begin();
    }

    /** A contract whose arrays are in other values. */
    interface Filter {

        @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
        record Packet(String name, byte[] bytes) {}

        Packet pack(byte[] bytes);

        Optional<byte[]> only(Optional<byte[]> bytes);
    }

    /** Wipes what it is given, and has one array for all that it returns. */
    static final class Careless implements Filter {

        private final byte[] shared = new byte[2];

        @Override
        public Packet pack(byte[] bytes) {
            shared[0]++;
            Arrays.fill(bytes, (byte) 0);
            return new Packet("shared", shared);
        }

        @Override
        public Optional<byte[]> only(Optional<byte[]> bytes) {
            return bytes;
        }
    }
}
