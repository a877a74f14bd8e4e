package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every section measures with. */
final class Bench implements AutoCloseable {
    private final Checkout checkout;
    private final Path work;
    private final Options options;
    private final Progress progress;
    private final Meter meter;
    private int folders;

    private Bench(Checkout checkout, Path work, Options options, Progress progress) throws IOException {
        this.checkout = checkout;
        this.work = work;
        this.options = options;
        this.progress = progress;
        meter = new Meter(work);
    }

    /** Makes a folder for all that is made and measured; {@link #close} deletes it. */
    static Bench create(Checkout checkout, Options options, Progress progress) throws IOException {
        var work = Files.createTempDirectory("portzero-bench-");
        if (options.keep()) {
            progress.say("Everything is kept in " + work + ".");
        }
        return new Bench(checkout, work, options, progress);
    }

    Checkout checkout() {
        return checkout;
    }

    Meter meter() {
        return meter;
    }

    Grader grader() {
        return new Grader(this);
    }

    /** A new folder. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(work.resolve(name + "-" + ++folders));
    }

    void say(String sentence) {
        progress.say(sentence);
    }

    /** How often each contestant runs: what the command line says, else what suits the section. */
    int rounds(int usual, int quick) {
        return options.rounds().orElse(size(usual, quick));
    }

    /** A number that is less with {@code --quick}. */
    int size(int usual, int quick) {
        return options.quick() ? quick : usual;
    }

    /** Deletes what is no longer needed, unless all is to be kept. */
    void discard(Path folder) throws IOException {
        if (!options.keep()) {
            Folders.delete(folder);
        }
    }

    /** Ends what is being measured, and deletes what was made for it. */
    @Override
    public void close() {
        meter.close();
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            discard(work);
        } catch (IOException busy) {
            progress.say("Not all of " + work + " could be deleted: " + busy.getMessage());
        }
    }
}
