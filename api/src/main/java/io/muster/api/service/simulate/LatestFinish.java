package io.muster.api.service.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.api.service.content.Contents;
import io.muster.api.service.report.OversightReport.Finish;
import io.muster.api.service.report.SimulatedFinish;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the latest simulation of a plan says that it is over, for the oversight report. */
@Component
class LatestFinish implements SimulatedFinish {
    private final JdbcClient jdbc;
    private final Contents contents;
    private final ObjectMapper json;

    LatestFinish(JdbcClient jdbc, Contents contents, ObjectMapper json) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.json = json;
    }

    @Override
    public Optional<Finish> findLatest(String planId) {
        return jdbc.sql("select result from simulation where plan_id = ? and state = 'READY'"
                        + " order by created_at desc, id limit 1")
                .param(planId)
                .query(String.class)
                .optional()
                .map(this::finish);
    }

    private Finish finish(String result) {
        try {
            // A simulation of a plan has that plan as its only policy.
            JsonNode finish = json.readTree(contents.text(result)).at("/policies/0/finish");
            int seasons = finish.path("seasons").asInt();
            return new Finish(
                    date(finish.path("p50")),
                    date(finish.path("p80")),
                    seasons,
                    finish.path("reached").asInt() + " of " + seasons + " simulated seasons reached the target.");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Muster's own simulation.json cannot be read: " + result, e);
        }
    }

    private static @Nullable LocalDate date(JsonNode text) {
        return text.isTextual() ? LocalDate.parse(text.asText()) : null;
    }
}
