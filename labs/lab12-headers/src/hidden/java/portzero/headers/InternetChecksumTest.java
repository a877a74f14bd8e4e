package portzero.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.TestNetwork;

/** What else there is to a sum. */
class InternetChecksumTest {

    @LabTest(
            task = 1,
            points = 3,
            hint =
                    "What is carried out of 16 bits is added below, and that may carry again: go on until nothing is carried",
            notes = "headers#carries")
    void folds_every_carry(@Subject(InternetChecksum.class) Checksum checksum, TestNetwork network) {
        for (String digits : List.of("ffff0001", "ffffffff0001", "ffff8000ffff8001", "ffffffffffffffff")) {
            same(checksum, HexFormat.of().parseHex(digits));
        }
        for (int i = 0; i < 5; i++) {
            same(checksum, network.bytes(2 * (10 + network.random().nextInt(700))));
        }
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "The last byte of an odd number is the upper half of a word, whose lower half is 0",
            notes = "headers#odd-length")
    void an_odd_byte_is_the_upper_half_of_a_word(
            @Subject(InternetChecksum.class) Checksum checksum, TestNetwork network) {
        for (int length : new int[] {1, 3, 5 + 2 * network.random().nextInt(600)}) {
            byte[] bytes = network.bytes(length);
            bytes[length - 1] |= 1;
            same(checksum, bytes);
        }
        network.expectArraysUntouched();
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "The sum of no words is 0, and that of very many words does not fit an int: give the carries room",
            notes = "headers#carries")
    void sums_no_bytes_and_very_many(@Subject(InternetChecksum.class) Checksum checksum, TestNetwork network) {
        assertThat(checksum.of(new byte[0])).as("checksum of no bytes").isEqualTo(0xffff);
        byte[] ones = new byte[300_000];
        Arrays.fill(ones, (byte) 0xff);
        assertThat(checksum.of(ones)).as("checksum of 300,000 bytes ff").isZero();
        byte[] odd = network.bytes(200_001);
        odd[200_000] |= 1;
        same(checksum, odd);
    }

    private static void same(Checksum checksum, byte[] bytes) {
        assertThat(checksum.of(bytes)).as("checksum of %d bytes", bytes.length).isEqualTo(PacketWriter.checksum(bytes));
    }
}
