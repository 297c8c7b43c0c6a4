package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublishPagesTest extends BrowserTest {
    @Autowired
    private Plans plans;

    @Test
    void aDraftIsPublishedOnceEachPointIsAcknowledged() {
        Revision revision = given().dataSet();
        StoredPlan former = given().plan(revision, PlanState.PUBLISHED);
        StoredPlan draft = given().plan(revision, PlanState.DRAFT);
        signIn(Role.PLANNER);
        go("/plans/" + draft.id() + "/publish");
        assertThat(page().locator(".checklist > li")).hasCount(11);
        assertThat(page().locator(".checklist")).containsText("Requirements without a booking");
        looksRight("publish");
        page().onDialog(Dialog::accept);
        page().locator("#note").fill("Agreed in the weekly meeting");
        page().getByText("Publish this plan").click();
        assertThat(page().locator(".checklist")).isVisible();

        while (page().locator("input[name=acknowledged]:not(:checked)").count() > 0) {
            page().locator("input[name=acknowledged]:not(:checked)").first().focus();
            page().keyboard().press("Space");
        }
        page().getByText("Publish this plan").click();

        assertThat(page().locator("#messages")).containsText("Published as version 1");
        assertThat(page().locator("#publications")).containsText("Agreed in the weekly meeting");
        assertThat(page().locator("#publications")).containsText("Holds");
        looksRight("published");
        go("/plans/" + former.id() + "/publish");
        assertThat(page().locator("main")).containsText("This plan held once; a later one does now.");
    }

    @Test
    void whoIsTooLateSeesTheChecklistAsItIsNow() {
        StoredPlan draft = given().plan(given().dataSet(), PlanState.DRAFT);
        signIn(Role.PLANNER);
        go("/plans/" + draft.id() + "/publish");
        assertThat(page().locator(".checklist")).isVisible();
        for (var box : page().locator("input[name=acknowledged]").all()) {
            box.check();
        }
        page().locator("input[name=version]").evaluate("field => { field.value = 17; }");
        page().onDialog(Dialog::accept);
        page().getByText("Publish this plan").click();

        assertThat(page().getByRole(AriaRole.ALERT)).containsText("Somebody has changed it since you read it");
        org.assertj.core.api.Assertions.assertThat(plans.get(draft.id()).state())
                .isEqualTo(PlanState.DRAFT);
    }

    @Test
    void whatDiffersIsShownByPartAndPersonAndWhereNothingIsSaidSo() {
        Revision revision = given().dataSet();
        StoredPlan one = given().plan(revision, PlanState.PUBLISHED);
        StoredPlan other = given().plan(revision, PlanState.DRAFT);
        signIn(Role.AUDITOR);
        go("/plans/" + other.id() + "/differences");

        assertThat(page().locator("#from")).hasValue(one.id());
        assertThat(page().locator("main")).containsText("The two plans have the same bookings.");
        assertThat(page().locator("#people")).containsText("Nobody has another booking.");
        assertThat(page().locator("main")).containsText("Another place only");
        looksRight("differences");
        StoredPlan lonely = given().plan(given().dataSet(), PlanState.DRAFT);
        go("/plans/" + lonely.id() + "/differences");
        assertThat(page().locator(".empty-state")).containsText("There is nothing to compare with");
    }
}
