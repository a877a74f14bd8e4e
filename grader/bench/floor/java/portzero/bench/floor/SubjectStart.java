package portzero.bench.floor;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import portzero.grader.sandbox.Launcher;
import portzero.testkit.codec.Frame;

/**
 * Starts a submission's JVM in its sandbox, waits until it says that it is ready, and kills it. The processor time of it is
 * that of other processes, for whoever started this program to measure.
 */
final class SubjectStart implements Floor.Pass {
    private final List<String> command;
    private final int times;

    SubjectStart(List<String> command, int times) {
        this.command = command;
        this.times = times;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        for (var i = 0; i < times; i++) {
            start();
        }
    }

    private void start() throws IOException, InterruptedException {
        var process = Launcher.start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
        var first = Frame.read(new DataInputStream(process.getInputStream()));
        if (first == null || first.kind() != Frame.Kind.READY) {
            throw new IllegalStateException("A submission's JVM did not start; what it printed is above.");
        }
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }
}
