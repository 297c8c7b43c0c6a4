package io.muster.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

class MusterServiceTest extends ServiceTest {
    @Autowired
    private Contents contents;

    @Autowired
    private LivePlans livePlans;

    @Test
    void whoHasNotSignedInIsTurnedAway() {
        assertThat(client().get().uri("/v1/plans").retrieve().toBodilessEntity().getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void whoHasSignedInLearnsThatThereIsNothing() {
        assertThat(as(Role.PLANNER)
                        .get()
                        .uri("/v1/nothing")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aPlanInTheDatabaseCanBeReadWithItsDataSet() {
        StoredPlan plan = given().plan(given().dataSet(), PlanState.DRAFT);

        LivePlan live = livePlans.get(plan.id());

        assertThat(live.dataSet().staff()).hasSize(300);
        assertThat(live.plan().bookings()).hasSizeGreaterThan(1_000);
        assertThat(livePlans.get(plan.id())).isSameAs(live);
    }

    @Test
    void contentsOfSeveralChunksComeBackAsTheyWere() throws Exception {
        byte[] bytes = new byte[1_200_000];
        new Random(1).nextBytes(bytes);

        String hash = contents.store(bytes);

        assertThat(contents.store(bytes)).isEqualTo(hash);
        assertThat(Files.readAllBytes(contents.file(hash, ".bin"))).isEqualTo(bytes);
    }
}
