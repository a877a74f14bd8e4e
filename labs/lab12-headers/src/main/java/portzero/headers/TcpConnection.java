package portzero.headers;

import java.util.List;

/**
 * A TCP connection as a capture shows it.
 *
 * @param segments what the two sides have sent, in the order of the capture
 * @param ending what became of it
 */
public record TcpConnection(List<SegmentSummary> segments, Ending ending) {}
