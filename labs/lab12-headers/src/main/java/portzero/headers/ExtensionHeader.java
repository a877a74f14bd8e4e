package portzero.headers;

/**
 * An extension header of IPv6 (RFC 8200, section 4).
 *
 * @param type the next header of the one before it: 0, 43, 44 or 60
 * @param body all of it but its first two bytes: for type 44 exactly 6 bytes; otherwise 6 bytes, or 8, 16, … up to 2,040 more
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two of them are equal
public record ExtensionHeader(int type, byte[] body) {}
