package portzero.grader.store;

import java.nio.charset.StandardCharsets;
import portzero.grader.result.LocalRun;

/** A run of one's own tests as JSON, by {@code local-run.schema.json}. */
public final class LocalRunJson {

    private LocalRunJson() {}

    public static String text(LocalRun run) {
        return new String(ResultJson.write(run), StandardCharsets.UTF_8);
    }
}
