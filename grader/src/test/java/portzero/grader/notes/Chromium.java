package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A browser without a window. Needs chromium and chromedriver; a test without them is skipped, or fails if
 * PORTZERO_REQUIRE says {@code browser}.
 */
final class Chromium implements AutoCloseable {
    /** Far beyond what anything takes, the largest page under axe on a busy machine included. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** It would say at each start that it knows this browser's protocol only in part; all that is used here is stable. */
    private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        PROTOCOL.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Chromium open() {
        return start(Map.of());
    }

    static Chromium withoutJavaScript() {
        return start(Map.of("profile.managed_default_content_settings.javascript", 2));
    }

    private static Chromium start(Map<String, Integer> preferences) {
        var browser = onPath(NAMES);
        var driver = onPath(List.of("chromedriver"));
        var required = Optional.ofNullable(System.getenv("PORTZERO_REQUIRE"))
                .orElse("")
                .contains("browser");
        assumeTrue(required || (browser.isPresent() && driver.isPresent()), "no chromium and chromedriver on the PATH");
        assertThat(browser).as("chromium on the PATH").isPresent();
        assertThat(driver).as("chromedriver on the PATH").isPresent();
        var options = new ChromeOptions()
                .setBinary(browser.orElseThrow().toFile())
                .addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
                .setExperimentalOption("prefs", preferences);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        var chromium = new Chromium(new ChromeDriver(service, options));
        chromium.driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
        chromium.command("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        return chromium;
    }

    Chromium wide(int width) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
        return this;
    }

    Chromium dark(boolean dark) {
        var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
        return this;
    }

    void allow(String origin, String... permissions) {
        command("Browser.grantPermissions", Map.of("origin", origin, "permissions", List.of(permissions)));
    }

    void go(Object address) {
        driver.get(address.toString());
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The text of all elements that match and can be seen. */
    List<String> texts(String css) {
        return all(css).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    /** How many elements match and take up room that can be seen; asked once for all of them, and so quick. */
    long visible(String css) {
        return (Long) Objects.requireNonNull(run("""
                return [...document.querySelectorAll(arguments[0])].filter(element => {
                  const box = element.getBoundingClientRect();
                  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
                    && box.width > 0 && box.height > 0;
                }).length""", css));
    }

    /** Presses keys, for whatever has the focus. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void tab() {
        press(Keys.TAB);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    @Nullable
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script that ends by calling its last argument. */
    @Nullable
    Object await(String script) {
        return driver.executeAsyncScript(script);
    }

    void until(Supplier<Boolean> holds) {
        new WebDriverWait(driver, PATIENCE).until(ignored -> holds.get());
    }

    @Override
    public void close() {
        driver.quit();
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    private static Optional<Path> onPath(List<String> names) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .flatMap(place -> names.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
