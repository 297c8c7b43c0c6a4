package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DisruptionPagesTest extends BrowserTest {
    /** For what works out scope anew. */
    private static final LocatorAssertions.ContainsTextOptions LONG =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void whoeverHasNeverSeenItClosesAVenueAndAcceptsARePlan() {
        StoredPlan published = given().plan(given().dataSet(), PlanState.PUBLISHED);
        signIn(Role.PLANNER);
        go("/programmes/" + published.dataSetId() + "/disruptions");
        assertThat(page().locator("main")).containsText("Nothing is open");
        looksRight("disruptions-none");

        link("Record a disruption");
        looksRight("disruptions-kinds");
        link("A venue is closed");
        page().getByLabel("Venue").selectOption("LAMBETH");
        page().getByLabel("First day").fill("2025-05-19");
        page().getByLabel("Last day").fill("2025-05-23");
        page().getByLabel("Judged as on").fill("2025-05-12");
        button("What would this break?");
        assertThat(page().locator("#preview")).containsText("Bookings broken", LONG);
        looksRight("disruptions-preview");
        button("Record it");

        assertThat(page().locator("#messages"))
                .containsText("Recorded. A venue is closed: Lambeth, Mon 19 May 2025 to Fri 23 May 2025.");
        assertThat(page().locator("#effect")).containsText("People hit", LONG);
        looksRight("disruptions-effect");
        button("Work out the options");

        page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Side by side"))
                .waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        assertThat(page().locator(".option-card")).hasCount(3);
        looksRight("replan-options");
        page().getByLabel("What changes: Least disturbance").click();
        assertThat(page().locator("#list")).containsText(Pattern.compile("Venue closed|No booking changes"));
        looksRight("replan-changes");
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Who must be told"))
                .click();
        assertThat(page().locator("main")).containsText("do not send them yet");
        looksRight("replan-messages");
        link("Accept …");
        page().getByLabel("Note for the record").fill("Agreed in the weekly meeting.");
        looksRight("replan-accept");
        button("Accept and publish");

        assertThat(page().locator("#messages")).containsText("Accepted. The plan is published");
        assertThat(page().locator("main")).containsText("The accepted option is the published plan");
        looksRight("replan-accepted");
        link("The published plan");
        assertThat(page()).hasURL(Pattern.compile("/plans/plan-"));
    }

    private void link(String name) {
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private void button(String name) {
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
