package portzero.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tshark reads in a capture. */
final class Tshark {

    private static final List<String> OPTIONS = List.of(
            "ip.defragment:FALSE",
            "ipv6.defragment:FALSE",
            "ip.check_checksum:TRUE",
            "tcp.check_checksum:TRUE",
            "udp.check_checksum:TRUE",
            "tcp.desegment_tcp_streams:FALSE");

    private Tshark() {}

    /** The fields of each packet that has them, by their names; those of a list are joined by commas. */
    static List<Map<String, String>> read(Path file, List<String> fields) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-T", "fields", "-E"));
        command.addAll(List.of("separator=|", "-E", "aggregator=,"));
        OPTIONS.forEach(option -> command.addAll(List.of("-o", option)));
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        Process tshark = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Map<String, String>> packets = new ArrayList<>();
        for (String line : new String(tshark.getInputStream().readAllBytes(), UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                packets.add(packet(fields, line.split("\\|", -1)));
            }
        }
        if (tshark.waitFor() != 0) {
            throw new IOException("tshark could not read " + file);
        }
        return packets;
    }

    private static Map<String, String> packet(List<String> fields, String[] values) {
        Map<String, String> packet = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                packet.put(fields.get(i), values[i]);
            }
        }
        return packet;
    }
}
