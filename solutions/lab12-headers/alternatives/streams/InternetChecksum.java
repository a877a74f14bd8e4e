package portzero.headers;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/** Sums bytes by the weight of their place, as a stream. */
public class InternetChecksum implements Checksum {

    @Override
    public int of(byte[] bytes) {
        long sum = IntStream.range(0, bytes.length)
                .mapToLong(i -> (bytes[i] & 0xffL) << (i % 2 == 0 ? 8 : 0))
                .sum();
        return 0xffff - fold(sum);
    }

    private static int fold(long sum) {
        return sum <= 0xffff ? (int) sum : fold((sum >> 16) + (sum & 0xffff));
    }

    @Override
    public int ofTransport(byte[] source, byte[] destination, int protocol, byte[] segment) {
        int length = source.length;
        if (length != destination.length || (length != 4 && length != 16)) {
            throw new IllegalArgumentException("two addresses of one version of IP are needed");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(all)) {
            out.write(source);
            out.write(destination);
            if (length == 4) {
                out.writeByte(0);
                out.writeByte(protocol);
                out.writeShort(segment.length);
            } else {
                out.writeInt(segment.length);
                out.writeInt(protocol & 0xff);
            }
            out.write(segment);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return of(all.toByteArray());
    }
}
