package portzero.grader.notes.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

/** The templates, as the build compiled them. */
public final class Templates {
    public static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "portzero.grader.templates");

    private Templates() {}
}
