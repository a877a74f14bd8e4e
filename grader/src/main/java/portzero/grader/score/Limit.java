package portzero.grader.score;

/** The resource limit that a submission ran into. */
public enum Limit {
    MEMORY,
    PROCESSES,
    THREADS,
    DISK,
    OUTPUT,
    CPU
}
