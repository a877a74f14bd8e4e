package portzero.snippets.reliable;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.zip.CRC32;

/** A checksum notices a flipped bit, if it is over everything that may be damaged. */
final class FlippedBit {

    public static void main(String[] args) {
        var packet = "7:pay 100".getBytes(US_ASCII); // the number 7, and what is to be done
        var sum = checksum(packet, 0);
        var sumOfPayload = checksum(packet, 2);
        packet[0] ^= 1; // on the way 7 becomes 6
        System.out.println("received: " + new String(packet, US_ASCII));
        // snippet: check
        System.out.println("over all of it: " + (checksum(packet, 0) == sum ? "intact" : "damaged"));
        System.out.println("over the payload only: " + (checksum(packet, 2) == sumOfPayload ? "intact" : "damaged"));
        // end
    }

    private static long checksum(byte[] packet, int from) {
        var crc = new CRC32();
        crc.update(packet, from, packet.length - from);
        return crc.getValue();
    }
}
