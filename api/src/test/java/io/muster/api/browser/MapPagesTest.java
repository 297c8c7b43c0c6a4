package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import org.junit.jupiter.api.Test;

class MapPagesTest extends BrowserTest {

    @Test
    void theTableSaysWhoTravelsHowFar() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id() + "/map");

        // P1 twice and P2 twice at their base; P3 one kilometre and a bit to South House: 15 + 3 * 1.3 minutes.
        Locator rows = page().locator("#flows tbody tr");
        assertThat(rows.nth(0))
                .hasText(java.util.regex.Pattern.compile("AS\\s*North House\\s*2\\s*4\\s*0\\.0\\s*0\\s*0"));
        assertThat(rows.nth(2))
                .hasText(java.util.regex.Pattern.compile("AS\\s*South House\\s*1\\s*1\\s*19\\.0\\s*19\\s*0"));
        assertThat(page().locator("#map .base-mark")).hasCount(2);
        page().getByLabel("From BCU").selectOption("AW");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .press("Enter");
        assertThat(page().locator("#flows tbody th").first()).hasText("AW");
    }

    @Test
    void aMapLooksRight() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.PUBLISHED);
        signIn(Role.AUDITOR);
        go("/plans/" + plan.id() + "/map");

        assertThat(page().locator("#map path").first()).isVisible();
        assertThat(page().locator("#lengths svg")).isVisible();
        looksRight("map");
    }
}
