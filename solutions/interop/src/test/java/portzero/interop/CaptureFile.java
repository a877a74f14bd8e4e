package portzero.interop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Packets in a file of the classic pcap format, in little-endian order, from a link of Ethernet or with no link at all. */
final class CaptureFile {

    private static final int MAGIC = 0xa1b2c3d4;
    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final int ETHERNET_HEADER = 14; // bytes

    private CaptureFile() {}

    /** The packets of IP in a capture of Ethernet. */
    static List<byte[]> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != MAGIC || bytes.getInt(20) != ETHERNET) {
            throw new IOException(file + " is no little-endian pcap of Ethernet; record it with record.py");
        }
        List<byte[]> packets = new ArrayList<>();
        bytes.position(24);
        while (bytes.hasRemaining()) {
            bytes.position(bytes.position() + 8); // the time
            byte[] frame = new byte[bytes.getInt()];
            bytes.getInt(); // its length before it was cut, if it was
            bytes.get(frame);
            packets.add(Arrays.copyOfRange(frame, ETHERNET_HEADER, frame.length));
        }
        return packets;
    }

    static void write(Path file, List<byte[]> packets) throws IOException {
        int length =
                24 + packets.stream().mapToInt(packet -> 16 + packet.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(RAW_IP);
        for (byte[] packet : packets) {
            bytes.putLong(0).putInt(packet.length).putInt(packet.length).put(packet);
        }
        Files.write(file, bytes.array());
    }
}
