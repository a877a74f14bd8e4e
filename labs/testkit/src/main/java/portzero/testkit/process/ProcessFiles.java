package portzero.testkit.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel shows of a process and its descendants under {@code /proc/PID} (proc(5)). */
public final class ProcessFiles {

    private ProcessFiles() {}

    /**
     * The entries of one folder of each of them.
     *
     * @param folder {@code task}, with an entry for each thread, or {@code fd}, with one for each descriptor
     * @throws IOException if one of the folders is not shown, or a process has just ended
     */
    static List<File> of(Process process, String folder) throws IOException {
        List<File> entries = new ArrayList<>();
        for (File one : tree(process)) {
            entries.addAll(entries(one, folder));
        }
        return entries;
    }

    /** How many entries that folder has in all of them; those that have just ended have none. 0 where it is not shown. */
    public static int count(Process process, String folder) {
        return tree(process).stream().mapToInt(one -> countIn(one, folder)).sum();
    }

    private static int countIn(File one, String folder) {
        try {
            return entries(one, folder).size();
        } catch (IOException ended) {
            return 0;
        }
    }

    /**
     * The folder of the process and those of all its descendants.
     *
     * <p>The kernel lists a thread's children in a file of its own, where it was built with it (CONFIG_PROC_CHILDREN);
     * otherwise every process of the machine is looked at, which takes milliseconds.
     */
    static List<File> tree(Process process) {
        File root = folder(process.pid());
        List<File> tree = new ArrayList<>(List.of(root));
        if (!new File(root, "task/" + process.pid() + "/children").canRead()) {
            process.descendants()
                    .map(ProcessHandle::pid)
                    .map(ProcessFiles::folder)
                    .forEach(tree::add);
            return tree;
        }
        for (int next = 0; next < tree.size(); next++) {
            tree.addAll(children(tree.get(next)));
        }
        return tree;
    }

    private static List<File> children(File process) {
        List<File> children = new ArrayList<>();
        try {
            for (File task : entries(process, "task")) {
                Stream.of(text(new File(task, "children")).split(" ", -1))
                        .filter(pid -> !pid.isEmpty())
                        .map(pid -> new File("/proc", pid))
                        .forEach(children::add);
            }
        } catch (IOException ended) {
            // the process or one of its threads: what it had started is no longer below it
        }
        return children;
    }

    private static File folder(long pid) {
        return new File("/proc", Long.toString(pid));
    }

    private static List<File> entries(File process, String folder) throws IOException {
        File[] entries = new File(process, folder).listFiles();
        if (entries == null) {
            throw new FileNotFoundException(process + "/" + folder);
        }
        return List.of(entries);
    }

    /** What one of the kernel's small files says. */
    static String text(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether there are such files on this system. */
    public static boolean areShown() {
        return folder(ProcessHandle.current().pid()).isDirectory();
    }

    /** How many there are: the process and its descendants. */
    public static int members(Process process) {
        return tree(process).size();
    }

    /**
     * Whether the last of a process's descendants has begun to end: it gives back its memory before it closes its sockets
     * and pipes (do_exit() of Linux), so that whoever has seen one of them close finds it so.
     *
     * @param members how many there were when it was there, itself the last of them
     */
    public static boolean isEnding(Process process, int members) {
        List<File> tree = tree(process);
        try {
            return tree.size() < members
                    || text(new File(tree.get(members - 1), "statm")).startsWith("0 ");
        } catch (IOException ended) {
            return true;
        }
    }

    /** Whether it has not ended; one that has, and that nobody has asked for its exit status, is a zombie and does not. */
    public static boolean lives(ProcessHandle process) {
        try {
            String stat = text(new File(folder(process.pid()), "stat"));
            return process.isAlive() && !stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException hidden) {
            return process.isAlive();
        }
    }
}
