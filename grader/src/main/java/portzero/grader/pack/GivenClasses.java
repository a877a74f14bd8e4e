package portzero.grader.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import portzero.grader.compile.Compiler;
import portzero.grader.compile.SourceFile;
import portzero.grader.course.Course;
import portzero.grader.course.Lab;
import portzero.grader.handout.Skeletons;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;

/**
 * The classes that a lab gives to whoever solves it, compiled. In a handout they are made of the copies that it keeps, for the grader
 * will not take those that the student may have changed.
 */
public final class GivenClasses {
    private GivenClasses() {}

    /**
     * Those of a lab: binary names and class files.
     *
     * @throws SuiteException if they do not compile
     */
    public static Map<String, byte[]> of(Lab lab) throws SuiteException, IOException {
        return Course.isHandout(lab.home())
                ? ofHandout(lab)
                : SuiteBuild.of(lab).givenClasses();
    }

    private static Map<String, byte[]> ofHandout(Lab lab) throws IOException, SuiteException {
        if (ToolProvider.getSystemJavaCompiler() == null) {
            throw new SuiteException("This Java has no compiler; point JAVA_HOME at a JDK, not a JRE");
        }
        var sources = new ArrayList<SourceFile>();
        Skeletons.of(lab).forEach((path, content) -> {
            if (!path.endsWith("package-info.java")) {
                sources.add(new SourceFile(path, new String(content, UTF_8)));
            }
        });
        try (var compiler = new Compiler(Map.of(), List.of())) {
            var compilation = compiler.compile(sources, Compiler.RELEASE);
            if (!compilation.succeeded()) {
                throw new SuiteException("What was given for " + lab.id() + " does not compile: "
                        + compilation.errors().get(0) + ". Get the handout again.");
            }
            var given = new TreeMap<>(compilation.classes());
            given.keySet().removeIf(name -> isOfDeliverable(lab, name));
            return given;
        }
    }

    private static boolean isOfDeliverable(Lab lab, String name) {
        var simple = name.substring(name.lastIndexOf('.') + 1);
        return lab.deliverables().stream().anyMatch(own -> simple.equals(own) || simple.startsWith(own + "$"));
    }
}
