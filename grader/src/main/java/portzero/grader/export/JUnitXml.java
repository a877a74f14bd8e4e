package portzero.grader.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.ReadingReferences;
import portzero.grader.wording.TestStory;
import portzero.grader.wording.Wording;

/**
 * A report as Maven's surefire writes it, which Artemis, Jenkins, GitLab and Forgejo read. Points are properties of the suite.
 *
 * <p>A method that is not written yet is a failure here: programs that count points leave out what was skipped. A submission that was
 * refused is one failed test; where the grader failed it is an error that says so.
 */
final class JUnitXml implements ResultDocument {
    /** Artemis cuts messages there. */
    static final int MAX_MESSAGE = 20_000;

    private final ReadingReferences readings;

    JUnitXml(ReadingReferences readings) {
        this.readings = readings;
    }

    @Override
    public String fileName() {
        return "TEST-%s.xml";
    }

    @Override
    public Optional<byte[]> content(Result result) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, result);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Bytes can always be written to.", e);
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return Optional.of(bytes.toByteArray());
    }

    private void suite(XMLStreamWriter xml, Result result) throws XMLStreamException {
        boolean graded = result.verdict() == Verdict.GRADED;
        boolean broken = result.verdict() == Verdict.GRADER_ERROR;
        long failures = graded
                ? result.tests().stream()
                        .filter(test -> test.outcome() != Outcome.PASSED)
                        .count()
                : broken ? 0 : 1;
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", result.lab());
        xml.writeAttribute("tests", String.valueOf(graded ? result.tests().size() : 1));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", broken ? "1" : "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(result.seconds()));
        properties(xml, result);
        if (graded) {
            for (TestResult test : result.tests()) {
                test(xml, test);
            }
        } else {
            start(xml, "submission", result.lab(), result.seconds());
            problem(
                    xml,
                    broken ? "error" : "failure",
                    result.verdict().name(),
                    ExportText.reason(result),
                    ExportText.whole(result));
            xml.writeEndElement();
        }
        line(xml);
        xml.writeEndElement();
    }

    private static void properties(XMLStreamWriter xml, Result result) throws XMLStreamException {
        line(xml);
        xml.writeStartElement("properties");
        property(xml, "student", result.student());
        property(xml, "verdict", result.verdict().name());
        if (result.verdict() != Verdict.GRADER_ERROR) {
            property(xml, "score", String.valueOf(result.score()));
        }
        property(xml, "max", String.valueOf(result.max()));
        property(xml, "suite", result.suite());
        property(xml, "submission", result.submission());
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", text(SafeText.line(value, ListLimits.LINE)));
    }

    private void test(XMLStreamWriter xml, TestResult test) throws XMLStreamException {
        int dot = test.id().indexOf('.');
        String type = dot < 0 ? "" : test.id().substring(0, dot);
        start(xml, test.id().substring(dot + 1), type, test.seconds());
        if (test.outcome() != Outcome.PASSED) {
            String what = SafeText.line(Wording.message(test), ListLimits.LINE);
            problem(xml, "failure", test.outcome().name(), what, TestStory.text(test, readings::text));
        }
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String name, String type, double seconds) throws XMLStreamException {
        line(xml);
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", text(SafeText.line(name, ListLimits.LINE)));
        xml.writeAttribute("classname", text(SafeText.line(type, ListLimits.LINE)));
        xml.writeAttribute("time", seconds(seconds));
    }

    private static void problem(XMLStreamWriter xml, String element, String type, String message, String story)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", text(ShortText.of(message, MAX_MESSAGE)));
        xml.writeAttribute("type", type);
        xml.writeCharacters(text(ShortText.of(story, MAX_MESSAGE)));
        xml.writeEndElement();
    }

    /** XML has two characters less than Unicode, beside those that are shown as escapes already. */
    private static String text(String text) {
        return text.replace("\uFFFE", "\\ufffe").replace("\uFFFF", "\\uffff");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
