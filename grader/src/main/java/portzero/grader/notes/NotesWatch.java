package portzero.grader.notes;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for changes in the files that the notes are made of. */
public final class NotesWatch implements AutoCloseable {
    private static final int QUIET_MILLIS = 15;

    private final WatchService service;

    private NotesWatch(WatchService service) {
        this.service = service;
    }

    /**
     * Begins to watch.
     *
     * @param root of the checkout
     * @throws IOException if its folders cannot be watched
     */
    public static NotesWatch of(Path root) throws IOException {
        var home = new Home(root);
        var service = home.root().getFileSystem().newWatchService();
        for (var folder : folders(home)) {
            folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        }
        return new NotesWatch(service);
    }

    /** Waits for a change. Those that follow at once are of the same: editors save in several steps. */
    public void await() throws InterruptedException {
        for (var key = service.take(); key != null; key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
            key.pollEvents();
            key.reset();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private static List<Path> folders(Home home) throws IOException {
        try (var snippets = below(home.root().resolve("docs/snippets"));
                var sheets = home.sheets().stream()) {
            var around = Stream.concat(Stream.of(home.notes()), sheets.map(sheet -> sheet.resolveSibling("")));
            return Stream.concat(
                            around, snippets.filter(folder -> !folder.toString().contains("target")))
                    .toList();
        }
    }

    private static Stream<Path> below(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Files.walk(folder).filter(Files::isDirectory) : Stream.empty();
    }
}
