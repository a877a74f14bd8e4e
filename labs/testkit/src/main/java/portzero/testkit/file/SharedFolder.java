package portzero.testkit.file;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import portzero.testkit.await.Await;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.UnmetExpectationError;

/**
 * A new folder that the test and the student's program both see, for paths of sockets; what the test does there is a step of the
 * story. Deleted after the test. Not thread-safe.
 *
 * <p>All paths are as the program sees them. A program in a sandbox has a folder for temporary files of its own, and the test
 * reaches into that.
 */
public final class SharedFolder implements AutoCloseable {

    /** Leaves room for a name in the path of a socket, wherever the system has its folder for temporary files. */
    private static final int LONGEST = 60; // bytes

    private static final int NAMES = 1_000_000;
    private static final String TWO_BYTES = "\u00e9";
    private static final Path USUAL = Path.of("/tmp");
    private static final long PAUSE = 200_000; // nanoseconds between two looks

    private final TestContext context;
    private final Path folder;

    private SharedFolder(TestContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    public static SharedFolder create(TestContext context) throws IOException {
        Path parent = context.root().isPresent() ? USUAL : temporary();
        Path here = createIn(context.here(parent));
        if (context.root().isPresent() || isOfRoot(here)) { // the program may be another user's
            permitAll(here);
        } else {
            permit(here, "rwx------");
        }
        Path folder = parent.resolve(here.getFileName().toString());
        return context.closing(new SharedFolder(context, folder));
    }

    /** A short name, for it is part of each path, and a number, so that messages are alike but for numbers. */
    private static Path createIn(Path parent) throws IOException {
        while (true) {
            int number = ThreadLocalRandom.current().nextInt(NAMES);
            try {
                return Files.createDirectory(parent.resolve("pz" + number));
            } catch (FileAlreadyExistsException taken) {
                // by another test, in another JVM perhaps
            }
        }
    }

    private static Path temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        return length(folder) > LONGEST && Files.isDirectory(USUAL) ? USUAL : folder;
    }

    private static boolean isOfRoot(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"));
    }

    /** Lets every user do everything with a file, where files have such permissions. */
    public static void permitAll(Path here) throws IOException {
        permit(here, "rwxrwxrwx");
    }

    private static void permit(Path here, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(here, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    private static int length(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** A path in the folder. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /**
     * A path in the folder of exactly so many bytes in UTF-8.
     *
     * <p>Most of the letters in it have two bytes, where this system's names of files can have such letters; the story says so
     * where they cannot.
     */
    public Path pathOfLength(int bytes) {
        int left = bytes - length(folder) - 1;
        try {
            return path(TWO_BYTES.repeat(left / 2) + "s".repeat(left % 2));
        } catch (InvalidPathException unmappable) {
            context.unchecked("names of files are ASCII here", "whether bytes are counted, and not characters");
            return path("s".repeat(left));
        }
    }

    /** The same place, relative to the program's working directory. */
    public Path relative(Path path) {
        return context.workingFolder().relativize(path);
    }

    private Path here(Path path) {
        return context.here(path);
    }

    private SharedFolder note(String sentence) {
        context.note("test " + sentence, sentence);
        return this;
    }

    /** Leaves the file of a socket that nobody listens behind, as a server that was killed does. */
    public SharedFolder leaveStaleSocket(Path path) throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(here(path)));
            permitAll(here(path));
        }
        return note("leaves the file of a dead server at " + path);
    }

    /** Writes a file that is no socket. */
    public SharedFolder write(Path path, byte[] content) throws IOException {
        Files.write(here(path), content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        permitAll(here(path));
        return note("writes a file of " + DisplayText.size(content.length) + " to " + path);
    }

    /** Makes an empty folder at the path. */
    public SharedFolder makeFolder(Path path) throws IOException {
        Files.createDirectory(here(path));
        permitAll(here(path));
        return note("makes a folder at " + path);
    }

    /** Deletes what is at the path. */
    public SharedFolder delete(Path path) throws IOException {
        Files.delete(here(path));
        return note("deletes " + path);
    }

    /** Gives a file another name; a socket keeps its listener. */
    public SharedFolder move(Path from, Path to) throws IOException {
        Files.move(here(from), here(to));
        return note("moves " + from + " to " + to);
    }

    /** Expects that a file with this content is at the path. */
    public SharedFolder expectContent(Path path, byte[] content) throws IOException {
        expectThere(path, "the file at " + path + " to stay");
        byte[] found =
                Files.isRegularFile(here(path), LinkOption.NOFOLLOW_LINKS) && Files.size(here(path)) == content.length
                        ? Files.readAllBytes(here(path))
                        : new byte[0];
        if (!Arrays.equals(content, found)) {
            throw unmet("the file at " + path + " to stay as it was", "it has changed");
        }
        return note("finds the file at " + path + " as it was");
    }

    /** Expects that a folder is at the path. */
    public SharedFolder expectFolder(Path path) {
        expectThere(path, "the folder at " + path + " to stay");
        if (!Files.isDirectory(here(path), LinkOption.NOFOLLOW_LINKS)) {
            throw unmet("the folder at " + path + " to stay", "something else is there");
        }
        return note("finds the folder at " + path + " as it was");
    }

    /** Expects that the file of a socket is at the path, whoever listens behind it. */
    public SharedFolder expectSocket(Path path) throws IOException {
        expectThere(path, "the file of a socket at " + path);
        if (!Files.readAttributes(here(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw unmet("the file of a socket at " + path, "something else is there");
        }
        return note("finds the file of a socket at " + path);
    }

    /** Expects that nothing is at the path. Looks once and does not wait. */
    public SharedFolder expectNothing(Path path) {
        if (Files.exists(here(path), LinkOption.NOFOLLOW_LINKS)) {
            throw unmet("nothing at " + path, "a file is there");
        }
        return note("finds nothing at " + path);
    }

    /** Expects that the folder has nothing but so many entries, or comes to it. */
    public SharedFolder expectEntries(int number) throws IOException {
        long[] found = {entries()};
        new Await(
                        context.operation(),
                        context,
                        () -> StepRecorder.instead(
                                String.format(Locale.ROOT, "%d in the folder of the socket", number),
                                found[0] + " are there"))
                .until(PAUSE, () -> (found[0] = entries()) == number);
        return note("finds " + number + " in the folder");
    }

    private long entries() throws IOException {
        try (Stream<Path> entries = Files.list(here(folder))) {
            return entries.count();
        }
    }

    /**
     * Expects that a file has these permissions. Where files have none of that kind nothing is checked, and the story says so.
     *
     * @param permissions as {@code ls -l} shows them: {@code rw-------}
     */
    public SharedFolder expectPermissions(Path path, String permissions) throws IOException {
        expectThere(path, "a file at " + path);
        PosixFileAttributeView view =
                Files.getFileAttributeView(here(path), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            context.unchecked("files have no POSIX permissions on this system", "who may connect");
            return this;
        }
        String found = PosixFilePermissions.toString(view.readAttributes().permissions());
        note("finds the permissions " + found + " of " + path);
        if (!found.equals(permissions)) {
            throw unmet("the permissions " + permissions + " of " + path, "they are " + found);
        }
        return this;
    }

    private void expectThere(Path path, String what) {
        if (Files.notExists(here(path), LinkOption.NOFOLLOW_LINKS)) {
            throw unmet(what, "nothing is there");
        }
    }

    private UnmetExpectationError unmet(String what, String instead) {
        return context.failed(new UnmetExpectationError(StepRecorder.instead(what, instead)));
    }

    /** Deletes the folder with all that is in it, two levels deep; links are not followed. */
    @Override
    public void close() throws IOException {
        delete(here(folder), 2);
    }

    private static void delete(Path here, int levels) throws IOException {
        if (levels > 0 && Files.isDirectory(here, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(here)) {
                for (Path entry : (Iterable<Path>) entries::iterator) {
                    delete(entry, levels - 1);
                }
            }
        }
        Files.deleteIfExists(here);
    }
}
