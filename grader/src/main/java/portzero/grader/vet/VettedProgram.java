package portzero.grader.vet;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import portzero.grader.run.protocol.Job;
import portzero.grader.suite.SuiteException;

/**
 * One program whose score is known beforehand.
 *
 * @param kind what sort of program it is
 * @param name its name among its sort; for skeleton and reference the sort itself
 * @param sources its folders; a file of an earlier one wins
 * @param requirement the Java that it needs
 */
record VettedProgram(Kind kind, String name, List<Path> sources, JavaRequirement requirement) {

    /** What the name of a {@link Kind#PARTIAL} begins with; the number of the last task that it solves follows. */
    static final String UP_TO = "up-to-";

    /** Sorts of program. */
    enum Kind {
        /** Scores 0. */
        SKELETON,
        /** Scores 100. */
        REFERENCE,
        /** Scores 100. */
        ALTERNATIVE,
        /** Solves the first tasks, {@code up-to-2}: passes exactly their tests. */
        PARTIAL,
        /** Fails exactly what its manifest says. */
        MISTAKE
    }

    VettedProgram {
        sources = List.copyOf(sources);
    }

    /** One that says for itself what it needs, in the first of its folders. */
    static VettedProgram of(Kind kind, String name, List<Path> sources) throws SuiteException {
        return new VettedProgram(kind, name, sources, JavaRequirement.of(sources.get(0)));
    }

    boolean isRight() {
        return kind == Kind.REFERENCE || kind == Kind.ALTERNATIVE;
    }

    /** A key that tells it from all others of its lab. */
    String key() {
        return kind.name().toLowerCase(Locale.ROOT) + "." + name;
    }

    /** The job that grades it for the n-th time, from 0. */
    Job job(String lab, int repetition) {
        List<Job.Layer> folders =
                sources.stream().map(Path::toString).map(Job.Layer::of).toList();
        return new Job(lab, key() + "." + repetition, name, folders, requirement.java(), List.of(), null);
    }
}
