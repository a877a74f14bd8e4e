package portzero.grader.submission;

/** Archive entries that are neither files nor folders. */
final class NotAFile {
    private NotAFile() {}

    static RejectedException in(String archive, String path, String kind) {
        return new RejectedException(
                Shown.name(archive) + " holds " + kind + " (" + Shown.name(path) + "): hand in files only.");
    }
}
