package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import org.junit.jupiter.api.Test;

class SignInPagesTest extends BrowserTest {

    @Test
    void whoeverFollowsALinkSignsInByKeyboardAndIsLedThere() {
        go("/account?x=1");
        assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
        looksRight("sign-in");
        page().keyboard().type("auditor");
        page().keyboard().press("Tab");
        page().keyboard().type(PASSWORD);
        page().keyboard().press("Enter");

        assertThat(page()).hasURL(url() + "/account?x=1");
        assertThat(page().locator("dl")).containsText("Auditor");
        looksRight("account");
    }

    @Test
    void aWrongPasswordIsToldAndNothingElse() {
        go("/sign-in?to=//evil.example/");
        page().getByLabel("User").fill("auditor");
        page().getByLabel("Password").fill("wrong");
        page().locator("main button").click();

        assertThat(page().getByRole(AriaRole.ALERT)).containsText("User or password is wrong");
        assertThat(page().locator("input[name=to]")).hasValue("/");
        assertThat(page().getByLabel("User")).hasValue("auditor");
    }

    @Test
    void whoSignsOutIsOut() {
        signIn(Role.AUDITOR);
        go("/account");
        page().getByText("Sign out").click();

        assertThat(page()).hasURL(url() + "/sign-in");
        go("/account");
        assertThat(page().getByLabel("Password")).isVisible();
    }

    @Test
    void theColoursChosenAreKept() {
        signIn(Role.AUDITOR);
        go("/account");
        Locator button = page().locator("#theme-switch");
        assertThat(button).hasText("Dark");
        button.click();
        page().reload();

        assertThat(page().locator("html")).hasAttribute("data-bs-theme", "dark");
        assertThat(button).hasText("Light");
    }
}
