package portzero.grader.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import portzero.grader.result.StudentKey;

/**
 * Somebody who handed in something.
 *
 * @param name as far as the platform or the entry tells it; hostile wherever it is shown
 * @param key the person in file names: ASCII letters, digits, {@code . _ -}, at most 64 of them; it does not depend on who
 *     else is there
 * @param id the platform's id, if one is known
 * @param aliases what a list of the class may call the person as well: logins, addresses
 */
public record Person(String name, String key, @Nullable String id, Set<String> aliases) {
    public Person {
        aliases = Set.copyOf(aliases);
    }

    /** The person of that name, and of that id where there is one. */
    static Person of(String name, @Nullable String id, Set<String> aliases) {
        // Macs take accents apart, others do not.
        var composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        return new Person(composed, key(composed, id), id, aliases);
    }

    /** Somebody whom a list of the class names, under the key that their result is to have. */
    public static Person listed(String name, String key) {
        return new Person(name, key, null, Set.of());
    }

    private static String key(String name, @Nullable String id) {
        if (id == null) {
            return StudentKey.ofNameAlone(name);
        }
        return StudentKey.of(name.endsWith(id) ? name : name + "_" + id);
    }

    /** Two with the same are the same person. */
    public String identity() {
        return id == null ? "name " + name.toLowerCase(Locale.ROOT) : "id " + id.toLowerCase(Locale.ROOT);
    }

    Person withKey(String other) {
        return new Person(name, other, id, aliases);
    }
}
