package portzero.grader.vet;

/**
 * How often each program is graded: once is enough to compare, many times show that nothing depends on luck.
 *
 * @param right how often each right solution is graded, at least 1
 * @param mistakes how often each mistake is graded, at least 1
 */
public record RepeatCounts(int right, int mistakes) {

    public RepeatCounts {
        if (right < 1 || mistakes < 1) {
            throw new IllegalArgumentException("repeats must be at least 1 but were " + right + " and " + mistakes);
        }
    }

    int of(VettedProgram program) {
        return switch (program.kind()) {
            case SKELETON, PARTIAL -> 1;
            case REFERENCE, ALTERNATIVE -> right;
            case MISTAKE -> mistakes;
        };
    }

    int most() {
        return Math.max(right, mistakes);
    }
}
