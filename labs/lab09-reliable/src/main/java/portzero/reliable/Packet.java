package portzero.reliable;

/**
 * What one datagram of a transfer says.
 *
 * @param kind what it is for
 * @param number of DATA and END its own number, of ACK the number of the packet that the receiver wants next; 0 to 255
 * @param payload the bytes of a DATA packet, at most {@link Codec#MAX_PAYLOAD}; ACK and END have none
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two packets are equal
public record Packet(Kind kind, int number, byte[] payload) {

    /** What a packet is for. */
    public enum Kind {
        /** A piece of the data. */
        DATA(1),
        /** An acknowledgement: all packets before its number have come. */
        ACK(2),
        /** The end of the data. It has a number, like DATA, and is acknowledged like DATA. */
        END(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The first byte of such a packet. */
        public int code() {
            return code;
        }
    }
}
