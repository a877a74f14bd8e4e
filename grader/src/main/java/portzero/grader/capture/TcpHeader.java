package portzero.grader.capture;

/**
 * What tells one TCP segment of a connection from another (RFC 9293 section 3.1).
 *
 * @param flags a sum of the constants
 * @param window as it stands in the header, before it is scaled
 */
record TcpHeader(int sequence, int acknowledgement, int flags, int window) {

    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int PSH = 0x08;
    static final int ACK = 0x10;
}
