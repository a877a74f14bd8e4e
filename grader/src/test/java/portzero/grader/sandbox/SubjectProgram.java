package portzero.grader.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Stands in for a submission; tries what its first argument names and prints what came of it. */
final class SubjectProgram {
    private SubjectProgram() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "read" -> Arrays.stream(args).skip(1).forEach(path -> System.out.println(read(path)));
            case "environment" -> System.out.println(System.getenv());
            case "connect" -> System.out.println(connect(args[1], Integer.parseInt(args[2])));
            case "resolve" -> System.out.println(InetAddress.getByName(args[1]));
            case "threads" -> System.out.println(threads(Integer.parseInt(args[1])));
            case "heap" -> System.out.println(heap(Integer.parseInt(args[1])));
            case "native" -> System.out.println(nativeMemory(Integer.parseInt(args[1])));
            case "write" -> System.out.println(write(args[1], Integer.parseInt(args[2])));
            case "link" -> System.out.println(link(Path.of(args[1]), Path.of(args[2])));
            case "exec" ->
                System.out.println(new ProcessBuilder(args[1]).start().waitFor());
            case "leave" -> leave(List.of(args).subList(1, args.length));
            case "burn" -> burn();
            case "wait" -> waitForEver();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static String read(String name) {
        var path = Path.of(name);
        try {
            return name + ": "
                    + (Files.isDirectory(path)
                            ? Arrays.toString(names(path))
                            : Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return name + ": " + e;
        }
    }

    private static String link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
        return read(link.toString());
    }

    private static String[] names(Path folder) throws IOException {
        var names = new File(folder.toString()).list();
        if (names == null) {
            throw new IOException("not to be listed");
        }
        Arrays.sort(names);
        return names;
    }

    private static String connect(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 2_000);
            return "connected: " + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String threads(int most) {
        var end = new CountDownLatch(1);
        for (int i = 0; i < most; i++) {
            var thread = new Thread(() -> await(end));
            thread.setDaemon(true);
            try {
                thread.start();
            } catch (OutOfMemoryError e) {
                return "stopped at " + (i < 64 ? "under 64" : "64 or more") + ": " + e.getMessage();
            }
        }
        return "started " + most;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String heap(int mebibytes) {
        var arrays = new ArrayList<byte[]>();
        try {
            for (int i = 0; i < mebibytes; i++) {
                arrays.add(new byte[1 << 20]);
            }
            return "allocated " + arrays.size();
        } catch (OutOfMemoryError e) {
            arrays.clear();
            return "stopped: " + e.getMessage();
        }
    }

    /** Memory that neither the heap limit nor the limit on direct buffers counts. */
    private static String nativeMemory(int mebibytes) throws ReflectiveOperationException {
        var type = Class.forName("sun.misc.Unsafe");
        var field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        var unsafe = field.get(null);
        var allocate = type.getMethod("allocateMemory", long.class);
        for (int i = 0; i < mebibytes; i += 16) {
            try {
                allocate.invoke(unsafe, 16L << 20);
            } catch (ReflectiveOperationException e) {
                return "stopped: "
                        + Objects.requireNonNull(e.getCause()).getClass().getSimpleName();
            }
        }
        return "allocated " + mebibytes;
    }

    private static String write(String name, int mebibytes) {
        var written = 0;
        try (var out = Files.newOutputStream(Path.of(name))) {
            for (; written < mebibytes; written++) {
                out.write(new byte[1 << 20]);
            }
            return "wrote " + written;
        } catch (IOException e) {
            return "stopped at " + written + ": " + e.toString().toLowerCase(Locale.ROOT);
        }
    }

    /** Starts a program that nobody waits for, and says which and where. */
    private static void leave(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        System.out.println(process.pid());
        System.out.println(Files.writeString(Path.of("left").toAbsolutePath(), "x"));
    }

    private static void burn() {
        long spins = 0;
        while (spins >= 0) {
            spins = (spins + 1) & Long.MAX_VALUE;
        }
    }

    private static void waitForEver() throws InterruptedException {
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
