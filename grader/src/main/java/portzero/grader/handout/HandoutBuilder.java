package portzero.grader.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.io.ReproducibleZip;
import portzero.grader.mistake.MistakeTableFile;
import portzero.grader.notes.NotesSite;
import portzero.grader.notes.problem.NotesException;
import portzero.grader.result.TestVisibility;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.grader.suite.TestCase;

/**
 * Puts a handout together. What is in it is named here, file by file or by folders that hold nothing else; a file that is in a
 * checkout for another reason does not get into a handout by being there.
 */
public final class HandoutBuilder {
    static final String LAUNCHER = "lab";
    static final String JAR = ".portzero/portzero.jar";
    static final String NOTES = "notes/";

    private final Course course;
    private final List<Lab> labs;
    private final boolean isTemplate;
    private final Program program;
    private final Map<String, HandoutFile> files = new TreeMap<>();

    /**
     * Prepares a handout.
     *
     * @param course the checkout
     * @param labs those that students get
     * @param isTemplate whether it is to be a repository that students' ones are made from
     */
    public HandoutBuilder(Course course, List<Lab> labs, boolean isTemplate) {
        this(course, labs, isTemplate, ProgramJar::running);
    }

    /** What makes the jar. */
    interface Program {
        byte[] jar() throws IOException;
    }

    HandoutBuilder(Course course, List<Lab> labs, boolean isTemplate, Program program) {
        this.program = program;
        this.course = course;
        this.labs = List.copyOf(labs);
        this.isTemplate = isTemplate;
    }

    /**
     * Makes it.
     *
     * @throws NotesException if the notes have problems
     * @throws CourseException if the checkout lacks something
     */
    public Handout build() throws IOException, NotesException, CourseException {
        for (var lab : labs) {
            add(lab);
        }
        addSheetsOfOtherLabs();
        addFolder("docs/notes");
        addFolder("docs/snippets/src/main");
        addFolder("docs/snippets/recorded");
        addFile("LICENSE");
        addFolder("labs/testkit/src/main/java");
        addNotes();
        files.putAll(new ProjectFiles(course, labs, isTemplate).files());
        files.put(JAR, HandoutFile.of(program.jar(), HandoutFile.Kind.GIVEN));
        files.put(Skeletons.ARCHIVE, HandoutFile.of(skeletons(), HandoutFile.Kind.GIVEN));
        return Handout.of(files);
    }

    private void add(Lab lab) throws IOException, CourseException {
        var folder = "labs/" + lab.id() + "/";
        for (var name : List.of("README.md", "hints.md", "lab.properties", "pom.xml")) {
            addFile(folder + name);
        }
        addFolder(folder + "src/test/java");
        for (var path : paths(lab.mainSources())) {
            var kind =
                    lab.isDeliverable(path.getFileName().toString()) ? HandoutFile.Kind.WORK : HandoutFile.Kind.GIVEN;
            files.put(name(path), HandoutFile.of(Files.readAllBytes(path), kind));
        }
        files.put(MistakeTableFile.inHandout(lab), HandoutFile.of(mistakes(lab), HandoutFile.Kind.GIVEN));
    }

    /** What public tests alone can tell of the lab's mistakes. */
    private static byte[] mistakes(Lab lab) throws CourseException {
        try {
            List<String> publicTests = SuiteBuild.of(lab).tests().stream()
                    .filter(test -> test.visibility() == TestVisibility.PUBLIC)
                    .map(TestCase::id)
                    .toList();
            return MistakeTableFile.bytes(MistakeTableFile.read(lab).restrictedTo(publicTests));
        } catch (SuiteException e) {
            throw new CourseException(String.valueOf(e.getMessage()));
        }
    }

    /** Chapters of the notes link to the sheets of all labs. */
    private void addSheetsOfOtherLabs() throws IOException {
        for (var lab : course.labs()) {
            addFile("labs/" + lab.id() + "/README.md");
        }
    }

    private void addFolder(String folder) throws IOException {
        for (var path : paths(course.home().resolve(folder))) {
            addFile(name(path));
        }
    }

    private void addFile(String path) throws IOException {
        files.put(path, HandoutFile.of(Files.readAllBytes(course.home().resolve(path)), HandoutFile.Kind.GIVEN));
    }

    private static List<Path> paths(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String name(Path path) {
        return course.home().relativize(path).toString().replace('\\', '/');
    }

    /** Renders the notes of what is in the handout so far, so that nothing else can get into them. */
    private void addNotes() throws IOException, NotesException {
        var copy = Files.createTempDirectory("portzero-handout");
        try {
            for (var file : files.entrySet()) {
                HandoutOutput.write(copy, file.getKey(), file.getValue());
            }
            var site = copy.resolve("notes");
            NotesSite.render(copy, site);
            for (var path : paths(site)) {
                var name = NOTES + site.relativize(path).toString().replace('\\', '/');
                files.put(name, HandoutFile.of(Files.readAllBytes(path), HandoutFile.Kind.GIVEN));
            }
        } finally {
            delete(copy);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private byte[] skeletons() throws IOException {
        var sources = new TreeMap<String, byte[]>();
        files.forEach((path, file) -> {
            if (path.contains("/src/main/java/") && !path.startsWith("labs/testkit/") && path.startsWith("labs/")) {
                sources.put(path, file.content());
            }
        });
        return ReproducibleZip.of(sources);
    }
}
