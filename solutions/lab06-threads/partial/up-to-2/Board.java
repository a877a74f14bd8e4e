package portzero.threads;

import java.util.ArrayList;
import java.util.List;

/** The messages, shared by all clients. Thread-safe; no method waits for anything but another of these. */
final class Board {

    private final List<String> messages; // guarded by this

    Board(List<String> messages) {
        this.messages = new ArrayList<>(messages);
    }

    /** Adds a message and tells its number: one act, or two clients could be told the same. */
    synchronized int post(String text) {
        messages.add(text);
        return messages.size();
    }

    /** The messages of this moment, as a list that nobody changes. */
    synchronized List<String> copy() {
        return List.copyOf(messages);
    }
}
