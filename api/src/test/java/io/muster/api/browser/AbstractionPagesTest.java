package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import org.junit.jupiter.api.Test;

class AbstractionPagesTest extends BrowserTest {

    @Test
    void eachCellSaysHowManyAreAwayOfHowManyMayBe() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id() + "/abstraction?month=2025-03&bcu=AW");

        assertThat(page().locator("h1")).hasText("Abstraction, March 2025");
        Locator cells = page().locator("#heat tbody tr").first().locator("td");
        assertThat(cells).hasCount(6);
        // 28 March: P6. 31 March: the parade halves the ceiling of two, and P6 has the place.
        assertThat(cells.nth(4)).hasText("1/2");
        assertThat(cells.nth(5)).hasText("1/1");
        assertThat(cells.nth(5)).hasClass(java.util.regex.Pattern.compile("shade-full.*event"));
        assertThat(page().locator("#heat tfoot td").nth(5)).hasText("1/1");
        assertThat(page().locator(".event-list")).containsText("50% of the ceiling Parade, Mon 31 Mar, BCU:AW");
    }

    @Test
    void withoutAChoiceTheFirstBcuIsShownAndAMonthLooksRight() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.PUBLISHED);
        signIn(Role.AUDITOR);
        go("/plans/" + plan.id() + "/abstraction?month=2025-05");

        assertThat(page().locator("#heat tbody tr").first()).isVisible();
        assertThat(page().locator(".event-list")).containsText("VE Day");
        looksRight("abstraction");
        page().getByLabel("Show as").selectOption("list");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page().locator("#teams tbody tr").first()).isVisible();
        looksRight("abstraction-list");
    }

    @Test
    void byKeyboardOneGoesFromDayToDayAndOpensOne() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id() + "/abstraction?month=2025-03&bcu=AS");
        tabTo("#heat td a");
        for (int presses = 0; presses < 4; presses++) {
            page().keyboard().press("ArrowRight");
        }
        page().keyboard().press("Enter");

        Locator day = page().locator("dialog[open]");
        assertThat(day.locator("h2").first()).hasText("Camden Response, Fri 28 Mar 2025");
        assertThat(day).containsText("2 people away for training; 3 may be: 1 left.");
        assertThat(day.locator("tbody tr").first()).containsText("P1");
        assertThat(day.locator("tbody tr").nth(1)).containsText("P2");
        looksRight("abstraction-day");
        page().keyboard().press("Escape");
        page().keyboard().press("ArrowDown");
        page().keyboard().press("End");
        assertThat(page().locator("#heat td a:focus"))
                .hasAttribute("href", "/plans/" + plan.id() + "/abstraction/CN-B/2025-03-31");
    }

    @Test
    void aDeskSeesItsOwnTeamsOnly() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.BCU_RESOURCING);
        go("/plans/" + plan.id() + "/abstraction?bcu=AW&function=&q=");

        assertThat(page().locator(".empty-state")).containsText("No team fits");
        looksRight("abstraction-empty");
        go("/plans/" + plan.id() + "/abstraction");
        assertThat(page().locator("#heat tbody tr")).hasCount(2);
        go("/plans/" + plan.id() + "/abstraction/AW-A/2025-03-31");
        assertThat(page().locator("h1")).hasText("Not found");
    }
}
