package portzero.bench;

import java.io.IOException;

/** What a right submission takes of the processor, against what it must take. */
final class FloorSection implements Section {
    @Override
    public String name() {
        return "floor";
    }

    @Override
    public String title() {
        return "processor time of a right submission, against the floor";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        return new FloorMeasurement(bench).text();
    }
}
