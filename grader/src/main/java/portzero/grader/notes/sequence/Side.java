package portzero.grader.notes.sequence;

/** Who takes part in a conversation. The client is who sends first. */
enum Side {
    CLIENT,
    SERVER;

    Side other() {
        return this == CLIENT ? SERVER : CLIENT;
    }

    /** The side that a recording calls {@code client} or {@code server}. */
    static Side named(String name) {
        return name.equals("client") ? CLIENT : SERVER;
    }

    @Override
    public String toString() {
        return this == CLIENT ? "client" : "server";
    }
}
