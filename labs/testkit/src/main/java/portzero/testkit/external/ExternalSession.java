package portzero.testkit.external;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opentest4j.TestAbortedException;
import portzero.testkit.host.ArrayChange;
import portzero.testkit.kernel.PendingTraffic;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.process.ActivitySample;
import portzero.testkit.process.ActivitySampler;
import portzero.testkit.process.OpenFiles;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.process.ProcessFiles;
import portzero.testkit.process.ThreadTime;
import portzero.testkit.subject.CodeLine;
import portzero.testkit.subject.Observation;
import portzero.testkit.subject.ProgramThread;
import portzero.testkit.subject.StudentThread;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;

/**
 * One test with programs in place of the student's objects. What the kernel shows of a process is seen, whatever language it
 * is written in: descriptors, the processor time of its threads, its sockets. What only a JVM could tell is not.
 */
final class ExternalSession implements SubjectSession {

    private final ExternalRuntime runtime;
    private final List<ExternalProgram> programs = new CopyOnWriteArrayList<>();
    private boolean used;

    ExternalSession(ExternalRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public SubjectObject create(Class<?> subject, Class<?> contract, WaitPolicy policy) {
        if (!subject.getSimpleName().equals(runtime.server().name())) {
            throw new TestAbortedException(
                    "it calls methods of " + subject.getSimpleName() + ", which a program does not have");
        }
        boolean first = !used;
        used = true;
        return runtime.object(this, first);
    }

    void add(ExternalProgram program) {
        programs.add(program);
        runtime.add(program);
    }

    private List<ExternalProgram> alive() {
        return programs.stream().filter(ExternalProgram::isAlive).toList();
    }

    @Override
    public Optional<String> lacks(Observation what) {
        boolean seen = switch (what) {
            case THREADS, ARRAYS, ATTEMPTS -> false;
            case DESCRIPTORS, ACTIVITY -> runtime.isStarted() && ProcessFiles.areShown();
            case SOCKETS -> TcpTable.isVisible();
        };
        return seen
                ? Optional.empty()
                : Optional.of("it looks at " + what.text() + ", which cannot be seen from outside");
    }

    @Override
    public Optional<List<ProgramThread>> allThreads() {
        return Optional.empty();
    }

    @Override
    public List<StudentThread> threads() {
        return List.of();
    }

    @Override
    public boolean standsStill(int calls) {
        return false; // whether a thread waits with a time limit cannot be seen
    }

    @Override
    public boolean isAtRest(int calls) {
        return false;
    }

    @Override
    public boolean tellsStandstill() {
        return false;
    }

    @Override
    public boolean tellsQuiet() {
        return runtime.isStarted() && TcpTable.isVisible();
    }

    /** Asleep after the look at what is on its way, too: what arrives wakes somebody. */
    @Override
    public boolean isQuiet(int calls) {
        return isAsleep() && PendingTraffic.isSettledOrStuck() && isAsleep();
    }

    private boolean isAsleep() {
        return alive().stream()
                .allMatch(program -> ActivitySampler.of(program.process())
                        .filter(ActivitySample::asleep)
                        .isPresent());
    }

    @Override
    public OptionalLong openFiles() {
        long sum = 0;
        for (ExternalProgram program : alive()) {
            OptionalLong open = OpenFiles.of(program.process());
            if (open.isEmpty()) {
                return open;
            }
            sum += open.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    @Override
    public OptionalInt furtherThreads() {
        return OptionalInt.empty();
    }

    @Override
    public Optional<Map<Integer, ThreadTime>> threadTimes() {
        Map<Integer, ThreadTime> times = new HashMap<>();
        try {
            for (ExternalProgram program : alive()) {
                times.putAll(ThreadTime.of(program.process()));
            }
        } catch (IOException | NumberFormatException hidden) {
            return Optional.empty();
        }
        return times.isEmpty() ? Optional.empty() : Optional.of(times);
    }

    @Override
    public Optional<ActivitySample> activity() {
        List<ActivitySample> samples = alive().stream()
                .flatMap(program -> ActivitySampler.of(program.process()).stream())
                .toList();
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Long> used = new HashMap<>();
        Map<Long, Long> turns = new HashMap<>();
        samples.forEach(sample -> {
            used.putAll(sample.used());
            turns.putAll(sample.turns());
        });
        return Optional.of(new ActivitySample(
                samples.get(0).at(), samples.stream().allMatch(ActivitySample::asleep), used, turns));
    }

    @Override
    public Optional<List<ArrayChange>> changedArrays(Duration deadline) {
        return Optional.empty();
    }

    @Override
    public String output() {
        StringBuilder all = new StringBuilder();
        programs.forEach(program -> all.append(program.output()));
        return all.toString();
    }

    @Override
    public boolean hasEnded() {
        return programs.stream().anyMatch(ExternalProgram::hasFailed);
    }

    @Override
    public Optional<ProcessExit> death() {
        return programs.stream()
                .filter(ExternalProgram::hasFailed)
                .map(ExternalProgram::exit)
                .findFirst();
    }

    @Override
    public List<CodeLine> origin(Throwable thrown) {
        return List.of();
    }

    @Override
    public boolean isWritten(CodeLine line) {
        return false;
    }

    @Override
    public void spoil() {
        // Each test has programs of its own; nothing is used again.
    }

    @Override
    public void close() {
        programs.forEach(ExternalProgram::end);
        programs.forEach(runtime::remove);
    }
}
