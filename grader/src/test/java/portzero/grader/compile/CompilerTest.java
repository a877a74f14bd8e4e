package portzero.grader.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerTest {
    private static final SourceFile CONTRACT =
            new SourceFile("Server.java", "package portzero.echo; public interface Server { int port(); }");
    private static final SourceFile SERVER = new SourceFile("handed in/EchoServer.java", """
            package portzero.echo;

            public class EchoServer implements Server {
                public int port() {
                    Runnable later = new Runnable() { public void run() {} };
                    later.run();
                    return 7;
                }
            }
            """);

    private static Compilation compile(SourceFile... sources) {
        try (var compiler = new Compiler(Map.of(), List.of())) {
            return compiler.compile(List.of(sources));
        }
    }

    private static SourceFile source(String name, String text) {
        return new SourceFile(name, text);
    }

    @Test
    void classes_come_out_by_their_binary_names() {
        var compilation = compile(CONTRACT, SERVER);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.classes())
                .containsOnlyKeys("portzero.echo.Server", "portzero.echo.EchoServer", "portzero.echo.EchoServer$1");
    }

    @Test
    void annotations_that_a_lab_uses_may_be_used_by_its_students() {
        try (var compiler = new Compiler(NullnessAnnotations.classes(), List.of())) {
            var compilation = compiler.compile(List.of(source("A.java", """
                    package portzero.echo;
                    import org.jspecify.annotations.NullMarked;
                    import org.jspecify.annotations.Nullable;
                    @NullMarked class A { @Nullable String text; }
                    """)));
            assertThat(compilation.errors()).isEmpty();
            assertThat(compilation.classes()).containsOnlyKeys("portzero.echo.A");
        }
    }

    @Test
    void classes_are_for_java_17() {
        var bytes = compile(CONTRACT).classes().get("portzero.echo.Server");
        assertThat(bytes).startsWith(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61);
    }

    @Test
    void classes_are_for_the_release_that_is_asked_for() {
        int newest = Runtime.version().feature();
        try (var compiler = new Compiler(Map.of(), List.of())) {
            var bytes = compiler.compile(List.of(CONTRACT), newest).classes().get("portzero.echo.Server");
            assertThat(bytes).startsWith(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 44 + newest);
        }
    }

    @Test
    void given_classes_are_seen_again_and_again() {
        try (var compiler = new Compiler(compile(CONTRACT).classes(), List.of())) {
            for (int i = 0; i < 3; i++) {
                assertThat(compiler.compile(List.of(SERVER)).classes())
                        .containsOnlyKeys("portzero.echo.EchoServer", "portzero.echo.EchoServer$1");
            }
        }
    }

    @Test
    void one_submission_does_not_see_another() {
        try (var compiler = new Compiler(Map.of(), List.of())) {
            compiler.compile(List.of(source("A.java", "class A {}")));
            assertThat(compiler.compile(List.of(source("B.java", "class B extends A {}")))
                            .errors())
                    .hasSize(1);
        }
    }

    @Test
    void a_given_class_cannot_be_replaced() {
        try (var compiler = new Compiler(compile(CONTRACT).classes(), List.of())) {
            var helper = source("Helper.java", "package portzero.echo; class Helper {} interface Server {}");
            assertThat(compiler.compile(List.of(helper)).errors())
                    .singleElement()
                    .hasToString("portzero.echo.Server belongs to the course: remove it or give it another name.");
        }
    }

    @Test
    void a_reserved_package_is_named() {
        var forged = source("Test.java", "package org.junit.jupiter.api; public @interface Test {}");
        assertThat(compile(forged).errors())
                .singleElement()
                .hasToString("org.junit.jupiter.api.Test lies in the reserved package org.junit:"
                        + " move it to the lab's package.");
    }

    @Test
    void an_error_has_its_file_line_and_code() {
        var broken = source("src/EchoServer.java", "class EchoServer {\n\tint port() { return x; }\n}\n");
        assertThat(compile(broken).errors())
                .singleElement()
                .hasToString("EchoServer.java:2: cannot find symbol; symbol: variable x; location: class EchoServer\n"
                        + "    int port() { return x; }");
    }

    @Test
    void errors_are_cut_off() {
        var many = source("A.java", "class A {" + "int x = y;\n".repeat(100) + "}");
        assertThat(compile(many).errors()).hasSize(Compiler.MOST_ERRORS);
        var wide = source("A.java", "class A { int x = " + "y".repeat(100_000) + "; }");
        assertThat(compile(wide).errors().get(0).toString()).hasSizeLessThan(500);
    }

    @Test
    void newer_interfaces_of_the_jdk_are_not_there() {
        var virtual = source("A.java", "class A { Object o = Thread.ofVirtual(); }");
        assertThat(compile(virtual).errors()).isNotEmpty();
    }

    @Test
    void deep_nesting_is_an_error_and_the_compiler_survives_it() {
        var deep = source("A.java", "class A { int x = " + "(".repeat(50_000) + "1" + ")".repeat(50_000) + "; }");
        try (var compiler = new Compiler(Map.of(), List.of())) {
            assertThat(compiler.compile(List.of(deep)).errors())
                    .singleElement()
                    .asString()
                    .startsWith("The compiler gave up on this code");
            assertThat(compiler.compile(List.of(CONTRACT)).succeeded()).isTrue();
        }
    }

    @Test
    void a_huge_constant_is_an_error() {
        var huge = source("A.java", "class A { String s = \"" + "x".repeat(70_000) + "\"; }");
        assertThat(compile(huge).errors()).singleElement().asString().contains("constant string too long");
    }

    @Test
    void annotation_processors_do_not_run_and_sources_are_not_looked_up(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(folder.resolve("META-INF/services/javax.annotation.processing.Processor"), "Evil\n");
        Files.writeString(folder.resolve("Hidden.java"), "class Hidden {}");
        try (var compiler = new Compiler(Map.of(), List.of(folder))) {
            assertThat(compiler.compile(List.of(source("A.java", "class A {}"))).succeeded())
                    .isTrue();
            assertThat(compiler.compile(List.of(source("B.java", "class B { Hidden h; }")))
                            .succeeded())
                    .isFalse();
        }
    }

    @Test
    void a_path_may_have_any_characters() {
        assertThat(compile(source("Zwölf Töne [1] %2F\u202e/A.java", "class A {}"))
                        .succeeded())
                .isTrue();
    }

    @Test
    void a_public_class_may_be_in_a_file_that_a_platform_renamed() {
        assertThat(compile(source("EchoServer-1.java", "public class EchoServer {}"))
                        .classes())
                .containsOnlyKeys("EchoServer");
    }

    @Test
    void nothing_to_compile_is_said() {
        assertThat(compile().errors()).singleElement().hasToString("There is no source file to compile.");
    }
}
