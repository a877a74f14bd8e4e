package portzero.grader.notes.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A checkout of the course, or a folder that has notes only, and where the notes find things in it. */
public record CourseLayout(Path root) {
    /** Folders within folders. */
    private static final int MAX_DEPTH = 8;

    private static final Set<String> TOOLS = Set.of("node_modules", "target", "build", "labs", "solutions", "hidden");

    public CourseLayout {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * This layout, if it has notes.
     *
     * @throws NoSuchFileException if there are no notes in this folder
     */
    public CourseLayout checked() throws NoSuchFileException {
        if (!Files.isDirectory(notes())) {
            throw new NoSuchFileException(
                    notes().toString(), null, "there are no notes here. Run this in a checkout of the course.");
        }
        return this;
    }

    /** The folder of the chapters: that of a checkout, or the whole if the title page lies right in it. */
    public Path notes() {
        var notes = root.resolve("docs/notes");
        return !Files.isDirectory(notes) && Files.isRegularFile(root.resolve("index.md")) ? root : notes;
    }

    public Path chapter(String id) {
        return notes().resolve(id + ".md");
    }

    public Path sheet(String lab) {
        return root.resolve("labs").resolve(lab).resolve("README.md");
    }

    /** Every file of the programs that the notes quote, sorted; none in a checkout without them. */
    List<Path> programs() throws IOException {
        var folder = root.resolve("docs/snippets/src/main");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    public Path recording(String name) {
        return root.resolve("docs/snippets/recorded").resolve(name + ".txt");
    }

    /** With what a transcript was recorded: a line of text. */
    Path stamp(String transcript) {
        return root.resolve("docs/snippets/recorded").resolve(transcript + ".stamp");
    }

    /** Every Markdown file of the notes and of folders in it, by name. */
    public List<Path> chapters() throws IOException {
        try (Stream<Path> files = Files.walk(notes(), MAX_DEPTH)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> isNotes(notes().relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The folders that chapters are in. */
    public Set<Path> chapterFolders() throws IOException {
        Set<Path> folders = new TreeSet<>(Set.of(notes()));
        chapters().forEach(file -> folders.add(file.resolveSibling("").normalize()));
        return folders;
    }

    /** Not what tools keep, and, where notes lie in a checkout's root, not its labs and solutions. */
    private static boolean isNotes(Path relative) {
        for (var depth = 0; depth < relative.getNameCount() - 1; depth++) {
            var name = relative.getName(depth).toString();
            if (name.startsWith(".") || TOOLS.contains(name)) {
                return false;
            }
        }
        return true;
    }

    /** The sheet of every lab that has one, by lab. */
    public List<Path> sheets() throws IOException {
        var labs = root.resolve("labs");
        if (!Files.isDirectory(labs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(labs)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("lab\\d\\d-.+"))
                    .map(folder -> folder.resolve("README.md"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
