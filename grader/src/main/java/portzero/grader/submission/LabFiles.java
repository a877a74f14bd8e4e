package portzero.grader.submission;

import java.util.List;

/**
 * The files of one lab, and which of them students hand in.
 *
 * @param labId {@code lab02-echo}
 * @param packageName {@code portzero.echo}
 * @param deliverables the classes to be handed in, by simple name: {@code EchoServer}
 * @param given the lab's other classes, contracts and tests, by simple name or file name: a student's
 *     copy of one is ignored
 */
public record LabFiles(String labId, String packageName, List<String> deliverables, List<String> given) {
    private static final String JAVA = ".java";

    public LabFiles {
        deliverables = deliverables.stream().map(LabFiles::simpleName).toList();
        given = given.stream().map(LabFiles::simpleName).toList();
    }

    private static String simpleName(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return file.endsWith(JAVA) ? file.substring(0, file.length() - JAVA.length()) : file;
    }

    /**
     * Chooses what is to be compiled: the files in the lab's package, at any depth, without copies of
     * given ones and without tests.
     *
     * @throws RejectedException when nothing of the lab is there, or it is not clear what is meant
     */
    public SelectedFiles select(SubmittedFiles submitted) throws RejectedException {
        return new FileSelector(this, submitted).select();
    }

    /** {@code EchoServer.java and EchoClient.java}. */
    String expected() {
        var files = deliverables.stream().map(name -> name + JAVA).toList();
        var last = files.size() - 1;
        return last < 1
                ? String.join("", files)
                : String.join(", ", files.subList(0, last)) + " and " + files.get(last);
    }
}
