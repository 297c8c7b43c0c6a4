package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import org.junit.jupiter.api.Test;

class NavigationTest extends BrowserTest {

    @Test
    void aLinkThatLeadsNowhereIsToldOnAPage() {
        signIn(Role.PLANNER);
        go("/no-such-page");

        assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Not found")))
                .isVisible();
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("There is no page at this address");
    }

    @Test
    void theSkipLinkIsTheFirstStopOfTheKeyboardAndLeadsToTheContent() {
        signIn(Role.AUDITOR);
        go("/account");
        page().keyboard().press("Tab");
        assertThat(page().getByText("Skip to the content")).isFocused();
        page().keyboard().press("Enter");
        page().keyboard().press("Tab");

        assertThat(page().getByLabel("Current password")).isFocused();
    }
}
