package portzero.headers;

/**
 * An option of a TCP header.
 *
 * @param kind 1 to 255; 1 does nothing and takes up a byte, 2 is the largest segment, 3 the scale of the window, 8 time stamps
 * @param data what follows kind and length, empty for kind 1
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two of them are equal
public record TcpOption(int kind, byte[] data) {}
