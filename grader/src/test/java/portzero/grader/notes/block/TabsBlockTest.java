package portzero.grader.notes.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.notes.Checkout;

class TabsBlockTest {
    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(folder);
    }

    @Test
    void fences_side_by_side_become_one_group_labelled_by_language() throws Exception {
        checkout.chapter("sockets", 1, """
                ```snippet Hello#say tab
                ```

                ```c tab
                int x;
                ```

                Text.

                ```python tab
                x
                ```

                ```http tab
                GET
                ```

                ```java
                y
                ```
                """);
        var page = Jsoup.parse(checkout.page("sockets.html"));
        assertThat(page.select(".tabs")).hasSize(2);
        assertThat(page.select(".tab-label").eachText()).containsExactly("Java", "C", "Python", "HTTP");
        assertThat(page.select(".tab pre").eachText())
                .startsWith("static final List<String> WORDS = List.of(\"<b>\");");
        assertThat(page.select(".tab pre")).hasSize(4);
    }

    @Test
    void a_tab_alone_is_named() throws IOException {
        checkout.chapter("sockets", 1, "```java tab\n```");
        assertThat(checkout.problems())
                .isEqualTo("docs/notes/sockets.md:7: A tab needs another one right behind it."
                        + " Add one, or remove “tab”.");
    }

    @Test
    void two_tabs_of_one_language_are_named() throws IOException {
        checkout.chapter("sockets", 1, "```c tab\n```\n\n```c tab\n```");
        assertThat(checkout.problems())
                .isEqualTo("docs/notes/sockets.md:7: Two tabs side by side are called C."
                        + " Put text between them, or make one block of them.");
    }
}
