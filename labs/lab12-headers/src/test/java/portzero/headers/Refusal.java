package portzero.headers;

import static org.assertj.core.api.Assertions.fail;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Holds a call to refusing what it is given. */
final class Refusal {

    private Refusal() {}

    /** The call must throw an {@link IllegalArgumentException}: not return, and not fail in another way. */
    static IllegalArgumentException expect(String because, Supplier<?> call) {
        Object returned;
        try {
            returned = call.get();
        } catch (IllegalArgumentException refused) {
            return refused;
        }
        return fail(
                "Expected  an IllegalArgumentException: %s%nbut       the call returned %s",
                because, returned instanceof byte[] bytes ? bytes.length + " bytes" : returned);
    }

    /** The message of the exception must name the number of bytes that there are. */
    static void expectTooShort(byte[] bytes, Supplier<?> call) {
        IllegalArgumentException refused = expect("the bytes end too early, there are only " + bytes.length, call);
        String message = refused.getMessage();
        if (message == null
                || !Pattern.compile("(?<!\\d)" + bytes.length + "(?!\\d)")
                        .matcher(message)
                        .find()) {
            fail(
                    "Expected  an exception whose message has the number of bytes that there are, %d%nbut       its message was %s",
                    bytes.length, message == null ? "missing" : "\"" + message + "\"");
        }
    }
}
