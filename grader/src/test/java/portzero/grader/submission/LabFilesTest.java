package portzero.grader.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
    void another_encoding_is_rejected_with_file_and_line() {
        assertRejected(file("EchoServer.java", "package portzero.echo;\n// für\nclass EchoServer {}", ISO_8859_1))
                .withMessage("EchoServer.java is not UTF-8 (see line 2):"
                        + " save it as UTF-8 in your editor and hand it in again.");
    }

    @Test
    void hostile_names_are_shown_harmlessly() {
        assertRejected(file("a\u202eb\n" + "x".repeat(500) + ".java", "class Main {}"))
                .satisfies(e ->
                        assertThat(e.getMessage()).contains("a\\u202eb\\u000a").hasSizeLessThan(300));
    }
}
