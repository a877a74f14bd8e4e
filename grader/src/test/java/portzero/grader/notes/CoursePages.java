package portzero.grader.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import portzero.grader.notes.server.NotesServer;

/**
 * The notes of this very checkout, rendered.
 *
 * @param site the folder with the pages
 */
record CoursePages(Path site) {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /** Pages that show a program are all alike: one of them stands for them. */
    private static final int SHOWN = 1;

    /** What a page is made from; those of one kind have the same parts. */
    enum Kind {
        INDEX,
        CHAPTER,
        SHEET,
        GLOSSARY,
        PROGRAM,
        BOOK
    }

    static CoursePages render(Path folder) throws Exception {
        var site = folder.resolve("site");
        NotesSite.render(HOME, site);
        return new CoursePages(site);
    }

    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(site);
                Stream<Path> sources = Files.walk(site.resolve("source"))) {
            return Stream.concat(
                            files, sources.sorted().filter(CoursePages::isPage).limit(SHOWN))
                    .filter(CoursePages::isPage)
                    .sorted()
                    .toList();
        }
    }

    Kind kind(Path page) {
        var name = name(page);
        return switch (name) {
            case "index.html" -> Kind.INDEX;
            case "glossary.html" -> Kind.GLOSSARY;
            case "book.html" -> Kind.BOOK;
            default -> {
                if (name.startsWith("source/")) {
                    yield Kind.PROGRAM;
                }
                yield name.matches("lab\\d+-.*") ? Kind.SHEET : Kind.CHAPTER;
            }
        };
    }

    /** The page's path within the site. */
    String name(Path page) {
        return site.relativize(page).toString().replace('\\', '/');
    }

    String address(NotesServer server, Path page) {
        return server.address() + name(page);
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".html");
    }
}
