package portzero.snippets.threads;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;

/** A list that changes while somebody goes through it, and the copy that does not. */
final class CopyThenSend {
    private static final List<String> MESSAGES = new ArrayList<>(List.of("one", "two"));

    public static void main(String[] args) {
        // snippet: direct
        try {
            for (var message : MESSAGES) {
                send(message);
                post("three"); // what another client may do while this one takes its time
            }
        } catch (ConcurrentModificationException e) {
            System.out.println(e.getClass().getSimpleName());
        }
        // end

        MESSAGES.remove("three");
        // snippet: copy
        List<String> copy;
        synchronized (MESSAGES) {
            copy = List.copyOf(MESSAGES);
        }
        for (var message : copy) {
            send(message);
            post("three");
        }
        // end
    }

    private static void post(String message) {
        synchronized (MESSAGES) {
            MESSAGES.add(message);
        }
    }

    private static void send(String message) {
        System.out.println("sends " + message);
    }
}
