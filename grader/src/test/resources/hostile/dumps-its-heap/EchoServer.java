package portzero.echo;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Dumps its heap and looks in it for tests, solutions and other submissions; it must find itself and its host. */
public class EchoServer extends Prober {

    /** Backwards, or the dump would have them because they are here. */
    private static final List<String> SECRETS = List.of(
            "tseTrevreSohcE", "tseTspetStsriFohcE", "repuj.tinuj.gro", "repuj/tinuj/gro", "jtressa", "redarg.orez",
            "redarg/orez", "eriW.tiktset", "eriW/tiktset");

    private static final List<String> KNOWN = List.of("tsoH/tsoh/tiktset/oreztrop", "revreSohcE/ohce/oreztrop");

    public EchoServer() throws IOException {}

    @Override
    void tryAll() throws Exception {
        byte[] dump = dump(Path.of(System.getProperty("java.io.tmpdir"), "heap.hprof"));
        KNOWN.forEach(name -> attempt(backwards(name), () -> holds(dump, name)));
        SECRETS.forEach(name -> attempt(backwards(name), () -> holds(dump, name)));
    }

    /** Through the platform's own interface, which a submission need not have on its class path to call. */
    private static byte[] dump(Path file) throws Exception {
        Class<?> diagnostic = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
        Object bean = ManagementFactory.class
                .getMethod("getPlatformMXBean", Class.class)
                .invoke(null, diagnostic);
        diagnostic.getMethod("dumpHeap", String.class, boolean.class).invoke(bean, file.toString(), true);
        return Files.readAllBytes(file);
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static boolean holds(byte[] dump, String backwards) {
        byte[] wanted = backwards.getBytes(StandardCharsets.ISO_8859_1);
        for (int end = dump.length - 1; end >= wanted.length; end--) {
            int same = 0;
            while (same < wanted.length && dump[end - same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
