package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import portzero.grader.notes.server.NotesServer;

/** What a reader can do on a page, from the keyboard where that is the harder way. */
@Tag("slow")
@Tag("same-on-every-jdk")
class InteractionTest {
    @TempDir
    private static Path folder;

    private static Chromium browser;
    private static NotesServer server;
    private static Path site;

    @BeforeAll
    static void openBrowser() throws Exception {
        browser = Chromium.open();
        var checkout = Checkout.in(folder);
        InteractivePages.write(checkout);
        NotesSite.render(checkout.home(), checkout.out());
        site = checkout.out();
        server = NotesServer.start(site, 0);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void forgetChoices() {
        browser.wide(1280).dark(false);
        open("index.html");
        browser.run("localStorage.clear()");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void search_is_driven_from_the_keyboard_with_a_server_and_without(boolean served) {
        browser.go(served ? server.address() : site.resolve("index.html").toUri());
        browser.press("/");
        assertThat(browser.focused().getDomAttribute("type")).isEqualTo("search");
        browser.press("partial_reads");
        browser.until(() -> !browser.all(".results a").isEmpty());
        assertThat(browser.texts(".results a strong")).startsWith("Partial reads");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.focused().getDomProperty("href")).endsWith("tcp.html#partial-reads");
        browser.press(Keys.ESCAPE);
        assertThat(browser.texts(".results a")).isEmpty();
        browser.press(Keys.chord(Keys.CONTROL, "a"), "zzz");
        assertThat(browser.texts(".results li")).containsExactly("Nothing found. Try fewer or shorter words.");
        browser.press(Keys.chord(Keys.CONTROL, "a"), "partial reads", Keys.ENTER);
        browser.until(() -> browser.address().endsWith("tcp.html#partial-reads"));
    }

    @Test
    void tabs_follow_the_arrows_and_the_choice_holds_on_other_pages() {
        open("sockets.html");
        assertThat(browser.texts(".tab pre")).containsExactly("int java;");
        browser.find("[role=tab][aria-selected=true]").sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.texts(".tab pre")).containsExactly("int c;");
        assertThat(browser.focused().getText()).isEqualTo("C");
        browser.press(Keys.END);
        assertThat(browser.texts(".tab pre")).containsExactly("python");
        browser.press(Keys.ARROW_RIGHT);
        assertThat(browser.focused().getText()).isEqualTo("Java");
        browser.press(Keys.ARROW_LEFT);
        open("tcp.html");
        assertThat(browser.texts(".tab pre")).containsExactly("python");
    }

    @Test
    void the_theme_follows_the_system_until_one_is_chosen() {
        browser.dark(true);
        open("tcp.html");
        var dark = background();
        browser.find("button.theme").click();
        var light = background();
        assertThat(light).isNotEqualTo(dark);
        open("sockets.html");
        assertThat(background()).isEqualTo(light);
        browser.find("button.theme").click();
        assertThat(background()).isEqualTo(dark);
        assertThat(browser.find("button.theme").getText()).isEqualTo("Dark");
    }

    @Test
    void the_list_of_sections_is_folded_on_a_phone_until_it_is_opened() {
        open("tcp.html");
        assertThat(sectionsAreSeen()).isTrue();
        browser.wide(360);
        open("tcp.html");
        assertThat(sectionsAreSeen()).isFalse();
        browser.find(".toc summary").click();
        assertThat(sectionsAreSeen()).isTrue();
    }

    private static boolean sectionsAreSeen() {
        return Boolean.TRUE.equals(browser.run("return document.querySelector('.toc a').checkVisibility()"));
    }

    @Test
    void code_is_copied_as_it_is() {
        var origin = server.address().toString().replaceFirst("/$", "");
        browser.allow(origin, "clipboardReadWrite", "clipboardSanitizedWrite");
        open("sockets.html");
        browser.run("document.querySelector('.copy').click()");
        browser.until(() -> browser.find(".copy").getText().equals("Copied"));
        assertThat(browser.await("navigator.clipboard.readText().then(arguments[0], arguments[0])"))
                .isEqualTo("int java;");
    }

    @Test
    void a_choice_is_judged_and_explained() {
        open("quiz.html");
        var choice = ".quiz[data-quiz=choice] ";
        check(choice);
        assertThat(verdict(choice)).isEqualTo("Choose one.");
        browser.find(choice + "label").click();
        check(choice);
        assertThat(verdict(choice)).isEqualTo("Not yet. Try another, or open the answer.");
        assertThat(browser.texts(choice + "details p")).isEmpty();
        browser.find(choice + "input:checked").sendKeys(Keys.ARROW_DOWN);
        check(choice);
        assertThat(verdict(choice)).isEqualTo("Right. The explanation is below.");
        assertThat(browser.texts(choice + "details p")).containsExactly("Because of choice.");
    }

    @Test
    void steps_are_put_into_order_from_the_keyboard() {
        open("quiz.html");
        var order = ".quiz[data-quiz=order] ";
        check(order);
        assertThat(verdict(order)).startsWith("Not yet: ");
        for (var pass = 0; pass < 3; pass++) {
            for (var step : List.of("one", "two", "three")) {
                var at = browser.texts(order + "ol.steps .step").indexOf(step);
                for (; at < List.of("one", "two", "three").indexOf(step); at++) {
                    browser.find(order + "[aria-label='Move down: " + step + "']")
                            .sendKeys(Keys.ENTER);
                }
            }
        }
        assertThat(browser.texts(order + "ol.steps .step")).containsExactly("one", "two", "three");
        check(order);
        assertThat(verdict(order)).isEqualTo("Right. The explanation is below.");
    }

    @Test
    void a_prediction_is_compared_with_what_was_recorded() {
        open("quiz.html");
        var predict = ".quiz[data-quiz=predict] ";
        browser.find(predict + "textarea").sendKeys("<b> and co");
        check(predict);
        assertThat(verdict(predict)).isEqualTo("It prints something else from line 1 on. See below.");
        assertThat(browser.texts(predict + "details pre")).containsExactly("<b> & co");
        browser.find(predict + "textarea").clear();
        browser.find(predict + "textarea").sendKeys("<b>  & co");
        check(predict);
        assertThat(verdict(predict)).isEqualTo("Right, to the letter.");
    }

    @Test
    void a_term_shows_its_definition_to_mouse_and_keyboard_until_escape() {
        open("sockets.html");
        browser.run("document.querySelector('a.term').focus()");
        assertThat(browser.texts(".popup")).containsExactly("A number.");
        browser.press(Keys.ESCAPE);
        assertThat(browser.texts(".popup")).isEmpty();
        assertThat(browser.find("a.term").getAccessibleName()).isEqualTo("port");
        browser.run("document.querySelector('a.term').dispatchEvent(new MouseEvent('mouseenter'))");
        assertThat(browser.texts(".popup")).containsExactly("A number.");
    }

    @Test
    void states_are_stepped_through_and_back() {
        open("states.html");
        assertThat(browser.texts(".now")).containsExactly("UP");
        browser.find(".ways button").sendKeys(Keys.ENTER);
        assertThat(browser.texts(".now")).containsExactly("DOWN");
        assertThat(browser.texts(".where")).containsExactly("The connection is in DOWN.");
        assertThat(browser.texts(".trail li")).containsExactly("close: DOWN");
        browser.find(".walk .act button").click();
        assertThat(browser.texts(".now")).containsExactly("UP");
    }

    @Test
    void an_old_link_goes_on_to_where_the_section_is_now() {
        open("sockets.html#old");
        browser.until(() -> browser.address().endsWith("tcp.html#partial-reads"));
        open("gone.html#partial-reads");
        browser.until(() -> browser.address().endsWith("tcp.html#partial-reads"));
    }

    @Test
    void pages_that_were_left_hold_no_connection() {
        for (int page = 0; page < 10; page++) { // a browser opens six connections to a server at most
            open("tcp.html?" + page);
        }
        browser.run("document.querySelector('a[href=\"sockets.html\"]').click()");
        browser.until(() -> browser.address().endsWith("sockets.html"));
    }

    @Test
    void the_first_stop_of_the_tab_key_skips_to_the_text() {
        open("tcp.html");
        browser.tab();
        assertThat(browser.focused().getText()).isEqualTo("Skip to the text");
        browser.press(Keys.ENTER);
        assertThat(browser.address()).endsWith("#main");
        browser.tab();
        assertThat(browser.run("return document.querySelector('main').contains(document.activeElement)"))
                .isEqualTo(true);
    }

    private static void open(String page) {
        browser.go(server.address().resolve(page));
    }

    private static Object background() {
        return String.valueOf(browser.run("return getComputedStyle(document.body).backgroundColor"));
    }

    private static void check(String quiz) {
        browser.find(quiz + ".check").click();
    }

    private static String verdict(String quiz) {
        return browser.find(quiz + ".verdict").getText();
    }
}
