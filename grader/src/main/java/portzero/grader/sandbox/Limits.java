package portzero.grader.sandbox;

/**
 * What one subject may use. The defaults are far above what any lab needs, so that only a runaway
 * program meets them.
 *
 * @param addressSpaceBytes virtual memory of the process ({@code RLIMIT_AS}); bounds off-heap memory,
 *     which the heap limit does not
 * @param heapBytes the Java heap; two 8 MiB arrays and their copies fit in the default
 * @param directBytes direct buffers
 * @param stackBytes the stack of each thread
 * @param processes processes and threads together ({@code RLIMIT_NPROC}); a JVM takes about 15
 * @param fileBytes size of any one file ({@code RLIMIT_FSIZE})
 * @param tmpBytes all of {@code /tmp}, the only place that can be written to
 * @param cpuSeconds processor time of the whole process; the kernel ends it then
 * @param openFiles descriptors, sockets included
 */
public record Limits(
        long addressSpaceBytes,
        long heapBytes,
        long directBytes,
        long stackBytes,
        int processes,
        long fileBytes,
        long tmpBytes,
        int cpuSeconds,
        int openFiles) {

    /** Files, folders and links in {@code /tmp}; each takes memory of the kernel's that no other limit bounds. */
    static final int TMP_FILES = 2_000;

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /**
     * 768 MiB of address space, 64 MiB of heap, 64 MiB of direct buffers, 512 KiB of stack, 512
     * processes and threads, 16 MiB per file and in {@code /tmp}, 120 s of processor time, 1,024 open
     * files.
     */
    public static final Limits DEFAULT =
            new Limits(768 * MIB, 64 * MIB, 64 * MIB, 512 * KIB, 512, 16 * MIB, 16 * MIB, 120, 1024);

    public Limits {
        requirePositive("addressSpaceBytes", addressSpaceBytes);
        requirePositive("heapBytes", heapBytes);
        requirePositive("directBytes", directBytes);
        requirePositive("stackBytes", stackBytes);
        requirePositive("processes", processes);
        requirePositive("fileBytes", fileBytes);
        requirePositive("tmpBytes", tmpBytes);
        requirePositive("cpuSeconds", cpuSeconds);
        requirePositive("openFiles", openFiles);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive but was " + value);
        }
    }
}
