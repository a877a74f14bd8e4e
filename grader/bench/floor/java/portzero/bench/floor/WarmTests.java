package portzero.bench.floor;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import portzero.grader.suite.Suite;
import portzero.grader.suite.TestCase;

/**
 * Runs all tests against each submission, in this JVM. The classes of tests and submissions are loaded once: they get as warm
 * as they can.
 */
final class WarmTests implements Floor.Pass {
    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build());

    private final List<List<ClassSelector>> tests = new ArrayList<>();
    private final int count;

    WarmTests(Suite suite, List<Path> submissions) throws Exception {
        count = suite.tests().size();
        for (var submission : submissions) {
            tests.add(tests(suite, compiled(suite, submission)));
        }
    }

    @Override
    public void run() {
        for (var selectors : tests) {
            var summary = new SummaryGeneratingListener();
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectors)
                            .build(),
                    summary);
            if (summary.getSummary().getTestsSucceededCount() != count) {
                summary.getSummary().printFailuresTo(new java.io.PrintWriter(System.err, true));
                throw new IllegalStateException("Not all tests of a right submission passed; the failures are above.");
            }
        }
    }

    /** Tests read the kernel's table of connections, and it keeps each for a minute after its end (tcp(7), TIME_WAIT). */
    @Override
    public void rest() throws InterruptedException {
        Thread.sleep(61_000);
    }

    private static Path compiled(Suite suite, Path submission) throws Exception {
        var classes = Files.createTempDirectory(submission.getParent().getParent(), "classes-");
        var arguments = new ArrayList<>(
                List.of("-nowarn", "-g", "-cp", suite.folder().resolve("main").toString()));
        arguments.addAll(List.of("-d", classes.toString()));
        try (Stream<Path> files = Files.list(submission)) {
            files.map(Path::toString).forEach(arguments::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(submission + " does not compile.");
        }
        return classes;
    }

    /** The test classes of the suite, loaded with the submission's in place of the skeleton's. */
    private static List<ClassSelector> tests(Suite suite, Path classes) throws Exception {
        URL[] urls = {
            classes.toUri().toURL(),
            suite.folder().resolve("main").toUri().toURL(),
            suite.folder().resolve("tests").toUri().toURL()
        };
        var loader = new URLClassLoader(urls, WarmTests.class.getClassLoader()); // for as long as this program runs
        var names = suite.tests().stream()
                .map(TestCase::method)
                .map(method -> method.getDeclaringClass().getName())
                .distinct()
                .toList();
        var selectors = new ArrayList<ClassSelector>();
        for (var name : names) {
            selectors.add(selectClass(Class.forName(name, false, loader)));
        }
        return selectors;
    }
}
