package io.muster.api.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import io.muster.rules.RuleSetLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Whatever is sent, the answer is never a 500, and what is taken in is read to its end. */
class FuzzedUploadTest extends ServiceTest {
    private static final String ZIP = "application/zip";
    private static final String PATCH = "application/json-patch+json";
    private final Random random = new Random(20250407);
    private DataSetApi planner;

    @BeforeEach
    void signIn() {
        planner = new DataSetApi(as(Role.PLANNER));
    }

    @Test
    void noiseIsRefusedOrBecomesAnInvalidRevision() {
        List<ResponseEntity<JsonNode>> accepted = new ArrayList<>();
        for (String type : List.of(ZIP, UploadController.XLSX, "application/json", "multipart/form-data; boundary=x")) {
            for (int length : List.of(0, 1, 30, 3_000)) {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                keep(planner.post("/v1/data-sets", type, noise), accepted);
            }
        }
        accepted.forEach(answer ->
                assertThat(planner.imported(answer).get("state").asText()).isEqualTo("INVALID"));
    }

    @Test
    void damagedArchivesAndFilesAreReadToTheirEnd() throws IOException {
        Map<String, byte[]> files = unzip(DataSetApi.zip());
        List<String> names = List.copyOf(files.keySet());
        List<ResponseEntity<JsonNode>> accepted = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            keep(planner.post("/v1/data-sets", ZIP, damaged(DataSetApi.zip())), accepted);
            Map<String, byte[]> mixed = new TreeMap<>(files);
            String name = names.get(random.nextInt(names.size()));
            mixed.put(name, damaged(Objects.requireNonNull(files.get(name))));
            mixed.put("../" + name, new byte[10]);
            keep(planner.post("/v1/data-sets", ZIP, zip(mixed)), accepted);
        }
        assertThat(accepted).isNotEmpty();
        accepted.forEach(answer ->
                assertThat(planner.imported(answer).get("state").asText()).isIn("INVALID", "READY"));
    }

    @Test
    void oddPatchesAreRefusedOrValidated() {
        Revision revision = given().dataSet();
        String path = "/v1/data-sets/" + revision.dataSetId() + "/revisions/1";
        byte[] good = """
                [{"op": "add", "path": "/staff/P/team", "value": "x"},
                 {"op": "move", "from": "/teams/T", "path": "/programme/limits/x"},
                 {"op": "copy", "from": "/programme/slots/0", "path": "/programme/slots/-"},
                 {"op": "remove", "path": "/absences/P/0"}]
                """.getBytes(StandardCharsets.UTF_8);
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of(
                "",
                "null",
                "7",
                "{}",
                "[null]",
                "[7]",
                "[[]]",
                "[{}]",
                "[{\"op\":\"add\"}]",
                "[{\"op\":7,\"path\":\"/staff/x\"}]",
                "[{\"op\":\"add\",\"path\":7,\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"staff/x\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/staff/~2\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/absences/-/-1\",\"value\":1}]",
                "[{\"op\":\"remove\",\"path\":\"/programme/slots/99999999999\"}]",
                "[{\"op\":\"move\",\"from\":\"/programme/limits\",\"path\":\"/programme/limits/x\"}]",
                "[{\"op\":\"copy\",\"path\":\"/programme/x\"}]",
                "[{\"op\":\"add\",\"path\":\"/staff/\\u0000\",\"value\":{}}]",
                "[{\"op\":\"add\",\"path\":\"/programme/name\",\"value\":\"\\ud800\"}]",
                "[{\"op\":\"add\",\"path\":\"/programme/x\",\"value\":" + "[".repeat(900) + "]".repeat(900) + "}]",
                "[".repeat(5_000))) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < 20; i++) {
            bodies.add(damaged(good));
        }
        for (byte[] body : bodies) {
            ResponseEntity<JsonNode> answer = as(Role.PLANNER)
                    .patch()
                    .uri(path)
                    .contentType(MediaType.parseMediaType(PATCH))
                    .header("If-Match", "*")
                    .body(body)
                    .retrieve()
                    .toEntity(JsonNode.class);
            assertThat(answer.getStatusCode().value())
                    .as("%s: %s", new String(body, StandardCharsets.UTF_8), answer.getBody())
                    .isIn(202, 400, 412, 422);
        }
    }

    @Test
    void damagedRuleSetsAreRefusedOrStoredAsInvalid() throws IOException {
        Map<String, byte[]> files = new RuleSetLoader().shippedFiles("role-matrix");
        List<String> names =
                files.keySet().stream().filter(name -> !name.endsWith(".drl")).toList();
        for (int i = 0; i < 12; i++) {
            Map<String, byte[]> mixed = new TreeMap<>(files);
            String name = names.get(random.nextInt(names.size()));
            mixed.put(name, damaged(Objects.requireNonNull(files.get(name))));
            keep(planner.post("/v1/rule-sets", ZIP, i % 3 == 0 ? damaged(zip(mixed)) : zip(mixed)), new ArrayList<>());
        }
    }

    private static void keep(ResponseEntity<JsonNode> answer, List<ResponseEntity<JsonNode>> accepted) {
        if (answer.getStatusCode() == HttpStatus.ACCEPTED) {
            accepted.add(answer);
        } else if (answer.getStatusCode() != HttpStatus.CREATED) {
            assertThat(answer.getStatusCode().value())
                    .as("%s", answer.getBody())
                    .isIn(400, 413, 415, 422);
            assertThat(Objects.requireNonNull(answer.getBody()).get("code").asText())
                    .isNotEmpty();
        }
    }

    /** Some bytes are others, or gone, or there twice. */
    private byte[] damaged(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
        int from = random.nextInt(copy.length);
        int length = random.nextInt(Math.min(64, copy.length - from));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(copy, 0, from);
        if (random.nextBoolean()) {
            out.write(copy, from, length);
            out.write(copy, from, length);
        }
        out.write(copy, from + length, copy.length - from - length);
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
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
