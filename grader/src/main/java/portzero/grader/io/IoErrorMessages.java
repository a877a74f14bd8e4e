package portzero.grader.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in a sentence what went wrong with a file. */
public final class IoErrorMessages {

    private IoErrorMessages() {}

    public static String of(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied; choose a folder that you may write to.";
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist; check the name.";
        }
        if (failure instanceof FileSystemException about) {
            return about.getReason() == null
                    ? about.getFile() + " cannot be used."
                    : about.getFile() + ": " + about.getReason() + "." + remedy(about.getReason());
        }
        return String.valueOf(failure.getMessage());
    }

    /** In the words of Linux, macOS and Windows. */
    private static String remedy(String reason) {
        if (reason.matches("(?i).*read-only file system.*")) {
            return " Choose a folder on another disk.";
        }
        return reason.matches("(?i).*(no space left|quota|not enough space).*")
                ? " Make room on that disk, or choose another folder."
                : "";
    }
}
