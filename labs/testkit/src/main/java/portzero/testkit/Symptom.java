package portzero.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import portzero.testkit.internal.FailureRecord;

/**
 * What a failure shows by itself, whatever the test was about: an exception, the frame in which a thread stands, what came
 * instead of what was expected. Each has a sentence that helps wherever it is seen. The most specific come first.
 *
 * <p>A symptom is recognised only where its sentence is certain to be true.
 */
public enum Symptom {

    // Exceptions, of a call or of a thread that they ended.

    /** An array was asked for that has fewer than no elements. */
    NEGATIVE_SIZE(
            "An array of a negative length was asked for: Java's int is signed, so check a length before you use it",
            "framing#never-trust-a-length",
            seen -> seen.threw("NegativeArraySizeException")),

    /** Memory ran out. */
    OUT_OF_MEMORY(
            "The memory was used up: allocate and keep no more than the contract allows, whatever the other side says",
            "framing#never-trust-a-length",
            seen -> seen.threw("OutOfMemoryError")),

    /** A key was used although its channel is closed. */
    CANCELLED_KEY(
            "A key was used after its channel had been closed: do nothing more with a key that one of your steps"
                    + " closed",
            "selectors#end-of-stream",
            seen -> seen.threw("CancelledKeyException")),

    /** A channel that blocks was given to a selector. */
    BLOCKING_CHANNEL(
            "A channel has to be told configureBlocking(false) before a selector takes it",
            "selectors#non-blocking",
            seen -> seen.threw("IllegalBlockingModeException")),

    /** More was put into a buffer than it has room for, or more taken than is in it. */
    BUFFER_BOUNDS(
            "A buffer or an array was used beyond its end: compare what is there, and the room that is left, before you"
                    + " take or put",
            "selectors#buffers",
            seen -> seen.threw("BufferOverflowException")
                    || seen.threw("BufferUnderflowException")
                    || seen.threw("ArrayIndexOutOfBoundsException")),

    /** Something was null. */
    NULL(
            "Something was null: look at the line that is named. It has not been set yet, or was given up already",
            "",
            seen -> seen.threw("NullPointerException")),

    /** A socket was used that the program itself had closed. */
    CLOSED_BY_ITSELF(
            "Your program used a socket that it had closed already; closing one of its streams closes the socket, too",
            "ending#close-and-shutdown",
            seen -> seen.threw("SocketException", "Socket closed", "Socket is closed")),

    /** An exception of the student's own that is not what was asked for. */
    FOREIGN_EXCEPTION(
            "The exception is of a class of your own, which does not extend the one that the contract names: let it",
            "api#errors",
            FailureRecord::threwOwnInsteadOfExpected),

    /** An exception ended a thread. */
    THREAD_ENDED(
            "What that thread did, nobody does any more: find what threw the exception, and catch it where it concerns"
                    + " one client only",
            "threads#failures",
            seen -> !seen.exceptions().lost().isEmpty()),

    // What came, compared with what was expected.

    /** Bytes were taken for text that they are not. */
    REPLACEMENT_CHARACTER(
            "ef bf bd stands for bytes that are no text: some were decoded that are none, or half a character was",
            "tcp#bytes-not-text",
            FailureRecord::hasReplacementCharacter),

    /** A character was encoded in a charset that does not have it. */
    QUESTION_MARK(
            "3f is a question mark: it takes the place of a character that the charset does not have; name UTF-8 when"
                    + " you encode",
            "framing#lines",
            FailureRecord::hasQuestionMark),

    /** A number's bytes came the wrong way round. */
    BYTE_ORDER(
            "The bytes of the number came the wrong way round: on the network the most significant one goes first",
            "framing#length-prefix",
            FailureRecord::isByteOrder),

    /** An answer came that was for an earlier question. */
    EARLIER_ANSWER(
            "These are the bytes of an earlier answer: something was kept that belongs to what went before",
            "udp#length",
            FailureRecord::isEarlierAnswer),

    /** What was sent was never filled. */
    UNFILLED_BUFFER(
            "All bytes from there on are 0: a part of an array was sent that no read had filled; read tells how many"
                    + " bytes it brought",
            "tcp#partial-reads",
            FailureRecord::isUnfilled),

    /** Some bytes in the middle are missing. */
    BLOCK_MISSING(
            "Bytes in the middle are missing, and what follows is right: something that had been read was dropped, or a"
                    + " write took less than it was given",
            "tcp#partial-reads",
            FailureRecord::isBlockMissing),

    /** Some bytes came twice. */
    BLOCK_TWICE(
            "Some bytes came twice: what had been sent already was sent again",
            "selectors#partial-writes",
            FailureRecord::isBlockTwice),

    /** A line end came that nobody had asked for. */
    LINE_END_ADDED(
            "There is a line end too many: println and newLine add one to what they are given",
            "tcp#bytes-not-text",
            FailureRecord::isLineEndAdded),

    /** All came but the last byte. */
    ONE_TOO_FEW(
            "Exactly one is missing: look at every < and <=, and at every byte that is read and not passed on",
            "tcp#partial-reads",
            FailureRecord::isOneTooFew),

    // Where the threads stood when time was up.

    /** A method that has to return serves clients itself. */
    ACCEPTS_IN_CALL(
            "The call itself waits in accept, so it cannot return: accept in a thread of your own",
            "tcp#accept-loop",
            seen -> seen.callStands("accept") && seen.isOverdueCall()),

    /** A call waits for a thread that does not end. */
    JOINS_IN_CALL(
            "The call waits in join for another thread: look where that one stands, and what could make it go on",
            "threads#joining",
            seen -> seen.callStands("join") && seen.isOverdueCall()),

    /** A thread asks a selector again and again. */
    SELECT_NOW(
            "A thread asks selectNow again and again: it never waits. select waits until there is something to do",
            "selectors#select-loop",
            seen -> seen.isLate() && seen.stands("selectNow")),

    /** A thread asks again and again how many bytes are there. */
    AVAILABLE(
            "A thread asks available() again and again: 0 only says that nothing is here yet, and an end of the stream"
                    + " never shows. A read waits, and tells both",
            "tcp#end-of-stream",
            seen -> seen.isLate() && seen.stands("available")),

    /** A thread sleeps while something is waited for. */
    SLEEPS(
            "A thread sleeps: until it wakes, it notices neither bytes nor an end nor a close",
            "trouble#cancel",
            seen -> seen.isLate() && seen.stands("sleep")),

    /** A thread waits for a lock. */
    LOCKED(
            "A thread waits for a lock that another one holds: look at what that one waits for",
            "threads#lock-and-write",
            seen -> seen.isLate() && seen.stands("lock")),

    /** A thread runs and runs. */
    BUSY(
            "A thread of yours runs all the time instead of waiting: look where it stands, and at what ends its loop",
            "selectors#interest",
            FailureRecord::isBusy),

    /** The program waits for more input, and has not answered. */
    READS_ON(
            "Your program waits in read and has sent nothing: it waits for more than the other side has to send, or its"
                    + " answer still lies in a buffer that was not flushed",
            "framing#end-of-message",
            FailureRecord::readsOn),

    /** Nobody is there who could do it. */
    NOBODY_LEFT(
            "None of your threads is at work in your code any more: the one that should do this has ended, or was never"
                    + " started",
            "tcp#accept-loop",
            seen -> seen.cameNothing() && seen.isNobodyLeft()),

    // How a connection ended.

    /** The subject aborted a connection. */
    RESET(
            "A reset instead of an end: a socket is closed like that while bytes that have come to it are unread, or"
                    + " with a linger time of 0",
            "ending#close-unread",
            FailureRecord::wasReset);

    /** More would be a list to read and no longer a hint. */
    private static final int MOST = 2;

    private final String sentence;
    private final String reading;

    @SuppressWarnings("ImmutableEnumChecker") // method references, and they capture nothing
    private final Predicate<FailureRecord> sign;

    Symptom(String sentence, String reading, Predicate<FailureRecord> sign) {
        this.sentence = sentence;
        this.reading = reading;
        this.sign = sign;
    }

    /** What to say about it: one sentence without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** The section of the notes about it, {@code tcp#partial-reads}; empty if there is none. */
    public String reading() {
        return reading;
    }

    /** The symptom that has this sentence. */
    public static Optional<Symptom> ofSentence(String line) {
        return Arrays.stream(values())
                .filter(symptom -> symptom.sentence.equals(line))
                .findFirst();
    }

    public boolean isSeenIn(FailureRecord record) {
        return sign.test(record);
    }

    /** The most specific ones of a failure. */
    public static List<Symptom> of(FailureRecord record) {
        return Arrays.stream(values())
                .filter(symptom -> symptom.isSeenIn(record))
                .limit(MOST)
                .toList();
    }
}
