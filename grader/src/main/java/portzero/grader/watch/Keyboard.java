package portzero.grader.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import portzero.grader.io.DaemonThread;

/**
 * The keys of the terminal that this program was started from.
 *
 * <p>Java has no way to read a key before Enter is pressed. Where there is {@code stty} (Linux, macOS) it makes the terminal
 * hand over each key, without showing it, and when this program ends, by Ctrl-C too, it restores what was. Elsewhere (Windows)
 * a key counts when Enter is pressed after it. Without a terminal no key is read.
 */
public final class Keyboard {

    private static final long PATIENCE = 2;

    private final boolean present;
    private final boolean needsEnter;

    private Keyboard(boolean present, boolean needsEnter) {
        this.present = present;
        this.needsEnter = needsEnter;
    }

    /**
     * The keyboard of this program's standard input; changes how the terminal hands over keys until this program ends.
     *
     * @param someoneLooks whether this program writes to a terminal; all that can be told on Windows
     */
    public static Keyboard open(boolean someoneLooks) {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return new Keyboard(someoneLooks, true);
        }
        String usual = stty("-g");
        if (usual.isEmpty()) {
            return none(); // a pipe, a file, nothing at all
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stty(usual), "restore-terminal"));
        stty("-icanon", "-echo", "min", "1");
        return new Keyboard(true, false);
    }

    /**
     * Whether standard input is a keyboard; nothing is changed.
     *
     * @param someoneLooks whether this program writes to a terminal; all that can be told on Windows
     */
    public static boolean isInput(boolean someoneLooks) {
        return System.getProperty("os.name", "").startsWith("Windows")
                ? someoneLooks
                : !stty("-g").isEmpty();
    }

    /** No keyboard. */
    public static Keyboard none() {
        return new Keyboard(false, false);
    }

    /** Whether there are keys to press. */
    boolean isPresent() {
        return present;
    }

    /** Whether a key counts only when Enter follows. */
    public boolean needsEnter() {
        return needsEnter;
    }

    /** Begins to send the keys that are pressed. */
    void send(BlockingQueue<WatchEvent> events) {
        if (present) {
            send(key -> events.add(new WatchEvent.Pressed(key)), () -> {});
        }
    }

    /**
     * Begins to send what standard input brings, be it a keyboard or not.
     *
     * @param end is told when nothing more can come
     */
    public void send(Consumer<Character> keys, Runnable end) {
        DaemonThread.start("keys", () -> {
            read(keys);
            end.run();
        });
    }

    private static void read(Consumer<Character> keys) {
        try {
            for (int key = System.in.read(); key >= 0; key = System.in.read()) {
                if (!Character.isWhitespace(key)) {
                    keys.accept((char) key);
                }
            }
        } catch (IOException gone) {
            // the terminal was closed, and with it goes this program
        }
    }

    /** What {@code stty} says of standard input; nothing if that is no terminal, or there is no such program. */
    private static String stty(String... arguments) {
        try {
            String[] command = new String[arguments.length + 1];
            command[0] = "stty";
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return process.waitFor(PATIENCE, TimeUnit.SECONDS) && process.exitValue() == 0 ? said.strip() : "";
        } catch (IOException missing) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
