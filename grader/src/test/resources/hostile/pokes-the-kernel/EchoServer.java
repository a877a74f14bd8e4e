package portzero.echo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Writes to what the kernel shows as files, and looks for other processes and their sockets there. */
public class EchoServer extends Prober {

    private static final List<String> FILES = List.of(
            "/proc/self/uid_map",
            "/proc/self/setgroups",
            "/proc/sys/kernel/hostname",
            "/proc/sys/kernel/core_pattern",
            "/proc/sys/net/ipv4/ip_forward",
            "/proc/sys/net/ipv4/ip_local_port_range",
            "/proc/sysrq-trigger",
            "/sys/fs/cgroup/cgroup.procs",
            "/dev/kmsg",
            "/dev/mem",
            "/etc/hosts",
            "/portzero/host.jar",
            "/portzero/jdk/lib/modules");

    public EchoServer() throws IOException {}

    @Override
    void tryAll() throws Exception {
        for (String file : FILES) {
            attempt("writing to " + file, () -> write(Path.of(file)));
        }
        attempt("less likely to be killed", () -> Files.writeString(Path.of("/proc/self/oom_score_adj"), "-900") != null);
        for (String process : names("/proc")) {
            if (process.matches("/proc/[0-9]+") && !process.equals("/proc/" + ProcessHandle.current().pid())) {
                attempt("memory of " + process, () -> new RandomAccessFile(process + "/mem", "r").length() > 0);
                attempt("files of " + process, () -> opensFiles(process + "/fd/"));
                attempt("folders of " + process, () -> !names(process + "/cwd/").isEmpty());
            }
        }
        attempt("a descriptor of the grader's", EchoServer::inheritedMore);
        attempt("a local socket", () -> hasNamedSocket(Path.of("/proc/net/unix")));
        attempt("a watch on files", () -> FileSystems.getDefault().newWatchService() != null);
        attempt("a terminal", () -> Files.newInputStream(Path.of("/dev/tty")) != null);
        attempt("a raw device", () -> Files.list(Path.of("/dev")).anyMatch(EchoServer::isDisk));
    }

    private static boolean opensFiles(String descriptors) throws IOException {
        for (String name : names(descriptors)) {
            String target = Files.readSymbolicLink(Path.of(name)).toString();
            if (target.startsWith("/") && !target.startsWith("/dev/null")) {
                return true;
            }
        }
        return false;
    }

    /** The eighth column is the name; one without is a pair, and nobody else can reach it. */
    private static boolean hasNamedSocket(Path table) throws IOException {
        return Files.readAllLines(table).stream().skip(1).anyMatch(row -> row.strip().split("\\s+").length > 7);
    }

    private static boolean write(Path file) throws IOException {
        Files.write(file, new byte[] {'1', '\n'}, StandardOpenOption.WRITE);
        return true;
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(Path::toString).toList();
        }
    }

    /** Beside standard input, output and error, a pipe or socket could only come from whoever started this. */
    private static boolean inheritedMore() throws IOException {
        for (String name : names("/proc/self/fd")) {
            String target = Files.readSymbolicLink(Path.of(name)).toString();
            if (name.length() > "/proc/self/fd/2".length() || name.charAt(name.length() - 1) > '2') {
                if (target.startsWith("pipe:") || target.contains("portzero-") || target.contains("/target/")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDisk(Path device) {
        String name = device.getFileName().toString();
        return name.startsWith("sd") || name.startsWith("vd") || name.startsWith("nvme") || name.equals("kvm");
    }
}
