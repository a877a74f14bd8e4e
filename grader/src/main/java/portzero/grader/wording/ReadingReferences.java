package portzero.grader.wording;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import portzero.grader.text.SafeText;

/**
 * Names sections of the notes where the notes are not beside: by their title, and with their address if it is known where the notes are
 * published.
 */
public final class ReadingReferences {
    /** Relative, downwards, and nothing that begins a scheme. */
    private static final Pattern HREF = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._/-]*(#[A-Za-z0-9._~-]*)?");

    private final Function<String, Optional<ReadingLink>> readings;
    private final Optional<URI> published;

    /**
     * References.
     *
     * @param readings finds the section of the notes for {@code tcp#partial-reads}
     * @param published where the notes are, with {@code http} or {@code https}
     */
    public ReadingReferences(Function<String, Optional<ReadingLink>> readings, Optional<URI> published) {
        this.readings = readings;
        this.published = published;
    }

    /** The address that was given, if it is one that a browser may be sent to. */
    public static Optional<URI> published(@Nullable String address) {
        try {
            return Optional.ofNullable(address)
                    .map(text -> text.replaceFirst("/index\\.html$", "/"))
                    .map(URI::create)
                    .filter(uri -> uri.getHost() != null
                            && String.valueOf(uri.getScheme()).matches("(?i)https?"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code tcp, “A read returns what is there”}. */
    public String title(String reading) {
        String plain = SafeText.line(reading, ListLimits.LINE);
        return readings.apply(reading)
                .map(found -> found.inPrint(plain))
                .orElseGet(() -> ReadingLink.unresolved(plain));
    }

    /** The section's address, if notes are published and have it. */
    public Optional<String> address(String reading) {
        return published.flatMap(root -> readings.apply(reading)
                .map(ReadingLink::href)
                .filter(href -> HREF.matcher(href).matches() && !href.contains(".."))
                .map(href -> root.toASCIIString().replaceFirst("/*$", "/") + href));
    }

    /** The title, and the address behind it. */
    public String text(String reading) {
        return title(reading) + address(reading).map(address -> "  " + address).orElse("");
    }
}
