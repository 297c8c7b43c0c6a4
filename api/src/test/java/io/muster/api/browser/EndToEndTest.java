package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.muster.api.service.support.ServiceProcess;
import io.muster.api.service.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole way of somebody who has never seen Muster, from {@code ./muster serve} on an empty folder to the printed report,
 * with nothing but the pages. The Maven profile {@code nightly} goes it at full size, from the packaged program; {@code
 * docs/pictures.sh} keeps its pictures.
 */
@Tag("browser")
class EndToEndTest {
    private static final int PEOPLE = Integer.getInteger("muster.e2e.people", 1_000);
    private static final String MINUTES = System.getProperty("muster.e2e.minutes", "0.05");
    private static final Path PICTURES = Path.of(System.getProperty("muster.e2e.pictures", "target/pages/end-to-end"));
    private static final @Nullable String LAUNCHER = System.getProperty("muster.e2e.launcher");
    private static final Pattern FIRST_SIGN_IN = Pattern.compile("user and password\\): (\\S+) (\\S+)");
    private static final String PASSWORD = "a planner's own words";
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int SLOW_MILLIS = 600_000;
    private static final LocatorAssertions.IsVisibleOptions SLOW =
            new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW_MILLIS);

    private Page page;

    @Test
    void whoeverHasNeverSeenItPlansAProgrammeRepairsItAndPrintsTheReport() throws Exception {
        Path home = TestDatabase.home();
        try (ServiceProcess service = start(home);
                Tab tab = new Tab(service.url(), PATIENCE_MILLIS, PICTURES)) {
            page = tab.page();
            page.onDialog(Dialog::accept);

            // The address is told after the first password.
            String first = String.join("\n", service.output());
            Matcher signIn = FIRST_SIGN_IN.matcher(first);
            assertThat(signIn.find()).as(first).isTrue();
            page.navigate("/");
            signInAs(signIn.group(1), signIn.group(2));
            makeAPlanner();
            signInAs("pat", PASSWORD);

            loadTheDemoProgramme(tab);
            solve(tab);
            findOutWhySomebodyIsUnbooked(tab);
            publish(tab);
            closeAVenue(tab);
            acceptARePlan(tab);
            printTheReport(tab);
        }
    }

    private static ServiceProcess start(Path home) {
        return LAUNCHER == null
                ? ServiceProcess.start(home, Map.of(), "")
                : ServiceProcess.launch(Path.of(LAUNCHER), home);
    }

    private void signInAs(String userId, String password) {
        page.getByLabel("User", new Page.GetByLabelOptions().setExact(true)).fill(userId);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("Sign in");
        assertThat(page.getByText("Sign out")).isVisible();
    }

    private void makeAPlanner() {
        link("Users");
        page.getByLabel("Signs in as").fill("pat");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Pat Planner");
        page.getByLabel("First password").fill(PASSWORD);
        page.getByLabel("Planner:").check();
        button("Add");
        assertThat(page.locator("#users")).containsText("Pat Planner");
        button("Sign out");
    }

    private void loadTheDemoProgramme(Tab tab) {
        page.navigate("/");
        assertThat(page.locator("main")).containsText("There is no programme yet");
        page.getByLabel("People", new Page.GetByLabelOptions().setExact(true)).fill(String.valueOf(PEOPLE));
        button("Make it");
        assertThat(page.getByText("The data is ready; nothing is planned yet")).isVisible(SLOW);
        tab.picture("data-ready");
    }

    private void solve(Tab tab) {
        link("Solve it");
        page.getByLabel("Time limit, minutes").fill(MINUTES);
        button("Start solving");
        assertThat(page.locator("#cost")).containsText("£", slow());
        if (PEOPLE >= 10_000) {
            // Small programmes are solved before their bound and cost by line were looked at.
            assertThat(page.locator("#lines-chart svg")).isVisible(SLOW);
            assertThat(page.locator("#bound-words")).containsText("above it", slow());
        }
        tab.picture("solving");
        assertThat(page.locator("header .badge"))
                .hasText("Draft", new LocatorAssertions.HasTextOptions().setTimeout(SLOW_MILLIS));
        tab.picture("plan");
        link("At a glance");
        assertThat(page.locator("#completion-chart svg")).isVisible(SLOW);
        tab.picture("home");
        for (String name : new String[] {"Abstraction", "Timetable", "Map"}) {
            link(name);
            assertThat(page.locator("h1")).containsText(name);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            tab.picture(name.toLowerCase(Locale.ROOT));
        }
    }

    private void findOutWhySomebodyIsUnbooked(Tab tab) {
        link("Unbooked");
        page.locator("#list tbody th a").first().click();
        assertThat(page.locator("main")).containsText("What would book it", slow());
        tab.picture("person");
    }

    private void publish(Tab tab) {
        link("Publish");
        assertThat(page.locator("#checklist form")).isVisible(SLOW);
        for (Locator box : page.locator("#checklist input[type=checkbox]").all()) {
            box.check();
        }
        page.getByLabel("Note for those who come after").fill("Agreed with the federation.");
        tab.picture("publish");
        button("Publish this plan");
        assertThat(page.locator("header .badge")).hasText("Published");
    }

    private void closeAVenue(Tab tab) {
        link("Disruptions");
        link("Record a disruption");
        page.getByText("A venue is closed").click();
        page.getByLabel("Venue").selectOption("LAMBETH");
        page.getByLabel("First day").fill("2025-05-19");
        page.getByLabel("Last day").fill("2025-05-21");
        page.getByLabel("Judged as on").fill("2025-05-12");
        button("Record it");
        assertThat(page.locator("#effect")).containsText("People hit", slow());
        tab.picture("disruption");
    }

    private void acceptARePlan(Tab tab) {
        button("Work out the options");
        assertThat(heading("Side by side")).isVisible(SLOW);
        tab.picture("replan");
        page.getByLabel("Accept: Least disturbance").click();
        page.getByLabel("Note for the record").fill("The least trouble for everybody.");
        button("Accept and publish");
        assertThat(page.locator("#messages")).containsText("The plan is published", slow());
        link("The published plan");
    }

    private void printTheReport(Tab tab) throws Exception {
        link("Oversight report");
        assertThat(page.locator("h1")).containsText("Oversight");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        tab.picture("oversight");
        byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4"));
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("oversight.pdf"), printed);
        assertThat(new String(printed, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(printed.length).isGreaterThan(20_000);
    }

    private static LocatorAssertions.ContainsTextOptions slow() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW_MILLIS);
    }

    private Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void link(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
