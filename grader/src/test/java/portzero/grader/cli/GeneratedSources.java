package portzero.grader.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources that are too long, or in too strange an encoding, for a repository to hold. */
final class GeneratedSources {

    private static final String SERVER = "EchoServer.java";

    /** Writes into the submission's folder, which has the reference solution in it. */
    private interface Maker {
        void make(Path folder) throws IOException;
    }

    private static final Map<String, Maker> MAKERS = Map.ofEntries(
            Map.entry("nests-deeply", folder -> replace(folder, "BLOCK = 8192", "BLOCK = " + nested(100_000))),
            Map.entry("folds-constants", folder -> add(folder, foldedConstants())),
            Map.entry("copies-constants", GeneratedSources::copyConstants),
            Map.entry("unrolls-finally", folder -> add(folder, unrolledFinally())),
            Map.entry("has-too-many-methods", folder -> add(folder, many(65_536, "{}void m%d()") + "{}")),
            Map.entry("has-too-many-constants", folder -> add(folder, many(40_000, "String s%d = \"%d\""))),
            Map.entry("has-many-errors", folder -> add(folder, many(60_000, "X%d x%d"))),
            Map.entry("has-many-lambdas", folder -> add(folder, many(1_500, "Runnable r%d = () -> {}"))),
            Map.entry("byte-order-mark", folder -> encode(folder, "\ufeff", StandardCharsets.UTF_8)),
            Map.entry("utf-16", folder -> encode(folder, "\ufeff", StandardCharsets.UTF_16LE)),
            Map.entry("windows-1252", folder -> encode(folder, "// \u00e9cho\n", Charset.forName("windows-1252"))),
            Map.entry("wrong-package", folder -> replace(folder, "package portzero.echo;", "package echo;")),
            Map.entry("no-package", folder -> replace(folder, "package portzero.echo;", "")),
            Map.entry("wrong-folder", GeneratedSources::moveToStrangeFolder),
            Map.entry("deep-folders", folder -> Files.createDirectories(folder.resolve("d/".repeat(200)))),
            Map.entry("pipe", GeneratedSources::addPipe),
            Map.entry("missing-file", folder -> Files.delete(folder.resolve(SERVER))),
            Map.entry("empty-file", folder -> Files.writeString(folder.resolve(SERVER), "")));

    private GeneratedSources() {}

    static void make(String name, Path folder) throws IOException {
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new AssertionError("nothing is generated under the name " + name);
        }
        maker.make(folder);
    }

    private static void addPipe(Path folder) throws IOException {
        try {
            if (new ProcessBuilder("mkfifo", folder.resolve("Pipe.java").toString())
                            .start()
                            .waitFor()
                    != 0) {
                throw new IOException("mkfifo failed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A class beside the right ones. */
    private static void add(Path folder, String member) throws IOException {
        Files.writeString(folder.resolve("Bomb.java"), "package portzero.echo;\n\nclass Bomb {\n" + member + ";\n}\n");
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "8192" + ")".repeat(depth);
    }

    /** Each constant is twice as long as the one before; the compiler works out all of them. */
    private static String foldedConstants() {
        return "static final String S0 = \"0123456789\";\n"
                + IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "static final String S" + i + " = S" + (i - 1) + " + S" + (i - 1))
                        .collect(Collectors.joining(";\n"));
    }

    /** One constant of sixty thousand letters, which every class that uses it gets a copy of. */
    private static void copyConstants(Path folder) throws IOException {
        String classes = IntStream.range(0, 600)
                .mapToObj(i -> "class C" + i + " { String s = Bomb.LONG; }\n")
                .collect(Collectors.joining());
        add(folder, "static final String LONG = \"" + "x".repeat(60_000) + "\";\n" + classes);
    }

    /** The compiler writes each finally block twice, and so the innermost one some billions of times. */
    private static String unrolledFinally() {
        int depth = 34;
        return "static void m() " + "{ try { m(); } finally ".repeat(depth) + "{ m(); }" + " }".repeat(depth)
                + "\nint x";
    }

    private static String many(int count, String member) {
        return IntStream.range(0, count)
                .mapToObj(i -> member.replace("%d", Integer.toString(i, Character.MAX_RADIX)))
                .collect(Collectors.joining(member.startsWith("{}") ? "" : ";\n"));
    }

    private static void encode(Path folder, String start, Charset charset) throws IOException {
        Path file = folder.resolve(SERVER);
        Files.write(file, (start + ascii(file)).getBytes(charset));
    }

    private static String ascii(Path file) throws IOException {
        return Files.readString(file).replaceAll("[^\\x00-\\x7f]", "-");
    }

    private static void replace(Path folder, String what, String by) throws IOException {
        Path file = folder.resolve(SERVER);
        Files.writeString(file, Files.readString(file).replace(what, by));
    }

    private static void moveToStrangeFolder(Path folder) throws IOException {
        Path strange = Files.createDirectories(folder.resolve("my work/src (final)"));
        for (String name : new String[] {SERVER, "EchoClient.java"}) {
            Files.move(folder.resolve(name), strange.resolve(name));
        }
    }
}
