package portzero.grader.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.Limits;

/**
 * The JVM that student code is to run in.
 *
 * @param javaHome a JDK or JRE; in a sandbox it must be readable by every user
 * @param hostJar the whole class path; in a sandbox it must be readable by every user, see {@link
 *     SharedTempDir}
 * @param archive a class-data archive that was made for that class path, or null; readable by every user, too. Not every
 *     sandbox uses it
 * @param mainClass the class to run
 * @param jvmArguments more JVM arguments, after {@link SubjectJvm#flags}
 * @param arguments arguments of the program
 * @param limits what it may use
 */
public record SubjectSpec(
        Path javaHome,
        Path hostJar,
        @Nullable Path archive,
        String mainClass,
        List<String> jvmArguments,
        List<String> arguments,
        Limits limits) {

    public SubjectSpec {
        jvmArguments = List.copyOf(jvmArguments);
        arguments = List.copyOf(arguments);
    }
}
