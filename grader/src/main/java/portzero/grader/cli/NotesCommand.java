package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import portzero.grader.course.Course;
import portzero.grader.notes.NotesSite;
import portzero.grader.notes.problem.NotesException;
import portzero.grader.notes.problem.Problem;
import portzero.grader.notes.server.NotesServer;
import portzero.grader.notes.server.NotesWatch;
import portzero.grader.notes.site.SiteAddresses;

/** Renders the course notes to HTML. */
@Command(
        name = "notes",
        mixinStandardHelpOptions = true,
        description = "Render the course notes to a folder of HTML pages.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the notes have errors (or warnings, with --strict), printed with file and line; nothing was written",
            "2:bad usage",
            "3:a file or port is in the way"
        })
final class NotesCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the site: a new or empty folder, or an earlier site. Default: target/notes.")
    private @Nullable Path out;

    @Option(
            names = "--notes",
            paramLabel = "DIR",
            description =
                    "Render notes of your own in place of the course's: a folder with an index.md, or another checkout.")
    private @Nullable Path notes;

    @Option(
            names = "--strict",
            description = "Let warnings be errors: what would be shown as it was written must be put right.")
    private boolean strict;

    @Option(
            names = "--serve",
            description =
                    "Then serve the site on this machine until interrupted, and render it again whenever a file of it is saved.")
    private boolean serve;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port to serve on. Default: any free one.")
    private int port;

    @Option(
            names = "--repository",
            paramLabel = "URL",
            description =
                    "Put a link to edit it on each page: this address with the path of the page's file behind it.")
    private @Nullable URI repository;

    @Option(
            names = "--base",
            paramLabel = "URL",
            description = "Where the site will be published: adds sitemap.xml and each page's own address.")
    private @Nullable URI base;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(command(), "port must be 0–65535 but was " + port);
        }
        checked("--repository", repository);
        checked("--base", base);
        var home = Path.of(System.getProperty("portzero.home", ""));
        if (out == null && notes == null && !serve && Course.isHandout(home)) {
            out().println("Open " + home.resolve("notes/index.html")); // rendered when the handout was made
            return ExitCode.DONE;
        }
        var folder = out == null ? home.resolve("target/notes") : out;
        var from = notes == null ? home : notes;
        try {
            render(from, folder);
            out().println("Open " + folder.toAbsolutePath().normalize().resolve("index.html"));
            return serve ? serve(from, folder) : ExitCode.DONE;
        } catch (NotesException e) {
            tell(e);
            return ExitCode.FELL_SHORT;
        } catch (AccessDeniedException e) {
            err().println(e.getFile() + ": permission denied. Choose a folder of your own with --out.");
            return ExitCode.ENVIRONMENT;
        } catch (FileSystemException e) {
            var reason = e.getReason() == null ? "cannot be used. Choose another folder with --out." : e.getReason();
            err().println(e.getFile() + ": " + reason);
            return ExitCode.ENVIRONMENT;
        } catch (IOException e) {
            err().println(e.getMessage());
            return ExitCode.ENVIRONMENT;
        }
    }

    private void checked(String option, @Nullable URI address) {
        if (address != null
                && !Objects.requireNonNullElse(address.getScheme(), "").matches("https?")) {
            throw new ParameterException(
                    command(), "%s must be an address with https or http but was %s".formatted(option, address));
        }
    }

    private void render(Path home, Path folder) throws IOException, NotesException {
        var summary = NotesSite.render(home, folder, new SiteAddresses(repository, base), strict);
        summary.warnings().forEach(err()::println);
        err().flush();
        out().println(summary);
        out().flush();
    }

    private void tell(NotesException e) {
        e.problems().forEach(err()::println);
        var warnings = e.problems().stream().filter(Problem::warning).count();
        err().printf(
                        "%d to put right%s; nothing was written.%n",
                        e.problems().size() - warnings, warnings == 0 ? "" : ", and warnings: " + warnings);
        err().flush();
    }

    private int serve(Path home, Path folder) throws IOException, InterruptedException {
        try (var server = NotesServer.start(folder, port);
                var watch = NotesWatch.of(home)) {
            out().println("Serving " + server.address() + " until you press Ctrl+C; pages follow what you save");
            out().flush();
            while (true) {
                watch.await();
                renderAgain(home, folder, server);
            }
        } catch (BindException e) {
            err().printf("bind 127.0.0.1:%d: %s. Choose another with --port, or leave it out.%n", port, e.getMessage());
            return ExitCode.ENVIRONMENT;
        }
    }

    /** What is wrong is told, and the pages stay as they were until it is put right. */
    private void renderAgain(Path home, Path folder, NotesServer server) {
        try {
            render(home, folder);
            server.changed();
        } catch (NotesException e) {
            tell(e);
        } catch (IOException e) {
            err().println(e.getMessage());
            err().flush();
        }
    }

    private PrintWriter out() {
        return command().getOut();
    }

    private PrintWriter err() {
        return command().getErr();
    }

    /** What picocli has made of this class; there once a command line has been parsed. */
    private CommandLine command() {
        return Objects.requireNonNull(spec, "called without picocli").commandLine();
    }
}
