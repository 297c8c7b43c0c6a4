package io.muster.api.browser;

import com.microsoft.playwright.Page;
import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A test of pages in a real browser, against the same service as all tests. */
@Tag("browser")
abstract class BrowserTest extends ServiceTest {
    private static final int PATIENCE_MILLIS = 15_000;

    private Tab tab;

    @BeforeEach
    final void open() {
        tab = new Tab(url(), PATIENCE_MILLIS, Path.of("target", "pages"));
    }

    @AfterEach
    final void close() {
        tab.close();
    }

    /** {@return the browser's page} */
    final Page page() {
        return tab.page();
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
        tab.signIn(userId, password);
    }

    /**
     * Goes to a page as somebody who follows a link.
     *
     * @param path its path
     */
    final void go(String path) {
        tab.page().navigate(path);
    }

    /**
     * Checks the page that is open against WCAG 2.2 AA, in light and dark, and keeps a picture of it under
     * {@code target/pages}.
     *
     * @param name name of the picture
     */
    final void looksRight(String name) {
        tab.looksRight(name);
    }

    /** Goes from element to element with the tab key until one is reached. */
    final void tabTo(String selector) {
        for (int presses = 0; presses < 200; presses++) {
            page().keyboard().press("Tab");
            if (Boolean.TRUE.equals(page().evaluate("s => document.activeElement?.matches(s) ?? false", selector))) {
                return;
            }
        }
        throw new AssertionError("Nobody gets to " + selector + " by keyboard.");
    }
}
