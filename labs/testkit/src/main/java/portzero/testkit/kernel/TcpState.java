package portzero.testkit.kernel;

import java.util.HexFormat;

/** The states of a TCP socket, in the order of the kernel's numbers (include/net/tcp_states.h), from 1. */
public enum TcpState {
    ESTABLISHED("open"),
    SYN_SENT("connecting; no answer yet"),
    SYN_RECV("being opened"),
    FIN_WAIT1("your side ended its stream; the other side has not confirmed it"),
    FIN_WAIT2("your side ended its stream; the other side has not"),
    TIME_WAIT("closed; your side closed first, which is normal"),
    CLOSE("closed"),
    CLOSE_WAIT("the other side ended its stream; your side never closed it"),
    LAST_ACK("closed; the last confirmation is missing"),
    LISTEN("listening"),
    CLOSING("both sides closed at once");

    private static final TcpState[] ALL = values(); // which makes a new array each time

    private final String meaning;

    TcpState(String meaning) {
        this.meaning = meaning;
    }

    /** What the state means for the program that owns the socket. */
    public String meaning() {
        return meaning;
    }

    static TcpState ofKernel(int number) {
        if (number < 1 || number > ALL.length) {
            throw new IllegalArgumentException("no TCP state " + HexFormat.of().toHexDigits((byte) number));
        }
        return ALL[number - 1];
    }
}
