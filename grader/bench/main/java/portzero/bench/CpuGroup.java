package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A control group (cgroups(7)) for a command and all its descendants. Its processor time is complete: times(2) does not know
 * of a submission's JVM that was killed with its process namespace, for nobody has waited for it.
 */
final class CpuGroup implements AutoCloseable {
    private static final Pattern USAGE = Pattern.compile("usage_usec (\\d+)");
    private static final int PATIENCE = 2_000;

    private final Path folder;
    private final boolean isSecondVersion;

    private CpuGroup(Path folder, boolean isSecondVersion) {
        this.folder = folder;
        this.isSecondVersion = isSecondVersion;
    }

    /** A new group; none where this user may not make one. */
    static Optional<CpuGroup> create() throws IOException {
        var membership = Files.readAllLines(Path.of("/proc/self/cgroup"));
        for (var mount : Files.readAllLines(Path.of("/proc/self/mounts"))) {
            var columns = mount.split(" ");
            var second = columns[2].equals("cgroup2");
            if (second
                    || columns[2].equals("cgroup")
                            && List.of(columns[3].split(",")).contains("cpuacct")) {
                var own = own(membership, second);
                for (var parent : List.of(columns[1] + own, columns[1])) {
                    var group = new CpuGroup(
                            Path.of(
                                    parent,
                                    "portzero-bench-" + ProcessHandle.current().pid()),
                            second);
                    if (group.isMade()) {
                        return Optional.of(group);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The group that this program is in: {@code 0::/path} in the second version, {@code 2:cpuacct:/path} in the first. */
    private static String own(List<String> membership, boolean second) {
        return membership.stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> second
                        ? parts[1].isEmpty()
                        : List.of(parts[1].split(",")).contains("cpuacct"))
                .map(parts -> parts[2].equals("/") ? "" : parts[2])
                .findFirst()
                .orElse("");
    }

    /** Whether it can be made, and a process can go into it. */
    private boolean isMade() {
        try {
            Files.createDirectory(folder);
            var enter = new ProcessBuilder("sh", "-c", "echo $$ >\"$0\"", door().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (enter.waitFor() == 0) {
                return true;
            }
            close();
        } catch (IOException notAllowed) {
            // then another one, or none
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** A process that writes its number to this file is in the group, with all that it starts from then on. */
    Path door() {
        return folder.resolve("cgroup.procs");
    }

    /** Processor seconds of all that was ever in the group, once it is empty. What was killed takes a moment to end. */
    double seconds() throws IOException, InterruptedException {
        for (var waited = 0; waited < PATIENCE && !members().isEmpty(); waited += 5) {
            Thread.sleep(5);
        }
        if (!isSecondVersion) {
            return Long.parseLong(
                            Files.readString(folder.resolve("cpuacct.usage")).strip())
                    / 1e9;
        }
        var usage = USAGE.matcher(Files.readString(folder.resolve("cpu.stat")));
        return usage.find() ? Long.parseLong(usage.group(1)) / 1e6 : 0;
    }

    private List<ProcessHandle> members() throws IOException {
        var members = new ArrayList<ProcessHandle>();
        for (var line : Files.readAllLines(door())) {
            ProcessHandle.of(Long.parseLong(line)).ifPresent(members::add);
        }
        return members;
    }

    /** Ends all that is in the group, and the group. */
    @Override
    public void close() {
        try {
            for (var waited = 0; waited < PATIENCE && !members().isEmpty(); waited += 5) {
                members().forEach(ProcessHandle::destroyForcibly);
                Thread.sleep(5);
            }
            Files.deleteIfExists(folder);
        } catch (IOException gone) {
            // somebody else has ended it
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
