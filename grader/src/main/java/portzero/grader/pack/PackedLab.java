package portzero.grader.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lab that is ready to be handed in, or the reason why it is not.
 *
 * @param files the paths of what will be graded
 * @param notes what will not be graded and why, and what is missing
 * @param open places that still say that something is to be written
 * @param refusal why it would get no points at all; null if it would be graded
 * @param errors the compiler's, if it does not compile
 * @param content the archive; empty if refused
 */
public record PackedLab(
        List<String> files,
        List<String> notes,
        List<OpenTask> open,
        @Nullable String refusal,
        List<String> errors,
        Content content) {

    public PackedLab {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        open = List.copyOf(open);
        errors = List.copyOf(errors);
    }

    static PackedLab refused(String reason, List<String> errors) {
        return new PackedLab(List.of(), List.of(), List.of(), reason, errors, new Content(new byte[0]));
    }

    /** The bytes of the archive; nobody changes them. */
    public static final class Content {
        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte[] bytes() {
            return bytes;
        }
    }
}
