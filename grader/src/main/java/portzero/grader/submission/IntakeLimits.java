package portzero.grader.submission;

/**
 * How large a submission may be. The largest lab takes some twenty files of some kilobytes.
 *
 * @param files entries of an archive or files of a folder, without what systems leave behind
 * @param entries entries of an archive, all of them; bounds the work on hidden folders such as
 *     {@code .git}
 * @param totalBytes all files together, unpacked; also the largest archive that is opened
 * @param sourceBytes one source file
 * @param ratio how many times its own size an archive may unpack to, once that is over 1 MiB
 */
public record IntakeLimits(int files, int entries, long totalBytes, int sourceBytes, int ratio) {
    private static final int MIB = 1 << 20;

    /** 2,000 files, 20,000 entries, 20 MiB in all, 1 MiB for a source file, ratio 100. */
    public static final IntakeLimits DEFAULT = new IntakeLimits(2_000, 20_000, 20L * MIB, MIB, 100);

    /** Below this many bytes no ratio is suspicious. */
    static final long RATIO_COUNTS_FROM = MIB;
}
