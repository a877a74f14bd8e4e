package portzero.grader.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Those of some source files that others use, by the names of their classes. A name in a comment or a string is no use.
 *
 * <p>Taking a name for a use where it is none (a method may be called like a class) makes a file count that need not.
 */
final class ReferencedFiles {

    private static final Pattern NO_CODE = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private final List<Path> files;
    private final Set<Path> referenced = new TreeSet<>();

    ReferencedFiles(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Takes note of the files that these use, and of those that those use, and so on. */
    void follow(Collection<Path> users) throws IOException {
        Set<String> words = new HashSet<>();
        for (Path user : users) {
            WORD.matcher(NO_CODE.matcher(Files.readString(user)).replaceAll(" "))
                    .results()
                    .map(MatchResult::group)
                    .forEach(words::add);
        }
        List<Path> found = files.stream()
                .filter(file -> words.contains(stem(file)) || file.endsWith("package-info.java"))
                .filter(referenced::add)
                .toList();
        if (!found.isEmpty()) {
            follow(found);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }

    /** The files that were found to be used, sorted. */
    List<Path> referenced() {
        return List.copyOf(referenced);
    }
}
