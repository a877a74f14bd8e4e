package portzero.grader.cli.option;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import portzero.grader.result.ReportSettings;
import portzero.grader.result.Result;
import portzero.grader.store.ResultStore;
import portzero.grader.text.DisplayName;
import portzero.grader.wording.ReadingReferences;

/** Where the notes are published, so that a student's page, which travels alone, can link to them. */
public final class NotesUrlOption {
    private static final String NONE = "none";

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    private @Nullable String url;

    @Option(
            names = "--notes-url",
            paramLabel = "URL",
            description = "where the notes are published, so that students' pages link to their sections; kept with the"
                    + " results; none to forget it")
    void setUrl(String address) {
        if (!address.equals(NONE) && ReadingReferences.published(address).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--notes-url must be an address with https or http, or none, but was " + DisplayName.name(address));
        }
        url = address;
    }

    /** Keeps what was said, if anything was. */
    public void keep(ResultStore store) throws IOException {
        if (url != null) {
            store.write(new ReportSettings(Result.SCHEMA, url.equals(NONE) ? null : url));
        }
    }
}
