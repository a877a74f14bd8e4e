package portzero.bench;

import java.io.IOException;

/** Maven projects with the versions of this course. */
final class Pom {
    private static final String DEPENDENCY =
            "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><scope>%s</scope>%s</dependency>";
    private static final String PLUGIN =
            "<plugin><artifactId>maven-%s-plugin</artifactId><version>%s</version></plugin>";

    private static final String JMH = "1.37";
    private static final String DEPENDENCY_PLUGIN = "3.8.1";

    private final Checkout checkout;

    Pom(Checkout checkout) {
        this.checkout = checkout;
    }

    /** A project as a course would have it: nothing but compiling and testing. */
    String ofSubmission() throws IOException {
        var kit = "<systemPath>%s</systemPath>".formatted(checkout.kit());
        return project(
                jspecify()
                        + dependency("org.junit.jupiter", "junit-jupiter", checkout.version("junit"), "test", "")
                        + assertj("test")
                        + dependency("portzero", "testkit", "1", "system", kit),
                plugin("clean", "3.5.0")
                        + plugin("resources", "3.3.1")
                        + plugin("compiler", checkout.version("compiler"))
                        + plugin("surefire", checkout.version("surefire")));
    }

    /** The jars that JUnit's console launcher and the tests need. */
    String ofConsole() throws IOException {
        return project(
                jspecify()
                        + assertj("compile")
                        + dependency(
                                "org.junit.platform",
                                "junit-platform-console-standalone",
                                checkout.version("junit"),
                                "compile",
                                ""),
                plugin("dependency", DEPENDENCY_PLUGIN));
    }

    /** The jars of JMH, which is its own annotation processor. */
    String ofJmh() {
        return project(
                dependency("org.openjdk.jmh", "jmh-core", JMH, "compile", "")
                        + dependency("org.openjdk.jmh", "jmh-generator-annprocess", JMH, "compile", ""),
                plugin("dependency", DEPENDENCY_PLUGIN));
    }

    private String jspecify() throws IOException {
        return dependency("org.jspecify", "jspecify", checkout.version("jspecify"), "provided", "");
    }

    private String assertj(String scope) throws IOException {
        return dependency("org.assertj", "assertj-core", checkout.version("assertj"), scope, "");
    }

    private static String dependency(String group, String artifact, String version, String scope, String more) {
        return "    " + DEPENDENCY.formatted(group, artifact, version, scope, more) + "\n";
    }

    private static String plugin(String name, String version) {
        return "    " + PLUGIN.formatted(name, version) + "\n";
    }

    private static String project(String dependencies, String plugins) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>class</groupId>
                  <artifactId>submission</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                %s  </dependencies>
                  <build><plugins>
                %s  </plugins></build>
                </project>
                """.formatted(dependencies, plugins);
    }
}
