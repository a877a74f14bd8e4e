package portzero.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a result differs from run to run: times, port numbers, what the kernel's tables and the threads happened to
 * show at the moment of a failure, and where bytes went wrong in a program that counts on reads being whole: the kernel
 * decides which read is not.
 */
final class ResultNormalizer {

    private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.[1-3]:|echo-)\\d{4,5}");

    /** Beyond the first thousand: what is shorter comes whole. Up to the end of the message; its line ends stand there escaped. */
    private static final Pattern WRONG_BYTE = Pattern.compile("(but +)(?:at )?(byte )[\\d,]+,\\d{3}[^\"]*");

    /** As much as the kernel takes before a writer is stuck. */
    private static final Pattern UNTIL_STUCK = Pattern.compile("(to send )[\\d,]+,\\d{3},\\d{3}( bytes)");

    private static final Pattern WAITED = Pattern.compile("(waited )[\\d.]+( s)");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ResultNormalizer() {}

    /** A result as text without that. */
    static String removed(Path result, List<String> fields) throws IOException {
        JsonNode tree = JSON.readTree(Files.readString(result));
        remove(tree, fields);
        String ports = PORT.matcher(tree.toPrettyString()).replaceAll("$1PORT");
        String bytes = WRONG_BYTE.matcher(ports).replaceAll("$1$2N");
        String sizes = UNTIL_STUCK.matcher(bytes).replaceAll("$1N$2");
        return WAITED.matcher(sizes).replaceAll("$1N$2");
    }

    private static void remove(JsonNode node, List<String> fields) {
        if (node instanceof ObjectNode object) {
            object.remove(fields);
            object.remove("hint"); // it is chosen by what the threads were doing
            object.remove("step"); // of a move; see below
            object.forEach(ResultNormalizer::removeHolds);
            if (object.path("flaky").asBoolean()) {
                object.put("flaky", false).putNull("message"); // it passed all the same
            }
        }
        node.forEach(child -> remove(child, fields));
    }

    /** A test says that it holds a connection while the program goes on with what it has got before. */
    private static void removeHolds(JsonNode list) {
        if (list instanceof ArrayNode array) {
            array.removeIf(child -> child.asString("").contains("holds the connection open")
                    || child.path("label").asString("").equals("holds"));
        }
    }
}
