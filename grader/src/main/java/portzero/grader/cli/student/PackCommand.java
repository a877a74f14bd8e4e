package portzero.grader.cli.student;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.io.AtomicFile;
import portzero.grader.pack.GivenClasses;
import portzero.grader.pack.LabPacker;
import portzero.grader.pack.OpenTask;
import portzero.grader.pack.PackedLab;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.suite.SuiteException;
import portzero.grader.text.DisplayName;
import portzero.grader.text.SafeText;

/** Checks and packs what is to be handed in. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "Check your work on a lab as the grader will, and make the file that you hand in.",
        footer = {
            "",
            "Exit codes: 0 done; 1 it would get no points as it is, and nothing was written; 2 bad usage;",
            "3 a file is in the way."
        })
public final class PackCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB", description = "lab02, 2 or echo")
    private String lab = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "the folder with your work; default: the lab's own")
    private @Nullable Path dir;

    @Option(
            names = "--out",
            paramLabel = "FILE.zip",
            description =
                    "the file to make; default: the lab's name in the folder that you are in, such as lab02-echo.zip")
    private @Nullable Path out;

    @Override
    public Integer call() throws CourseException, SuiteException, IOException {
        Lab chosen = Course.here().lab(lab);
        Path work = dir == null ? chosen.mainSources() : dir;
        if (!Files.exists(work)) {
            throw new CourseException(work + " does not exist; check the name after --dir.");
        }
        LabPacker packer = new LabPacker(chosen, GivenClasses.of(chosen));
        Path file = file(packer.name());
        PackedLab packed;
        try (SharedTempDir temporary = SharedTempDir.create()) {
            packed = packer.pack(work, temporary.sharedFolder("pack"));
        }
        if (packed.refusal() != null) {
            refuse(packed, packed.refusal());
            return ExitCode.SOFTWARE;
        }
        AtomicFile.write(file, packed.content().bytes());
        tell(packed, SkeletonComparison.of(chosen, work), file);
        return ExitCode.OK;
    }

    private Path file(String usual) throws CourseException {
        Path file = (out == null ? Path.of(usual) : out).toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            return file.resolve(usual);
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new CourseException(
                    file + " must end with .zip, which the grader opens; name another file after --out.");
        }
        return file;
    }

    private void refuse(PackedLab packed, String reason) {
        PrintWriter err = spec.commandLine().getErr();
        packed.errors().forEach(error -> err.println(SafeText.block(error, 2_000)));
        err.println(SafeText.line(reason, 2_000));
        err.println("Handed in like this it would get no points. Nothing was written.");
    }

    private void tell(PackedLab packed, SkeletonComparison comparison, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("It compiles. What will be graded:");
        for (String path : packed.files()) {
            out.println(
                    "  " + DisplayName.name(path) + (comparison.isUnchanged(path) ? "   as you were given it" : ""));
        }
        List<String> notes = packed.notes().stream()
                .filter(note -> !comparison.isExpected(note))
                .toList();
        if (!notes.isEmpty()) {
            out.println("What will not:");
            notes.forEach(note -> out.println("  " + SafeText.line(note, 300)));
        }
        warn(packed, comparison, out);
        out.println("Hand in " + file);
    }

    private static void warn(PackedLab packed, SkeletonComparison comparison, PrintWriter out) {
        if (packed.files().stream().allMatch(comparison::isUnchanged)) {
            out.println("Warning: nothing in it is yours yet; it would get no points.");
            return;
        }
        Map<Integer, List<OpenTask>> tasks = packed.open().stream()
                .collect(Collectors.groupingBy(OpenTask::task, TreeMap::new, Collectors.toList()));
        if (!tasks.isEmpty()) {
            out.println("Warning: not finished, as these lines say:");
            tasks.forEach((task, places) -> out.println("  " + (task == 0 ? "without a task" : "task " + task) + "  "
                    + places.stream().map(PackCommand::place).distinct().collect(Collectors.joining(", "))));
        }
    }

    private static String place(OpenTask open) {
        String name = open.file().substring(open.file().lastIndexOf('/') + 1);
        return DisplayName.name(name) + ":" + open.line();
    }
}
