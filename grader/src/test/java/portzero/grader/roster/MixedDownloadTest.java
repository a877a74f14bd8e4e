package portzero.grader.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.grader.compile.SourceFile;
import portzero.grader.intake.IntakeOptions;
import portzero.grader.intake.Person;
import portzero.grader.intake.Submission;
import portzero.grader.intake.SubmissionsFolder;
import portzero.grader.limits.Limits;
import portzero.grader.submission.Archives;
import portzero.grader.submission.LabFiles;
import portzero.grader.submission.SelectedFiles;
import portzero.grader.submission.SubmissionReader;

/** A class of two hundred with every mishap, from each platform: everybody is on one line with their own work. */
class MixedDownloadTest {

    private static final int PEOPLE = 200;
    private static final int ABSENT = 7;

    /** So many submissions are opened, four of each kind. */
    private static final int OPENED = 40;

    private static final LabFiles LAB =
            new LabFiles("lab02-echo", "portzero.echo", List.of("EchoServer", "EchoClient"), List.of("Server"));

    @TempDir
    private Path folder = Path.of("");

    /** How a platform names a student's file; an empty file name stands for a folder. */
    private enum Layout {
        CANVAS(true) {
            @Override
            String entry(int who, String file) {
                return "last%03dfirst%03d_%s%d_%d_%s"
                        .formatted(who, who, who % 9 == 0 ? "LATE_" : "", 4_000 + who, 9_000 + who, file);
            }
        },
        MOODLE_FLAT(true) {
            @Override
            String entry(int who, String file) {
                return "First%03d Läst%03d_%d_assignsubmission_file_%s".formatted(who, who, 4_000 + who, file);
            }
        },
        MOODLE(false) {
            @Override
            String entry(int who, String file) {
                return MOODLE_FLAT.entry(who, file);
            }
        },
        BLACKBOARD(true) {
            @Override
            String entry(int who, String file) {
                return "Lab_2_login%03d_attempt_2026-11-20-13-45-12_%s".formatted(who, file);
            }
        },
        BRIGHTSPACE(false) {
            @Override
            String entry(int who, String file) {
                return "%d-77 - First%03d Läst%03d - Nov 20, 2026 145 PM".formatted(4_000 + who, who, who);
            }
        },
        CLONES(false) {
            @Override
            String entry(int who, String file) {
                return "network-course-login%03d".formatted(who);
            }
        };

        private final boolean isFlat;

        Layout(boolean isFlat) {
            this.isFlat = isFlat;
        }

        abstract String entry(int who, String file);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void everybody_has_one_line_and_their_own_work(Layout layout) throws Exception {
        for (int who = 0; who < PEOPLE; who++) {
            handIn(layout, who);
        }
        List<Submission> found = SubmissionsFolder.of(
                        folder.resolve("class"), List.of("lab02-echo"), IntakeOptions.DEFAULT)
                .submissions();
        RosterMatch match = RosterFile.read(roster()).match(found);
        assertThat(match.unlisted()).isEmpty();
        assertThat(match.absent()).hasSize(ABSENT);
        assertThat(match.roster().rows()).hasSize(PEOPLE + ABSENT);
        assertThat(match.warnings()).hasSize(1).first().asString().endsWith("counted once.");
        assertThat(match.submissions()).hasSize(PEOPLE);
        TreeSet<Integer> seen = new TreeSet<>();
        for (Submission one : match.submissions()) {
            Person person = one.person();
            String number =
                    match.roster().rows().getOrDefault(person.key(), List.of()).get(1);
            int who = Integer.parseInt(number) - 4_000;
            seen.add(who);
            if (who < OPENED) {
                check(one, who);
            }
        }
        assertThat(seen).hasSize(PEOPLE);
    }

    private static void check(Submission one, int who) throws Exception {
        SelectedFiles selected = LAB.select(SubmissionReader.read(one.entries(), Limits.DEFAULT));
        assertThat(selected.missing()).as("of %s", who).isEmpty();
        assertThat(selected.sources())
                .as("of %s", who)
                .extracting(SourceFile::text)
                .allMatch(text -> text.contains("// " + who + " "));
        assertThat(one.receipt().late())
                .isEqualTo(one.entries().get(0).source().toString().contains("_LATE_"));
    }

    private void handIn(Layout layout, int who) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        mishap(who, files);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path entry = folder.resolve("class").resolve(layout.entry(who, layout.isFlat ? file.getKey() : ""));
            Archives.write(layout.isFlat ? entry : entry.resolve(file.getKey()), file.getValue());
        }
    }

    /** What one of them hands in: files without folders, as flat downloads have no others. */
    private void mishap(int who, Map<String, byte[]> files) {
        byte[] server = source("EchoServer", who, "");
        byte[] client = source("EchoClient", who, "");
        Path made = folder.resolve("made");
        switch (who % 10) {
            case 0 ->
                files.put(
                        "work.zip",
                        bytes(Archives.zip(made, "a/EchoServer.java", text(server), "EchoClient.java", text(client))));
            case 1 ->
                files.put(
                        "work.zip",
                        bytes(Archives.zip(
                                made,
                                "__MACOSX/._EchoServer.java",
                                "x",
                                "work/src/main/java/portzero/echo/EchoServer.java",
                                text(server),
                                "work/src/main/java/portzero/echo/EchoClient.java",
                                text(client),
                                "work/target/EchoClient.java",
                                "package portzero.echo; class EchoClient { int old; }",
                                "work/backup/EchoServer.java",
                                "package portzero.echo; class EchoServer { int old; }")));
            case 2 -> {
                Path inner = Archives.zip(made, "EchoServer.java", text(server), "EchoClient.java", text(client));
                byte[] content = bytes(inner);
                files.put("outer.zip", bytes(Archives.zip(made, zip -> {
                    Archives.add(zip, "report.pdf", new byte[9]);
                    Archives.add(zip, "hand-in/work.zip", content);
                })));
            }
            case 3 ->
                files.put("work.tar.gz", bytes(Archives.tarGz(made, tar -> {
                    Archives.special(tar, "link.java", TarConstants.LF_SYMLINK, "/etc/passwd");
                    Archives.add(tar, "Icon\r", new byte[0]);
                    Archives.add(tar, "w/EchoServer.java", server);
                    Archives.add(tar, "w/EchoClient.java", client);
                })));
            case 4 -> {
                files.put(
                        "EchoServer.java",
                        text(server).replace("class", "/* für */ class").getBytes(Charset.forName("windows-1252")));
                files.put("EchoClient.java", client);
            }
            default -> {
                files.put("EchoServer-1.java", server);
                files.put("Copy of EchoClient (2).java", client);
                files.put("report.pdf", new byte[9]);
                files.put("MyTest.java", source("MyTest", who, "import org.junit.jupiter.api.Test;"));
            }
        }
    }

    private static byte[] source(String type, int who, String more) {
        return "package portzero.echo;%n%s%n// %d %nclass %s {}%n"
                .formatted(more, who, type)
                .getBytes(UTF_8);
    }

    private static String text(byte[] source) {
        return new String(source, UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As a registrar writes it: two name columns, decomposed accents, semicolons, somebody twice, totals. */
    private Path roster() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Surname;Student number;Given name;Login;Section");
        for (int who = 0; who < PEOPLE + ABSENT; who++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s%03d;%d;First%03d;LOGIN%03d ;%d",
                    who < PEOPLE ? "La\u0308st" : "Gone",
                    who,
                    4_000 + who,
                    who,
                    who,
                    who % 4));
        }
        lines.add(lines.get(1).replaceAll(";0$", ";9"));
        lines.add(";;;;");
        lines.add("Total;207;;;");
        return Files.write(folder.resolve("roster.csv"), lines, Charset.forName("UTF-16"));
    }
}
