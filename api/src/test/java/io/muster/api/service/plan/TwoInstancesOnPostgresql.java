package io.muster.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.support.ServiceProcess;
import io.muster.api.service.support.ServiceTest;
import io.muster.api.service.support.Solves;
import io.muster.api.service.support.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two services over one PostgreSQL: the test's own, and one in a process that is killed. Part of the build's run on
 * PostgreSQL alone: H2's database is this process's own.
 */
class TwoInstancesOnPostgresql extends ServiceTest {
    @Autowired
    private Scheduler scheduler;

    @Test
    void aKilledInstancesSolveIsFinishedByTheOtherFromItsCheckpoint() {
        Revision revision = given().dataSet();
        scheduler.pause();
        try (ServiceProcess other = ServiceProcess.start(TestDatabase.home(), TestDatabase.settings(), "")) {
            other.url();
            String id = Solves.ask(
                    as(Role.PLANNER), Map.of("dataSetId", revision.dataSetId(), "timeLimit", "PT15S", "seed", 3));
            String path = "/v1/plans/" + id;
            String jobPath = "/v1/jobs/"
                    + Solves.await(as(Role.PLANNER), path, plan -> true)
                            .at("/plan/jobId")
                            .asText();
            JsonNode first = Solves.await(
                    as(Role.PLANNER), jobPath, job -> job.path("resumable").asBoolean());
            long before = last(path).path("costPence").asLong();

            other.kill();
            scheduler.resume();

            JsonNode between = Solves.await(as(Role.PLANNER), jobPath, job -> true);
            assertThat(between.path("state").asText()).isEqualTo("RUNNING");
            assertThat(Solves.await(as(Role.PLANNER), path, plan -> true)
                            .at("/plan/state")
                            .asText())
                    .isEqualTo("SOLVING");
            JsonNode done = Solves.await(
                    as(Role.PLANNER),
                    jobPath,
                    job -> List.of("DONE", "FAILED").contains(job.path("state").asText()));
            JsonNode plan = Solves.await(as(Role.PLANNER), path, detail -> true);
            assertThat(done.path("state").asText()).isEqualTo("DONE");
            assertThat(done.path("attempt").asInt()).isEqualTo(2);
            assertThat(done.path("instance").asText())
                    .isNotEqualTo(first.path("instance").asText());
            assertThat(plan.at("/plan/state").asText()).isEqualTo("DRAFT");
            assertThat(plan.at("/plan/coverageShortfall").asLong()
                            + plan.at("/plan/booked").asLong())
                    .isPositive();
            // The search of the second attempt began where the first had left off, and was not made anew.
            assertThat(plan.at("/plan/costPence").asLong()).isLessThanOrEqualTo(before + before / 10);
            assertThat(StreamSupport.stream(
                            as(Role.PLANNER)
                                    .get()
                                    .uri(path + "/scores")
                                    .retrieve()
                                    .body(JsonNode.class)
                                    .spliterator(),
                            false))
                    .extracting(score -> score.path("millis").asLong())
                    .isSorted();
        } finally {
            scheduler.resume();
        }
    }

    private JsonNode last(String path) {
        JsonNode scores = Solves.await(as(Role.PLANNER), path + "/scores", list -> !list.isEmpty());
        return scores.get(scores.size() - 1);
    }
}
