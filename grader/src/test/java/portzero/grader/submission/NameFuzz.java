package portzero.grader.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import portzero.grader.fuzz.Fuzzing;
import portzero.grader.result.StudentKey;
import portzero.grader.text.DisplayName;

/** Whatever a student or a platform calls a file, it becomes a safe key, and is shown without tricks. */
public final class NameFuzz {

    private static final long FIXED = 4 << 20;
    private static final long EACH_BYTE = 2_000;

    private NameFuzz() {}

    /** Called for each input, by the suite and by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Fuzzing.once(input, FIXED + EACH_BYTE * input.length, NameFuzz::read);
    }

    private static void read(byte[] input) {
        String name = new String(input, StandardCharsets.UTF_8);
        for (String key : List.of(StudentKey.of(name), StudentKey.ofNameAlone(name))) {
            require(StudentKey.isValid(key), "a valid key but was " + key);
            String later = StudentKey.withSuffix(key, StudentKey.digest(name));
            require(StudentKey.isValid(later), "a valid key with a suffix but was " + later);
        }
        require(DisplayName.name(name).chars().noneMatch(Character::isISOControl), "no control characters");
        path(name);
    }

    private static void path(String name) {
        try {
            String path = EntryName.checked("work.zip", name);
            require(!path.startsWith("/"), "no absolute path but was " + path);
            require(List.of(path.split("/", -1)).stream().noneMatch(".."::equals), "no way out but was " + path);
            EntryName.isLitter(path);
            require(!EntryName.isArchive(path) || path.toLowerCase(Locale.ROOT).contains("."), "an ending");
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
