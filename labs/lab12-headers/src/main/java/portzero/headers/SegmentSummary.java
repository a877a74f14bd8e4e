package portzero.headers;

/**
 * A segment of a connection, with numbers that are easy to follow. The numbers of TCP begin again at 0 behind the highest one, and
 * so does the counting here: the result is 0 to 4,294,967,295.
 *
 * @param sender who sent it
 * @param kind what it is for
 * @param sequence its sequence number, counted from that of its sender's first segment in the connection: a SYN has 0, the
 *     first byte of data 1
 * @param acknowledgment its acknowledgment number, counted from the sequence number of the other side's first segment; 0 if the
 *     flag ACK is not set, or if nothing has come from the other side yet
 * @param length how many bytes of data it carries
 */
public record SegmentSummary(Side sender, SegmentKind kind, long sequence, long acknowledgment, int length) {}
