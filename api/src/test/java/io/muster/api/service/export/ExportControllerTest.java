package io.muster.api.service.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.job.JobState;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import io.muster.data.model.DataSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExportControllerTest extends ServiceTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LivePlans livePlans;

    private StoredPlan published() {
        Revision revision = given().dataSet();
        StoredPlan plan = given().plan(revision, PlanState.PUBLISHED);
        jdbc.sql("insert into publication (data_set_id, number, plan_id, note, published_at, published_by)"
                        + " values (?, 1, ?, '', ?, 'planner')")
                .params(plan.dataSetId(), plan.id(), Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .update();
        return plan;
    }

    private ResponseEntity<byte[]> get(Role role, String path) {
        return as(role).get().uri(path).retrieve().toEntity(byte[].class);
    }

    private static byte[] body(ResponseEntity<byte[]> answer) {
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        return Objects.requireNonNull(answer.getBody());
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(body(answer), StandardCharsets.UTF_8);
    }

    @Test
    void tablesAreWrittenAsCsvAndAsWorkbooks() throws Exception {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.DRAFT);
        String exports = "/v1/plans/" + plan.id() + "/exports/";
        int bookings = livePlans.get(plan.id()).plan().bookings().size();

        ResponseEntity<byte[]> csv = get(Role.PLANNER, exports + "bookings.csv");
        ResponseEntity<byte[]> oversight = get(Role.GOVERNANCE, exports + "oversight.xlsx");

        assertThat(text(csv).lines()).hasSize(bookings + 1);
        assertThat(csv.getHeaders().getContentType()).isEqualTo(MediaType.parseMediaType("text/csv;charset=utf-8"));
        assertThat(csv.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).contains("bookings.csv");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(body(oversight)))) {
            assertThat(workbook.getSheets().map(Sheet::getName)).containsExactlyElementsOf(OversightTables.PARTS);
        }
        for (String name :
                new String[] {"sessions", "unbooked", "scope", "changes", "duty-management", "abstraction"}) {
            assertThat(body(get(Role.AUDITOR, exports + name + ".xlsx"))).startsWith('P', 'K');
        }
        assertThat(text(get(Role.GOVERNANCE, exports + "abstraction-public.csv")))
                .startsWith("Month,BCU,");
        assertThat(text(get(Role.GOVERNANCE, exports + "equality.csv"))).startsWith("attribute,value,");
        assertThat(text(get(Role.GOVERNANCE, exports + "oversight-money.csv"))).startsWith("financial_year,");
    }

    @Test
    void whatIsNoTableIsNotFound() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.DRAFT);
        String exports = "/v1/plans/" + plan.id() + "/exports/";

        assertThat(get(Role.PLANNER, exports + "secrets.csv").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Role.PLANNER, exports + "bookings.pdf").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Role.PLANNER, exports + "oversight-secrets.csv").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void calendarsComeFromWhatIsPublished() throws Exception {
        StoredPlan plan = published();
        DataSet dataSet = livePlans.get(plan.id()).dataSet();
        String person = livePlans.get(plan.id()).plan().bookings().get(0).staffId();
        String room = dataSet.rooms().get(0).id();
        String trainer = dataSet.trainers().get(0).id();
        String calendars = "/v1/plans/" + plan.id() + "/exports/calendars";

        ResponseEntity<byte[]> ofPlan = get(Role.PLANNER, calendars + "/people/" + person + ".ics");
        ResponseEntity<byte[]> ofDataSet =
                get(Role.PLANNER, "/v1/data-sets/" + plan.dataSetId() + "/calendars/people/" + person + ".ics");

        assertThat(text(ofPlan)).contains("BEGIN:VEVENT", "METHOD:PUBLISH", "TZID:Europe/London");
        assertThat(ofPlan.getHeaders().getContentType())
                .isEqualTo(MediaType.parseMediaType("text/calendar;charset=utf-8;method=PUBLISH"));
        assertThat(body(ofDataSet)).isEqualTo(body(ofPlan));
        assertThat(text(get(Role.LEARNING, calendars + "/rooms/" + room + ".ics")))
                .startsWith("BEGIN:VCALENDAR");
        assertThat(text(get(Role.LEARNING, calendars + "/trainers/" + trainer + ".ics?method=cancel")))
                .contains("METHOD:CANCEL");
        assertThat(get(Role.PLANNER, calendars + "/rooms/none.ics").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Role.TRAINER, calendars + "/trainers/" + trainer + ".ics")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(files(body(get(Role.PLANNER, calendars + "/trainers.zip"))))
                .isEqualTo(dataSet.trainers().size());
        String team = dataSet.teams().get(0).id();
        assertThat(files(body(get(Role.PLANNER, calendars + "/teams/" + team + ".zip"))))
                .isEqualTo((int) dataSet.staff().stream()
                        .filter(member -> member.teamId().equals(team))
                        .count());
        assertThat(get(Role.PLANNER, calendars + "/people/" + person + ".ics?method=guess")
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aPlanThatWasNeverPublishedHasNoCalendars() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.DRAFT);

        assertThat(get(Role.PLANNER, "/v1/plans/" + plan.id() + "/exports/calendars/trainers.zip")
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void wholeProgrammesAreWrittenByAJobForWhoAskedOnly() throws Exception {
        StoredPlan plan = published();

        ResponseEntity<JsonNode> asked = as(Role.PLANNER)
                .post()
                .uri("/v1/exports")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("planId", plan.id(), "what", "people-calendars", "format", "ZIP"))
                .retrieve()
                .toEntity(JsonNode.class);

        assertThat(asked.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        String location =
                Objects.requireNonNull(asked.getHeaders().getLocation()).toString();
        JsonNode export = awaited(location);
        assertThat(export.path("state").asText()).isEqualTo(JobState.DONE.name());
        assertThat(files(body(get(Role.PLANNER, export.path("href").asText())))).isEqualTo(300);
        assertThat(get(Role.LEARNING, location).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Role.LEARNING, location + "/file").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private JsonNode awaited(String location) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            JsonNode export = Objects.requireNonNull(
                    as(Role.PLANNER).get().uri(location).retrieve().body(JsonNode.class));
            if (JobState.valueOf(export.path("state").asText()).isOver()
                    || Instant.now().isAfter(until)) {
                return export;
            }
            Thread.sleep(100);
        }
    }

    private static int files(byte[] bytes) throws Exception {
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(new String(zip.readNBytes(15), StandardCharsets.US_ASCII))
                        .isEqualTo("BEGIN:VCALENDAR");
                files++;
            }
        }
        return files;
    }
}
