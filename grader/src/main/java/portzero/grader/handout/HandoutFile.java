package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One file of a handout: its content, whether it may be run, and whether it is a skeleton for students to fill in. */
final class HandoutFile {
    private final byte[] content;
    private final Kind kind;

    /** What a file is for. */
    enum Kind {
        GIVEN,
        PROGRAM,
        WORK
    }

    private HandoutFile(byte[] content, Kind kind) {
        this.content = content;
        this.kind = kind;
    }

    static HandoutFile of(byte[] content, Kind kind) {
        return new HandoutFile(content, kind);
    }

    static HandoutFile text(String text) {
        return new HandoutFile(text.getBytes(UTF_8), Kind.GIVEN);
    }

    /** The content; nobody changes it. */
    byte[] content() {
        return content;
    }

    boolean isProgram() {
        return kind == Kind.PROGRAM;
    }

    boolean isWork() {
        return kind == Kind.WORK;
    }
}
