package portzero.grader.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import portzero.grader.report.view.CohortPage;
import portzero.grader.report.view.StudentPage;

/** Renders pages with the templates that the build compiled; these escape by HTML context. */
final class PageRenderer {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageRenderer.class.getClassLoader(), "portzero.grader.templates");

    byte[] render(CohortPage page) throws IOException {
        return render("report/index.jte", page);
    }

    byte[] render(StudentPage page) throws IOException {
        return render("report/student.jte", page);
    }

    private byte[] render(String template, Object page) throws IOException {
        var output = new Utf8ByteOutput();
        engine.render(template, page, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(bytes::write);
        return bytes.toByteArray();
    }
}
