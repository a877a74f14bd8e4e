package portzero.grader.watch;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which of some classes use which others, as their class files tell (JVMS 4.4): a name anywhere among the constants is a use. */
final class ClassReferences {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$/]*");
    private static final int MAGIC = 4;
    private static final int VERSION = 4;

    private final Map<String, Set<String>> uses = new HashMap<>();

    /** @param classes class files by binary name */
    ClassReferences(Map<String, byte[]> classes) {
        classes.forEach((name, file) -> {
            Set<String> used = new HashSet<>(names(file));
            used.retainAll(classes.keySet());
            uses.put(name, used);
        });
    }

    /** A class and all that it uses, at first or at second hand. */
    Set<String> reachableFrom(String name) {
        Set<String> reached = new HashSet<>(Set.of(name));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String used : uses.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(used)) {
                    open.add(used);
                }
            }
        }
        return reached;
    }

    /** All that may be the name of a class: also in the descriptors of methods, {@code (Lportzero/echo/Pool;)V}. */
    private static Set<String> names(byte[] file) {
        Set<String> names = new HashSet<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            in.skipNBytes(MAGIC + VERSION);
            int count = in.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                index += constant(in, names);
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException("javac made no class file", malformed);
        }
        return names;
    }

    /** Reads one constant; gives the number of places that it takes beyond the first. */
    private static int constant(DataInputStream in, Set<String> names) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 1 -> add(in.readUTF(), names);
            case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
            case 15 -> in.skipNBytes(3);
            case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
            case 5, 6 -> in.skipNBytes(8);
            default -> throw new IOException("no such constant: " + tag);
        }
        return tag == 5 || tag == 6 ? 1 : 0;
    }

    private static void add(String text, Set<String> names) {
        NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace('/', '.'))
                .forEach(name -> {
                    names.add(name);
                    if (name.startsWith("L")) {
                        names.add(Objects.requireNonNull(name.substring(1)));
                    }
                });
    }
}
