package portzero.grader.export;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import portzero.grader.result.RunInfo;
import portzero.grader.roster.Roster;
import portzero.grader.wording.ReadingReferences;

/**
 * What all exports of a folder of results have in common.
 *
 * @param results the folder
 * @param run what was run, unless that is damaged
 * @param roster who is in the class, {@link Roster#NONE} if that is not known
 * @param readings names sections of the notes
 * @param environment the variables that a platform's runner sets
 */
public record ExportSource(
        Path results,
        Optional<RunInfo> run,
        Roster roster,
        ReadingReferences readings,
        Map<String, String> environment) {
    public ExportSource {
        environment = Map.copyOf(environment);
    }
}
