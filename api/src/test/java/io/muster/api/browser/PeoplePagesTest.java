package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PeoplePagesTest extends BrowserTest {

    @Test
    void oneBoxFindsPeopleTeamsAndSessions() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.PLANNER);
        go("/plans/" + plan + "/people");
        assertThat(page().locator("#list h2")).hasText("7 people");
        assertThat(row("P7")).containsText("Highest");

        page().getByLabel("Search a person, team or session").fill("camden");
        assertThat(page().locator("#list")).containsText("2 teams");
        assertThat(page().locator("#list")).containsText("5 people");
        assertThat(page()).hasURL(Pattern.compile(".*q=camden.*"));
        page().getByLabel("Search a person, team or session").fill("2025-10-27");
        assertThat(page().locator(".found-too")).containsText("1 session");
        assertThat(page().locator(".found-too")).containsText("Domestic abuse");
        assertThat(page().locator("#list")).containsText("No person fits");

        go("/plans/" + plan + "/people?sort=-unbooked&bcu=AS");
        assertThat(page().locator("#list h2")).hasText("5 people");
        assertThat(page().locator("thead th[aria-sort=descending]")).containsText("Unbooked");
        assertThat(page().locator("tbody th").first()).hasText("P5");
        assertThat(page().locator("#filter-team option")).hasCount(3);
        looksRight("people");
    }

    @Test
    void aPersonsPageTellsWhyAndWhatWouldBookIt() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.LEARNING);
        go("/plans/" + plan + "/people/P7");
        assertThat(page().locator("h1")).containsText("P7");
        Locator why = page().locator("#why-D");
        assertThat(why).containsText("What would book it");
        why.getByText("What stands in the way").click();
        assertThat(why.locator("tbody").first()).containsText("H12");
        assertThat(page().locator("#why-C")).containsText("It adds");
        // Who does not plan reads and does not decide.
        assertThat(page().getByText("Cancel", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        assertThat(page().locator("section").filter(new Locator.FilterOptions().setHasText("History")))
                .containsText("No version of the plan was published yet");
        looksRight("person");
    }

    @Test
    void aDecisionIsTriedTakenWithAReasonAndUndone() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.PLANNER);
        go("/plans/" + plan + "/people/P3");
        // The cheapest place for what is unbooked, by keyboard alone.
        page().locator("#why-D").getByText("Show the cheapest").click();
        assertThat(page().locator("#why-D table").first()).containsText("Fri 24 Oct 2025");
        page().locator("#why-D a", new Page.LocatorOptions().setHasText("Try"))
                .first()
                .focus();
        page().keyboard().press("Enter");
        assertThat(page().locator("h1")).hasText("Try a decision");
        assertThat(page().locator("main")).containsText("It keeps every rule");
        assertThat(page().locator("main")).containsText("-1");
        looksRight("decision-try");
        page().getByLabel("Why, for the record").fill("Asked for by the team");
        page().keyboard().press("Tab");
        page().keyboard().press("Enter");

        assertThat(page().locator("#messages")).containsText("Done, in a new draft");
        assertThat(page().locator("main .alert")).containsText("Asked for by the team");
        assertThat(page().locator("#bookings-title + div")).containsText("Domestic abuse");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(page().locator("#messages")).containsText("Undone");
        assertThat(page().locator("#bookings-title + div")).not().containsText("Domestic abuse");
    }

    @Test
    void aDecisionThatBreaksARuleIsRefusedWithTheRule() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.PLANNER);
        go("/plans/" + plan + "/people/P4");
        page().locator("#why-C").getByLabel("Any session of Children on").fill("2025-10-24");
        page().locator("#why-C")
                .getByLabel("Show sessions of Children on that day")
                .click();
        page().locator("#why-C")
                .getByText("Try", new Locator.GetByTextOptions().setExact(true))
                .click();

        // Two seats, both taken.
        assertThat(page().locator(".alert-danger")).containsText("H04");
        assertThat(page().getByText("Do it, in a new draft")).hasCount(0);
        looksRight("decision-refused");
    }

    @Test
    void aDeskSeesItsOwnPeopleAndNobodyElse() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.BCU_RESOURCING);
        go("/plans/" + plan + "/people");
        assertThat(page().locator("#list h2")).hasText("5 people");
        go("/plans/" + plan + "/people/P6");
        assertThat(page().locator("main")).containsText("Not found");
    }

    @Test
    void theWorkListIsFilteredCountedAndToldWhatWouldHelp() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.PLANNER);
        go("/plans/" + plan + "/unbooked?function=ERPT&priority=2");
        assertThat(page().locator("#list h2")).hasText("2 unbooked requirements");
        assertThat(page().locator("tbody tr").first()).containsText("P7");
        page().locator("tbody tr").first().getByText("Find").click();
        assertThat(page().locator("tbody tr").first()).containsText("Nothing has to give way");
        page().getByText("Choose one").click();
        assertThat(page().locator("#why-D")).isFocused();

        go("/plans/" + plan + "/unbooked");
        assertThat(page().locator(".reasons")).containsText("No session 6");
        page().getByText("Seat left").first().click();
        assertThat(page().locator("#list h2")).hasText("5 unbooked requirements");
        page().getByLabel("Find the smallest relaxation of each row").check();
        assertThat(page().locator("tbody tr").first()).containsText("Nothing has to give way");
        looksRight("unbooked");
        page().getByLabel("Module").selectOption("C");
        assertThat(page().locator("#list")).containsText("Nothing unbooked fits");
    }

    private Locator row(String staffId) {
        return page().locator("tbody tr", new Page.LocatorOptions().setHasText(staffId));
    }
}
