package io.muster.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A tab of the browser, with cookies of its own. When it is closed there must have been no error in the browser's console and
 * no answer of the kind 5xx.
 */
final class Tab implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final String url;
    private final Path pictures;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    /**
     * Opens it.
     *
     * @param url where the service is
     * @param patienceMillis how long to wait for what is expected
     * @param pictures where pictures of pages are kept
     */
    Tab(String url, int patienceMillis, Path pictures) {
        this.url = url;
        this.pictures = pictures;
        context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(url)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(patienceMillis);
        PlaywrightAssertions.setDefaultAssertionTimeout(patienceMillis);
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

    /** {@return the page} */
    Page page() {
        return page;
    }

    /**
     * Signs in without the sign-in page.
     *
     * @param userId who
     * @param password their password
     */
    void signIn(String userId, String password) {
        var answer = context.request()
                .post(
                        url + "/v1/session",
                        RequestOptions.create().setData(Map.of("userId", userId, "password", password)));
        assertThat(answer.status()).isEqualTo(200);
    }

    /**
     * Checks the page that is open against WCAG 2.2 AA, its contrasts in light and dark, and keeps pictures of it.
     *
     * @param name name of the pictures
     */
    void looksRight(String name) {
        wear(ColorScheme.DARK);
        assertThat(violations(new AxeBuilder(page).withRules(List.of("color-contrast"))))
                .as("contrasts of %s in the dark", name)
                .isEmpty();
        picture(name + "-dark");
        wear(ColorScheme.LIGHT);
        assertThat(violations(new AxeBuilder(page).withTags(WCAG)))
                .as("accessibility of %s", name)
                .isEmpty();
        picture(name + "-light");
    }

    /**
     * Keeps a picture of the page that is open.
     *
     * @param name name of the picture
     */
    void picture(String name) {
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(pictures.resolve(name + ".png")));
    }

    private void wear(ColorScheme scheme) {
        page.evaluate(
                "theme => { document.documentElement.dataset.bsTheme = theme;"
                        + " document.dispatchEvent(new Event('muster:theme')); }",
                scheme.name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> violations(AxeBuilder axe) {
        Map<String, String> found = new TreeMap<>();
        for (Rule rule : axe.analyze().getViolations()) {
            found.put(
                    rule.getId() + ": " + rule.getHelp(),
                    rule.getNodes().stream()
                            .map(node -> node.getHtml() + " " + node.getFailureSummary())
                            .limit(5)
                            .collect(Collectors.joining("\n")));
        }
        return found;
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).as("faults in the browser").isEmpty();
    }
}
