package io.muster.api.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.Given;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.trail.ReadTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that are written piece by piece end well: the request that ends them is neither refused nor counted again. */
class StreamedAnswersTest extends ServiceTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @Autowired
    private ReadTrail reads;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        ROOT.detachAppender(log);
    }

    @Test
    void aDownloadIsWholeAndInTheTrailOnce() throws IOException {
        String dataSetId = given().dataSet().dataSetId();
        String path = "data-sets/" + dataSetId + "/revisions/1/content";

        ResponseEntity<byte[]> zip =
                as(Role.PLANNER).get().uri("/v1/" + path).retrieve().toEntity(byte[].class);

        assertThat(zip.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(zip.getBody()).isEqualTo(Files.readAllBytes(Given.dataSetZip()));
        reads.flush();
        assertThat(Objects.requireNonNull(as(Role.AUDITOR)
                                .get()
                                .uri("/v1/trail?subject=" + path)
                                .retrieve()
                                .body(JsonNode.class))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(faults()).isEmpty();
    }

    @Test
    void eventsOfAPlanThatIsCompleteEndAtOnce() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.DRAFT);

        ResponseEntity<String> events = as(Role.AUDITOR)
                .get()
                .uri("/v1/plans/" + plan.id() + "/events")
                .retrieve()
                .toEntity(String.class);

        assertThat(events.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(events.getBody()).contains("\"state\":\"DRAFT\"");
        assertThat(faults()).isEmpty();
    }

    @Test
    void theTrailIsExportedToItsEnd() {
        ResponseEntity<String> trail =
                as(Role.AUDITOR).get().uri("/v1/trail/export").retrieve().toEntity(String.class);

        assertThat(trail.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(trail.getBody()).isNotBlank();
        assertThat(faults()).isEmpty();
    }

    private List<String> faults() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .filter(event -> event.getThreadName().startsWith("http-")
                        || event.getLoggerName().startsWith("org.apache.catalina"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
