package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlanPagesTest extends BrowserTest {
    private static final double SOLVE_MILLIS = 60_000;

    @Test
    void aPlanIsStartedByKeyboardWatchedAndStoppedWithItsBest() {
        Revision revision = given().dataSet();
        signIn(Role.PLANNER);
        go("/programmes/" + revision.dataSetId() + "/plans");
        assertThat(page().locator("main")).containsText("No plan yet");
        looksRight("plans-none");
        tabTo("#name");
        page().keyboard().type("First try");
        tabTo("#minutes");
        page().keyboard().type("60");
        page().keyboard().press("Tab");
        page().keyboard().type("7");
        page().keyboard().press("Enter");

        assertThat(page().locator("h1")).containsText("First try");
        assertThat(page().locator("#booked")).hasText(Pattern.compile("1,[0-9]{3}"), patiently());
        assertThat(page().locator("#cost-chart svg path").first()).isAttached();
        assertThat(page().locator("#scores tr").first()).containsText("£");
        looksRight("solving");
        page().getByText("Stop and keep the best plan").click();

        assertThat(page().locator("h1 .badge"))
                .hasText("Draft", new LocatorAssertions.HasTextOptions().setTimeout(SOLVE_MILLIS));
        assertThat(page().locator("#went-words")).containsText("The first plan was there after");
        assertThat(page().locator(".facts")).containsText(Objects.requireNonNull(revision.inputHash()));
        assertThat(page().locator(".facts")).containsText("1 h");
        assertThat(page().locator(".cost-table tfoot")).containsText("£");
        looksRight("plan");
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SOLVE_MILLIS);
    }

    @Test
    void plansAreComparedSideBySide() {
        Revision revision = given().dataSet();
        StoredPlan one = given().plan(revision, PlanState.DRAFT);
        given().plan(revision, PlanState.PUBLISHED);
        signIn(Role.GOVERNANCE);
        go("/programmes/" + revision.dataSetId() + "/plans");
        assertThat(page().getByText("Start solving")).hasCount(0);
        looksRight("plans");
        Locator choices = page().locator("input[name=plan]");
        choices.first().check();
        page().getByText("Compare those chosen").click();
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("Choose two to four plans");

        page().goBack();
        choices.nth(0).check();
        choices.nth(1).focus();
        page().keyboard().press("Space");
        page().getByText("Compare those chosen").click();

        assertThat(page().locator(".compare-table thead a")).hasCount(2);
        assertThat(page().locator(".compare-table"))
                .containsText(String.format("%,d of %,d", one.booked(), one.requirements()));
        assertThat(page().locator(".compare-table")).containsText("Abstraction");
        looksRight("compare");
    }

    @Test
    void onlyADraftIsDiscardedAndOnlyWhenItIsMeant() {
        Revision revision = given().dataSet();
        StoredPlan plan = given().plan(revision, PlanState.DRAFT);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id());
        AtomicBoolean isMeant = new AtomicBoolean();
        page().onDialog(question -> {
            if (isMeant.get()) {
                question.accept();
            } else {
                question.dismiss();
            }
        });
        page().getByText("Discard this draft").click();
        assertThat(page().locator("h1 .badge")).hasText("Draft");

        isMeant.set(true);
        page().getByText("Discard this draft").click();

        assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("was discarded");
        page().getByLabel("State").selectOption("DISCARDED");
        assertThat(page()).hasURL(Pattern.compile("state=DISCARDED"));
        page().locator("#list tbody a").first().click();
        assertThat(page().locator("main")).containsText("This draft was discarded.");
        assertThat(page().getByText("Discard this draft")).hasCount(0);
    }
}
