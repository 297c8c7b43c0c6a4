package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import java.nio.charset.StandardCharsets;
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
        page().getByText("More settings").click();
        page().getByLabel("Seconds for each search").fill("1");
        button("Work out the options");

        page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Side by side"))
                .waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        assertThat(page().locator(".option-card")).hasCount(3);
        looksRight("replan-options");
        page().getByLabel("What changes: Least disturbance").click();
        assertThat(page().locator("#list")).containsText(Pattern.compile("Venue closed|No booking moves"));
        looksRight("replan-changes");
        link("New places");
        assertThat(page().locator("#list")).containsText("Lambeth");
        looksRight("replan-places");
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

    @Test
    void whoeverIsAwayIsFoundByKeyboard() {
        StoredPlan published = small().add(PlanState.PUBLISHED);
        signIn(Role.PLANNER);
        go("/programmes/" + published.dataSetId() + "/disruptions/new?kind=STAFF_ABSENT");
        tabTo("#find-subject");
        page().keyboard().type("p2 camden");
        assertThat(page().locator("#found-subject")).containsText("1 match. Choose one.");
        assertThat(page().locator("#found-subject")).containsText("P2 (PC, Camden Response)");
        tabTo("#found-subject input");
        page().keyboard().press("Space");
        page().getByLabel("Away from").fill("2025-03-28T08:00");
        page().getByLabel("Back from").fill("2025-03-29T08:00");
        looksRight("disruptions-person");
        tabTo("#disruption button.btn-primary");
        page().keyboard().press("Enter");

        assertThat(page().locator("#messages"))
                .containsText("Somebody is away: P2, Fri 28 Mar 2025, 08:00 to Sat 29 Mar 2025, 08:00");
        assertThat(page().locator("#effect dl")).containsText("1 of 10 from that day on", LONG);
        page().locator("#broken summary").click();
        assertThat(page().locator("#list tbody tr")).hasCount(1);
        assertThat(page().locator("#list tbody tr")).containsText("Children");
    }

    @Test
    void aFileWithErrorsIsRefusedWithRowAndColumnAndTheFormTellsThemAtItsFields() {
        StoredPlan published = small().add(PlanState.PUBLISHED);
        String base = "/programmes/" + published.dataSetId() + "/disruptions";
        signIn(Role.PLANNER);
        go(base + "/import");
        page().setInputFiles(
                        "#file", new FilePayload("disruptions.csv", "text/csv", """
                        disruption,kind,subject,from,to,value,note
                        d1,ROOM_CLOSED,R1,2025-03-31,2025-03-31,,
                        d2,ROOM_CLOSED,R9,2025-03-31,2025-03-30,,
                        """.getBytes(StandardCharsets.UTF_8)));
        button("Import it");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("Nothing of disruptions.csv was recorded: it has 2");
        Locator rows = page().getByLabel("Issues").locator("tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText("3");
        assertThat(rows.first()).containsText("subject");
        looksRight("disruptions-issues");

        go(base + "/new?kind=ROOM_CAPACITY&subject=R1&from=2025-03-31&to=2025-03-30&value=1");
        button("Record it");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("Nothing is recorded yet");
        assertThat(page().locator("#to.is-invalid")).isVisible();
        assertThat(page().getByLabel("Room")).hasValue("R1");
        looksRight("disruptions-form-wrong");
    }

    @Test
    void whatIsWithdrawnCanBeRecordedAgain() {
        StoredPlan published = small().add(PlanState.PUBLISHED);
        String base = "/programmes/" + published.dataSetId() + "/disruptions";
        signIn(Role.LEARNING);
        go(base + "/new?kind=TRAINER_ABSENT&subject=T1&from=2025-03-28&to=2025-03-28&note=M-17");
        button("Record it");
        assertThat(page().locator("main")).containsText("A planner makes the re-plan from here.");
        go(base);
        assertThat(page().locator("#list tbody tr")).containsText("T1");
        looksRight("disruptions-list");
        page().onDialog(Dialog::accept);
        page().getByLabel("Withdraw: A trainer is away").click();

        assertThat(page().locator("#messages")).containsText("Withdrawn.");
        assertThat(page().locator("#list")).containsText("Nothing is open");
        page().getByLabel("State").selectOption("WITHDRAWN");
        assertThat(page().locator("#list tbody tr")).containsText("M-17");
        page().getByLabel("Record again: A trainer is away").click();
        assertThat(page().getByLabel("Trainer", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("T1");
        assertThat(page().getByLabel("First day")).hasValue("2025-03-28");
        assertThat(page().getByLabel("Note")).hasValue("M-17");
    }

    @Test
    void aDeskRecordsWhatHappensToItsOwnPeopleOnly() {
        StoredPlan published = small().add(PlanState.PUBLISHED);
        String base = "/programmes/" + published.dataSetId() + "/disruptions";
        signIn(Role.BCU_RESOURCING);
        go(base + "/new");
        assertThat(page().locator(".kind")).hasCount(5);
        link("Somebody leaves");
        assertThat(page().locator("#found-subject")).containsText("5 matches");
        page().locator("#find-subject").fill("westminster");
        assertThat(page().locator("#found-subject")).containsText("Nothing found");
    }

    @Test
    void withoutAPublishedPlanThePageSaysWhatToDo() {
        StoredPlan draft = small().add(PlanState.DRAFT);
        signIn(Role.AUDITOR);
        go("/programmes/" + draft.dataSetId() + "/disruptions");
        assertThat(page().locator(".empty-state")).containsText("No plan is published yet");
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
