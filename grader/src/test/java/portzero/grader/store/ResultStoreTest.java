package portzero.grader.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.result.Result;

class ResultStoreTest {
    private static final String LAB = "lab02-echo";
    private static final ResultStore.Key ADA = new ResultStore.Key(LAB, "ada");

    @TempDir
    Path folder;

    @Test
    void what_is_written_is_found_listed_and_read() throws Exception {
        ResultStore store = ResultStore.create(folder.resolve("results/deep"));
        Result result = SampleResult.graded("ada", 85);
        store.write(result);
        store.write(SampleResult.graded("bob", 100));
        store.write(SampleResult.run());

        ResultStore again = ResultStore.open(store.folder());
        assertThat(again.list()).containsExactly(ADA, new ResultStore.Key(LAB, "bob"));
        assertThat(again.read(ADA)).isEqualTo(result);
        assertThat(again.run()).isEqualTo(SampleResult.run());
        assertThat(again.run().finished()).isFalse();
    }

    @Test
    void a_missing_result_is_no_damage() throws Exception {
        ResultStore store = ResultStore.create(folder);
        assertThat(store.find(LAB, "nobody", message -> assertThat(message).isNull()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{}", "[]", "\"GRADED\"", "{\"schema\":1}", "\u0000\u0000"})
    void a_damaged_result_counts_as_missing_and_is_named_with_a_remedy(String content) throws Exception {
        ResultStore store = ResultStore.create(folder);
        Files.createDirectories(folder.resolve(LAB));
        Files.writeString(store.file(LAB, "ada"), content);
        var damage = new ArrayList<String>();
        assertThat(store.find(LAB, "ada", damage::add)).isEmpty();
        assertThat(damage).singleElement().asString().contains("ada.json", "damaged", "--resume");
    }

    @Test
    void half_a_result_is_damaged() throws Exception {
        ResultStore store = ResultStore.create(folder);
        store.write(SampleResult.graded("ada", 85));
        Path file = store.file(LAB, "ada");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatExceptionOfType(DamagedResultException.class)
                .isThrownBy(() -> store.read(ADA))
                .withMessageContaining("line ");
    }

    @Test
    void a_result_with_impossible_values_is_damaged() throws Exception {
        ResultStore store = ResultStore.create(folder);
        store.write(SampleResult.graded("ada", 85));
        edit(store, "\"score\": 85", "\"score\": 101");
        assertThatExceptionOfType(DamagedResultException.class)
                .isThrownBy(() -> store.read(ADA))
                .withMessageContaining("points must be 0–100 but were 101");
    }

    @Test
    void a_result_under_another_name_is_damaged() throws Exception {
        ResultStore store = ResultStore.create(folder);
        store.write(SampleResult.graded("ada", 85));
        Files.copy(store.file(LAB, "ada"), store.file(LAB, "bob"));
        assertThatExceptionOfType(DamagedResultException.class)
                .isThrownBy(() -> store.read(new ResultStore.Key(LAB, "bob")))
                .withMessageContaining("lab02-echo/ada");
    }

    @Test
    void a_result_of_a_later_format_is_refused() throws Exception {
        ResultStore store = ResultStore.create(folder);
        store.write(SampleResult.graded("ada", 85));
        edit(store, "\"schema\": 1", "\"schema\": 2");
        assertThatExceptionOfType(DamagedResultException.class)
                .isThrownBy(() -> store.read(ADA))
                .withMessageContaining("format 2");
    }

    @Test
    void names_that_leave_the_folder_are_refused() throws Exception {
        ResultStore store = ResultStore.create(folder);
        assertThatIllegalArgumentException().isThrownBy(() -> store.file(LAB, "../ada"));
        assertThatIllegalArgumentException().isThrownBy(() -> store.file("..", "ada"));
    }

    @Test
    void leftovers_of_a_killed_run_are_removed_and_never_listed() throws Exception {
        ResultStore store = ResultStore.create(folder);
        store.write(SampleResult.run());
        store.write(SampleResult.graded("ada", 85));
        Path inLab = Files.writeString(folder.resolve(LAB).resolve(".writing-1-1.tmp"), "{");
        Path inRoot = Files.writeString(folder.resolve(".writing-1-2.tmp"), "{");
        assertThat(store.list()).containsExactly(ADA);
        ResultStore.create(folder);
        assertThat(inLab).doesNotExist();
        assertThat(inRoot).doesNotExist();
    }

    @Test
    void a_reader_sees_whole_results_only_while_writers_replace_them() throws Exception {
        ResultStore store = ResultStore.create(folder);
        store.write(SampleResult.graded("ada", 0));
        var pool = Executors.newFixedThreadPool(3);
        try {
            Callable<Void> writer = () -> {
                for (int score = 0; score < 40; score++) {
                    store.write(SampleResult.graded("ada", score));
                }
                return null;
            };
            List<Future<Void>> writers = List.of(pool.submit(writer), pool.submit(writer));
            while (!writers.stream().allMatch(Future::isDone)) {
                assertThat(store.read(ADA).max()).isEqualTo(100);
            }
            for (Future<Void> done : writers) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        try (Stream<Path> files = Files.list(folder.resolve(LAB))) {
            assertThat(files).containsExactly(store.file(LAB, "ada"));
        }
    }

    @Test
    void a_folder_of_other_things_is_left_alone() throws Exception {
        Path precious = Files.writeString(folder.resolve("thesis.tex"), "precious");
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultStore.create(folder))
                .withMessageContaining("is not empty and holds no results");
        assertThat(precious).hasContent("precious");
    }

    @Test
    void a_file_is_no_folder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultStore.create(file))
                .withMessageContaining("is a file, not a folder");
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultStore.create(file.resolve("below")))
                .withMessageContaining("cannot be written");
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultStore.open(file))
                .withMessageContaining("is a file, not a folder");
    }

    @Test
    void reading_needs_a_folder_of_results() {
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultStore.open(folder.resolve("none")))
                .withMessageContaining("no such folder");
        assertThatExceptionOfType(ResultsException.class)
                .isThrownBy(() -> ResultStore.open(folder))
                .withMessageContaining("no run.json");
    }

    private static void edit(ResultStore store, String from, String to) throws IOException {
        Path file = store.file(LAB, "ada");
        Files.writeString(file, Files.readString(file).replace(from, to));
    }
}
