package portzero.grader.result;

/** The resource limit that a submission ran into. */
public enum ExceededLimit {
    MEMORY,
    STACK,
    PROCESSES,
    THREADS,
    FILES,
    DISK,
    OUTPUT,
    CPU,
    WALL_CLOCK
}
