package portzero.grader.submission;

import portzero.grader.fuzz.Fuzzing;
import portzero.grader.limits.LimitSetting;
import portzero.grader.limits.Limits;

/** Whatever bytes a student hands in as an archive are files within the limits, or refused with a sentence. */
public final class ArchiveFuzz {

    /** Far below what an archive could make of it: each entry and each byte is counted before it is kept. */
    private static final long FIXED = 64 << 20;

    private static final long EACH_BYTE = 1_000;

    private ArchiveFuzz() {}

    /** Called for each input, by the suite and by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Fuzzing.once(input, FIXED + EACH_BYTE * input.length, ArchiveFuzz::read);
    }

    private static void read(byte[] input) {
        SubmissionCollector intake = new SubmissionCollector("work", Limits.DEFAULT);
        try {
            ArchiveReader.read(input, intake);
            intake.openInner();
            check(intake.finish());
        } catch (RejectedException refused) {
            require(!refused.getMessage().isBlank(), "a sentence");
            require(refused.getMessage().chars().noneMatch(Character::isISOControl), "no control characters");
        }
    }

    private static void check(SubmittedFiles files) {
        long bytes = 0;
        for (SubmittedFile file : files.files()) {
            bytes += file.bytes().length;
            require(!("/" + file.path() + "/").contains("/../"), "paths that stay inside");
            require(!file.path().startsWith("/"), "relative paths");
            text(file);
        }
        require(bytes <= Limits.DEFAULT.of(LimitSetting.SUBMISSION_SIZE), "no more than the limit");
    }

    private static void text(SubmittedFile file) {
        try {
            SourceText.decode(file);
        } catch (RejectedException refused) {
            require(!refused.getMessage().isBlank(), "a sentence");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("expected " + what);
        }
    }
}
