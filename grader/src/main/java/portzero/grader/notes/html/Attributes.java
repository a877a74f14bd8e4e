package portzero.grader.notes.html;

import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of an element, in the order given: every run writes the same bytes. */
final class Attributes {
    private Attributes() {}

    static Map<String, String> of(String... namesAndValues) {
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
