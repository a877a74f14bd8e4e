package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shared libraries that a JVM without a screen, and prlimit, are linked to; see ldd(1). */
final class SharedLibraries {
    private static final List<String> IN_JDK = List.of(
            "bin/java",
            "lib/server/libjvm.so",
            "lib/libjava.so",
            "lib/libjimage.so",
            "lib/libnet.so",
            "lib/libnio.so",
            "lib/libextnet.so",
            "lib/libmanagement.so",
            "lib/libverify.so",
            "lib/libzip.so");

    /** {@code libc.so.6 => /lib/libc.so.6 (0x…)}, or only {@code /lib64/ld-linux.so.2 (0x…)}. */
    private static final Pattern LINE = Pattern.compile("(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)");

    private SharedLibraries() {}

    static List<BindMount> of(Path javaHome, Path prlimit) throws IOException {
        var home = javaHome.toRealPath();
        var binaries = Stream.concat(IN_JDK.stream().map(home::resolve), Stream.of(prlimit))
                .filter(Files::exists)
                .toList();
        var binds = new ArrayList<BindMount>();
        for (var library : libraries(binaries)) {
            var real = Path.of(library).toRealPath();
            if (!real.startsWith(home)) {
                binds.add(new BindMount(real, library));
            }
        }
        return List.copyOf(binds);
    }

    private static List<String> libraries(List<Path> binaries) throws IOException {
        var command = new ArrayList<>(List.of("ldd"));
        binaries.forEach(binary -> command.add(binary.toString()));
        return CommandResult.run(command)
                .output()
                .lines()
                .map(line -> LINE.matcher(line.strip()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> Path.of(matcher.group(1)).normalize().toString())
                .distinct()
                .toList();
    }
}
