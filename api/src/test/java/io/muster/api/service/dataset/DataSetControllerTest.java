package io.muster.api.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.dataset.DataSetService;
import io.muster.api.service.access.Role;
import io.muster.api.service.support.Given;
import io.muster.api.service.support.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class DataSetControllerTest extends ServiceTest {
    private DataSetApi planner;

    @BeforeEach
    void signIn() {
        planner = new DataSetApi(as(Role.PLANNER));
    }

    @Test
    void aZipBecomesARevisionThatIsReadAndDownloadedAsItWas() throws IOException {
        JsonNode revision =
                planner.imported(planner.post("/v1/data-sets?name=Autumn", "application/zip", DataSetApi.zip()));

        assertThat(revision.get("state").asText()).isEqualTo("READY");
        assertThat(revision.get("staffCount").asInt()).isEqualTo(300);
        assertThat(revision.get("inputHash").asText())
                .isEqualTo(new DataSetService().load(Given.dataSetZip()).inputHash());
        assertThat(planner.body("/v1/data-sets/" + revision.get("dataSetId").asText())
                        .get("name")
                        .asText())
                .isEqualTo("Autumn");
        byte[] download = as(Role.PLANNER)
                .get()
                .uri(DataSetApi.path(revision) + "/content")
                .retrieve()
                .body(byte[].class);
        assertThat(download).isEqualTo(DataSetApi.zip());
    }

    @Test
    void aWorkbookThatWasDownloadedIsTheSameDataSet() {
        JsonNode zip = planner.imported(planner.post("/v1/data-sets", "application/zip", DataSetApi.zip()));
        byte[] workbook = as(Role.PLANNER)
                .get()
                .uri(DataSetApi.path(zip) + "/content?format=xlsx")
                .retrieve()
                .body(byte[].class);

        JsonNode revision = planner.imported(planner.post(
                "/v1/data-sets/" + zip.get("dataSetId").asText() + "/revisions",
                UploadController.XLSX,
                Objects.requireNonNull(workbook)));

        assertThat(revision.get("revision").asInt()).isEqualTo(2);
        assertThat(revision.get("parent").asInt()).isEqualTo(1);
        assertThat(revision.get("inputHash")).isEqualTo(zip.get("inputHash"));
        assertThat(planner.body(DataSetApi.path(revision) + "/changes")
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void theSingleFilesOfAFormAreADataSet() throws IOException {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        files().forEach((name, bytes) -> form.add("files", new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        }));

        JsonNode revision = planner.imported(as(Role.LEARNING)
                .post()
                .uri("/v1/data-sets")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .toEntity(JsonNode.class));

        assertThat(revision.get("state").asText()).isEqualTo("READY");
    }

    @Test
    void aSampleIsGeneratedAndAnUnknownOneRefused() {
        JsonNode revision = planner.imported(planner.post(
                "/v1/data-sets",
                "application/json",
                "{\"sample\": {\"programme\": \"nmfl-phase-2\", \"people\": 300, \"seed\": 1}}"
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(revision.get("origin").asText()).isEqualTo("SAMPLE");
        assertThat(revision.get("inputHash").asText())
                .isEqualTo(new DataSetService().load(Given.dataSetZip()).inputHash());
        assertThat(planner.post(
                                "/v1/data-sets",
                                "application/json",
                                "{\"sample\": {\"programme\": \"no-such\"}}".getBytes(StandardCharsets.UTF_8))
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void everyIssueOfABadUploadIsThereAndNothingCanBeReadOfIt() throws IOException {
        Map<String, byte[]> files = files();
        String staff = new String(Objects.requireNonNull(files.get("staff.csv")), StandardCharsets.UTF_8);
        files.put("staff.csv", staff.replaceFirst("OFFICER", "SOLDIER").getBytes(StandardCharsets.UTF_8));
        files.remove("rooms.csv");

        JsonNode revision = planner.imported(planner.post("/v1/data-sets", "application/zip", zip(files)));

        String path = DataSetApi.path(revision);
        assertThat(revision.get("state").asText()).isEqualTo("INVALID");
        assertThat(revision.get("errorCount").asInt()).isGreaterThanOrEqualTo(2);
        JsonNode issues =
                planner.body(path + "/issues?severity=ERROR&file=staff.csv").get("items");
        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).get("column").asText()).isEqualTo("employment");
        assertThat(planner.body(path + "/issues?code=MISSING_FILE")
                        .get("items")
                        .get(0)
                        .get("file")
                        .asText())
                .isEqualTo("rooms.csv");
        assertThat(planner.get(path + "/rows/staff").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void rowsAreFilteredSortedAndPaged() {
        String path = ready();

        JsonNode page = planner.body(path + "/rows/staff?size=5&page=2");
        assertThat(page.get("total").asInt()).isEqualTo(300);
        assertThat(page.get("items").get(0).get("row").asInt()).isEqualTo(12);
        String team = page.get("items").get(0).get("cells").get("team").asText();
        JsonNode ofTeam = planner.body(path + "/rows/staff?where=team:{team}&sort=-staff&size=500", team);
        assertThat(ofTeam.get("total").asInt()).isBetween(1, 299);
        assertThat(ofTeam.get("items"))
                .allSatisfy(
                        row -> assertThat(row.get("cells").get("team").asText()).isEqualTo(team));
        assertThat(ofTeam.get("items"))
                .extracting(row -> row.get("cells").get("staff").asText())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(planner.body(path + "/rows/modules.csv?filter=digital").get("items"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.toString()).contains("DIGITAL"));
    }

    @Test
    void aResourcingDeskSeesRowsOfItsOwnBcuOnly() {
        String path = ready();
        DataSetApi desk = new DataSetApi(as(Role.BCU_RESOURCING));

        JsonNode teams = desk.body(path + "/rows/teams?size=500").get("items");
        assertThat(teams)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.get("cells").get("bcu").asText()).isEqualTo(BCU));
        int own = desk.body(path + "/rows/staff").get("total").asInt();
        assertThat(own).isBetween(1, 299);
        assertThat(desk.get(path + "/rows/trainer_absences").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aDataSetWithoutPublishedPlansCanBeDeleted() {
        JsonNode revision = planner.imported(planner.post("/v1/data-sets", "application/zip", DataSetApi.zip()));
        String path = "/v1/data-sets/" + revision.get("dataSetId").asText();

        ResponseEntity<Void> answer =
                as(Role.PLANNER).delete().uri(path).retrieve().toBodilessEntity();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(planner.get(path).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private String ready() {
        Revision revision = given().dataSet();
        return "/v1/data-sets/" + revision.dataSetId() + "/revisions/1";
    }

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(DataSetApi.zip()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
