package portzero.echo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tries one forbidden thing after another, and tells which of them worked. */
abstract class Prober extends TrappedServer {

    /** One thing that is tried; an exception means that it does not work. */
    interface Attempt {
        boolean works() throws Exception;
    }

    private final List<String> worked = new ArrayList<>();

    Prober() throws IOException {}

    /** Makes all attempts. */
    abstract void tryAll() throws Exception;

    final void attempt(String what, Attempt attempt) {
        try {
            if (attempt.works()) {
                worked.add(what);
            }
        } catch (Exception | Error refused) {
            // as it should be
        }
    }

    @Override
    final void spring() throws Exception {
        tryAll();
        throw new IOException("of all that was tried worked " + worked);
    }
}
