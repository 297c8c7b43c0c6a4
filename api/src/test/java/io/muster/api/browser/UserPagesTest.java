package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.muster.api.service.access.Role;
import org.junit.jupiter.api.Test;

class UserPagesTest extends BrowserTest {

    @Test
    void aUserIsAddedByKeyboardChangedAndKeptOut() {
        signIn(Role.ADMINISTRATOR);
        go("/users?role=TRAINER");
        assertThat(page().locator("#users tbody tr")).hasCount(1);
        assertThat(page().locator("#users")).containsText("trainer T1");
        tabTo("#new-id");
        page().keyboard().type("pat.page");
        page().keyboard().press("Tab");
        page().keyboard().type("Pat Page");
        page().keyboard().press("Tab");
        page().keyboard().type(PASSWORD);
        tabTo("#role-planner");
        page().keyboard().press("Space");
        page().keyboard().press("Enter");

        assertThat(page().locator("#messages")).containsText("Pat Page was added, and signs in as pat.page.");
        looksRight("users");
        page().locator("a[href='/users/pat.page']").click();
        assertThat(page().locator("#role-planner")).isChecked();
        looksRight("user");
        page().locator("#role-auditor").check();
        page().locator("#enabled").uncheck();
        page().getByText("Save").click();

        assertThat(page().locator("#messages")).containsText("They may not sign in any more.");
        go("/users?name=pat.page");
        Locator row = page().locator("#users tbody tr");
        assertThat(row).containsText("Planner, Auditor");
        assertThat(row).containsText("✕ Disabled");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        signIn(Role.ADMINISTRATOR);
        go("/users");
        page().locator("#new-id").fill("desk.page");
        page().locator("#new-name").fill("Desk Page");
        page().locator("#role-bcu_resourcing").check();
        page().locator("section button").click();

        assertThat(page().locator("main [role=alert]")).containsText("needs a bcu");
        signOut();
        signIn(Role.PLANNER);
        go("/users");
        assertThat(page().locator("h1")).hasText("Not allowed");
    }

    private void signOut() {
        page().context().clearCookies();
    }
}
