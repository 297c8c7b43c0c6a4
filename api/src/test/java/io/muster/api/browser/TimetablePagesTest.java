package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.muster.api.service.support.SmallPlan.MONDAY_IN_MARCH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TimetablePagesTest extends BrowserTest {

    private Locator item(String sessionId) {
        return page().locator("#timeline .session[data-session='" + sessionId + "']");
    }

    @Test
    void aWeekIsShownAsATimelineAndAsATable() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.PUBLISHED);
        signIn(Role.AUDITOR);
        go("/plans/" + plan.id() + "/timetable?from=2025-05-14");

        assertThat(page().locator("h1")).hasText("Timetable, Mon 12 May to Sun 18 May 2025");
        assertThat(page().locator("#timeline .session").first()).isVisible();
        looksRight("timetable");
        page().getByLabel("Show as").selectOption("table");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page().locator("#sessions tbody tr").first()).containsText("Mon 12 May, 09:00–12:30");
        looksRight("timetable-table");
    }

    @Test
    void aSessionDraggedToAnotherTimeShowsWhatItBreaksAndCostsAndStaysUntilThatIsConfirmed() {
        StoredPlan plan = small().add(PlanState.DRAFT);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id() + "/timetable?from=2025-03-31");
        Locator session = item(MONDAY_IN_MARCH);
        assertThat(session).containsText("2/4");
        // To hover waits until the timeline stands still.
        session.hover();
        BoundingBox box = session.boundingBox();
        // Every day is as wide as two slots and the break between them: Monday afternoon to Tuesday afternoon.
        double day = page().locator("#timeline .vis-panel.vis-center").boundingBox().width / 5;
        page().mouse().down();
        page().mouse().move(box.x + box.width / 2 + day, box.y + box.height / 2, new Mouse.MoveOptions().setSteps(20));
        page().mouse().up();

        Locator answer = page().locator("dialog[open]");
        assertThat(answer).containsText("Every hard rule is kept.");
        assertThat(answer.locator(".change-list")).containsText("Tue 1 Apr, 13:30, North House R1, T1");
        looksRight("timetable-weigh");
        answer.getByText("Leave it as it is").click();
        assertThat(answer).hasCount(0);
        assertThat(page()).hasURL(Pattern.compile(".*/plans/" + plan.id() + "/timetable.*"));
    }

    @Test
    void byKeyboardASessionIsMovedByFormAndTheMoveIsUndone() {
        StoredPlan plan = small().add(PlanState.DRAFT);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id() + "/timetable?from=2025-03-31");
        assertThat(item(MONDAY_IN_MARCH)).isVisible();
        tabTo("#timeline .session");
        AtomicInteger asked = new AtomicInteger();
        page().onRequest(request -> asked.addAndGet(request.url().contains("/timetable/") ? 1 : 0));
        page().keyboard().press("Enter");
        assertThat(page().locator("#details h2").first()).hasText("Domestic abuse");
        // Details that came a second time would undo what is typed into the first.
        Assertions.assertThat(asked).hasValue(1);
        tabTo("#details summary");
        page().keyboard().press("Enter");
        page().getByLabel("Day").fill("2025-04-02");
        page().getByLabel("Begins").selectOption("AM");
        looksRight("timetable-details");
        page().getByLabel("Begins").press("Enter");
        page().getByText("See what it breaks and costs").press("Enter");
        Locator answer = page().locator("dialog[open]");
        assertThat(answer).containsText("Every hard rule is kept.");
        answer.getByLabel("Why, for the record").fill("The venue asked for it");
        page().keyboard().press("Enter");

        assertThat(page().locator("#messages")).containsText("new draft");
        assertThat(item("2025-04-02-AM-R1")).containsText("2/4");
        page().getByText("Undo the last decision").click();
        assertThat(page().locator("#messages")).containsText("taken back");
        assertThat(item(MONDAY_IN_MARCH)).containsText("2/4");
    }

    @Test
    void whatBreaksARuleIsSaidAndCannotBeDone() {
        StoredPlan plan = small().add(PlanState.DRAFT);
        signIn(Role.PLANNER);
        // On 31 March P2 is on leave, and the parade leaves AW one place, which P6 has already.
        go("/plans/" + plan.id() + "/weigh?session=2025-03-28-AM-R1&date=2025-03-31&slot=AM");

        assertThat(page().locator(".alert-danger")).containsText("This breaks hard rules and cannot be done.");
        assertThat(page().locator("main")).containsText("H06");
        assertThat(page().getByLabel("Why, for the record")).hasCount(0);
        looksRight("weigh-refused");
        go("/plans/" + plan.id() + "/weigh?session=2025-03-28-AM-R1&date=2025-03-29&slot=AM");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("no training day");
    }

    @Test
    void everybodyInASessionIsPinned() {
        StoredPlan plan = small().add(PlanState.DRAFT);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id() + "/timetable/" + MONDAY_IN_MARCH);
        assertThat(page().locator("main")).containsText("2 of 4 seats booked, 2 free; 0 pinned.");
        page().getByText("Pin them all here").click();
        page().getByLabel("Why, for the record").fill("Promised");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do it"))
                .click();

        go(page().url().replaceFirst("/timetable.*", "/timetable/" + MONDAY_IN_MARCH));
        assertThat(page().locator("main")).containsText("2 pinned.");
    }

    @Test
    void aWeekWithoutSessionsSaysWhereTheFirstOnesAre() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.LEARNING);
        go("/plans/" + plan.id() + "/timetable?from=2025-06-02");

        assertThat(page().locator(".empty-state")).containsText("Nothing runs");
        page().getByText("To the first week with sessions").click();
        assertThat(item("2025-03-28-AM-R1")).isVisible();
    }
}
