package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.muster.api.service.support.SmallPlan.FRIDAY_IN_OCTOBER;
import static io.muster.api.service.support.SmallPlan.MONDAY_IN_MARCH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import org.junit.jupiter.api.Test;

/** Pages of a team, a session and a trainer. */
class TeamPagesTest extends BrowserTest {

    @Test
    void aTeamsPageHasItsDaysItsLedgerAndItsPeople() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.PLANNER);
        go("/plans/" + plan + "/teams/AW-A");
        assertThat(figure("Booked")).containsText("3 of 6 requirements");
        assertThat(page().locator("#team-chart svg")).isVisible();
        assertThat(page().getByText("Its training adds")).isVisible();
        page().getByText("Figures as a table").focus();
        page().keyboard().press("Enter");
        // The parade leaves one place, and P6 has it.
        Locator parade = page().locator("#team-days tr[data-date='2025-03-31']");
        assertThat(parade).containsText("Full");
        parade.locator("a").focus();
        page().keyboard().press("Enter");
        assertThat(page().locator("#day-title")).hasText("Training on Mon 31 Mar 2025");
        assertThat(page().locator("#day-title + ul")).containsText("P6, 13:30 to 17:00, Domestic abuse, North House");
        assertThat(page().getByText("Its training adds")).isVisible();
        looksRight("team");
    }

    @Test
    void aDeskDoesNotSeeAnotherBcusTeam() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.BCU_RESOURCING);
        go("/plans/" + plan + "/teams/AW-A");
        assertThat(page().locator("main")).containsText("Not found");
    }

    @Test
    void aSessionsPageTellsWhoComesWhatItCostsAndWhoCouldCome() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.PLANNER);
        go("/plans/" + plan + "/sessions/" + MONDAY_IN_MARCH);
        assertThat(figure("Seats taken")).containsText("2 of 4");
        assertThat(page().locator("section[aria-labelledby=class-title] tbody tr"))
                .hasCount(2);
        assertThat(page().locator("section[aria-labelledby=cost-title]")).containsText("Room +£10.00");
        page().getByText("Who could fill them").click();
        assertThat(page().locator("#candidates")).containsText("3 unbooked people could come");
        looksRight("session");
        page().locator("#candidates")
                .getByText("Try", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page().locator("main")).containsText("It keeps every rule");
    }

    @Test
    void aSessionThatIsFullOffersNoSeatsAndADeskSeesItsOwnOnTheList() {
        String plan = small().add(PlanState.PUBLISHED).id();
        signIn(Role.BCU_RESOURCING);
        go("/plans/" + plan + "/sessions/" + FRIDAY_IN_OCTOBER);
        assertThat(page().locator("main")).containsText("1 person of another BCU is booked as well.");
        assertThat(page().locator("section[aria-labelledby=class-title] tbody")).containsText("P3");
        assertThat(page().locator("#free-title")).hasCount(0);
        assertThat(page().getByText("Attendance", new Page.GetByTextOptions().setExact(true)))
                .hasAttribute("href", "/plans/" + plan + "/sessions/" + FRIDAY_IN_OCTOBER + "/attendance");
    }

    @Test
    void aTrainersPageHasTheirProgrammeAndUse() {
        String plan = small().add(PlanState.DRAFT).id();
        signIn(Role.LEARNING);
        go("/plans/" + plan + "/trainers/T1");
        assertThat(figure("Sessions")).containsText("2");
        assertThat(page().locator("section[aria-labelledby=programme-title] tbody tr"))
                .hasCount(2);
        assertThat(page().locator("section[aria-labelledby=use-title]")).containsText("of their days are used");
        looksRight("trainer");
    }

    private Locator figure(String name) {
        return page().locator(".figure-card:has(dt:text-is('" + name + "'))");
    }

    @Test
    void aTrainerSeesTheirClassesDayByDayWithNamesOnly() {
        var plan = small().add(PlanState.PUBLISHED);
        signIn(Role.TRAINER);
        go("/my-classes?when=ALL&dataSet=" + plan.dataSetId());
        assertThat(page().locator("main h2")).hasText(new String[] {"Fri 28 Mar 2025", "Mon 31 Mar 2025"});
        Locator first = page().locator("article").first();
        assertThat(first.locator("li")).hasText(new String[] {"P1", "P2", "P6"});
        assertThat(page().locator("main")).not().containsText("Camden");
        assertThat(page().getByText("Calendar (.ics)"))
                .hasAttribute("href", "/v1/data-sets/" + plan.dataSetId() + "/calendars/trainers/T1.ics");
        looksRight("my-classes");
        first.getByText("Children").focus();
        page().keyboard().press("Enter");
        assertThat(page().locator("h1")).containsText("Children");
        assertThat(page().locator(".names li")).hasCount(3);
        assertThat(page().locator("#cost-title")).hasCount(0);

        // A session of somebody else is not theirs to see.
        go("/plans/" + plan.id() + "/sessions/" + FRIDAY_IN_OCTOBER);
        assertThat(page().locator("main")).containsText("Not found");
        go("/my-classes?when=PAST&dataSet=" + given().dataSet().dataSetId());
        assertThat(page().locator("main")).containsText("No class yet");
    }

    @Test
    void aDeskSeesWhoGoesWhenWhatTeamsMaySpareAndWhatToRecord() {
        var plan = small().add(PlanState.PUBLISHED);
        signIn(Role.BCU_RESOURCING);
        go("/desk?dataSet=" + plan.dataSetId() + "&week=2025-03-24");
        assertThat(page().locator("h1")).hasText("BCU AS");
        assertThat(figure("Booked")).containsText("7 of 15 requirements");
        assertThat(page().locator("#list tbody tr")).hasCount(2);
        assertThat(page().locator("#list")).not().containsText("P6");
        assertThat(page().locator("section[aria-labelledby=away-title] tbody tr"))
                .hasCount(2);
        assertThat(page().locator("section[aria-labelledby=attendance-title]"))
                .containsText("Fri 28 Mar 2025, 09:00, Children 2 people of yours");
        assertThat(page().getByText("Record a disruption"))
                .hasAttribute("href", "/programmes/" + plan.dataSetId() + "/disruptions");
        looksRight("desk");
        page().getByText("Week after").focus();
        page().keyboard().press("Enter");
        assertThat(page().locator("#when-title")).containsText("Mon 31 Mar to Sun 6 Apr 2025");
        assertThat(page().locator("#list tbody tr")).hasCount(3);
        page().locator(".reasons a", new Page.LocatorOptions().setHasText("Tue 1 Apr"))
                .click();
        assertThat(page().locator("#list tbody tr")).hasCount(2);
        go("/desk?dataSet=" + plan.dataSetId() + "&week=2025-06-02");
        assertThat(page().locator("#list")).containsText("Nobody goes.");
    }

    @Test
    void aPublishedPlansPeopleHaveACalendarAndAHistoryAndAreLookedAtFromADay() {
        var plan = small().add(PlanState.PUBLISHED);
        signIn(Role.PLANNER);
        go("/plans/" + plan.id() + "/people/P1");
        assertThat(page().getByText("Calendar (.ics)"))
                .hasAttribute("href", "/v1/data-sets/" + plan.dataSetId() + "/calendars/people/P1.ics");
        go("/plans/" + plan.id() + "/decisions/try?kind=CANCEL&staffId=P1&moduleId=C");
        assertThat(page().locator("main")).containsText("Unbooked");
        page().getByLabel("Look at it from this day").fill("2025-03-20");
        page().getByText("Again", new Page.GetByTextOptions().setExact(true)).click();
        // Eight days before, the booking is frozen.
        assertThat(page().locator(".alert-danger")).containsText("H18");
    }
}
