package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.SmallPlan;
import org.junit.jupiter.api.Test;

class AttendancePagesTest extends BrowserTest {

    @Test
    void aClassIsMarkedByKeyboardAndWhoMissedItIsBookedAgain() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.LEARNING);
        go("/plans/" + plan.id() + "/attendance");
        assertThat(page().locator("main")).containsText("4 sessions on 4 days still lack attendance");
        assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Mon 27 Oct 2025")))
                .isVisible();
        looksRight("attendance-day");
        page().getByText("Fri 28 Mar 2025").click();
        page().getByText("Take attendance").click();
        assertThat(page().locator("#count")).hasText("0 attended, 0 did not, 3 not marked");

        tabTo("#yes-P1");
        page().keyboard().press("a");
        page().keyboard().press("n");
        page().keyboard().press("a");
        assertThat(page().locator("#count")).hasText("2 attended, 1 did not, 0 not marked");
        looksRight("attendance-session");
        page().keyboard().press("Enter");

        assertThat(page().locator("#messages")).containsText("Saved: 2 attended, 1 did not.");
        assertThat(page().locator("#no-P2")).isChecked();
        go("/programmes/" + plan.dataSetId() + "/disruptions");
        assertThat(page().locator("#list tbody tr")).containsText("Somebody did not attend");
        assertThat(page().locator("#list tbody tr")).containsText("P2");
        go("/plans/" + plan.id() + "/attendance?date=2025-03-28");
        assertThat(page().locator(".empty-state")).containsText("Attendance of all 1 session of this day is recorded.");
    }

    @Test
    void aTrainerMarksTheirOwnClassInOneClick() {
        StoredPlan plan = small().add(PlanState.PUBLISHED);
        signIn(Role.TRAINER);
        go("/plans/" + plan.id() + "/attendance");
        assertThat(page().locator("main")).containsText("2 sessions on 2 days still lack attendance");
        go("/plans/" + plan.id() + "/sessions/" + SmallPlan.MONDAY_IN_MARCH + "/attendance");
        assertThat(page().locator("thead th")).hasCount(3);
        page().getByText("All 2 attended").click();
        assertThat(page().locator("#messages")).containsText("Saved: 2 attended, 0 did not.");
        Locator marks = page().locator("input[value=yes]:checked");
        assertThat(marks).hasCount(2);

        go("/plans/" + plan.id() + "/sessions/" + SmallPlan.MONDAY_IN_OCTOBER + "/attendance");
        assertThat(page().getByRole(AriaRole.HEADING).first()).hasText("Not found");
    }

    @Test
    void ofAPlanThatDoesNotHoldNoAttendanceIsTaken() {
        StoredPlan draft = small().add(PlanState.DRAFT);
        signIn(Role.PLANNER);
        go("/plans/" + draft.id() + "/attendance");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("Attendance is of the plan that holds");
    }
}
