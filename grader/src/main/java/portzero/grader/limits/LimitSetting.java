package portzero.grader.limits;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every limit that can be set, with its default and the values that make sense. The defaults are far above what any
 * lab needs, so that no honest submission meets one; {@code docs/limits.md} says what a student sees who does.
 */
public enum LimitSetting {
    /** The Java heap; two 8 MiB arrays and their copies fit in the default. */
    HEAP("heap", Unit.BYTES, mib(64), mib(16), mib(8_192)),
    /** Direct buffers. */
    DIRECT_MEMORY("direct-memory", Unit.BYTES, mib(64), mib(1), mib(8_192)),
    /**
     * All memory of the process, counted as addresses ({@code RLIMIT_AS}): it bounds what the heap limit does not see.
     * A JVM at rest takes some 500 MiB beside its heap.
     */
    ADDRESS_SPACE("address-space", Unit.BYTES, mib(768), mib(512), mib(65_536)),
    /** The stack of each thread. */
    STACK("stack", Unit.BYTES, kib(512), kib(256), mib(64)),
    /** Processes and threads together ({@code RLIMIT_NPROC}); a JVM takes about 15. */
    PROCESSES("processes", Unit.COUNT, 512, 64, 32_768),
    /** Descriptors, sockets included ({@code RLIMIT_NOFILE}). */
    OPEN_FILES("open-files", Unit.COUNT, 1_024, 64, 65_536),
    /** Processor time of the submission's JVM ({@code RLIMIT_CPU}); the kernel ends it then. */
    CPU("cpu", Unit.SECONDS, 120, 1, 3_600),
    /** Size of any one file ({@code RLIMIT_FSIZE}). */
    FILE_SIZE("file-size", Unit.BYTES, mib(16), kib(64), mib(1_024)),
    /** All of {@code /tmp}, the only place that can be written to. */
    DISK("disk", Unit.BYTES, mib(16), mib(1), mib(1_024)),
    /** Files, folders and links in {@code /tmp}; each takes memory of the kernel's that no other limit bounds. */
    DISK_FILES("disk-files", Unit.COUNT, 2_000, 100, 1_000_000),
    /** What a program prints in one test; the rest is counted and dropped. */
    OUTPUT("output", Unit.BYTES, kib(16), kib(1), kib(256)),
    /** Characters of each text of a submission's that a result keeps: a message, an output. */
    RESULT_TEXT("result-text", Unit.COUNT, 100_000, 1_000, 1_000_000),
    /** A factor on every deadline inside the tests. */
    DEADLINES("deadlines", Unit.COUNT, 1, 1, 100),
    /** From the first test of a submission to the last. */
    WALL_CLOCK("wall-clock", Unit.SECONDS, 1_800, 60, 86_400),
    /** Reading and compiling a submission. */
    COMPILE_TIME("compile-time", Unit.SECONDS, 60, 10, 3_600),
    /** One source file. */
    SOURCE_SIZE("source-size", Unit.BYTES, mib(1), kib(16), mib(16)),
    /** All files of a submission together, unpacked; also the largest archive that is opened. */
    SUBMISSION_SIZE("submission-size", Unit.BYTES, mib(20), mib(1), mib(100)),
    /** Files of a submission, without what systems leave behind. */
    FILES("files", Unit.COUNT, 2_000, 10, 100_000),
    /** Entries of an archive, all of them; bounds the work on hidden folders such as {@code .git}. */
    ENTRIES("entries", Unit.COUNT, 20_000, 10, 200_000),
    /** How many times its own size an archive may unpack to, once that is over 1 MiB. */
    RATIO("ratio", Unit.COUNT, 100, 2, 10_000),
    /** The release of Java that sources may be written in, up to that of the JDK which compiles and runs them. */
    JAVA_RELEASE("java-release", Unit.COUNT, 17, 17, Runtime.version().feature());

    private final String key;
    private final Unit unit;
    private final long usual;
    private final long least;
    private final long most;

    LimitSetting(String key, Unit unit, long usual, long least, long most) {
        this.key = key;
        this.unit = unit;
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    private static long kib(long value) {
        return value << 10;
    }

    private static long mib(long value) {
        return value << 20;
    }

    /** The name in files, options and messages: {@code direct-memory}. */
    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }

    /** The value where nothing else is said. */
    public long usual() {
        return usual;
    }

    public long least() {
        return least;
    }

    public long most() {
        return most;
    }

    /** The value as it is written: {@code 64 MiB}. */
    public String format(long value) {
        return unit.format(value);
    }

    /** {@code 16 MiB to 8 GiB}. */
    String range() {
        return least == most ? format(least) : format(least) + " to " + format(most);
    }

    /** What makes more possible, as the end of a sentence; empty where nothing does. */
    String remedy() {
        return this == JAVA_RELEASE ? "; for a later one, let JAVA_HOME point at a later JDK" : "";
    }

    /** The setting with that key. */
    static Optional<LimitSetting> named(String key) {
        return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }

    /** The setting whose key is most like that, if one is. */
    static Optional<LimitSetting> like(String key) {
        return SpellingSuggestion.nearest(
                        key, Stream.of(values()).map(LimitSetting::key).toList())
                .flatMap(LimitSetting::named);
    }
}
