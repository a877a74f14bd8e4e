package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;
import portzero.grader.sandbox.seccomp.Architecture;
import portzero.grader.sandbox.seccomp.SystemCallFilter;

/**
 * Namespaces made by bwrap(1): a network for each worker; everything else for each subject.
 *
 * <p>A subject sees the JDK, the host's jar, the few libraries both need, {@code /proc} of its own
 * processes, a minimal {@code /dev} and an empty {@code /tmp} of limited size and number of files, in which
 * nothing can be executed. Nothing but {@code /tmp} can be written to. It is not root, has no capabilities and can make no
 * further namespaces; a filter refuses the system calls that a JVM with sockets does not need.
 */
final class BubblewrapSandbox implements Sandbox {
    /** A file that every stage of a sandbox of this kind has. */
    static final String HOSTS = "hosts";

    /** Where every program of a subject's lies in its sandbox. */
    static final String INSIDE = "/portzero/";

    /**
     * What makes names of files UTF-8: glibc has the locale C.UTF-8 in files, and without them a path with a letter beyond ASCII is
     * none to the JVM. They may be elsewhere than where they are looked for (LOCPATH, setlocale(3)).
     */
    private static final Path LOCALE = Path.of("/usr/lib/locale/C.utf8");

    private static final String LOCALES = "/portzero/locale";
    private static final String HOST_JAR = "/portzero/host.jar";
    private static final String ARCHIVE = "/portzero/host.jsa";
    private static final String SMALL_TABLES =
            "{ echo 32768 > /proc/sys/net/ipv4/tcp_child_ehash_entries; } 2>/dev/null; exec \"$@\"";
    private static final String PRLIMIT = "/portzero/prlimit";

    /**
     * Before bwrap, whose own file system has no limit on the number of files and lets programs in it run. A test that shares a
     * folder with its subject looks into this one from outside, and must not be led elsewhere by a symbolic link there: with
     * {@code nosymfollow} (Linux 5.10, util-linux 2.38) the kernel follows none.
     */
    private static final String MOUNT_TMP = "{ mount -t tmpfs -o \"$1,nosymfollow\" portzero \"$2\" 2>/dev/null"
            + " || mount -t tmpfs -o \"$1\" portzero \"$2\"; } && shift 2 && exec \"$@\"";
    /** Descriptors reach bwrap through a shell only: Java closes all but three in a new process. */
    private static final List<String> WITH_FILTER = List.of("sh", "-c", "exec \"$@\" 3<\"$0\"");

    private final boolean root;
    private final Path bwrap;
    private final Path tmp;
    private final List<BindMount> names;
    private final List<BindMount> system;
    private final Optional<Path> filter;

    /**
     * @param root whether the grader runs as root
     * @param bwrap where that program is
     * @param tmp an empty folder; each subject's {@code /tmp} is mounted there, out of everybody else's sight
     * @param names what worker and subject know of names and addresses
     * @param system what every subject sees apart from its JDK and jar
     * @param filter the file with the filter of system calls, if there is one for this machine
     */
    private BubblewrapSandbox(
            boolean root, Path bwrap, Path tmp, List<BindMount> names, List<BindMount> system, Optional<Path> filter) {
        this.root = root;
        this.bwrap = bwrap;
        this.tmp = tmp;
        this.names = names;
        this.system = system;
        this.filter = filter;
    }

    /** @throws IOException when files that the subject needs cannot be found or written */
    static BubblewrapSandbox create(boolean root, Path bwrap, Path prlimit, Path javaHome, SharedTempDir shared)
            throws IOException {
        var system = new ArrayList<BindMount>();
        system.addAll(SharedLibraries.of(javaHome, prlimit));
        system.addAll(JdkBindMounts.of(javaHome));
        system.add(new BindMount(prlimit, PRLIMIT));
        if (Files.isDirectory(LOCALE)) {
            system.add(new BindMount(LOCALE, LOCALES + "/" + LOCALE.getFileName()));
        }
        var names = names(shared);
        system.addAll(names);
        return new BubblewrapSandbox(root, bwrap, shared.folder("tmp"), names, List.copyOf(system), filter(shared));
    }

    private static Optional<Path> filter(SharedTempDir shared) throws IOException {
        var architecture = Architecture.here();
        return architecture.isEmpty()
                ? Optional.empty()
                : Optional.of(shared.write("filter.bpf", SystemCallFilter.bytes(architecture.get())));
    }

    /** "localhost" is a matter of files; without the second, look-ups would try the network. */
    private static List<BindMount> names(SharedTempDir shared) throws IOException {
        var names = new ArrayList<BindMount>();
        names.add(new BindMount(
                shared.write(HOSTS, List.of("127.0.0.1 localhost portzero", "::1 localhost")), "/etc/hosts"));
        names.add(new BindMount(shared.write("nsswitch.conf", List.of("hosts: files")), "/etc/nsswitch.conf"));
        // Of a name's several addresses only the first is found without this (host.conf(5)). A worker can have it
        // only where the machine has one, and worker and subject are to find the same.
        if (Files.isRegularFile(Path.of("/etc/host.conf"))) {
            names.add(new BindMount(shared.write("host.conf", List.of("multi on")), "/etc/host.conf"));
        }
        return List.copyOf(names);
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.BUBBLEWRAP;
    }

    /**
     * One network inside another: the size of a network's table of connections is a matter of the one that it is
     * made from (tcp_child_ehash_entries, Linux 6.1), and the table is read from end to end whenever a test asks what
     * the kernel says. An ordinary one has hundreds of thousands of rows, nearly all empty. Not smaller than this: half
     * as many connections may be in TIME_WAIT at a time, and a worker makes thousands in a minute. Where the kernel
     * has no such setting the inner network is an ordinary one.
     */
    @Override
    public List<String> worker(List<String> command) {
        var wrapped = new ArrayList<>(network(root ? "ALL" : "CAP_NET_ADMIN", List.of()));
        wrapped.addAll(List.of("sh", "-c", SMALL_TABLES, "sh"));
        if (!root) {
            // bwrap refuses to start with capabilities that it has no use for.
            wrapped.addAll(List.of("setpriv", "--inh-caps=-all", "--ambient-caps=-all"));
        }
        // A worker removes what its tests have left in its network, see ss(8).
        wrapped.addAll(network(root ? "ALL" : "CAP_NET_ADMIN", names()));
        wrapped.addAll(command);
        return List.copyOf(wrapped);
    }

    /** Root keeps its capabilities, or it could not become nobody; others need a user namespace. */
    private List<String> network(String capabilities, List<String> binds) {
        var wrapped = new ArrayList<>(List.of(bwrap.toString(), "--unshare-net", "--die-with-parent"));
        if (!root) {
            wrapped.add("--unshare-user");
        }
        if (!capabilities.isEmpty()) {
            wrapped.addAll(List.of("--cap-add", capabilities));
        }
        wrapped.addAll(List.of("--dev-bind", "/", "/"));
        wrapped.addAll(binds);
        wrapped.add("--");
        return wrapped;
    }

    /** The subject's names of hosts for the worker, too: a test may compare what the subject found with its own. */
    private List<String> names() {
        return names.stream()
                .filter(bind -> Files.isRegularFile(Path.of(bind.target()))) // or bwrap would make one
                .flatMap(BindMount::arguments)
                .toList();
    }

    @Override
    public List<String> subject(SubjectSpec spec) {
        return wrap(spec.limits(), binds(spec), command(spec));
    }

    @Override
    public Optional<List<String>> trusted(SubjectSpec spec, Path folder) {
        var binds = Stream.concat(binds(spec).stream(), Stream.of(BindMount.writable(folder, OUTPUT)))
                .toList();
        return Optional.of(wrap(spec.limits(), binds, command(spec)));
    }

    private static List<BindMount> binds(SubjectSpec spec) {
        var jar = new BindMount(spec.hostJar(), HOST_JAR);
        return spec.archive() == null ? List.of(jar) : List.of(jar, new BindMount(spec.archive(), ARCHIVE));
    }

    private static List<String> command(SubjectSpec spec) {
        var arguments = new ArrayList<>(NobodyUser.JVM_ARGUMENTS);
        if (spec.archive() != null) {
            arguments.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        return SubjectJvm.command(JdkBindMounts.TARGET + "/bin/java", HOST_JAR, arguments, spec);
    }

    /** The command that shows whether a subject would start here. */
    List<String> probe() {
        return worker(wrap(Limits.DEFAULT, List.of(), SubjectJvm.probe(JdkBindMounts.TARGET + "/bin/java")));
    }

    /** Whatever is to run as a subject does. */
    List<String> wrap(Limits limits, List<BindMount> binds, List<String> command) {
        var wrapped = new ArrayList<>(tmp(limits)); // before the filter, which refuses mount
        filter.ifPresent(file -> {
            wrapped.addAll(WITH_FILTER);
            wrapped.add(file.toString());
        });
        if (root) {
            // Root's own namespaces may not mount /proc over what bwrap has masked; nobody's may.
            wrapped.addAll(NobodyUser.SETPRIV);
        }
        // Until bwrap becomes the program, the environment of its process can be read inside.
        wrapped.addAll(List.of("env", "--ignore-environment", bwrap.toString()));
        filter.ifPresent(file -> wrapped.addAll(List.of("--seccomp", "3")));
        wrapped.addAll(namespaces());
        Stream.concat(system.stream(), binds.stream())
                .flatMap(BindMount::arguments)
                .forEach(wrapped::add);
        wrapped.addAll(mounts());
        wrapped.add("--");
        wrapped.addAll(PrlimitCommand.command(PRLIMIT, limits, command));
        return List.copyOf(wrapped);
    }

    /** Mounts the subject's {@code /tmp} in a mount namespace that lasts as long as the subject; see tmpfs(5). */
    private List<String> tmp(Limits limits) {
        var command = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        if (!root) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        var options = "size=" + limits.of(LimitSetting.DISK) + ",nr_inodes=" + limits.of(LimitSetting.DISK_FILES)
                + ",mode=1777,noexec,nosuid,nodev";
        command.addAll(List.of("sh", "-c", MOUNT_TMP, "sh", options, tmp.toString()));
        return command;
    }

    private static List<String> namespaces() {
        var arguments = new ArrayList<>(List.of("--unshare-user", "--unshare-pid", "--unshare-ipc"));
        arguments.addAll(List.of("--unshare-uts", "--unshare-cgroup-try"));
        // Otherwise bwrap itself would be process 1, of the same user but without limits and filter: a subject could
        // write code of its own into that process (proc_pid_mem(5)).
        arguments.add("--as-pid-1");
        arguments.addAll(List.of("--disable-userns", "--assert-userns-disabled"));
        arguments.addAll(List.of("--uid", NobodyUser.ID, "--gid", NobodyUser.ID, "--cap-drop", "ALL"));
        arguments.addAll(List.of("--hostname", "portzero", "--die-with-parent", "--new-session", "--clearenv"));
        for (var variable : SubjectJvm.ENVIRONMENT) {
            var nameAndValue = variable.split("=", 2);
            arguments.addAll(List.of("--setenv", nameAndValue[0], nameAndValue[1]));
        }
        if (Files.isDirectory(LOCALE)) {
            arguments.addAll(List.of("--setenv", "LOCPATH", LOCALES));
        }
        return arguments;
    }

    /** {@code /dev} holds a folder for shared memory without any limit, hence read-only. */
    private List<String> mounts() {
        var arguments = new ArrayList<>(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
        arguments.addAll(List.of("--bind", tmp.toString(), "/tmp"));
        arguments.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp"));
        return arguments;
    }
}
