package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuditPagesTest extends BrowserTest {

    @Test
    void anAuditorFindsWhoReadWhatAndVerifiesTheChain() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        StoredPlan draft = small().add(PlanState.DRAFT);
        signIn(Role.AUDITOR);
        go("/plans/" + draft.id() + "/differences?from=" + draft.id());
        go("/audit");
        tabTo("#user");
        page().keyboard().type("auditor");
        tabTo("#subject");
        page().keyboard().type("/plans/" + draft.id());
        page().keyboard().press("Enter");

        assertThat(page().locator("#entries tbody tr")).hasCount(1);
        assertThat(page().locator("#entries tbody")).containsText("PERSONAL_DATA_READ");
        assertThat(page()).hasURL(Pattern.compile("user=auditor"));
        looksRight("audit");
        page().getByText("Verify the chain").click();
        assertThat(page().locator(".alert-success")).containsText("The trail is whole.");
        go("/audit?subject=plan/" + plan.id() + "-not");
        assertThat(page().locator(".empty-state")).containsText("No entry is like that");
    }

    @Test
    void nobodyElseReadsIt() {
        signIn(Role.PLANNER);
        go("/audit");

        assertThat(page().locator("h1")).hasText("Not allowed");
    }
}
