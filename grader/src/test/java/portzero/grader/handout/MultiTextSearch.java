package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for many texts at once in the bytes of a file, of whatever kind that is. */
final class MultiTextSearch {
    private static final int KEY_LENGTH = 4;
    private static final int FILTER_BITS = 20;

    private final Map<Integer, List<byte[]>> byKey = new HashMap<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);
    private final boolean wholeWords;

    /**
     * A search.
     *
     * @param texts of at least four bytes each
     * @param wholeWords whether a letter, digit, hyphen or underscore beside it makes it something else
     */
    MultiTextSearch(Collection<String> texts, boolean wholeWords) {
        this.wholeWords = wholeWords;
        for (var text : texts) {
            var bytes = text.getBytes(UTF_8);
            if (bytes.length < KEY_LENGTH) {
                throw new IllegalArgumentException("texts must have at least 4 bytes but one was " + text);
            }
            var key = key(bytes, 0);
            byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(bytes);
            filter.set(bit(key));
        }
    }

    private static int key(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, KEY_LENGTH).getInt();
    }

    private static int bit(int key) {
        return (key * 0x9E3779B1) >>> (32 - FILTER_BITS);
    }

    /** Those of the texts that are in there. */
    Set<String> in(byte[] content) {
        var found = new TreeSet<String>();
        for (int i = 0; i + KEY_LENGTH <= content.length; i++) {
            var key = key(content, i);
            if (filter.get(bit(key))) {
                for (var text : byKey.getOrDefault(key, List.of())) {
                    if (isAt(content, i, text)) {
                        found.add(new String(text, UTF_8));
                    }
                }
            }
        }
        return found;
    }

    private boolean isAt(byte[] content, int at, byte[] text) {
        var end = at + text.length;
        return end <= content.length
                && Arrays.equals(content, at, end, text, 0, text.length)
                && !(wholeWords && (isWord(content, at - 1) || isWord(content, end)));
    }

    private static boolean isWord(byte[] content, int at) {
        if (at < 0 || at >= content.length) {
            return false;
        }
        var c = content[at];
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
