package portzero.grader.notes.server;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import portzero.grader.notes.source.CourseLayout;

/** Waits for changes in the files that the notes are made of. */
public final class NotesWatch implements AutoCloseable {
    private static final int QUIET_MILLIS = 5;

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
        var home = new CourseLayout(root);
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

    private static List<Path> folders(CourseLayout home) throws IOException {
        var folders = new ArrayList<Path>();
        folders.addAll(home.chapterFolders());
        home.sheets().forEach(sheet -> folders.add(sheet.resolveSibling("")));
        var snippets = home.root().resolve("docs/snippets");
        if (Files.isDirectory(snippets)) {
            try (Stream<Path> below = Files.walk(snippets)) {
                below.filter(Files::isDirectory)
                        .filter(folder -> !snippets.relativize(folder).startsWith("target"))
                        .forEach(folders::add);
            }
        }
        return folders;
    }
}
