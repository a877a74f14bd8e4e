package portzero.grader.submission;

import portzero.grader.text.DisplayName;

/** Archive entries that are neither files nor folders. */
final class SpecialEntry {
    private SpecialEntry() {}

    static RejectedException in(String archive, String path, String kind) {
        return new RejectedException(DisplayName.name(archive) + " holds " + kind + " (" + DisplayName.name(path)
                + "): hand in files only.");
    }
}
