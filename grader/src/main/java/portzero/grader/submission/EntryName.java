package portzero.grader.submission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portzero.grader.text.DisplayName;

/** The rules for names of files inside submissions. */
public final class EntryName {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern ARCHIVE =
            Pattern.compile(".*\\.(zip|jar|war|rar|7z|tar|tgz|gz|bz2|xz)", Pattern.DOTALL);

    /** Files and folders, with all that is in them, that hold nothing of a student's. */
    private static final Set<String> LEFT_BEHIND = Set.of(
            "__macosx", "thumbs.db", "desktop.ini", "icon\r", "node_modules", "venv", "__pycache__", "nbproject");

    /** Folders that builds write to; a source file in one may still be somebody's work. */
    private static final Set<String> BUILD_OUTPUT = Set.of("target", "build", "out", "bin", "dist");

    /** Characters; some work on a name takes longer than its length, and no source file's path is a tenth of it. */
    static final int LONGEST = 1_000;

    /** Folders within folders; each that is open takes a descriptor. */
    static final int DEEPEST = 100;

    private EntryName() {}

    /**
     * The last part of a path, decoded as UTF-8 whatever the locale: Java 17 in the C locale turns the
     * names of two students into the same question marks, but not in a URI.
     */
    public static String of(Path entry) {
        var path = entry.toUri().getPath().replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of a file from a folder, likewise decoded, with {@code /} between folders. */
    static String inside(Path folder, Path file) {
        return folder.toUri().relativize(file.toUri()).getPath().replaceAll("/+$", "");
    }

    /**
     * The name with {@code /} between folders, none in front and none behind.
     *
     * @throws RejectedException when it leads out of the archive, or is longer than {@link #LONGEST}
     */
    static String checked(String archive, String name) throws RejectedException {
        if (name.length() > LONGEST) {
            throw refused(archive, name, "has more than " + LONGEST + " characters");
        }
        var path = name.replace('\\', '/');
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            throw refused(archive, name, "is an absolute path");
        }
        var parts = List.of(path.split("/", -1));
        if (parts.contains("..")) {
            throw refused(archive, name, "leads out of the archive");
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw refused(archive, name, "contains control characters");
        }
        return parts.stream()
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
    }

    private static RejectedException refused(String archive, String name, String why) {
        return new RejectedException(DisplayName.name(archive) + " has an entry whose name " + why + " ("
                + DisplayName.name(name) + "): zip the folder with your files again.");
    }

    /**
     * Whether it cannot matter: a system, a tool or a build left it behind, as hidden files and folders, {@code __MACOSX}, and
     * what is no source file in {@code target}.
     */
    public static boolean isLitter(String name) {
        if (name.length() > LONGEST) {
            return false;
        }
        var parts = name.replace('\\', '/').split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            var part = parts[i].toLowerCase(Locale.ROOT);
            if ((part.startsWith(".") && !part.equals(".") && !part.equals("..")) || LEFT_BEHIND.contains(part)) {
                return true;
            }
            if (i < parts.length - 1 && BUILD_OUTPUT.contains(part) && !isSource(name)) {
                return true;
            }
        }
        return name.endsWith(".iml") || name.endsWith("~");
    }

    /** Whether a build may have written it. */
    static boolean isBuildOutput(String path) {
        var parts = List.of(path.toLowerCase(Locale.ROOT).split("/", -1));
        return parts.subList(0, parts.size() - 1).stream().anyMatch(BUILD_OUTPUT::contains);
    }

    /** Whether the name cannot be shown as it is; no source file's is like that. */
    static boolean isOdd(String name) {
        return !isSource(name) && name.chars().anyMatch(Character::isISOControl);
    }

    public static boolean isSource(String path) {
        return path.endsWith(".java");
    }

    public static boolean isArchive(String path) {
        return ARCHIVE.matcher(path.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether a file begins like an archive that can be opened, whatever its name is. */
    public static boolean looksLikeArchive(Path file) throws IOException {
        try (var stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return FileSignature.of(stream.readNBytes(8)).canBeOpened();
        } catch (AccessDeniedException unreadable) {
            return false;
        }
    }
}
