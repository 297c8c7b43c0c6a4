package io.muster.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A test of pages in a real browser, against the same service as all tests. After each test there must have been no error in
 * the browser's console and no answer of the kind 5xx.
 */
@Tag("browser")
abstract class BrowserTest extends ServiceTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final int PATIENCE_MILLIS = 15_000;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private BrowserContext context;
    private Page page;
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    final void open() {
        context = Chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(url())
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(error -> faults.add("script: " + error));
        page.onConsoleMessage(message -> {
            // A refused request is told in the console too; tests look at what the page says of it.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add("console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                faults.add(response.status() + " " + response.url());
            }
        });
    }

    @AfterEach
    final void close() {
        context.close();
        assertThat(faults).as("faults in the browser").isEmpty();
    }

    /** {@return the browser's page} */
    final Page page() {
        return page;
    }

    /**
     * Signs in as the user of a role.
     *
     * @param role the role
     */
    final void signIn(Role role) {
        signIn(role.name().toLowerCase(Locale.ROOT), PASSWORD);
    }

    /**
     * Signs in.
     *
     * @param userId who
     * @param password their password
     */
    final void signIn(String userId, String password) {
        var answer = context.request()
                .post(
                        url() + "/v1/session",
                        RequestOptions.create().setData(Map.of("userId", userId, "password", password)));
        assertThat(answer.status()).isEqualTo(200);
    }

    /**
     * Goes to a page as somebody who follows a link.
     *
     * @param path its path
     */
    final void go(String path) {
        page.navigate(path);
    }

    /**
     * Checks the page that is open against WCAG 2.2 AA, in light and dark, and keeps a picture of it under
     * {@code target/pages}.
     *
     * @param name name of the picture
     */
    final void looksRight(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            String theme = scheme.name().toLowerCase(Locale.ROOT);
            page.evaluate(
                    "theme => { document.documentElement.dataset.bsTheme = theme;"
                            + " document.dispatchEvent(new Event('muster:theme')); }",
                    theme);
            assertThat(violations()).as("accessibility of %s, %s", name, theme).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "pages", name + "-" + theme + ".png")));
        }
    }

    private Map<String, String> violations() {
        Map<String, String> found = new TreeMap<>();
        for (Rule rule : new AxeBuilder(page).withTags(WCAG).analyze().getViolations()) {
            found.put(
                    rule.getId() + ": " + rule.getHelp(),
                    rule.getNodes().stream()
                            .map(node -> node.getHtml() + " " + node.getFailureSummary())
                            .limit(5)
                            .collect(Collectors.joining("\n")));
        }
        return found;
    }

    /** Goes from element to element with the tab key until one is reached. */
    final void tabTo(String selector) {
        for (int presses = 0; presses < 200; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement?.matches(s) ?? false", selector))) {
                return;
            }
        }
        throw new AssertionError("Nobody gets to " + selector + " by keyboard.");
    }
}
