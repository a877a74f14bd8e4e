package portzero.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What those who read surefire's XML take from it. */
final class JUnitImporter {
    private static final int MAX_MESSAGE = 20_000;

    private JUnitImporter() {}

    /** The score among the properties, empty where there is none; fails if the file is refused. */
    static OptionalInt score(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder parser = factory.newDocumentBuilder();
        parser.setErrorHandler(null);
        Element suite = parser.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isNotBlank();
        List<Element> cases = children(suite, "testcase");
        assertThat(cases).as("a build without any result has failed").isNotEmpty();
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.size()));
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(count(cases, "failure")));
        assertThat(suite.getAttribute("errors")).isEqualTo(String.valueOf(count(cases, "error")));
        assertThat(count(cases, "skipped"))
                .as("what was skipped is not counted")
                .isZero();
        Set<String> names = new HashSet<>();
        for (Element test : cases) {
            assertThat(names.add(test.getAttribute("classname") + "." + test.getAttribute("name")))
                    .isTrue();
            assertThat(Double.parseDouble(test.getAttribute("time"))).isNotNegative();
            for (String problem : List.of("failure", "error")) {
                children(test, problem).forEach(element -> {
                    assertThat(element.getAttribute("message")).isNotBlank().hasSizeLessThanOrEqualTo(MAX_MESSAGE);
                    assertThat(element.getTextContent()).hasSizeLessThanOrEqualTo(MAX_MESSAGE);
                });
            }
        }
        return children(children(suite, "properties").get(0), "property").stream()
                .filter(property -> property.getAttribute("name").equals("score"))
                .mapToInt(property -> Integer.parseInt(property.getAttribute("value")))
                .findFirst();
    }

    private static long count(List<Element> cases, String problem) {
        return cases.stream().filter(test -> !children(test, problem).isEmpty()).count();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
