package portzero.grader.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import portzero.grader.io.AtomicFile;

/** Says whether a folder can be used for results, and what to do if not. */
final class ResultsFolder {
    private ResultsFolder() {}

    static void requireResults(Path folder) throws ResultsException {
        if (Files.notExists(folder)) {
            throw new ResultsException(folder + ": no such folder. Give the one that grade --out wrote.");
        }
        requireFolder(folder);
        if (!ResultStore.isResults(folder)) {
            throw new ResultsException(folder
                    + " is not a folder of results: there is no run.json in it. Give the one that grade --out wrote.");
        }
    }

    static void prepare(Path folder) throws ResultsException {
        claim(folder);
        attempt(folder, () -> {
            removeLeftovers(folder);
            probe(folder);
        });
    }

    /** Something that a file system may refuse. */
    private interface Work {
        void run() throws IOException, ResultsException;
    }

    private static void attempt(Path folder, Work work) throws ResultsException {
        try {
            work.run();
        } catch (IOException e) {
            if (Files.exists(folder)) {
                requireFolder(folder);
            }
            throw new ResultsException(
                    folder + " cannot be written: " + reason(e) + ". Choose another folder with --out.", e);
        }
    }

    private static void requireFolder(Path folder) throws ResultsException {
        if (!Files.isDirectory(folder)) {
            throw new ResultsException(folder + " is a file, not a folder. Choose another name.");
        }
    }

    /** Makes the folder if there is none, and leaves alone what is not ours. */
    static void claim(Path folder) throws ResultsException {
        attempt(folder, () -> {
            Files.createDirectories(folder);
            requireEmptyOrOurs(folder);
        });
    }

    private static void requireEmptyOrOurs(Path folder) throws IOException, ResultsException {
        if (ResultStore.isResults(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.anyMatch(path -> !AtomicFile.isLeftover(path) && !ResultsLock.isLock(path))) {
                throw new ResultsException(folder
                        + " is not empty and holds no results; nothing was written. Choose a new folder with --out.");
            }
        }
    }

    private static void removeLeftovers(Path folder) throws IOException {
        AtomicFile.removeLeftovers(folder);
        try (Stream<Path> content = Files.list(folder)) {
            for (Path lab : content.filter(Files::isDirectory).toList()) {
                AtomicFile.removeLeftovers(lab);
            }
        }
    }

    /** The only sure way to know that a file can be written is to write one. */
    private static void probe(Path folder) throws IOException {
        Files.delete(Files.createTempFile(folder, ".probe-", ".tmp"));
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e instanceof AccessDeniedException ? "permission denied" : kind + " " + e.getMessage();
    }
}
