package portzero.selector;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A request for a piece, as the tests send it. */
record Request(int offset, int length) {

    /** Any piece of a content that is at least 40 bytes long; the piece itself is 1 to 20 bytes long. */
    static Request any(byte[] content, RandomGenerator random) {
        int length = random.nextInt(1, 21);
        return new Request(random.nextInt(content.length - length), length);
    }

    /** All of a content. */
    static Request all(byte[] content) {
        return new Request(0, content.length);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Server.REQUEST).putInt(offset).putInt(length).array();
    }

    /** The bytes of several requests in a row. */
    static byte[] bytes(Request... requests) {
        ByteBuffer all = ByteBuffer.allocate(requests.length * Server.REQUEST);
        for (Request request : requests) {
            all.put(request.bytes());
        }
        return all.array();
    }

    /** The right answer. */
    byte[] answer(byte[] content) {
        return Arrays.copyOfRange(content, offset, offset + length);
    }

    /** The right answers in a row. */
    static byte[] answers(byte[] content, Request... requests) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(requests).mapToInt(Request::length).sum());
        for (Request request : requests) {
            all.put(content, request.offset, request.length);
        }
        return all.array();
    }
}
