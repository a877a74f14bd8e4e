package portzero.grader.notes.sequence;

import java.util.Locale;
import portzero.grader.ladder.Arrow;

/** One step of a conversation. */
sealed interface Event {
    /** The step in words. */
    String sentence();

    /** What a side did, and what came of it. */
    record Call(Side side, String text) implements Event {
        @Override
        public String sentence() {
            return capital(side.toString()) + ": " + text + ".";
        }
    }

    /** The state that the kernel showed of one side's socket. */
    record State(Side side, String name) implements Event {
        @Override
        public String sentence() {
            return "The " + side + " is in state " + name + ".";
        }
    }

    /**
     * What crossed.
     *
     * @param number of the line in the capture; empty if it has none
     * @param label what to say beside the tag of the arrow
     */
    record Packet(String number, Side from, Arrow arrow, String label) implements Event {
        @Override
        public String sentence() {
            var what = (arrow.tag() + " " + label).strip();
            return capital(from.toString()) + " to " + from.other() + ": " + what + ".";
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
