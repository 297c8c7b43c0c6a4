package io.muster.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.support.Given;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class DataPagesTest extends BrowserTest {

    @Test
    void theIssuesOfAnUploadAreSteppedThroughByKeyboardWithTheCellsOfTheirRows() throws IOException {
        signIn(Role.LEARNING);
        go("/programmes");
        byte[] zip = changed((name, text) -> switch (name) {
            case "rooms.csv" -> text.replaceFirst("\\n([^,]*,[^,]*),\\d+,", "\n$1,-5,");
            case "teams.csv" -> text.replaceFirst("\\n([^,]*,[^,]*,[^,]*,[^,]*),[^,]*,", "\n$1,91,");
            default -> text;
        });
        page().setInputFiles("#upload-files", new FilePayload("autumn.zip", "application/zip", zip));
        page().locator("#upload button").click();

        assertThat(page().locator("h1")).hasText("autumn");
        page().getByText("Step through them").click();
        assertThat(page().locator("h1")).hasText("Issues of revision 1");
        Locator issues = page().locator("#issues tbody tr");
        assertThat(issues).hasCount(2);
        assertThat(issues.first()).containsText("teams.csv");
        looksRight("issues");
        issues.first().getByRole(AriaRole.LINK).click();
        assertThat(page().locator("h1")).hasText("Issue 1 of 2");
        assertThat(page().locator(".wrong-cell")).containsText("lat");
        assertThat(page().locator(".wrong-cell")).containsText("91");
        tabTo("#next");
        page().keyboard().press("Enter");

        assertThat(page().locator("h1")).hasText("Issue 2 of 2");
        assertThat(page().locator(".wrong-cell")).containsText("capacity");
        assertThat(page().locator(".wrong-cell")).containsText("-5");
        looksRight("issue");
        go(page().url() + "?file=teams.csv");
        assertThat(page().locator("h1")).hasText("Not found");
    }

    @Test
    void aRevisionSaysWhatChangedRowByRow() {
        String dataSetId = small().add(PlanState.DRAFT).dataSetId();
        as(Role.PLANNER)
                .patch()
                .uri("/v1/data-sets/" + dataSetId + "/revisions/1?note=Urgent")
                .contentType(MediaType.parseMediaType("application/json-patch+json"))
                .headers(headers -> headers.setIfMatch("\"1\""))
                .body("[{\"op\": \"replace\", \"path\": \"/staff/P1/priority\", \"value\": \"2\"},"
                        + " {\"op\": \"replace\", \"path\": \"/rooms/R1/capacity\", \"value\": \"6\"}]")
                .retrieve()
                .toBodilessEntity();
        signIn(Role.PLANNER);
        go("/programmes/" + dataSetId + "/data");
        assertThat(page().locator("tbody tr").first()).containsText("Ready");
        looksRight("data");
        page().locator("a[href$='/data/2/changes']").click();

        assertThat(page().locator("h1")).hasText("What changed in revision 2");
        Locator rows = page().locator("#changed tbody").last().locator("tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText(Pattern.compile("P1\\s*~ Changed\\s*priority:\\s*0 → 2"));
        looksRight("changes");
        page().locator("#file").selectOption("rooms.csv");
        assertThat(rows).hasCount(1);
        assertThat(rows.first()).containsText(Pattern.compile("capacity:\\s*4 → 6"));
        assertThat(page()).hasURL(Pattern.compile("file=rooms.csv"));
    }

    @Test
    void rowsAreFoundAndSortedAndADeskSeesItsOwnBcuOnly() {
        String dataSetId = small().add(PlanState.DRAFT).dataSetId();
        signIn(Role.BCU_RESOURCING);
        go("/programmes/" + dataSetId + "/data/1/rows/staff?sort=-staff");
        Locator rows = page().locator("#rows tbody tr");
        assertThat(rows).hasCount(5);
        assertThat(rows.first()).containsText("P5");
        assertThat(page().locator("th[aria-sort=descending]")).hasText("staff ▼");
        looksRight("rows");
        page().locator("#filter").fill("sergeant");

        assertThat(rows).hasCount(1);
        assertThat(rows.first()).containsText("P3");
        go("/programmes/" + dataSetId + "/data/1/issues");
        assertThat(page().locator("h1")).hasText("Not allowed");
    }

    @Test
    void aRevisionWithoutIssuesSaysSo() {
        signIn(Role.AUDITOR);
        go("/programmes/" + small().add(PlanState.DRAFT).dataSetId() + "/data/1/issues");

        assertThat(page().locator(".empty-state")).containsText("Nothing is wrong with this revision");
    }

    /** The data set of 300 people with other texts in its files. */
    private static byte[] changed(BinaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(Given.dataSetZip()));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(change.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
