package io.muster.api.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.TestDatabase;
import io.muster.api.service.trail.ReadTrail;
import io.muster.api.service.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TrailTest extends ServiceTest {
    private final String subject = "thing/" + UUID.randomUUID();

    @Autowired
    private Trail trail;

    @Autowired
    private ReadTrail reads;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void readsOfPersonalDataAreWrittenDownWithWhoAndWhose() {
        as(Role.ADMINISTRATOR).get().uri("/v1/users/planner").retrieve().toBodilessEntity();
        as(Role.ADMINISTRATOR).get().uri("/v1/users?size=2").retrieve().toBodilessEntity();
        as(Role.PLANNER).get().uri("/v1/users/planner").retrieve().toBodilessEntity();
        as(Role.ADMINISTRATOR).get().uri("/v1/users/nobody-at-all").retrieve().toBodilessEntity();

        List<JsonNode> found = list("?userId=administrator&action=PERSONAL_DATA_READ&subject=users&size=2");

        assertThat(found)
                .extracting(entry -> entry.path("detail").asText())
                .containsExactly("GET /v1/users count=2", "GET /v1/users/{userId} userId=planner");
        assertThat(list("?userId=planner&action=PERSONAL_DATA_READ&subject=users"))
                .as("a read that was refused is none")
                .isEmpty();
    }

    @Test
    void anEntryIsKeptOrLostWithItsTransaction() {
        transaction.executeWithoutResult(status -> {
            trail.write("planner", "LOST", subject, "");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            trail.write("planner", "KEPT", subject, "first");
            trail.write("planner", "KEPT", subject, "second");
        });

        assertThat(list("?subject=" + subject))
                .extracting(entry -> entry.path("detail").asText())
                .containsExactly("second", "first");
    }

    @Test
    void manyAtOnceMakeOneChain() {
        IntStream.range(0, 200).parallel().forEach(i -> {
            if (i % 2 == 0) {
                transaction.executeWithoutResult(status -> trail.write("planner", "WRITTEN", subject, "w" + i));
            } else {
                reads.read("planner", "READ", subject, "r" + i);
                reads.flush();
            }
        });

        assertThat(list("?subject=" + subject + "&size=500")).hasSize(200);
        JsonNode verification = verification();
        assertThat(verification.path("intact").asBoolean()).isTrue();
        assertThat(verification.path("entries").asLong()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void nobodyCanChangeAnEntryAndWhoDoesAllTheSameIsFound() {
        trail.write("planner", "WRITTEN", subject, "true");
        reads.flush();
        long number = list("?subject=" + subject).get(0).path("number").asLong();
        assertThatThrownBy(() -> tamper(number, "false")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from trail where number = ?")
                        .param(number)
                        .update())
                .isInstanceOf(DataAccessException.class);

        guard(false);
        try {
            tamper(number, "false");
            JsonNode verification = verification();
            assertThat(verification.path("intact").asBoolean()).isFalse();
            assertThat(verification.path("brokenAt").asLong()).isEqualTo(number);
            tamper(number, "true");
        } finally {
            guard(true);
        }
        assertThat(verification().path("intact").asBoolean()).isTrue();
    }

    @Test
    void theTrailCanBeTakenAwayAsAFile() {
        trail.write("planner", "WRITTEN", subject, "=1+1 \"quoted\"");

        String csv = as(Role.AUDITOR)
                .get()
                .uri("/v1/trail/export?subject=" + subject)
                .retrieve()
                .body(String.class);

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).startsWith("number,at,").contains(",\"'=1+1 \"\"quoted\"\"\",");
    }

    @Test
    void aFilterThatIsNoTimeIsTheCallersFault() {
        assertThat(as(Role.AUDITOR)
                        .get()
                        .uri("/v1/trail?from=yesterday")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(list("?subject=" + subject + "&from=2000-01-01T00:00:00Z&to=2001-01-01T00:00:00Z"))
                .isEmpty();
    }

    private void tamper(long number, String detail) {
        jdbc.sql("update trail set detail = ? where number = ?")
                .params(detail, number)
                .update();
    }

    /** What an attacker would need the rights of the database's owner for. */
    private void guard(boolean isOn) {
        if (TestDatabase.isPostgresql()) {
            jdbc.sql("alter table trail " + (isOn ? "enable" : "disable") + " trigger user")
                    .update();
        } else if (isOn) {
            jdbc.sql("create trigger trail_rows_stay before update, delete on trail for each row call"
                            + " 'io.muster.api.service.trail.TrailGuard'")
                    .update();
        } else {
            jdbc.sql("drop trigger trail_rows_stay").update();
        }
    }

    private List<JsonNode> list(String query) {
        JsonNode page =
                as(Role.AUDITOR).get().uri("/v1/trail" + query).retrieve().body(JsonNode.class);
        List<JsonNode> items = new ArrayList<>();
        Objects.requireNonNull(page).path("items").forEach(items::add);
        return items;
    }

    private JsonNode verification() {
        return Objects.requireNonNull(
                as(Role.AUDITOR).get().uri("/v1/trail/verification").retrieve().body(JsonNode.class));
    }
}
