package portzero.grader.mistake;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One of the course's mistakes, and how tests fail by it.
 *
 * @param name its folder's name; empty in what students get
 * @param sentence what it is, in the student's words, {@code You seem to …}; empty for one that is not to be named, which then only
 *     keeps others like it from being named
 * @param reading the section of the notes that explains it, {@code tcp#partial-reads}
 * @param failures by the id of each test that it fails, how it was seen to fail: in one way, or in several
 */
public record KnownMistake(String name, String sentence, String reading, Map<String, Set<String>> failures) {

    public KnownMistake {
        Map<String, Set<String>> sorted = new TreeMap<>();
        failures.forEach((test, symptoms) -> {
            if (symptoms.isEmpty()) {
                throw new IllegalArgumentException("a test fails in one way at least, but " + test + " in none");
            }
            sorted.put(test, Collections.unmodifiableSet(new TreeSet<>(symptoms)));
        });
        failures = Collections.unmodifiableMap(sorted);
    }

    /**
     * What it does to these tests alone. It loses its name if that is no more than other bytes in a single test, which many mistakes
     * make, and if those of the other tests are needed to tell it from them.
     */
    KnownMistake restrictedTo(Collection<String> tests) {
        Map<String, Set<String>> some = new TreeMap<>(failures);
        some.keySet().retainAll(tests);
        KnownMistake part = new KnownMistake(name, sentence, reading, some);
        return some.size() == 1 && failures.size() > 1 && part.failsByOtherBytes() ? part.unnamed() : part;
    }

    private boolean failsByOtherBytes() {
        return failures.values().stream().flatMap(Set::stream).allMatch(SymptomText::isOtherBytes);
    }

    KnownMistake withoutName() {
        return new KnownMistake("", sentence, reading, failures);
    }

    /** The same, never to be named. */
    KnownMistake unnamed() {
        return new KnownMistake("", "", "", failures);
    }
}
