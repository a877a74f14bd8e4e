package portzero.testkit.trace;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The story of a test. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TraceBench {
    @Benchmark
    public Trace twelve_steps() {
        return story(12);
    }

    /** A test that failed tells its story; one that passed does not. */
    @Benchmark
    public List<String> a_hundred_steps_told() {
        return story(100).lines(100);
    }

    private static Trace story(int steps) {
        var trace = new Trace();
        for (var i = 0; i < steps; i++) {
            trace.add(TraceEvent.Kind.DATA, "test", "server", "test sends 12 bytes \"wudqkpgehqeq\"", "12 bytes")
                    .outcome("the same came back");
        }
        return trace;
    }
}
