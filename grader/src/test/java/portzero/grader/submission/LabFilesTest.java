package portzero.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.compile.SourceFile;

class LabFilesTest {
    private static final LabFiles LAB = new LabFiles(
            "lab02-echo",
            "portzero.echo",
            List.of("EchoServer", "EchoClient"),
            List.of("Server.java", "Client", "EchoServerTest"));
    private static final SubmittedFile SERVER = file("EchoServer.java", "package portzero.echo; class EchoServer {}");
    private static final SubmittedFile CLIENT = file("EchoClient.java", "package portzero.echo; class EchoClient {}");

    private static SubmittedFile file(String path, String text) {
        return file(path, text, UTF_8);
    }

    private static SubmittedFile file(String path, String text, Charset charset) {
        return new SubmittedFile(path, text.getBytes(charset));
    }

    private static SelectedFiles select(SubmittedFile... files) throws RejectedException {
        return LAB.select(new SubmittedFiles("work.zip", List.of(files), List.of()));
    }

    private static ThrowableAssertAlternative<RejectedException> assertRejected(SubmittedFile... files) {
        return assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> select(files));
    }

    @Test
    void deliverables_and_helpers_are_taken_from_any_folder() throws Exception {
        var helper = file("x/y/Framing.java", "package portzero.echo; class Framing {}");
        var selection = select(SERVER, CLIENT, helper);
        assertThat(selection.sources())
                .extracting(SourceFile::path)
                .containsExactly("EchoClient.java", "EchoServer.java", "x/y/Framing.java");
        assertThat(selection.missing()).isEmpty();
        assertThat(selection.notes()).isEmpty();
    }

    @Test
    void copies_of_given_files_are_ignored() throws Exception {
        var contract = file("Server.java", "package portzero.echo; interface Server {}");
        var test = file("EchoServerTest.java", "package portzero.echo; class EchoServerTest {}");
        var selection = select(SERVER, CLIENT, contract, test);
        assertThat(selection.sources()).hasSize(2);
        assertThat(selection.notes())
                .containsExactly(
                        "EchoServerTest.java: the course's own is used", "Server.java: the course's own is used");
    }

    @Test
    void tests_and_other_packages_are_ignored() throws Exception {
        var test = file("src/test/java/MyTest.java", "package portzero.echo; class MyTest {}");
        var kit = file("labs/testkit/src/main/java/TestNetwork.java", "package portzero.testkit; class TestNetwork {}");
        var other = file("Main.java", "package demo; class Main {}");
        var selection = select(SERVER, CLIENT, test, kit, other);
        assertThat(selection.sources()).hasSize(2);
        assertThat(selection.notes()).containsExactly("Main.java: not in package portzero.echo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package portzero.echo; import org.junit.jupiter.api.Test; class MineTest {}",
                "import static org.assertj.core.api.Assertions.assertThat; class Mine {}",
                "package portzero.echo; class Demo { @org.junit.jupiter.api.Test void t() {} }",
                "package portzero.echo; import portzero.testkit.*; class Mine {}"
            })
    void what_needs_a_test_framework_is_left_out_by_what_it_is(String text) throws Exception {
        var selection = select(SERVER, CLIENT, file("Mine.java", text));
        assertThat(selection.sources()).hasSize(2);
        assertThat(selection.notes())
                .containsExactly("Mine.java: left out, as it needs a test framework; the course's own tests are run");
    }

    @Test
    void a_deliverable_that_needs_a_test_framework_is_the_students_fault() throws Exception {
        var server = file(
                "EchoServer.java", "package portzero.echo; import org.junit.jupiter.api.Test; class EchoServer {}");
        assertThat(select(server, CLIENT).sources()).hasSize(2);
    }

    @Test
    void packages_of_ones_own_are_taken_if_they_are_used() throws Exception {
        var server = file(
                "EchoServer.java",
                "package portzero.echo; import util.Framing; class EchoServer { int i = portzero.echo.io.Pipe.SIZE; }");
        var selection = select(
                server,
                CLIENT,
                file("a/Framing.java", "package util; public class Framing { Buffer b; }"),
                file("b/Buffer.java", "package util; class Buffer { deep.est.Thing t; }"),
                file("c/Thing.java", "package deep.est; public class Thing {}"),
                file("d/Pipe.java", "package portzero.echo.io; public class Pipe {}"),
                file("e/Main.java", "package demo; class Main {}"));
        assertThat(selection.sources())
                .extracting(SourceFile::path)
                .containsExactly(
                        "EchoClient.java",
                        "EchoServer.java",
                        "a/Framing.java",
                        "b/Buffer.java",
                        "c/Thing.java",
                        "d/Pipe.java");
        assertThat(selection.notes()).containsExactly("e/Main.java: not in package portzero.echo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EchoServer-1.java", "EchoServer (1).java", "Copy of EchoServer.java", "x.java"})
    void a_class_is_known_by_what_it_declares(String name) throws Exception {
        var selection = select(file(name, "package portzero.echo; class EchoServer {}"), CLIENT);
        assertThat(selection.missing()).isEmpty();
        assertThat(selection.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/portzero/echo/",
                "labs/lab02-echo/src/main/java/portzero/echo/",
                "work/lab02-echo/src/portzero/echo/",
                "portzero/echo/"
            })
    void of_two_versions_the_one_in_the_labs_own_place_wins(String place) throws Exception {
        var root = place.startsWith("work/") ? "work/" : "";
        var old = file(root + "backup/EchoServer.java", "package portzero.echo; final class EchoServer {}");
        var selection = select(
                file(place + "EchoServer.java", "package portzero.echo; class EchoServer {}"),
                file(place + "EchoClient.java", "package portzero.echo; class EchoClient {}"),
                old);
        assertThat(selection.sources()).extracting(SourceFile::path).allMatch(path -> path.startsWith(place));
        assertThat(selection.notes())
                .containsExactly(root + "backup/EchoServer.java: left out, as " + place
                        + "EchoServer.java declares the same class");
    }

    @Test
    void a_copy_that_a_build_made_does_not_count() throws Exception {
        var built = file("target/gen/EchoServer.java", "package portzero.echo; final class EchoServer {}");
        assertThat(select(SERVER, CLIENT, built).sources()).hasSize(2);
        assertThat(select(built, file("bin/EchoClient.java", "package portzero.echo; class EchoClient {}"))
                        .sources())
                .hasSize(2);
    }

    @Test
    void a_package_may_be_called_like_the_output_of_a_build() throws Exception {
        var out = file("src/portzero/echo/out/Pipe.java", "package portzero.echo.out; public class Pipe {}");
        var server = file(
                "src/portzero/echo/EchoServer.java",
                "package portzero.echo; import portzero.echo.out.Pipe.Size; class EchoServer {}");
        assertThat(select(server, CLIENT, out).sources()).hasSize(3);
    }

    @Test
    void the_solutions_of_a_fork_are_not_the_students() throws Exception {
        var solution = file(
                "fork/solutions/lab02-echo/src/main/java/portzero/echo/EchoServer.java",
                "package portzero.echo; final class EchoServer {}");
        var own = file(
                "fork/labs/lab02-echo/src/main/java/portzero/echo/EchoServer.java",
                "package portzero.echo; class EchoServer {}");
        var all = new SubmittedFiles("fork", List.of(solution, own), List.of());
        assertThat(all.ofCheckout("lab02-echo").files()).containsExactly(own);
        assertThat(LAB.select(all).sources()).extracting(SourceFile::path).containsExactly(own.path());
        assertThat(new SubmittedFiles("fork", List.of(solution), List.of())
                        .ofCheckout("lab02-echo")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_contract_hidden_in_another_file_is_rejected() {
        assertRejected(SERVER, file("Helper.java", "package portzero.echo; class Helper {} interface Server {}"))
                .withMessage("Helper.java declares Server, which the course gives:"
                        + " remove that declaration or give it another name.");
    }

    @Test
    void a_reserved_package_is_rejected_by_name() {
        assertRejected(SERVER, CLIENT, file("Test.java", "package org.junit.jupiter.api; class Test {}"))
                .withMessage("Test.java is in the reserved package org.junit:"
                        + " remove it, or move it to package portzero.echo.");
        assertRejected(SERVER, file("A.java", "pack\\u0061ge java.l\\u0061ng; class A {}"))
                .withMessageContaining("reserved package java");
    }

    @Test
    void a_wrong_package_is_told_the_right_one() {
        assertRejected(CLIENT, file("EchoServer.java", "package echo; class EchoServer {}"))
                .withMessage("EchoServer.java is in package echo; its first line must be \"package portzero.echo;\".");
        assertRejected(file("EchoServer.java", "class EchoServer {}")).withMessageContaining("is in no package");
    }

    @Test
    void a_copy_in_a_wrong_package_does_not_matter_beside_a_right_one() throws Exception {
        assertThat(select(SERVER, CLIENT, file("old/EchoServer.java", "package old; class EchoServer {}"))
                        .sources())
                .hasSize(2);
    }

    @Test
    void the_same_file_twice_counts_once() throws Exception {
        var copy = file("copy/EchoServer.java", "package portzero.echo; class EchoServer {}");
        assertThat(select(SERVER, CLIENT, copy).sources()).hasSize(2);
    }

    @Test
    void two_versions_are_rejected_with_both_paths() {
        var other = file("copy/EchoServer.java", "package portzero.echo; final class EchoServer {}");
        assertRejected(SERVER, CLIENT, other)
                .withMessage("EchoServer.java and copy/EchoServer.java declare the same class differently:"
                        + " hand in only the one that counts.");
    }

    @Test
    void one_class_missing_is_a_note() throws Exception {
        var selection = select(SERVER);
        assertThat(selection.missing()).containsExactly("EchoClient");
        assertThat(selection.notes()).containsExactly("EchoClient.java was not handed in; its tests fail.");
    }

    @Test
    void all_classes_missing_is_a_rejection() {
        assertRejected(file("Main.java", "class Main {}"))
                .withMessage("Nothing of lab02-echo was found: hand in EchoServer.java and EchoClient.java"
                        + " in package portzero.echo (found Main.java).");
    }

    @Test
    void a_misnamed_class_is_named() {
        assertRejected(file("EchoServer.java", "package portzero.echo; class Echoserver {}"))
                .withMessage("EchoServer.java declares Echoserver; the class must be named EchoServer.");
    }

    @Test
    void an_empty_file_is_named() throws Exception {
        assertRejected(file("EchoServer.java", "")).withMessageStartingWith("EchoServer.java holds no Java class");
        assertThat(select(SERVER, file("EchoClient.java", " ")).notes())
                .anySatisfy(note -> assertThat(note).startsWith("EchoClient.java holds no Java class"));
    }

    @Test
    void code_that_does_not_parse_is_for_the_compiler_to_judge() throws Exception {
        assertThat(select(file("EchoServer.java", "package portzero.echo; clas EchoServer {"))
                        .sources())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", ""})
    void utf_8_may_have_a_byte_order_mark(String mark) throws Exception {
        var selection = select(file("EchoServer.java", mark + "package portzero.echo; class EchoServer {}"));
        assertThat(selection.sources().get(0).text()).startsWith("package");
    }

    @Test
    void utf_16_needs_one() throws Exception {
        var text = "package portzero.echo; class EchoServer {}";
        assertThat(select(file("EchoServer.java", "\uFEFF" + text, UTF_16LE))
                        .sources()
                        .get(0)
                        .text())
                .isEqualTo(text);
        assertRejected(file("EchoServer.java", text, UTF_16LE))
                .withMessage("EchoServer.java contains zero bytes, as UTF-16 without a byte-order mark does:"
                        + " save it as UTF-8 in your editor and hand it in again.");
    }

    @Test
    void what_windows_saves_is_read_and_noted() throws Exception {
        var text = "package portzero.echo;\n// für “uns” €\nclass EchoServer {}";
        var selection = select(file("EchoServer.java", text, Charset.forName("windows-1252")), CLIENT);
        assertThat(selection.sources()).extracting(SourceFile::text).contains(text);
        assertThat(selection.notes())
                .containsExactly("EchoServer.java is not UTF-8 (see line 2) and was read as Windows-1252");
    }

    @Test
    void hostile_names_are_shown_harmlessly() {
        assertRejected(file("a\u202eb\n" + "x".repeat(500) + ".java", "class Main {}"))
                .satisfies(e ->
                        assertThat(e.getMessage()).contains("a\\u202eb\\u000a").hasSizeLessThan(300));
    }
}
