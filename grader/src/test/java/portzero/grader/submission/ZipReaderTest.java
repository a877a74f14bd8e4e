package portzero.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static portzero.grader.submission.Archives.read;
import static portzero.grader.submission.Archives.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipReaderTest {
    private Path file = Path.of("");

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("work.zip");
    }

    private static ThrowableAssertAlternative<RejectedException> assertRejected(Path source) {
        return assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> read(source));
    }

    @Test
    void source_files_are_read_and_others_are_listed() throws Exception {
        zip(file, "src/B.java", "class B {}", "A.java", "class A {}", "pom.xml", "<x/>", "lib.so", "x", "old.zip", "x");
        var files = read(file);
        assertThat(files.files()).extracting(SubmittedFile::path).containsExactly("A.java", "src/B.java");
        assertThat(files.files().get(1).bytes()).asString(UTF_8).isEqualTo("class B {}");
        assertThat(files.ignored())
                .containsExactly(
                        "pom.xml: not a Java source file",
                        "lib.so: not a Java source file",
                        "old.zip: an archive that was not opened");
    }

    /** LZMA, Zstandard, XZ and one that does not exist; APPNOTE.TXT 4.4.5. */
    @ParameterizedTest
    @ValueSource(bytes = {14, 93, 95, 71})
    void compression_that_needs_another_library_is_refused(byte method) throws Exception {
        zip(file, "A.java", "class A {}");
        byte[] content = Files.readAllBytes(file);
        for (int i = 0; i + 11 < content.length; i++) {
            if (content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 1 && content[i + 3] == 2) {
                content[i + 10] = method;
            }
        }
        Files.write(file, content);
        assertRejected(file).withMessageContaining("A.java is compressed in a way that is not understood");
    }

    @Test
    void what_systems_leave_behind_is_passed_over() throws Exception {
        zip(
                file,
                "__MACOSX/._A.java",
                "x",
                "lab/.DS_Store",
                "x",
                ".git/A.java",
                "x",
                "Thumbs.db",
                "x",
                "lab/A.java",
                "");
        assertThat(read(file).files()).extracting(SubmittedFile::path).containsExactly("lab/A.java");
        assertThat(read(file).ignored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.", "//", "/./", "\\.\\", "\u03a3\u0301", "a/"})
    void a_name_without_end_is_rejected_at_once(String part) throws Exception {
        zip(file, "a" + part.repeat(30_000 / part.length()) + "/A.java", "class A {}");
        assertRejected(file).withMessageContaining("has an entry whose name has more than 1000 characters");
    }

    @Test
    void dots_and_doubled_separators_in_a_name_count_for_nothing() throws Exception {
        zip(file, "./a//b/././C.java", "class C {}");
        assertThat(read(file).files()).extracting(SubmittedFile::path).containsExactly("a/b/C.java");
    }

    @Test
    void names_with_spaces_other_letters_and_backslashes_are_fine() throws Exception {
        zip(file, "Übung 2\\Ä.java", "", "日本/B.java", "");
        assertThat(read(file).files()).extracting(SubmittedFile::path).containsExactly("Übung 2/Ä.java", "日本/B.java");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/cron.d/A.java, leads out of the archive",
        "a/../../A.java, leads out of the archive",
        "..\\A.java, leads out of the archive",
        "/etc/A.java, is an absolute path",
        "C:\\A.java, is an absolute path",
        "a\u0007.java, contains control characters"
    })
    void a_name_that_leads_elsewhere_is_rejected(String name, String reason) {
        assertRejected(zip(file, "B.java", "", name, ""))
                .withMessageStartingWith("work.zip has an entry whose name " + reason);
    }

    @Test
    void a_symbolic_link_is_passed_over() throws Exception {
        zip(file, zip -> {
            Archives.link(zip, "A.java", "/etc/passwd");
            Archives.add(zip, "B.java", new byte[0]);
        });
        assertThat(read(file).files()).extracting(SubmittedFile::path).containsExactly("B.java");
        assertThat(read(file).ignored()).containsExactly("A.java: a symbolic link, and those are not followed");
        assertRejected(zip(file, zip -> Archives.link(zip, "A.java", "/etc/passwd")))
                .withMessageContaining("holds no .java file");
    }

    @Test
    void a_name_that_is_there_twice_is_rejected() {
        assertRejected(zip(file, "A.java", "1", "A.java", "2")).withMessageStartingWith("work.zip holds A.java twice");
    }

    @Test
    void a_bomb_is_rejected_by_size_ratio_or_number() {
        assertRejected(zip(file, zip -> Archives.add(zip, "zeros", new byte[21 << 20])))
                .withMessageContaining("unpacks to more than 20 MiB");
        assertRejected(zip(file, zip -> Archives.add(zip, "zeros", new byte[5 << 20])))
                .withMessageContaining("more than 100 times its size");
        assertRejected(zip(file, zip -> Archives.add(zip, "A.java", new byte[(1 << 20) + 1])))
                .withMessageContaining("100 times");
        assertRejected(zip(file, zip -> {
                    for (int i = 0; i < 2_001; i++) {
                        Archives.add(zip, i + ".java", new byte[0]);
                    }
                }))
                .withMessageContaining("more than 2,000 files");
        assertRejected(zip(file, zip -> {
                    for (int i = 0; i < 20_001; i++) {
                        Archives.add(zip, "d" + i + "/", new byte[0]);
                    }
                }))
                .withMessageContaining("more than 20,000 entries");
    }

    @Test
    void a_large_source_file_is_rejected() {
        var random = new byte[(1 << 20) + 1];
        new java.util.Random(7).nextBytes(random);
        assertRejected(zip(file, zip -> Archives.add(zip, "A.java", random)))
                .withMessageStartingWith("A.java is larger than 1 MiB");
    }

    @Test
    void an_encrypted_archive_is_rejected() throws IOException {
        var bytes = Files.readAllBytes(zip(file, "A.java", "class A {}"));
        bytes[6] |= 1;
        bytes[indexOf(bytes, "PK\1\2") + 8] |= 1;
        assertRejected(Archives.write(file, bytes)).withMessageStartingWith("A.java is encrypted");
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void a_damaged_archive_is_rejected_wherever_it_is_cut() throws IOException {
        var bytes = Files.readAllBytes(zip(file, "A.java", "class A {}", "B.java", "class B {}"));
        for (int length = 4; length < bytes.length; length += 7) {
            assertRejected(Archives.write(file, Arrays.copyOf(bytes, length)))
                    .withMessageContaining("is damaged or cut off");
        }
    }

    @Test
    void damaged_content_never_gets_past_the_reader() throws IOException {
        var bytes = Files.readAllBytes(zip(file, "A.java", "class A {}".repeat(50)));
        for (int i = 0; i < bytes.length; i++) {
            var broken = bytes.clone();
            broken[i] ^= (byte) 0xff;
            Archives.write(file, broken);
            try {
                read(file);
            } catch (RejectedException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Rar!\u001a, 'it starts with \"Rar!\", a RAR archive'",
        "%PDF-1.7, 'it starts with \"%PDF-1.7\", a PDF document'",
        "class A {}, 'it starts with \"class A\"'",
        "<!DOCTYPE html>, 'it starts with \"<!DOCTYP\", a web page'",
        "'', it is an empty file"
    })
    void what_is_no_archive_is_described(String content, String description) {
        assertRejected(Archives.write(file, content))
                .withMessage("work.zip is not a zip archive (" + description
                        + "); hand in a .zip or .tar.gz with the .java files of the lab.");
    }

    @Test
    void an_empty_archive_is_rejected() {
        assertRejected(zip(file)).withMessage("work.zip is empty: hand in the .java files of the lab.");
    }

    @Test
    void class_files_alone_are_rejected() {
        assertRejected(zip(file, "A.class", "x")).withMessageContaining("only compiled .class files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"work.docx", "report.pdf"})
    void an_archive_without_source_says_what_it_holds(String content) {
        assertRejected(zip(file, content, "x"))
                .withMessage("work.zip holds no .java file (but " + content + "): hand in the .java files of the lab.");
    }

    @Test
    void litter_without_end_neither_counts_nor_takes_long() throws Exception {
        zip(file, zip -> {
            for (int i = 0; i < 30_000; i++) {
                Archives.add(zip, "x/.git/objects/" + i, new byte[0]);
            }
            Archives.add(zip, "x/target/huge.bin", new byte[40 << 20]);
            Archives.add(zip, "x/Icon\r", new byte[0]);
            Archives.add(zip, "x/A.java", new byte[0]);
        });
        var begin = Files.size(file);
        assertThat(begin).isGreaterThan(1 << 20);
        assertThat(read(file).files()).extracting(SubmittedFile::path).containsExactly("x/A.java");
    }

    @Test
    void an_archive_that_is_large_by_litter_alone_is_opened() throws Exception {
        var random = new byte[30 << 20];
        new java.util.Random(7).nextBytes(random);
        zip(file, zip -> {
            Archives.add(zip, "node_modules/x.bin", random);
            Archives.add(zip, "A.java", new byte[0]);
        });
        assertThat(read(file).files()).hasSize(1);
        assertRejected(zip(file, zip -> {
                    Archives.add(zip, "video.mp4", random);
                    Archives.add(zip, "A.java", new byte[0]);
                }))
                .withMessageContaining("unpacks to more than 20 MiB");
    }

    @Test
    void an_archive_in_an_archive_is_opened_once_and_under_the_same_limits() throws Exception {
        var inner = Files.readAllBytes(zip(file, "A.java", "class A {}"));
        var outer = Files.readAllBytes(zip(file, zip -> Archives.add(zip, "work/inner.zip", inner)));
        assertThat(read(file).files()).extracting(SubmittedFile::path).containsExactly("A.java");
        assertRejected(zip(file, zip -> Archives.add(zip, "outer.zip", outer)))
                .withMessageContaining("holds no .java file (but work/inner.zip)");
        var bomb = Files.readAllBytes(zip(file, zip -> Archives.add(zip, "A.java", new byte[5 << 20])));
        assertRejected(zip(file, zip -> Archives.add(zip, "inner.zip", bomb))).withMessageContaining("100 times");
        assertRejected(zip(file, zip -> Archives.add(zip, "inner.rar", new byte[] {'R', 'a', 'r', '!', 1, 2, 3, 4})))
                .withMessageContaining("a RAR archive");
        assertRejected(zip(file, zip -> Archives.add(zip, "inner.zip", Arrays.copyOf(inner, inner.length - 9))))
                .withMessageContaining("is damaged or cut off");
    }

    @Test
    void odd_names_do_not_matter_where_the_file_does_not() throws Exception {
        zip(file, "notes\u0007.txt", "x", "A.java", "");
        assertThat(read(file).ignored()).containsExactly("notes\\u0007.txt: not a Java source file");
    }
}
