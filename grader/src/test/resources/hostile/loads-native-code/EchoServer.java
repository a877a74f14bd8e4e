package portzero.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Tries to run machine code that it brought: as a library, and as a program. */
public class EchoServer extends Prober {

    public EchoServer() throws IOException {}

    private static native int forged();

    @Override
    void tryAll() throws Exception {
        attempt("a library in /tmp", () -> load(Path.of("/tmp/libforged.so")));
        attempt("a native method", () -> forged() == 0);
        attempt("a program in /tmp", () -> run(Path.of("/tmp/forged")));
    }

    /** A library that the JVM has not loaded: one that it has stays where it is. */
    private static boolean load(Path copy) throws IOException {
        Files.copy(Path.of(System.getProperty("java.home"), "lib/librmi.so"), copy);
        System.load(copy.toString());
        return true;
    }

    private static boolean run(Path copy) throws Exception {
        Files.copy(Path.of(System.getProperty("java.home"), "bin/java"), copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxrwxrwx"));
        new ProcessBuilder(copy.toString(), "-version").start();
        return true;
    }
}
