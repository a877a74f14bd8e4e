package portzero.grader.submission;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portzero.grader.text.DisplayName;

/** The rules for names of files inside submissions. */
final class EntryName {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|jar|war|rar|7z|tar|tgz|gz|bz2|xz)");
    private static final Set<String> LEFT_BEHIND = Set.of("__macosx", "thumbs.db", "desktop.ini");

    /** Characters; some work on a name takes longer than its length, and no source file's path is a tenth of it. */
    static final int LONGEST = 1_000;

    /** Folders within folders; each that is open takes a descriptor. */
    static final int DEEPEST = 100;

    private EntryName() {}

    /**
     * The last part of a path, decoded as UTF-8 whatever the locale: Java 17 in the C locale turns the
     * names of two students into the same question marks, but not in a URI.
     */
    static String of(Path entry) {
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

    /** Whether a system or a tool left it behind: hidden files and folders, {@code __MACOSX} … */
    static boolean isLitter(String path) {
        for (var part : path.split("/", -1)) {
            if (part.startsWith(".") || LEFT_BEHIND.contains(part.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    static boolean isSource(String path) {
        return path.endsWith(".java");
    }

    static boolean isArchive(String path) {
        return ARCHIVE.matcher(path.toLowerCase(Locale.ROOT)).matches();
    }
}
