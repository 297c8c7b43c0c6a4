package io.muster.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The one browser of a JVM: the Chromium that is installed on the machine, so that nothing is downloaded. */
final class Chromium {
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static Playwright playwright;
    private static Browser browser;

    private Chromium() {}

    /** {@return the browser, started when it is first asked for} */
    static synchronized Browser browser() {
        if (browser == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installed())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> playwright.close(), "browser-end"));
        }
        return browser;
    }

    private static Path installed() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("MUSTER_CHROMIUM")).filter(Objects::nonNull), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The tests of the pages need Chromium. Install it (Debian: apt-get install chromium),"
                                + " or name it in MUSTER_CHROMIUM."));
    }
}
