package portzero.endpoints;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Looks a port up in a table of where the ranges begin. */
public class PortNumbers implements Ports {

    private static final NavigableMap<Integer, PortRange> FIRST =
            new TreeMap<>(Map.of(0, PortRange.SYSTEM, 1024, PortRange.USER, 49_152, PortRange.DYNAMIC));

    @Override
    public PortRange rangeOf(int port) {
        Map.Entry<Integer, PortRange> range = FIRST.floorEntry(port);
        if (range == null || port > 65_535) {
            throw new IllegalArgumentException("There is no port " + port + "; ports are 0 to 65535");
        }
        return range.getValue();
    }
}
