package portzero.grader.submission;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import portzero.grader.limits.LimitSetting;

/**
 * The central directory of a zip archive, APPNOTE.TXT 4.3.12 and 4.3.16: what cannot matter is taken out of it before the
 * archive is opened, for the library makes an object of each record.
 */
final class ZipDirectory {
    private static final int RECORD = 0x02014b50;
    private static final int RECORD_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;

    private final ByteBuffer archive;
    private final SubmissionCollector intake;

    private ZipDirectory(byte[] archive, SubmissionCollector intake) {
        this.archive = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        this.intake = intake;
    }

    /**
     * The archive without the records of litter; the archive itself where it has none, or is of a form that only the library
     * may judge, such as a damaged or a very large one.
     *
     * @throws RejectedException if what is left has more packed bytes than a submission may
     */
    static byte[] withoutLitter(byte[] archive, SubmissionCollector intake) throws RejectedException {
        return new ZipDirectory(archive, intake).withoutLitter();
    }

    private byte[] withoutLitter() throws RejectedException {
        int end = end();
        int length = end < 0 ? -1 : archive.getInt(end + 12);
        int start = end - length;
        if (end < 0 || length < 0 || start < 0 || archive.getShort(end + 10) == (short) 0xffff) {
            return asItIs();
        }
        var kept = new ByteArrayOutputStream();
        int count = 0;
        int all = 0;
        long packed = 0;
        for (int at = start; at < end; all++) {
            int next = at + recordLength(at, end);
            if (next == at || next > end) {
                return asItIs();
            }
            if (EntryName.isLitter(name(at))) {
                intake.litter();
            } else {
                kept.write(archive.array(), at, next - at);
                packed += archive.getInt(at + 20) & 0xffff_ffffL;
                count++;
            }
            at = next;
        }
        if (packed > intake.limits().of(LimitSetting.SUBMISSION_SIZE)) {
            throw intake.tooLarge();
        }
        return count == all ? archive.array() : with(start, kept.toByteArray(), count, end);
    }

    private byte[] asItIs() throws RejectedException {
        if (archive.limit() > intake.limits().of(LimitSetting.SUBMISSION_SIZE)) {
            throw intake.tooLarge();
        }
        return archive.array();
    }

    /** Where the record at the end of the directory begins; -1 if there is none. */
    private int end() {
        int last = archive.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (archive.getInt(at) == END
                    && at + END_LENGTH + (archive.getShort(at + 20) & 0xffff) == archive.limit()) {
                return at;
            }
        }
        return -1;
    }

    /** 0 if no record begins there. */
    private int recordLength(int at, int end) {
        if (at + RECORD_LENGTH > end || archive.getInt(at) != RECORD) {
            return 0;
        }
        return RECORD_LENGTH
                + (archive.getShort(at + 28) & 0xffff)
                + (archive.getShort(at + 30) & 0xffff)
                + (archive.getShort(at + 32) & 0xffff);
    }

    private String name(int at) {
        return new String(
                archive.array(), at + RECORD_LENGTH, archive.getShort(at + 28) & 0xffff, StandardCharsets.UTF_8);
    }

    private byte[] with(int start, byte[] records, int count, int end) {
        var tail = archive.limit() - end;
        var made = ByteBuffer.allocate(start + records.length + tail).order(ByteOrder.LITTLE_ENDIAN);
        made.put(archive.array(), 0, start).put(records);
        int newEnd = made.position();
        made.put(archive.array(), end, tail);
        made.putShort(newEnd + 8, (short) count).putShort(newEnd + 10, (short) count);
        made.putInt(newEnd + 12, records.length);
        return made.array();
    }
}
